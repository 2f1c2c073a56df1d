import type { LeftOut } from '../table/find-table.ts'
import { placeCode } from '../table/places.ts'
import { isMissing } from '../table/printed-number.ts'
import type { SourceTable } from '../table/source-table.ts'
import { extentOf } from '../util/extent.ts'
import type { Analysed } from './analyse-column.ts'
import { isCalledRank, ranksOf, strictCourse } from './find-rank.ts'

const TOTAL =
  /^(?:(?:grand|sub|overall|sum|global|world)?[ -]?totals?|(?:grand |sub)?totals?\b.*|.* total|.* (?:gesamt|insgesamt)|totals? (?:of|for) .*|sum|sums?|all|all (?:of them|rows|items|groups|sectors|regions|states)|overall|altogether|gesamt|insgesamt|summe|gesamtsumme|zwischensumme|gesamtergebnis|alle|total general|totaal|totale|totalt|итого|всего|合計|总计|总数|סה"כ|المجموع)[:.]?$/iu
/** Said of nothing else, however many there are. */
const PART = /^(?:sub[ -]?totals?|zwischensummen?|teilsummen?|sous-total|subtotal)\b/iu
/** What is left of a whole; told as the largest of its parts it would end the story with nobody. */
const REST =
  /^(?:(?:all )?(?:the )?others?|other \p{L}+|rest(?: of (?:the )?world)?|(?:alle )?(?:andere|sonstige|übrige|restliche)[nrs]?|autres?|otr[oa]s|altri|overige)$/iu
/** Said of a part of the row above. */
const WITHIN = /^(?:darunter|davon|of which|thereof|dont|di cui|de los cuales)\b/iu
/** What a sum of rows is called after what they have in common: `North Total`, `Summe Nord`. */
const OF = /^(?:(?:sub)?totals?|summe|sous-total)\s+(?:of\s+|for\s+)?(.+)$|^(.+?)\s+(?:(?:sub)?totals?|gesamt|ergebnis|summe)$/iu
const MEAN =
  /^(?:(?:overall |weighted |simple |\S+ )?(?:average|mean|median)|avg\.?|(?:all items|overall) index|all items|gesamtindex|(?:\S+[ -])?(?:durchschnitt|mittelwert|mittel)|schnitt|moyenne|media|promedio)[:.]?$/iu
/** What is counted beside those who stand for an election. */
const TALLY =
  /^(?:majority|turnout|(?:rejected|spoil[et]d?|(?:in)?valid|blank|total) (?:ballots|votes)|registered (?:voters|electors)|electorate|(?:abgegebene |un)?gültige(?: (?:zweit|erst)?stimmen)?|wahlberechtigte|wahlbeteiligung|wähler(?:innen)?\b.*)$/iu
/** Said of other things, too, such as the press; what is meant is near the mean of the others. */
const PERHAPS_MEAN = /^(?:media|mittel|schnitt|mean)[:.]?$/i
const WORLD = /^(?:the )?(?:world(?:wide)?|global|earth|welt(?:weit)?|mundo|monde|mondo|wereld|世界|全世界|العالم|העולם)$/iu
/** Groups of places that statistics list among the places themselves. */
const PLACES =
  /^(?:world\b.*|.*\bincome(?: \(.*\)| countr\w+)?|.*\b(?:IDA|IBRD)\b.*|euro area|eurozone|european union.*|europäische union.*|eu[ -]?\d{2}.*|arab world|oecd.*|g7|g20|brics|sub-saharan.*|.*\(excluding high income\).*|least developed.*|.*small states|africa(?: (?:eastern|western|southern|northern).*)?|asia|europe|oceania|americas?|east asia.*|europe (?:and|&).*|latin america.*|(?:north|south|central|latin|northern|southern|eastern|western) (?:america|africa|asia|europe).*|afrika|asien|europa|ozeanien|amerika|middle east.*|.*demographic dividend|fragile and conflict.*|heavily indebted.*|.* \((?:un|wb|who|fao)\))$/iu

/** A row that sums up others, and why it is taken for one. */
interface Aggregate {
  row: number
  why: string
  /** Whether its words alone say it, however many there are. */
  isSure?: true
}

/** So large a part of the rows may sum up the others. */
const MOST = 0.4

/**
 * Takes the rows out of a table that sum up others: a total, a mean, the world among its parts. A word alone is not enough
 * where the row could be a record like any other; its values or its missing rank have to say so, too.
 */
export function withoutAggregates(table: SourceTable, columns: readonly Analysed[]): SourceTable {
  const all = aggregatesOf(columns, table.rows.length)
  const sure = all.filter(({ isSure }) => isSure)
  const found = all.length - sure.length > (table.rows.length - sure.length) * MOST ? sure : all
  if (found.length === 0) return table
  const leftOut = found.map(({ row, why }): LeftOut => ({ line: lineOf(table, row), name: nameOf(columns, row), why }))
  const without = new Set(found.map(({ row }) => row))
  const rows = table.rows.filter((_, row) => !without.has(row))
  return { ...table, rows, leftOut: [...table.leftOut, ...leftOut] }
}

/** The line of a file on which a row stands. */
export function lineOf({ rows }: SourceTable, row: number): number {
  return rows[row]?.[0]?.location.line ?? 0
}

/** A column, and what all of its cells have to be looked at for. */
interface Whole extends Analysed {
  ranks: ReturnType<typeof ranksOf>
  /** Rows without a rank. */
  unranked: number
  /** How often each text is there. */
  times: ReadonlyMap<string, number>
  held: readonly number[]
  sum: number
  least: number
  most: number
}

function wholeOf(column: Analysed): Whole {
  const times = new Map<string, number>()
  for (const { text } of column.cells) times.set(text, (times.get(text) ?? 0) + 1)
  const ranks = ranksOf(column)
  const held = (column.numbers ?? []).filter((number) => number !== null)
  const [least, most] = extentOf(held)
  const unranked = (ranks ?? []).filter((rank) => rank === null).length
  return { ...column, ranks, unranked, times, held, sum: held.reduce((sum, number) => sum + number, 0), least, most }
}

function aggregatesOf(analysed: readonly Analysed[], count: number): Aggregate[] {
  if (count < 3) return []
  const columns = analysed.map(wholeOf)
  const texts = columns.filter(({ kind, numbers }) => kind === 'text' || (!numbers && kind === 'code'))
  const named = [...texts, ...columns.filter(({ ranks }) => ranks)]
  const places = new Set(rowsWhere(count, (row) => texts.some(({ cells }) => isGroupOfPlaces(cells[row]?.text ?? ''))))
  const onMap = Math.max(0, ...texts.map(({ cells }) => cells.filter(({ text }) => placeCode('world', text)).length))
  const arePlaces = places.size > 0 && places.size <= count * MOST && onMap > (count - places.size) / 2
  const isFoot = (row: number) => named.some((column) => TALLY.test(wordIn(column, row)) || TOTAL.test(wordIn(column, row)))
  const end = (rowsWhere(count, (row) => !isFoot(row)).at(-1) ?? count - 1) + 1
  return rowsWhere(count, () => true).flatMap((row): Aggregate[] => {
    const words = named.map((column) => wordIn(column, row))
    const is = (pattern: RegExp) => words.some((word) => pattern.test(word))
    if (row > 0 && texts.some(({ cells }) => WITHIN.test(cells[row]?.text ?? '')))
      return [{ row, why: 'it is a part of another', isSure: true }]
    if (row > count / 2 && is(TALLY)) return [{ row, why: 'it counts the vote itself', isSure: true }]
    if (texts.some((column) => isOfPart(column, row))) return [{ row, why: 'it sums up a part of the others', isSure: true }]
    const unranked = lacksRank(columns, row)
    const isOutside = unranked || (!hasRank(columns, row) && (row === 0 || row === count - 1))
    const isLarge = unranked || sumsUp(columns, row) || (isOutside && isLargest(columns, row))
    if (is(TOTAL) && isLarge) return [{ row, why: 'it is a total' }]
    const isMean = is(PERHAPS_MEAN) ? isNearMean(columns, row) : isOutside || isBetween(columns, row)
    if (is(MEAN) && isMean && (unranked || !hasRank(columns, row))) return [{ row, why: 'it is an average' }]
    if (is(WORLD) && (isLarge || isOutside || arePlaces)) return [{ row, why: 'it sums up the others' }]
    if (arePlaces && places.has(row) && !hasRank(columns, row)) return [{ row, why: 'it sums up others' }]
    if (is(REST) && row >= end - 2 && isOutOfOrder(columns, row)) return [{ row, why: 'it sums up the rest', isSure: true }]
    if ((row === count - 1 || row === 0) && isWhole(columns, row)) return [{ row, why: 'it is the whole of the others' }]
    const isSum = (row === count - 1 || row === 0) && isExactSum(columns, row)
    return isSum ? [{ row, why: 'it is the sum of the others' }] : []
  })
}

/** Whether a row is called a sum of some others, or after what they have in the same column. */
function isOfPart({ cells, times }: Whole, row: number): boolean {
  const text = cells[row]?.text ?? ''
  const [, ...of] = OF.exec(text) ?? []
  return PART.test(text) || of.some((common) => common !== undefined && times.has(common))
}

/** A place of the map is one of its own, whatever its name begins with. */
function isGroupOfPlaces(text: string): boolean {
  return PLACES.test(text) && placeCode('world', text) === undefined
}

/** What a row has of its own in a column; what others have, too, names no sum of them. */
function wordIn({ cells, times }: Whole, row: number): string {
  const text = cells[row]?.text ?? ''
  return (times.get(text) ?? 0) <= 2 ? text : ''
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
function lacksRank(columns: readonly Whole[], row: number): boolean {
  return columns.some(({ cells, ranks, unranked }) => {
    const text = cells[row]?.text ?? ''
    return ranks !== undefined && (isMissing(text) || TOTAL.test(text)) && unranked * 4 <= ranks.length
  })
}

function hasRank(columns: readonly Whole[], row: number): boolean {
  return columns.some((column) => isCalledRank(column) && typeof column.ranks?.[row] === 'number')
}

function isLargest(columns: readonly Whole[], row: number): boolean {
  const own = columns.filter(({ numbers, isYear }) => numbers && !isYear)
  return own.every(({ numbers }) => numbers?.[row] === null) || own.some(({ numbers, most }) => numbers?.[row] === most)
}

/** Whether a row has the most of all down to it, or more than the one before where they fall. */
function isOutOfOrder(columns: readonly Whole[], row: number): boolean {
  return columns.some(({ numbers = [], isYear }) => {
    const [before, own] = [numbers.slice(0, row), numbers[row] ?? null]
    const isLow = before.some((number) => (number ?? Number.NEGATIVE_INFINITY) > (own ?? 0))
    return own !== null && !isYear && (!isLow || (strictCourse(before) === 'falling' && own > (before.at(-1) ?? own)))
  })
}

/** At least about as much as all the others, or all of them by its own account. */
function sumsUp(columns: readonly Whole[], row: number): boolean {
  return columns.some(({ numbers, unit, held, sum, least }) => {
    const own = numbers?.[row] ?? undefined
    if (own === undefined || held.length < 3 || least < 0) return false
    return own >= 0.9 * (sum - own) || (unit?.startsWith('%') === true && own === 100)
  })
}

/**
 * All of a hundred per cent, of which the others are parts, and more than they in all other columns of numbers. Where they are
 * much less together, another column has to say so: what is slower than the first by half is no part of it.
 */
function isWhole(columns: readonly Whole[], row: number): boolean {
  const isAll = ({ numbers, unit, held, sum, least }: Whole) =>
    unit?.startsWith('%') === true && numbers?.[row] === 100 && held.length > 3 && least >= 0 && sum <= 200.5
  const amounts = columns.filter(({ numbers, isYear, ranks }) => numbers && !isYear && ranks === undefined)
  const isMore = ({ numbers, unit, sum, least }: Whole) =>
    !unit?.startsWith('%') && least >= 0 && (numbers?.[row] ?? 0) >= (sum - (numbers?.[row] ?? 0)) * 0.98
  return (
    columns.some((column) => isAll(column) && (column.sum >= 190 || amounts.some(isMore))) &&
    amounts.every(({ numbers, most }) => numbers?.[row] === most)
  )
}

function isExactSum(columns: readonly Whole[], row: number): boolean {
  return columns.some(({ numbers, digits, isYear, held, least, sum }) => {
    const own = numbers?.[row] ?? undefined
    // What is the sum of a few by chance is small.
    if (own === undefined || isYear || least <= 0 || held.length < (own > 10_000 ? 4 : 6)) return false
    return Math.abs(own - (sum - own)) <= (held.length - 1) * 0.5 * 10 ** -digits
  })
}

/** How far from the mean of the others a weighted one may be, as a part of all that they span. */
const NEAR = 0.1

function isNearMean(columns: readonly Whole[], row: number): boolean {
  return columns.some(({ numbers, held, sum, least, most, isYear }) => {
    const own = numbers?.[row]
    if (typeof own !== 'number' || isYear || held.length < 3) return false
    return Math.abs(own - (sum - own) / (held.length - 1)) <= NEAR * (most - least)
  })
}

function isBetween(columns: readonly Whole[], row: number): boolean {
  return columns.some(({ numbers, least, most }) => {
    const own = numbers?.[row]
    return typeof own === 'number' && least < own && own < most
  })
}
