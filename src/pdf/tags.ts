import { alternative, type Element, isIn, type Kid, newElement, setKids } from './elements.ts'
import type { PdfFile } from './file.ts'
import { gridOf } from './table-grid.ts'

/** Structure types that Chromium takes from PDF 2, and those of PDF 1.7 that are nearest. */
const TYPES: ReadonlyMap<string, string> = new Map([
  ['Strong', 'Span'],
  ['Em', 'Span'],
  ['Sub', 'Span'],
  ['Title', 'P'],
  ['Aside', 'Sect'],
  ['FENote', 'Div'],
  ['DocumentFragment', 'Part'],
])

/**
 * Makes the structure tree what PDF/UA-1 asks for, where Chromium leaves it short of that: types of PDF 1.7, headings that
 * skip no level and are none in the head of a table, bodies of list items, rows without gaps.
 */
export function completeTags(file: PdfFile, elements: readonly Element[]): void {
  for (const element of elements) element.type = typeOf(element)
  levelHeadings(elements)
  for (const element of elements) if (element.type === 'L') liftItems(file, element)
  for (const element of elements) {
    if (element.type === 'LI') giveBody(file, element)
    if (element.type === 'Table') fillRows(file, element)
  }
}

/** A row with fewer cells than others gets empty ones. */
function fillRows(file: PdfFile, table: Element): void {
  const { rows, elements, width } = gridOf(file, table)
  for (const [index, row] of elements.entries()) {
    const missing = width - (rows[index]?.length ?? 0)
    const cells = Array.from({ length: Math.max(0, missing) }, () => newElement(file, 'TD', row, []))
    setKids(row, [...row.kids, ...cells])
  }
}

function typeOf(element: Element): string {
  const type = TYPES.get(element.type) ?? element.type
  // The heading has made its bookmark; in a table it heads a row or a column.
  if (levelOf(type) > 0 && isIn('TH', element)) return 'P'
  return type === 'Figure' && isFrame(element) ? 'Sect' : type
}

/** Whether a figure of HTML has no picture of its own, but elements: the picture, which is a figure itself, and a caption. */
function isFrame(figure: Element): boolean {
  return alternative(figure) === undefined && figure.kids.length > 0 && figure.kids.every(({ kind }) => kind === 'element')
}

/** 1 to 6, or 0 for what is no heading. */
function levelOf(type: string): number {
  return Number(/^H([1-6])$/.exec(type)?.[1] ?? 0)
}

/** A heading is at most one level below the one before it. */
function levelHeadings(elements: readonly Element[]): void {
  let last = 0
  for (const element of elements) {
    const level = Math.min(levelOf(element.type), last + 1)
    if (level === 0) continue
    element.type = `H${level}`
    last = level
  }
}

/**
 * Chromium puts boxes that have no meaning between a list and its items, and leaves out items that are drawn as columns: the list
 * has what the boxes hold, and items for what has none.
 */
function liftItems(file: PdfFile, list: Element): void {
  if (list.kids.every((kid) => isOf(kid, 'L', 'LI', 'Caption'))) return
  const lifted = (kids: readonly Kid[]): Kid[] =>
    kids.flatMap((kid) => (kid.kind === 'element' && isOf(kid, 'NonStruct') ? lifted(kid.element.kids) : [kid]))
  /** Items of the list, and what is to become one. */
  const groups: (Kid | Kid[])[] = []
  for (const kid of lifted(list.kids)) {
    const open = groups.at(-1)
    if (isOf(kid, 'L', 'LI', 'Caption')) groups.push(kid)
    else if (Array.isArray(open) && !isOf(kid, 'Lbl')) open.push(kid)
    else groups.push([kid])
  }
  setKids(
    list,
    groups.map((group) => (Array.isArray(group) ? newElement(file, 'LI', list, group) : group)),
  )
  for (const kid of list.kids) if (kid.kind === 'element' && isOf(kid, 'LI')) giveBody(file, kid.element)
}

/** All of a list item but its label goes into its body. */
function giveBody(file: PdfFile, item: Element): void {
  const rest = item.kids.filter((kid) => !isOf(kid, 'Lbl', 'LBody'))
  if (rest.length === 0) return
  const parts = item.kids.filter((kid) => isOf(kid, 'Lbl', 'LBody'))
  setKids(item, [...parts, newElement(file, 'LBody', item, rest)])
}

function isOf(kid: Kid, ...types: string[]): boolean {
  return kid.kind === 'element' && types.includes(kid.element.type)
}
