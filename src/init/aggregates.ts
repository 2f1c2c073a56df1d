import type { LeftOut } from '../table/find-table.ts'
import { placeCode } from '../table/places.ts'
import type { SourceCell, SourceTable } from '../table/source-table.ts'
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
  /^(?:(?:overall |weighted |simple |\S+ )?(?:average|mean|median)|avg\.?|(?:all items|overall) index|all items|gesamtindex|(?:\S+[ -])?(?:durchschnitt|mittelwert)|moyenne|promedio)[:.]?$/iu
/** What is counted beside those who stand for an election. */
const TALLY =
  /^(?:majority|turnout|(?:rejected|spoil[et]d?|(?:in)?valid|blank|total) (?:ballots|votes)|registered (?:voters|electors)|electorate|(?:abgegebene |un)?gültige(?: (?:zweit|erst)?stimmen)?|wahlberechtigte|wahlbeteiligung|wähler(?:innen)?\b.*)$/iu
const WORLD = /^(?:the )?(?:world(?:wide)?|global|earth|welt(?:weit)?|mundo|monde|mondo|wereld|世界|全世界|العالم|העולם)$/iu
/** Groups of places that statistics list among the places themselves. */
const PLACES =
  /^(?:world\b.*|.*\bincome(?: \(.*\)| countr\w+)?|.*\b(?:IDA|IBRD)\b.*|euro area|eurozone|european union.*|europäische union.*|e[ua][ -]?\d{2}.*|arab world|oecd.*|g7|g20|brics|sub-saharan.*|.*\(excluding high income\).*|least developed.*|.*small states|africa(?: (?:eastern|western|southern|northern).*)?|asia|europe|oceania|americas?|east asia.*|europe (?:and|&).*|latin america.*|(?:north|south|central|latin|northern|southern|eastern|western) (?:america|africa|asia|europe).*|afrika|asien|europa|ozeanien|amerika|middle east.*|.*demographic dividend|fragile and conflict.*|heavily indebted.*|.* \((?:un|wb|who|fao)\))$/iu

/** Parts of a state of the world; the only one of them that is on the map of the world is the whole. */
const PARTS =
  /\b(?:bundesland|bundesländer|states?|provinces?|provinz|regions?|kantone?|cantons?|counties|county|department|district)\b/i

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
  const plain = ({ text, ...cell }: SourceCell) => ({ ...cell, text: text.replace(POINT, '') })
  const rows = table.rows.filter((_, row) => !without.has(row)).map((cells) => cells.map(plain))
  return { ...table, rows, leftOut: [...table.leftOut, ...leftOut] }
}

/** The line of a file on which a row stands. */
export function lineOf({ rows }: SourceTable, row: number): number {
  return rows[row]?.[0]?.location.line ?? 0
}

/** A column, and what all of its cells have to be looked at for. */
interface Whole extends Analysed {
  ranks: ReturnType<typeof ranksOf>
  texts: readonly string[]
  /** How often each text is there. */
  times: ReadonlyMap<string, number>
  held: readonly number[]
  sum: number
  least: number
  most: number
}

function wholeOf(column: Analysed): Whole {
  const texts = column.cells.map(({ text }) => text)
  const times = new Map([...Map.groupBy(texts, (text) => text)].map(([text, { length }]) => [text, length]))
  const held = (column.numbers ?? []).filter((number) => number !== null)
  const [least, most] = extentOf(held)
  return { ...column, ranks: ranksOf(column), texts, times, held, sum: held.reduce((sum, each) => sum + each, 0), least, most }
}

function aggregatesOf(analysed: readonly Analysed[], count: number): Aggregate[] {
  if (count < 3) return []
  const columns = analysed.map(wholeOf)
  const spoken = columns.filter(({ kind, numbers }) => kind === 'text' || (!numbers && kind === 'code'))
  const named = [...spoken, ...columns.filter(({ ranks }) => ranks)]
  // What several rows have names no sum of them.
  const wordsOf = (row: number) =>
    named.map(({ texts, times }) => ((times.get(texts[row] ?? '') ?? 0) <= 2 ? (texts[row] ?? '') : ''))
  const rows = [...Array(count).keys()]
  const foot = rows.filter((row) => wordsOf(row).some((word) => TALLY.test(word) || TOTAL.test(word)))
  const end = (rows.findLast((row) => !foot.includes(row)) ?? count - 1) + 1
  const places = rows.filter((row) => spoken.some(({ texts }) => isGroupOfPlaces(texts[row] ?? '')))
  const onMap = Math.max(
    0,
    ...spoken.map(({ texts }) => texts.filter((text) => placeCode('world', text) ?? /^[A-Z]{2}$/.test(text)).length),
  )
  const arePlaces = places.length > 0 && places.length <= count * MOST && onMap > (count - places.length) / 2

  return rows.flatMap((row): Aggregate[] => {
    const is = (pattern: RegExp) => wordsOf(row).some((word) => pattern.test(word))
    const isEnd = row === 0 || row === count - 1
    const amounts = amountsAt(columns, row)
    const isRanked = columns.some((column) => isCalledRank(column) && typeof column.ranks?.[row] === 'number')
    const isOutside = !isRanked && isEnd
    const isLarge = amounts.some(isAllTheOthers) || (isOutside && isLargest(amounts))
    const found = (why: string): Aggregate[] => [{ row, why }]
    const sure = (why: string): Aggregate[] => [{ row, why, isSure: true }]
    if (row > 0 && spoken.some(({ texts }) => WITHIN.test(texts[row] ?? ''))) return sure('it is a part of another')
    if (row > count / 2 && is(TALLY)) return sure('it counts the vote itself')
    if (spoken.some((column) => isOfPart(column, row))) return sure('it sums up a part of the others')
    if (spoken.some((column) => isAbovePoints(column, row))) return sure('it sums up others')
    if (is(TOTAL) && isLarge) return found('it is a total')
    const isMean = is(MEAN) && (isOutside || amounts.some(isBetween))
    if (isMean && !isRanked) return found('it is an average')
    if (is(WORLD) && (isLarge || isOutside || arePlaces)) return found('it sums up the others')
    if (arePlaces && places.includes(row) && !isRanked) return found('it sums up others')
    if (is(REST) && row >= end - 2 && amounts.some((each) => isOutOfOrder(each, row))) return sure('it sums up the rest')
    if (isEnd && spoken.some((column) => isTheirState(column, row, amounts))) return found('it is the whole of the others')
    if (isEnd && isWhole(columns, amounts)) return found('it is the whole of the others')
    return isEnd && amounts.some(isExactSum) ? found('it is the sum of the others') : []
  })
}

