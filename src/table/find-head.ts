import { extentOf } from '../util/extent.ts'
import { withoutFootnotes } from './footnotes.ts'
import { type Grid, type GridCell, trimmed } from './grid.ts'
import { isMissing, readPrinted } from './printed-number.ts'

/** A line of a grid, and what can be seen of it alone. */
export interface Line {
  cells: readonly GridCell[]
  number: number
  /** Whether nothing but empty lines stands right above it, or right below. */
  gapAbove: boolean
  gapBelow: boolean
  filled: number
  /** One cell, or the same in all. */
  lone: boolean
}

/** The head of a table: the names of its columns, and the lines `from` to before `to` that they stand on. */
interface Head {
  /** Its chief line. */
  line: Line
  columns: readonly GridCell[]
  from: number
  to: number
}

/** Finds the head of a table, on one line or two; the first line where it is known to be `headed`. */
export function findHead(lines: readonly Line[], headed: boolean, isData: (line: Line) => boolean): Head {
  const at = headed ? 0 : headOf(lines, isData)
  const second = headed ? at : (secondHead(lines, at) ?? at)
  const [from, to] = [Math.min(at, second), Math.max(at, second) + 1]
  const line = lines[at] as Line
  const spread = headed ? undefined : spanned(lines.slice(0, at + 1), lines.slice(at + 1))
  if (spread) return { line: { ...line, cells: spread[1] }, columns: headCells(spread), from: at - 1, to: at + 1 }
  return { line, columns: headCells(lines.slice(from, to).map(({ cells }) => cells)), from, to }
}

/**
 * A head of two lines as a page is copied, on which a cell stands once whatever it spans: `Name, Mass, Size` above `1990, 2000,
 * 1990, 2000` above rows of five. The cells of the upper line that span no others are those above words, else the first.
 */
function spanned(heads: readonly Line[], [row, ...rows]: readonly Line[]): [GridCell[], GridCell[]] | undefined {
  const [above, below] = heads.slice(-2).map(({ cells }) => cells)
  const width = row?.cells.length ?? 0
  if (!above || !below || heads.at(-1)?.gapAbove || !rows.every(({ cells }) => cells.length <= width)) return undefined
  const alone = width - below.length
  const each = below.length / (above.length - alone)
  if (alone < 1 || alone >= above.length || above.length >= width || !Number.isInteger(each)) return undefined
  const isWord = (column: number) => !readPrinted(trimmed(row?.cells[column]?.text ?? ''))
  // Where the cells that stand alone begin, from the first place on.
  const begins = above.slice(0, above.length - alone + 1).map((_, at) => at)
  const begin = begins.find((at) => Array.from({ length: alone }, (_, index) => at * each + index).every(isWord)) ?? 0
  const isAlone = (at: number) => at >= begin && at < begin + alone
  const empty = (cell: GridCell) => ({ ...cell, text: '' })
  return [
    above.flatMap((cell, at) => (isAlone(at) ? [cell] : Array.from({ length: each }, () => cell))),
    [...below.slice(0, begin * each), ...above.slice(begin, begin + alone).map(empty), ...below.slice(begin * each)],
  ]
}

/** A head stands within so many lines from the top. */
const DEEPEST_HEAD = 60

/** What a line says, each text once. */
export const textOf = ({ cells }: Line) =>
  [...new Set(cells.map(({ text }) => trimmed(text)).filter((text) => text !== ''))].join(', ')

/** The lines with anything in them. Rules that only look well, as under a head, are none. */
export function linesOf({ lines }: Grid): Line[] {
  let end = 0
  const found: Line[] = []
  for (const cells of lines) {
    const texts = cells.map(({ text }) => trimmed(text)).filter((text) => text !== '')
    if (texts.length === 0 || texts.every((text) => /^[-=+:_|─━═┌┐└┘├┤┬┴┼│╔╗╚╝╠╣╦╩╬║]{3,}$/.test(text))) continue
    const number = (cells[0] as GridCell).location.line
    const gap = found.length > 0 && number > end + 1
    const last = found.at(-1)
    if (last && gap) last.gapBelow = true
    found.push({ cells, number, gapAbove: gap, gapBelow: false, filled: texts.length, lone: new Set(texts).size === 1 })
    end = cells.reduce((last, { text, location }) => Math.max(last, location.line + text.split('\n').length - 1), number)
  }
  return found
}

