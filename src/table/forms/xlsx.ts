import type { XmlElement } from '@rgrove/parse-xml'
import { type GridCell, MOST_COLUMNS } from '../grid.ts'
import { builtInFormat, formatted } from './number-format.ts'
import { type Page, shownOf } from './page.ts'
import type { Parts } from './workbook.ts'
import { attribute, childrenOf, find, textWithin } from './xml.ts'

/** What the cells of a workbook point to. */
interface Shared {
  strings: readonly string[]
  /** Format codes by the number of a cell's style. */
  formats: readonly string[]
  /** Days from 1899-12-30 on which its dates begin. */
  epoch: number
}

/** Days between the two calendars of Excel. */
const MAC_EPOCH = 1462

/** The sheets of an XLSX workbook, empty rows left out; a cell's line and column are those of the sheet. */
export function xlsxPages(parts: Parts, file: string): Page[] {
  const workbook = parts('xl/workbook.xml')
  const targets = new Map(
    childrenOf(parts('xl/_rels/workbook.xml.rels')).map((relation) => [
      attribute(relation, 'Id'),
      attribute(relation, 'Target') ?? '',
    ]),
  )
  const properties = find(workbook, 'workbookPr')
  const shared: Shared = {
    strings: childrenOf(parts('xl/sharedStrings.xml'), 'si').map((item) => textWithin(item, 'rPh')),
    formats: formatsOf(parts('xl/styles.xml')),
    epoch: /^(?:1|true)$/.test((properties && attribute(properties, 'date1904')) ?? '') ? MAC_EPOCH : 0,
  }
  return childrenOf(find(workbook, 'sheets'), 'sheet').flatMap((sheet): Page[] => {
    const target = targets.get(sheet.attributes['r:id'] ?? attribute(sheet, 'id')) ?? ''
    const part = parts(target.startsWith('/') ? target.slice(1) : `xl/${target}`)
    if (!part || !find(part, 'sheetData')) return []
    const state = attribute(sheet, 'state') ?? 'visible'
    const name = attribute(sheet, 'name') ?? ''
    const rows = hiddenIn(childrenOf(find(part, 'sheetData'), 'row'), 'r', 'r')
    const columns = hiddenIn(childrenOf(find(part, 'cols'), 'col'), 'min', 'max')
    return [{ name, hidden: state !== 'visible', ...shownOf(linesOf(part, file, shared), rows, columns) }]
  })
}

/** Numbers of what is hidden by a filter or by hand, each from its first to its last. */
function hiddenIn(elements: readonly XmlElement[], first: string, last: string): Set<number> {
  const hidden = elements.filter((element) => /^(?:1|true)$/.test(attribute(element, 'hidden') ?? ''))
  const ends = hidden.map((element) => [first, last].map((name) => Number(attribute(element, name))) as [number, number])
  return new Set(
    ends.flatMap(([from, to]) => Array.from({ length: Math.min(to, from + MOST_COLUMNS) - from + 1 }, (_, at) => from + at)),
  )
}

function formatsOf(styles: XmlElement | undefined): string[] {
  const own = new Map(
    childrenOf(find(styles, 'numFmts'), 'numFmt').map((format) => [
      attribute(format, 'numFmtId'),
      attribute(format, 'formatCode') ?? '',
    ]),
  )
  return childrenOf(find(styles, 'cellXfs'), 'xf').map((style) => {
    const id = attribute(style, 'numFmtId')
    return own.get(id) ?? builtInFormat(Number(id))
  })
}

function linesOf(sheet: XmlElement, file: string, shared: Shared): GridCell[][] {
  const rows = new Map<number, GridCell[]>()
  let last = 0
  for (const row of childrenOf(find(sheet, 'sheetData'), 'row')) {
    const line = Number(attribute(row, 'r') ?? last + 1)
    last = line
    const cells = cellsOf(row, { file, line }, shared)
    if (cells.some(({ text }) => text.trim() !== '')) rows.set(line, cells)
  }
  spread(rows, childrenOf(find(sheet, 'mergeCells'), 'mergeCell'))
  return [...rows.values()]
}

function cellsOf(row: XmlElement, { file, line }: { file: string; line: number }, shared: Shared): GridCell[] {
  const cells: GridCell[] = []
  for (const cell of childrenOf(row, 'c')) {
    const column = columnOf(attribute(cell, 'r')) ?? cells.length + 1
    while (cells.length < column - 1) cells.push({ text: '', location: { file, line, column: cells.length + 1 } })
    cells.push({ ...contentOf(cell, shared), location: { file, line, column } })
  }
  return cells
}

/** `BC7` is in column 55; no sheet has a column of four letters. */
function columnOf(reference: string | undefined): number | undefined {
  const letters = /^[A-Z]{1,3}(?=\d)/.exec(reference ?? '')?.[0]
  return letters === undefined ? undefined : [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0)
}

function contentOf(cell: XmlElement, { strings, formats, epoch }: Shared): Pick<GridCell, 'text' | 'exact'> {
  const type = attribute(cell, 't') ?? 'n'
  const value = textWithin(find(cell, 'v'))
  if (type === 's') return { text: strings[Number(value)] ?? '' }
  if (type === 'inlineStr') return { text: textWithin(find(cell, 'is'), 'rPh') }
  if (type === 'b') return { text: value === '1' ? 'true' : 'false' }
  if (type !== 'n' || value === '') return { text: value }
  const format = formats[Number(attribute(cell, 's') ?? 0)] ?? 'General'
  return { text: formatted(Number(value), format, epoch), exact: true }
}

/** What stands in merged cells stands in each of them. */
function spread(rows: ReadonlyMap<number, GridCell[]>, merged: readonly XmlElement[]): void {
  for (const area of merged) {
    const [from = '', to = from] = (attribute(area, 'ref') ?? '').split(':')
    const [left, right] = [columnOf(from) ?? 1, columnOf(to) ?? 1]
    const [top, bottom] = [from, to].map((reference) => Number(/\d+$/.exec(reference)?.[0])) as [number, number]
    const content = rows.get(top)?.[left - 1]
    if (!content || content.text === '') continue
    for (const [line, cells] of rows) {
      if (line < top || line > bottom) continue
      while (cells.length < right) cells.push({ text: '', location: { ...content.location, line, column: cells.length + 1 } })
      for (let column = left; column <= right; column++)
        cells[column - 1] = { ...content, location: { ...content.location, line, column } }
    }
  }
}