/** Whether a row is called a sum of some others, or after what they have in the same column. */
function isOfPart({ texts, times }: Whole, row: number): boolean {
  const [, ...of] = OF.exec(texts[row] ?? '') ?? []
  return PART.test(texts[row] ?? '') || of.some((common) => common !== undefined && times.has(common))
}

/** Whether a row alone is on the map of the world, in a column of parts of it or with as much as all the others. */
function isTheirState({ header, texts }: Whole, row: number, amounts: readonly AmountAt[]): boolean {
  const isState = (text = '') => placeCode('world', text) !== undefined && placeCode('states', text) === undefined
  const isAll = PARTS.test(header) || amounts.some(isAllTheOthers)
  return isAll && texts.length > 3 && isState(texts[row]) && texts.filter(isState).length === 1
}

/** Offices of statistics set a point before the parts of a whole. */
const POINT = /^\.(?=\p{L})/u

function isAbovePoints({ texts }: Whole, row: number): boolean {
  return !POINT.test(texts[row] ?? '') && texts.filter((text) => POINT.test(text)).length * 2 > texts.length
}

/** A place of the map is one of its own, whatever its name begins with. */
function isGroupOfPlaces(text: string): boolean {
  return PLACES.test(text) && placeCode('world', text) === undefined
}

function nameOf(columns: readonly Analysed[], row: number): string {
  const said = columns.filter(({ distinct }) => distinct > 1).map(({ cells, kind }) => ({ text: cells[row]?.text ?? '', kind }))
  const name = said.find(({ kind, text }) => kind === 'text' && /\p{L}/u.test(text)) ?? said.find(({ text }) => TOTAL.test(text))
  return name?.text ?? ''
}

/** A number of a row beside those of its column. */
interface AmountAt extends Whole {
  own: number
  /** What the others come to. */
  others: number
  isShare: boolean
}

function amountsAt(columns: readonly Whole[], row: number): AmountAt[] {
  return columns.flatMap((column) => {
    const own = column.numbers?.[row] ?? null
    if (own === null || column.isYear) return []
    return [{ ...column, own, others: column.sum - own, isShare: column.unit?.startsWith('%') === true }]
  })
}

const isLargest = (amounts: readonly AmountAt[]) => amounts.length === 0 || amounts.some(({ own, most }) => own === most)
const isBetween = ({ own, least, most }: AmountAt) => least < own && own < most

/** Whether a row has the most of all down to it, or more than the one before where they fall. */
function isOutOfOrder({ numbers = [], own }: AmountAt, row: number): boolean {
  const before = numbers.slice(0, row)
  const isLow = before.some((number) => number !== null && number > own)
  return !isLow || (strictCourse(before) === 'falling' && own > (before.at(-1) ?? own))
}

/** At least about as much as all the others, or all of them by its own account. */
function isAllTheOthers({ own, others, isShare, held, least }: AmountAt): boolean {
  return held.length >= 3 && least >= 0 && (own >= 0.9 * others || (isShare && own === 100))
}

/**
 * All of a hundred per cent, of which the others are parts, and more than they in all other columns of numbers. Where they are
 * much less together, another column has to say so: what is slower than the first by half is no part of it.
 */
function isWhole(columns: readonly Whole[], amounts: readonly AmountAt[]): boolean {
  const isMore = ({ own, others, isShare, least }: AmountAt) => !isShare && least >= 0 && own >= others * 0.98
  const compared = amounts.filter(({ ranks }) => ranks === undefined)
  const isAll = ({ own, isShare, held, least, sum }: AmountAt) =>
    isShare && own === 100 && held.length > 3 && least >= 0 && sum <= 200.5 && (sum >= 190 || compared.some(isMore))
  const all = columns.filter(({ numbers, isYear, ranks }) => numbers && !isYear && ranks === undefined)
  return amounts.some(isAll) && compared.length === all.length && compared.every(({ own, most }) => own === most)
}

/** The sum of the others as far as rounding goes; what is the sum of a few by chance is small. */
function isExactSum({ own, others, digits, held, least }: AmountAt): boolean {
  const isMany = held.length >= (own > 10_000 ? 4 : 6)
  return isMany && least > 0 && Math.abs(own - others) <= (held.length - 1) * 0.5 * 10 ** -digits
}
