import { Relationships, writePackage, xmlPart } from './package.ts'
import { NAMESPACES } from './theme.ts'
import { escapeXml, xml } from './xml.ts'

/** The numbers of a chart of Office's own, as they stand in its workbook: a head for each column, and a row for each bar, place or point. */
export interface ChartSheet {
  kind: 'bar' | 'line' | 'scatter'
  /** What the rows are named by; numbers in a scatter. */
  head: string
  /** What the numbers are. */
  measure: string
  /** Heads of the columns of numbers. */
  labels: readonly string[]
  rows: readonly SheetRow[]
  /** How many of the columns are drawn, from the first; the others are there to be chosen. */
  drawn: number
  /** How numbers are written, as spreadsheets have it. */
  format: string
  /** Logarithmic scales, by axis. */
  log?: { x?: boolean; y?: boolean }
}

/** A name, or a number along x, and a number for each column; undefined where there is none. */
export interface SheetRow {
  name: string | number
  values: readonly (number | undefined)[]
}

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'

/** A workbook of one sheet: names in the first column, then all columns of numbers, each below its head. */
export function workbookOf({ head, labels, rows }: ChartSheet, date: Date): Uint8Array {
  const relationships = new Relationships()
  const first = xml('sheet', { name: 'Sheet1', sheetId: 1, 'r:id': relationships.to('worksheet', 'worksheets/sheet1.xml') })
  const lines = [[head, ...labels], ...rows.map(({ name, values }) => [name, ...values])]
  const data = lines.map((cells, row) =>
    xml('row', { r: row + 1 }, ...cells.map((cell, at) => cellXml(cell, `${columnName(at)}${row + 1}`))),
  )
  const book = xml('workbook', { xmlns: MAIN, 'xmlns:r': NAMESPACES['xmlns:r'] }, xml('sheets', {}, first))
  const sheet = xml('worksheet', { xmlns: MAIN }, xml('sheetData', {}, ...data))
  const parts = [
    xmlPart('xl/workbook.xml', 'spreadsheetml.sheet.main', book, relationships),
    xmlPart('xl/worksheets/sheet1.xml', 'spreadsheetml.worksheet', sheet),
  ]
  return writePackage(parts, [{ id: 'rId1', type: 'officeDocument', target: 'xl/workbook.xml' }], date)
}

function cellXml(cell: string | number | undefined, r: string): string {
  if (cell === undefined || cell === '') return ''
  if (typeof cell === 'number') return xml('c', { r }, `<v>${cell}</v>`)
  return xml('c', { r, t: 'inlineStr' }, xml('is', {}, `<t>${escapeXml(cell)}</t>`))
}

/** `A` for the first, `AA` for the 27th. */
function columnName(at: number): string {
  return (at >= 26 ? columnName(Math.floor(at / 26) - 1) : '') + String.fromCharCode(65 + (at % 26))
}
