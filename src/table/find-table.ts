import { type Problem, shown } from '../util/diagnostic.ts'
import { withoutFootnotes } from './footnotes.ts'
import { type Grid, type GridCell, trimmed } from './grid.ts'
import { isMissing, readPrinted } from './printed-number.ts'

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
  problems: readonly Problem[]
}

/** A line of a grid, and what can be seen of it alone. */
interface Line {
  cells: readonly GridCell[]
  number: number
  /** Whether nothing but empty lines stands right above it, or right below. */
  gapAbove: boolean
  gapBelow: boolean
  filled: number
  /** One cell, or the same in all. */
  lone: boolean
}

/** A head stands within so many lines from the top. */
const DEEPEST_HEAD = 60

/** Finds the table in a grid: where its head is, which lines above and below are titles and notes. */
export function findTable(grid: Grid, file: string): Found {
  const lines = linesOf(grid)
  const [first] = lines
  if (!first) return nothing([{ place: { file, line: 1, column: 1 }, message: EMPTY }])
  const isData = dataTest(lines)
  const head = grid.headed ? 0 : headOf(lines, isData)
  const second = grid.headed ? undefined : secondHead(lines, head)
  const body = lines.slice(Math.max(head, second ?? 0) + 1)
  const end = grid.headed ? body.length : endOf(body, lines[head] as Line, isData)
  const columns = headCells(
    lines[head] as Line,
    second === undefined ? undefined : lines[second],
    second !== undefined && second < head,
  )
  const above = lines.slice(0, Math.min(head, second ?? head)).map(textOf)
  const read = rowsOf(body.slice(0, end), columns, lines[head] as Line)
  const problems = [...read.problems, ...(grid.headed ? [] : headless(columns, read.rows))]
  return {
    ...withoutEmptyColumns(columns, read.rows),
    above,
    below: body.slice(end).map(textOf),
    leftOut: read.leftOut,
    notes: read.notes,
    problems,
  }
}

const EMPTY = 'found an empty file, expected a line with the names of the columns and a line for each row'

function nothing(problems: readonly Problem[]): Found {
  return { columns: [], rows: [], above: [], below: [], leftOut: [], notes: [], problems }
}

const textOf = ({ cells }: Line) => [...new Set(cells.map(({ text }) => trimmed(text)).filter((text) => text !== ''))].join(', ')

/** The lines with anything in them. Rules that only look well, as under a head, are none. */
function linesOf({ lines }: Grid): Line[] {
  let end = 0
  const found: Line[] = []
  for (const cells of lines) {
    const texts = cells.map(({ text }) => trimmed(text)).filter((text) => text !== '')
    if (texts.length === 0 || texts.every((text) => /^[-=+:_|]{3,}$/.test(text))) continue
    const number = cells[0]?.place.line ?? end + 1
    const gap = found.length > 0 && number > end + 1
    const last = found.at(-1)
    if (last && gap) last.gapBelow = true
    found.push({ cells, number, gapAbove: gap, gapBelow: false, filled: texts.length, lone: new Set(texts).size === 1 })
    end = Math.max(number, ...cells.map(({ text, place }) => place.line + text.split('\n').length - 1))
  }
  return found
}

/** Whether a line has numbers, or signs that they are missing, where most lines have numbers; years alone may name columns. */
function dataTest(lines: readonly Line[]): (line: Line) => boolean {
  const numeric = numericColumns(lines)
  return ({ cells, lone }) => {
    const held = cells.filter((_, column) => numeric.has(column)).map(({ text }) => trimmed(text))
    const numbers = held.filter((text) => readPrinted(text) && !isYear(text))
    return !lone && (numbers.length > 0 || (held.some(isMark) && held.every((text) => isMark(text) || isYear(text))))
  }
}

/** The fullest of the lines before the first that is data; keys and dates name no columns. */
function headOf(lines: readonly Line[], isData: (line: Line) => boolean): number {
  const first = lines.findIndex(isData)
  if (first === -1)
    return Math.max(
      0,
      lines.findIndex(({ lone }) => !lone),
    )
  const candidates = lines
    .slice(0, Math.min(Math.max(first, 1), DEEPEST_HEAD))
    .map((line, index) => ({ index, score: headScore(line, index) }))
  return candidates.reduce((best, each) => (each.score > best.score ? each : best)).index
}

/** `..` says that a value is missing; nothing at all may be the room above a column. */
const isMark = (text: string) => text !== '' && isMissing(text)

function headScore({ cells, filled, lone, gapBelow }: Line, index: number): number {
  const [key = ''] = cells.map(({ text }) => trimmed(text))
  const isKey = /:$/.test(key) || cells.some(({ text }) => isDate(text))
  return (lone ? 0 : filled) / (gapBelow ? 4 : 1) / (isKey ? 2 : 1) - index / 1000
}

const isDate = (text: string) => /^\d{1,4}[-./]\d{1,2}[-./]\d{1,4}$/.test(trimmed(text))
const isYear = (text: string) => /^(?:1[5-9]|20|21)\d\d$/.test(text)

/** Columns of which most cells are numbers. */
function numericColumns(lines: readonly Line[]): Set<number> {
  const width = Math.max(...lines.map(({ cells }) => cells.length))
  const full = lines.filter(({ lone }) => !lone)
  return new Set(
    Array.from({ length: width }, (_, column) => column).filter((column) => {
      const held = full.map(({ cells }) => trimmed(cells[column]?.text ?? '')).filter((text) => text !== '' && !isMissing(text))
      return held.length > 0 && held.filter((text) => readPrinted(text)).length >= held.length / 2
    }),
  )
}

