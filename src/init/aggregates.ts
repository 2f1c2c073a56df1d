import type { LeftOut } from '../table/find-table.ts'
import { placeCode } from '../table/places.ts'
import { isMissing } from '../table/printed-number.ts'
import type { SourceTable } from '../table/source-table.ts'
import type { Analysed } from './analyse-column.ts'
import { isCalledRank, ranksOf } from './find-rank.ts'

const TOTAL =
  /^(?:(?:grand|sub|overall|sum|global|world)?[ -]?totals?|(?:grand |sub)?totals?\b.*|.* total|.* (?:gesamt|insgesamt)|totals? (?:of|for) .*|sum|sums?|all|all (?:of them|rows|items|groups|sectors|regions|states)|overall|altogether|gesamt|insgesamt|summe|gesamtsumme|zwischensumme|gesamtergebnis|alle|total general|totaal|totale|totalt|итого|всего|合計|总计|总数|סה"כ|المجموع)[:.]?$/iu
/** Said of nothing else, however many there are. */
const PART = /^(?:sub[ -]?totals?|zwischensummen?|teilsummen?|sous-total|subtotal)\b/iu
const MEAN =
  /^(?:(?:overall |weighted |simple |\S+ )?(?:average|mean|median)|avg\.?|(?:\S+[ -])?(?:durchschnitt|mittelwert|mittel)|schnitt|moyenne|media|promedio)[:.]?$/iu
const WORLD = /^(?:the )?(?:world(?:wide)?|global|earth|welt(?:weit)?|mundo|monde|mondo|wereld|世界|全世界|العالم|העולם)$/iu
/** Groups of places that statistics list among the places themselves. */
const PLACES =
  /^(?:world\b.*|.*\bincome(?: \(.*\)| countr\w+)?|.*\b(?:IDA|IBRD)\b.*|euro area|eurozone|european union.*|europäische union.*|eu[ -]?\d{2}.*|arab world|oecd.*|g7|g20|brics|sub-saharan.*|.*\(excluding high income\).*|least developed.*|.*small states|africa(?: (?:eastern|western|southern|northern).*)?|asia|europe|oceania|americas?|east asia.*|europe (?:and|&).*|latin america.*|(?:north|south|central|latin|northern|southern|eastern|western) (?:america|africa|asia|europe).*|afrika|asien|europa|ozeanien|amerika|middle east.*|.*demographic dividend|fragile and conflict.*|heavily indebted.*|.* \((?:un|wb|who|fao)\))$/iu

/** A row that sums up others, and why it is taken for one. */
interface Aggregate {
  row: number
  why: string
}

/** So large a part of the rows may sum up the others. */
const MOST = 0.4

/**
 * Takes the rows out of a table that sum up others: a total, a mean, the world among its parts. A word alone is not enough
 * where the row could be a record like any other; its values or its missing rank have to say so, too.
 */
export function withoutAggregates(table: SourceTable, columns: readonly Analysed[]): SourceTable {
  const found = aggregatesOf(columns, table.rows.length)
  if (found.length === 0 || found.length > table.rows.length * MOST) return table
  const leftOut = found.map(({ row, why }): LeftOut => ({ line: lineOf(table, row), name: nameOf(columns, row), why }))
  const rows = table.rows.filter((_, row) => !found.some((each) => each.row === row))
  return { ...table, rows, leftOut: [...table.leftOut, ...leftOut] }
}

/** The line of a file on which a row stands. */
export function lineOf({ rows }: SourceTable, row: number): number {
  return rows[row]?.[0]?.location.line ?? 0
}

function aggregatesOf(columns: readonly Analysed[], count: number): Aggregate[] {
  if (count < 3) return []
  const texts = columns.filter(({ kind, numbers }) => kind === 'text' || (!numbers && kind === 'code'))
  const places = rowsWhere(count, (row) => texts.some(({ cells }) => isGroupOfPlaces(cells[row]?.text ?? '')))
  const arePlaces = places.length > 1 && places.length <= count * MOST && count - places.length >= 8
  return rowsWhere(count, () => true).flatMap((row): Aggregate[] => {
    const words = [...texts, ...columns.filter((column) => ranksOf(column))].map((column) => wordIn(column, row))
    const is = (pattern: RegExp) => words.some((word) => pattern.test(word))
    if (texts.some(({ cells }) => PART.test(cells[row]?.text ?? ''))) return [{ row, why: 'it sums up a part of the others' }]
    const unranked = lacksRank(columns, row)
    const isOutside = unranked || (!hasRank(columns, row) && (row === 0 || row === count - 1))
    const isLarge = unranked || sumsUp(columns, row) || (isOutside && isLargest(columns, row))
    if (is(TOTAL) && isLarge) return [{ row, why: 'it is a total' }]
    if (is(MEAN) && (isOutside || (!hasRank(columns, row) && isBetween(columns, row)))) return [{ row, why: 'it is an average' }]
    if (is(WORLD) && (isLarge || isOutside || arePlaces)) return [{ row, why: 'it sums up the others' }]
    if (arePlaces && places.includes(row) && !hasRank(columns, row)) return [{ row, why: 'it sums up others' }]
    const isSum = count > 5 && (row === count - 1 || row === 0) && isExactSum(columns, row)
    return isSum ? [{ row, why: 'it is the sum of the others' }] : []
  })
}

/** A place of the map is one of its own, whatever its name begins with. */
function isGroupOfPlaces(text: string): boolean {
  return PLACES.test(text) && placeCode('world', text) === undefined
}

/** What a row has of its own in a column; what others have, too, names no sum of them. */
function wordIn({ cells }: Analysed, row: number): string {
  const text = cells[row]?.text ?? ''
  return cells.filter((cell) => cell.text === text).length <= 2 ? text : ''
}

function rowsWhere(count: number, is: (row: number) => boolean): number[] {
  return Array.from({ length: count }, (_, row) => row).filter(is)
}

function nameOf(columns: readonly Analysed[], row: number): string {
  const texts = columns.filter(({ kind, numbers }) => kind === 'text' && !numbers).map(({ cells }) => cells[row]?.text ?? '')
  const words = columns.map(({ cells }) => cells[row]?.text ?? '').filter((text) => TOTAL.test(text))
  return texts.find((text) => text !== '' && !isMissing(text)) ?? words[0] ?? ''
}

/** Where the others have a rank. */
function lacksRank(columns: readonly Analysed[], row: number): boolean {
  return columns.some((column) => {
    const text = column.cells[row]?.text ?? ''
    const ranks = ranksOf(column)
    return (
      ranks !== undefined &&
      (isMissing(text) || TOTAL.test(text)) &&
      ranks.filter((rank) => rank === null).length * 4 <= ranks.length
    )
  })
}

function hasRank(columns: readonly Analysed[], row: number): boolean {
  return columns.some((column) => isCalledRank(column) && typeof ranksOf(column)?.[row] === 'number')
}

function isLargest(columns: readonly Analysed[], row: number): boolean {
  const own = columns.flatMap(({ numbers, isYear }) => (numbers && !isYear ? [{ numbers, value: numbers[row] }] : []))
  return (
    own.every(({ value }) => value === null) ||
    own.some(({ numbers, value }) => typeof value === 'number' && othersOf(numbers, row).every((other) => other <= value))
  )
}

function othersOf(numbers: readonly (number | null)[], row: number): number[] {
  return numbers.filter((number, other): number is number => number !== null && other !== row)
}

/** At least about as much as all the others, or all of them by its own account. */
function sumsUp(columns: readonly Analysed[], row: number): boolean {
  return columns.some(({ numbers, unit }) => {
    const [own, others] = [numbers?.[row], othersOf(numbers ?? [], row)]
    if (own === null || own === undefined || others.length < 2 || others.some((number) => number < 0)) return false
    return own >= 0.9 * others.reduce((sum, number) => sum + number, 0) || (unit?.startsWith('%') === true && own === 100)
  })
}

function isExactSum(columns: readonly Analysed[], row: number): boolean {
  return columns.some(({ numbers, digits, isYear }) => {
    const [own, others] = [numbers?.[row], othersOf(numbers ?? [], row)]
    if (own === null || own === undefined || others.length < 5 || isYear) return false
    const sum = others.reduce((total, number) => total + number, 0)
    return own !== 0 && others.every((number) => number > 0) && Math.abs(own - sum) <= others.length * 0.5 * 10 ** -digits
  })
}

function isBetween(columns: readonly Analysed[], row: number): boolean {
  return columns.some(({ numbers }) => {
    const [own, others] = [numbers?.[row], othersOf(numbers ?? [], row)]
    return typeof own === 'number' && others.some((number) => number < own) && others.some((number) => number > own)
  })
}