/** Whether a line has numbers, or signs that they are missing, where most lines have numbers; years alone may name columns. */
export function dataTest(lines: readonly Line[]): (line: Line) => boolean {
  const numeric = numericColumns(lines)
  return ({ cells, lone }) => {
    const held = cells.filter((_, column) => numeric.has(column)).map(({ text }) => trimmed(text))
    // `2023 data` names a column.
    const isTime = (text: string) => isYear(text) || isDate(text) || /^(?:19|20)\d\d \p{L}{4}/u.test(text)
    const numbers = held.filter((text) => readPrinted(text) && !isTime(text))
    return !lone && (numbers.length > 0 || (held.some(isMark) && held.every((text) => isMark(text) || isTime(text))))
  }
}

/** The fullest of the lines before the first that is data; keys and dates name no columns. */
function headOf(lines: readonly Line[], isData: (line: Line) => boolean): number {
  // A title may hold a number and what splits cells, above a fuller head.
  const second = lines.findIndex((line, index) => index > 0 && isData(line))
  const isTitle = lines.slice(1, Math.max(second, 1)).some(({ filled, lone }) => !lone && filled > (lines[0]?.filled ?? 0))
  // Nor is a line the first row that has only half as many cells as most have, such as a balance above bookings.
  const usual = usualFill(lines)
  const first = isTitle ? second : lines.findIndex((line) => isData(line) && (line.filled > 2 || line.filled * 2 > usual))
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

/** How many cells most lines have. */
function usualFill(lines: readonly Line[]): number {
  const alike = [...Map.groupBy(lines, ({ filled }) => filled)]
  return alike.sort(([, a], [, b]) => b.length - a.length)[0]?.[0] ?? 0
}

/** `..` says that a value is missing; nothing at all may be the room above a column. */
const isMark = (text: string) => text !== '' && isMissing(text)

function headScore({ cells, filled, lone, gapBelow }: Line, index: number): number {
  const [key = ''] = cells.map(({ text }) => trimmed(text))
  const isKey = /:$/.test(key) || cells.some(({ text }) => isDate(text))
  // Above one column of numbers, its name may stand alone.
  const isName = lone && filled === 1 && key === ''
  return (isName ? 0.5 : lone ? 0 : filled) / (gapBelow ? 4 : 1) / (isKey ? 2 : 1) - index / 1000
}

/** So may days. */
export const isDate = (text: string) => /^\d{1,4}[-./]\d{1,2}[-./]\d{1,4}$/.test(trimmed(text))
/** Years may name the columns of a wide table, some with their unit, provisional ones with a letter. */
export const isYear = (text: string) => /^(?:1[5-9]|20|21)\d\d(?:\s?\([^()\d]{1,20}\)|[a-z*])?$/.test(text)

/** Columns of which most cells are numbers. */
function numericColumns(lines: readonly Line[]): Set<number> {
  const [, width] = extentOf(lines.map(({ cells }) => cells.length))
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
  const isPart = (text: string) => trimmed(text) === '' || isYear(trimmed(text)) || trimmed(text) === "'000" || !readPrinted(text)
  const isSpanned = below && same(below) && textOf(below) !== textOf(line as Line)
  const isUnits =
    below && !below.gapAbove && (empty(below) || isSpanned) && below.filled > 1 && below.cells.every(({ text }) => isPart(text))
  const rest = lines.slice(head + 2, head + 8)
  return isUnits && rest.length > 0 && rest.every((each) => !empty(each)) ? head + 1 : undefined
}

/** The names of the columns, on one line each, without marks of footnotes. */
function headCells([upper = [], lower]: readonly Line['cells'][]): GridCell[] {
  if (!lower) return upper.map((cell) => ({ ...cell, text: headText(cell.text) }))
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
  return { text, location: cell?.location ?? { file: '', line: 1, column: 1 } }
}

/** The name of a column without marks of footnotes, quotes and a colon; pandas calls columns that have none `Unnamed: 0`. */
export function headText(text: string): string {
  return withoutFootnotes(trimmed(text).replace(/\s+/g, ' '))
    .text.replace(/(?<=\S)\s*:$/, '')
    .replace(/^"(.*)"$/, '$1')
    .replace(/^Unnamed: \d+(?:_level_\d+)?$/, '')
}
