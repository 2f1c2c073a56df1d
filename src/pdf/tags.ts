import type { Edits } from './edits.ts'
import { type Element, isIn, type Kid } from './elements.ts'
import type { PdfFile } from './file.ts'
import type { Pages } from './page-tree.ts'
import type { ParentLists } from './parent-lists.ts'
import { alternative } from './structure.ts'
import { gridOf } from './table-grid.ts'
import { type PdfDictionary, PdfName, type PdfReference, type PdfValue } from './values.ts'

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

/** What the tags of a document are completed from. */
export interface TagTools {
  file: PdfFile
  pages: Pages
  parents: ParentLists
  edits: Edits
}

/**
 * Makes the structure tree what PDF/UA-1 asks for, where Chromium leaves it short of that: types of PDF 1.7, headings that
 * skip no level and are none in the head of a table, bodies of list items, rows without gaps. Changes the elements as well as what is written.
 */
export function completeTags(elements: readonly Element[], tools: TagTools): void {
  for (const element of elements) {
    const type = typeOf(element)
    if (type !== element.type) retype(element, type, tools.edits)
  }
  levelHeadings(elements, tools.edits)
  for (const element of elements) if (element.type === 'L') liftItems(element, tools)
  for (const element of elements) {
    if (element.type === 'LI') giveBody(element, tools)
    if (element.type === 'Table') fillRows(element, tools)
  }
}

/** A row with fewer cells than others gets empty ones. */
function fillRows(table: Element, { file, edits }: TagTools): void {
  const { rows, elements, width } = gridOf(file, table)
  for (const [index, row] of elements.entries()) {
    const missing = width - (rows[index]?.length ?? 0)
    if (missing <= 0) continue
    const cells = Array.from({ length: missing }, () => edits.add(entriesOf('TD', row.reference)))
    row.entries = edits.dictionary(row.reference).set('K', [...row.kids.map(({ value }) => value), ...cells])
  }
}

function entriesOf(type: string, parent: PdfReference): PdfDictionary {
  return new Map<string, PdfValue>([
    ['S', new PdfName(type)],
    ['P', parent],
  ])
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

function retype(element: Element, type: string, edits: Edits): void {
  element.type = type
  element.entries = edits.dictionary(element.reference).set('S', new PdfName(type))
}

/** 1 to 6, or 0 for what is no heading. */
function levelOf(type: string): number {
  return Number(/^H([1-6])$/.exec(type)?.[1] ?? 0)
}

/** A heading is at most one level below the one before it. */
function levelHeadings(elements: readonly Element[], edits: Edits): void {
  let last = 0
  for (const element of elements) {
    const level = levelOf(element.type)
    if (level > last + 1) retype(element, `H${last + 1}`, edits)
    if (level > 0) last = Math.min(level, last + 1)
  }
}

/** What a list may hold. */
const IN_LISTS: ReadonlySet<string> = new Set(['L', 'LI', 'Caption'])

/**
 * Chromium puts boxes that have no meaning between a list and its items, and leaves out items that are drawn as columns: the list
 * has what the boxes hold, and items for what has none.
 */
function liftItems(list: Element, tools: TagTools): void {
  const isItem = (kid: Kid) => kid.kind === 'element' && IN_LISTS.has(kid.element.type)
  if (list.kids.every(isItem)) return
  const lifted = (kids: readonly Kid[]): Kid[] =>
    kids.flatMap((kid) => (kid.kind === 'element' && kid.element.type === 'NonStruct' ? lifted(kid.element.kids) : [kid]))
  const kids: Kid[] = []
  let open: Kid[] | undefined
  const groups: Kid[][] = []
  for (const kid of lifted(list.kids)) {
    if (isItem(kid)) open = undefined
    else if (open === undefined || (kid.kind === 'element' && kid.element.type === 'Lbl')) {
      open = [kid]
      groups.push(open)
      kids.push(newItem(list, open, tools))
      continue
    } else {
      open.push(kid)
      continue
    }
    kids.push(kid)
  }
  list.kids = kids
  for (const kid of kids) hangBelow(list, kid, tools)
  list.entries = tools.edits.dictionary(list.reference).set(
    'K',
    kids.map(({ value }) => value),
  )
  for (const kid of kids) {
    if (kid.kind !== 'element' || !groups.includes(kid.element.kids as Kid[])) continue
    for (const part of kid.element.kids) hangBelow(kid.element, part, tools)
    kid.element.entries = tools.edits.dictionary(kid.element.reference).set(
      'K',
      kid.element.kids.map(({ value }) => value),
    )
    giveBody(kid.element, tools)
  }
}

/** An item for what a list holds without one; more may still come into `kids`. */
function newItem(list: Element, kids: Kid[], { edits }: TagTools): Kid {
  const entries = entriesOf('LI', list.reference)
  const page = list.entries.get('Pg')
  if (page !== undefined) entries.set('Pg', page)
  const reference = edits.add(entries)
  const element: Element = { reference, type: 'LI', entries, parent: list, kids }
  return { kind: 'element', value: reference, element }
}

/** All of a list item but its label goes into its body. */
function giveBody(item: Element, tools: TagTools): void {
  const parts = item.kids.filter(isPart)
  const rest = item.kids.filter((kid) => !isPart(kid))
  if (rest.length === 0) return
  const { edits } = tools
  const entries = entriesOf('LBody', item.reference).set(
    'K',
    rest.map(({ value }) => value),
  )
  const page = item.entries.get('Pg')
  if (page !== undefined) entries.set('Pg', page)
  const reference = edits.add(entries)
  const body: Element = { reference, type: 'LBody', entries, parent: item, kids: rest }
  for (const kid of rest) hangBelow(body, kid, tools)
  item.entries = edits.dictionary(item.reference).set('K', [...parts.map(({ value }) => value), reference])
  item.kids = [...parts, { kind: 'element', value: reference, element: body }]
}

function isPart(kid: Kid): boolean {
  return kid.kind === 'element' && (kid.element.type === 'Lbl' || kid.element.type === 'LBody')
}

/** An element knows its parent, and a mark leads to the element that holds it. */
function hangBelow(parent: Element, kid: Kid, { pages, parents, edits }: TagTools): void {
  if (kid.kind === 'element') {
    kid.element.parent = parent
    kid.element.entries = edits.dictionary(kid.element.reference).set('P', parent.reference)
  } else if (kid.kind === 'mark') {
    const holder = [...pages.pages, ...pages.forms].find(({ id }) => id === kid.holder)
    const list = holder && parents.of(holder.dictionary)
    if (list) edits.array(list)[kid.mark] = parent.reference
  }
}