/** A head of two lines: the one above names groups of columns, or the one below says units. */
function secondHead(lines: readonly Line[], head: number): number | undefined {
  const [above, line, below] = [lines[head - 1], lines[head], lines[head + 1]]
  const empty = (each: Line | undefined) => trimmed(each?.cells[0]?.text ?? '') === ''
  const same = (each: Line) => trimmed(each.cells[0]?.text ?? '') === trimmed(line?.cells[0]?.text ?? '')
  if (above && line && !line.gapAbove && !above.lone && (empty(above) || empty(line) || same(above))) return head - 1
  const isPart = (text: string) => trimmed(text) === '' || isYear(trimmed(text)) || !readPrinted(text)
  const isSpanned = below && same(below) && textOf(below) !== textOf(line as Line)
  const isUnits =
    below && !below.gapAbove && (empty(below) || isSpanned) && below.filled > 1 && below.cells.every(({ text }) => isPart(text))
  const rest = lines.slice(head + 2, head + 8)
  return isUnits && rest.length > 0 && rest.every((each) => !empty(each)) ? head + 1 : undefined
}

/** The names of the columns, on one line each, without marks of footnotes. */
function headCells({ cells }: Line, second: Line | undefined, isAbove: boolean): GridCell[] {
  const own = cells.map((cell) => ({ ...cell, text: headText(cell.text) }))
  if (!second) return own
  const [upper, lower] = isAbove ? [second.cells, cells] : [cells, second.cells]
  const width = Math.max(upper.length, lower.length)
  let group = ''
  return Array.from({ length: width }, (_, column) => {
    const [over, under] = [headText(upper[column]?.text ?? ''), headText(lower[column]?.text ?? '')]
    if (over !== '') group = over
    else if (column > 0 && under !== '') return cellLike(lower[column] ?? upper[column], `${group} ${under}`.trim())
    const text = over === under || under === '' ? over : over === '' ? under : `${over} ${under}`
    return cellLike(upper[column] ?? lower[column], text)
  })
}

function cellLike(cell: GridCell | undefined, text: string): GridCell {
  return { text, place: cell?.place ?? { file: '', line: 1, column: 1 } }
}

function headText(text: string): string {
  return withoutFootnotes(trimmed(text).replace(/\s+/g, ' '))
    .text.replace(/(?<=\S)\s*:$/, '')
    .replace(/^"(.*)"$/, '$1')
}

/** What begins a line below a table. */
const NOTE =
  /^(?:(?:sources?|notes?|quellen?|anmerkung(?:en)?|hinweise?|stand|last updated|retrieved|fuente|fonte)\b\s*[:：]|\(\d+ rows?\)$|©|copyright\b|[*†‡¹²³]|\[\w{1,2}\]\s|\d{1,2}\)\s|".{1,3}" ?=|\.\. ?=|- ?=)/i

/** Where the rows end: at a note, at lone lines after a gap, or at another table. */
function endOf(body: readonly Line[], head: Line, isData: (line: Line) => boolean): number {
  const note = body.findIndex(
    ({ cells, lone }, index) =>
      index > 0 && (lone || cells.length < head.cells.length) && NOTE.test(trimmed(cells[0]?.text ?? '')),
  )
  // Another head after a gap begins another table.
  const other = body.findIndex((line, index) => {
    const next = body[index + 1]
    const isHead = index > 0 && line.gapAbove && line.filled > 1 && !isData(line)
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
  const problems: Problem[] = []
  const leftOut: LeftOut[] = []
  const short: number[] = []
  const heads = columns.map(({ text }) => text).join('\n')
  for (const line of body) {
    const cells = line.cells.map((cell) => ({ ...cell, text: trimmed(cell.text) }))
    const beyond = cells.slice(width).find(({ text }) => text !== '')
    if (cells.map(({ text }) => headText(text)).join('\n') === heads) {
      leftOut.push({ line: line.number, name: cells[0]?.text ?? '', why: 'it is the head again' })
    } else if (beyond) problems.push(tooLong(cells, head))
    else {
      if (cells.length < width && cells.length < head.cells.length) short.push(line.number)
      const last = cells.at(-1)?.place ?? { file: '', line: line.number, column: 1 }
      rows.push(columns.map((_, column) => cells[column] ?? { text: '', place: last }))
    }
  }
  const notes =
    short.length > 0 && short.length < body.length
      ? [`${linesText(short)} shorter than the head: the rest is taken as empty`]
      : []
  return { rows, problems, leftOut, notes }
}

function linesText(lines: readonly number[]): string {
  const named = `${lines.slice(0, 6).join(', ')}${lines.length > 6 ? ', …' : ''}`
  return lines.length === 1 ? `line ${named} is` : `lines ${named} are`
}

function tooLong(cells: readonly GridCell[], { cells: { length }, number }: Line): Problem {
  const message = `found ${cells.length} cells, expected ${length} as in line ${number}; put quotes around a cell that contains the mark between cells`
  return { message, ...(cells[0] && { place: cells[0].place }) }
}

/** A head of numbers above numbers is a row; years and other numbers may name the columns of a wide table. */
function headless(columns: readonly GridCell[], rows: Found['rows']): Problem[] {
  const isNumber = (text: string | undefined) => text !== undefined && readPrinted(text) !== undefined
  const numbers = columns.filter(
    ({ text }, column) => isNumber(text) && !isYear(text) && rows.some((cells) => isNumber(cells[column]?.text)),
  )
  const [number] = numbers
  if (!number || (columns.length > 3 && numbers.length < columns.length / 2)) return []
  return [
    {
      place: number.place,
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
