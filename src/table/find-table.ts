import { type Diagnostic, shown } from '../util/diagnostic.ts'
import { dataTest, findHead, headText, isDate, isYear, type Line, linesOf, textOf } from './find-head.ts'
import { withoutFootnotes } from './footnotes.ts'
import { type Grid, type GridCell, trimmed } from './grid.ts'
import { type Printed, readPrinted } from './printed-number.ts'

/** A row that is none of the table's, and why. */
export interface LeftOut {
  line: number
  name: string
  why: string
}

/** A table within a grid: its head, its rows, and the lines around it. */
export interface Found {
  columns: readonly GridCell[]
  /** Every row has a cell for every column. */
  rows: readonly (readonly GridCell[])[]
  /** Lines above and below that are no part of it. */
  above: readonly string[]
  below: readonly string[]
  leftOut: readonly LeftOut[]
  notes: readonly string[]
  diagnostics: readonly Diagnostic[]
}

/** Finds the table in a grid: where its head is, which lines above and below are titles and notes. */
export function findTable(grid: Grid, file: string): Found {
  const lines = linesOf(grid)
  const [first] = lines
  if (!first) return nothing([{ location: { file, line: 1, column: 1 }, message: EMPTY }])
  const isData = dataTest(lines)
  const found = findHead(lines, grid.headed === true, isData)
  const { line: head, from, to } = found
  const body = lines.slice(to)
  const columns = indexed(found.columns, body)
  const end = grid.headed ? body.length : endOf(body, head, isData)
  const above = lines.slice(0, from).map((line) => withoutFootnotes(textOf(line)).text)
  const read = rowsOf(body.slice(0, end), columns, head)
  const diagnostics = [...read.diagnostics, ...(grid.headed ? [] : headless(columns, read.rows))]
  return {
    ...withoutEmptyColumns(columns, read.rows),
    above,
    below: body.slice(end).map(textOf),
    leftOut: read.leftOut,
    notes: [...read.notes, ...otherTable(body.slice(end), isData)],
    diagnostics,
  }
}

/** Programs write the names of rows, or their numbers, below no head: each row has one cell more. */
function indexed(columns: readonly GridCell[], body: readonly Line[]): readonly GridCell[] {
  const [first] = columns
  const isLonger = body.length > 1 && body.every(({ cells }) => cells.length === columns.length + 1)
  return isLonger && first ? [{ ...first, text: '' }, ...columns] : columns
}

/** Rows below the end are those of another table. */
function otherTable([first, ...rest]: readonly Line[], isData: (line: Line) => boolean): string[] {
  const isOther = first !== undefined && rest.filter(isData).length > 1
  return isOther ? [`another table begins on line ${first.number}; it is not read`] : []
}

const EMPTY = 'found an empty file, expected a line with the names of the columns and a line for each row'

function nothing(diagnostics: readonly Diagnostic[]): Found {
  return { columns: [], rows: [], above: [], below: [], leftOut: [], notes: [], diagnostics }
}

/** What begins a line below a table. */
const NOTE =
  /^(?:(?:sources?|notes?|special values?|observation flags|quellen?|anmerkung(?:en)?|hinweise?|stand|last updated|retrieved|fuente|fonte)\b\s*[:：]|\(\d+ rows?\)$|©|copyright\b|[*†‡¹²³]|\[\w{1,2}\]\s|\(?(?:\d{1,2}|[a-z])\)\s|".{1,3}" ?=|\.\. ?=|- ?=)/i

/** Where the rows end: at a note, at lone lines after a gap, or at another table. */
function endOf(body: readonly Line[], head: Line, isData: (line: Line) => boolean): number {
  const note = body.findIndex(
    ({ cells, lone }, index) =>
      index > 0 && (lone || cells.length < head.cells.length) && NOTE.test(trimmed(cells[0]?.text ?? '')),
  )
  // Another head after a gap, or after a gap and a title, begins another table.
  const other = body.findIndex((line, index) => {
    const [second, third] = [body[index + 1], body[index + 2]]
    const [top, next] = line.lone ? [second, third] : [line, second]
    const isHead = index > 0 && line.gapAbove && top !== undefined && top.filled > 1 && !isData(top)
    return isHead && next !== undefined && !next.gapAbove && isData(next)
  })
  const until = Math.min(...[note, other].map((index) => (index === -1 ? body.length : index)))
  let end = until
  while (end > 1 && (body[end - 1] as Line).lone && head.filled > 1) end--
  const tail = body.slice(end, until)
  // Names alone are rows without values; a remark stands apart or is long.
  const firstRemark = tail.findIndex((line) => line.gapAbove || textOf(line).length > 60)
  return firstRemark === -1 ? until : end + firstRemark
}

function rowsOf(body: readonly Line[], columns: readonly GridCell[], head: Line) {
  const width = columns.length
  const rows: GridCell[][] = []
  const diagnostics: Diagnostic[] = []
  const leftOut: LeftOut[] = []
  const short: number[] = []
  const heads = columns.map(({ text }) => text).join('\n')
  const firstLine = new Map<string, number>()
  for (const line of body) {
    const cells = line.cells.map((cell) => ({ ...cell, text: trimmed(cell.text) }))
    const beyond = cells.slice(width).find(({ text }) => text !== '')
    if (cells.map(({ text }) => headText(text)).join('\n') === heads) {
      leftOut.push({ line: line.number, name: cells[0]?.text ?? '', why: 'it is the head again' })
      continue
    }
    const whole = cells.map(({ text }) => text).join('\n')
    const before = firstLine.get(whole)
    if (beyond) diagnostics.push(tooLong(cells, head))
    else if (before !== undefined && before < line.number && width > 1)
      leftOut.push({ line: line.number, name: cells[0]?.text ?? '', why: `it is the same as line ${before}` })
    else {
      firstLine.set(whole, line.number)
      if (cells.length < width && cells.length < head.cells.length) short.push(line.number)
      const { location } = cells.at(-1) as GridCell
      rows.push(columns.map((_, column) => cells[column] ?? { text: '', location }))
    }
  }
  const notes =
    short.length > 0 && short.length < body.length
      ? [`${linesText(short)} shorter than the head: the rest is taken as empty`]
      : []
  return { rows, diagnostics, leftOut, notes }
}

function linesText(lines: readonly number[]): string {
  const named = `${lines.slice(0, 6).join(', ')}${lines.length > 6 ? ', …' : ''}`
  return lines.length === 1 ? `line ${named} is` : `lines ${named} are`
}

function tooLong(cells: readonly GridCell[], { cells: { length }, number }: Line): Diagnostic {
  const fix =
    length === 1
      ? 'put a line with the names of the columns above them'
      : 'put quotes around a cell that contains the mark between cells'
  const message = `found ${cells.length} cells, expected ${length} as in line ${number}; ${fix}`
  return { message, ...(cells[0] && { location: cells[0].location }) }
}

/** A head of numbers above numbers is a row; years and other numbers may name the columns of a wide table. */
function headless(columns: readonly GridCell[], rows: Found['rows']): Diagnostic[] {
  const read = (text: string | undefined) => (text === undefined ? undefined : readPrinted(text))
  const numbers = columns.filter(({ text }, column) => {
    const own = isYear(text) || isDate(text) ? undefined : read(text)
    // `2023 rank` names a column of what else it says.
    const isLike = (other: Printed | undefined) => other !== undefined && (own?.unit === undefined || other.unit === own.unit)
    return own !== undefined && rows.some((cells) => isLike(read(cells[column]?.text)))
  })
  const [number] = numbers
  if (!number || (columns.length > 3 && numbers.length < columns.length / 2)) return []
  return [
    {
      location: number.location,
      message: `found ${shown(number.text)} as the name of a column; put a line with the columns' names first`,
    },
  ]
}

/** Columns without a name and without a value are the rest of a spreadsheet; one with values gets a name. */
function withoutEmptyColumns(columns: readonly GridCell[], rows: Found['rows']): Pick<Found, 'columns' | 'rows'> {
  const isUsed = columns.map(({ text }, column) => text !== '' || rows.some((cells) => cells[column]?.text !== ''))
  const used = <Item>(items: readonly Item[]) => items.filter((_, column) => isUsed[column])
  return { columns: used(columns), rows: rows.map(used) }
}
