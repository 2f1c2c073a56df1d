import { ChoiceError } from '../table/choice.ts'
import { isDate } from '../table/find-head.ts'
import type { Location } from '../util/diagnostic.ts'
import { extentOf } from '../util/extent.ts'
import type { Analysed } from './analyse-column.ts'
import { isTimeOrLow } from './find-direction.ts'
import { isId, tellsApart } from './find-name.ts'
import { courseOf, isCalledRank, isRowNumber, type RankColumn, strictCourse } from './find-rank.ts'

/** A column of numbers. */
export type NumberColumn = Analysed & { numbers: readonly (number | null)[] }

/** Whether a column has numbers. */
export function isNumeric(column: Analysed): column is NumberColumn {
  return column.numbers !== undefined
}

/** Where something is. */
export const COORDINATE = /^(?:lat|latitude|lon|lng|long|longitude|x|y|z|breitengrad|längengrad)$/i

/** What a list is ranked by where it has it. */
const CHIEF =
  /\b(?:value|amount|tot|total|score|points?|pts|pkte?|count|population|pop|inhabitants|revenues?|sales|sold|turnover|gross|market cap|votes|visitors?|visits|views|downloads|users|subscribers|followers|stars|stargazers|mag|magnitude|finish|result|wert|betrag|anzahl|gesamt|punkte|einwohner(?:zahl)?|bevölkerung|umsatz|absatz|verkauft|verkäufe|besucher|ergebnis|\p{L}*(?:stimmen|ergebnis))\b/iu
/** What a list may be ranked by as well, so that it is not clear any more. */
const ALSO =
  /\b(?:size|area|volume|capacity|attendance|height|length|depth|weight|mass|time|duration|speed|distance|price|cost|salary|wages?|pay|fees?|rent|income|earnings|profit|budget|spend(?:ing)?|expenditure|production|emissions|goals|medals|wins|employees|jobs|deaths|cases|wealth|worth|rating|rate|density|per|je|pro|bewertung|g\.?d\.?p|number of .*|fläche|höhe|länge|tiefe|größe|gewicht|zeit|dauer|preis|kosten|gehalt|lohn|miete|gewinn|tore|siege|dichte|\p{L}+dichte)\b/iu

/** How sure a number is, and no measure itself. */
const SPREAD = /^(?:±|\+\/?-|s\.?d\.?|std\.?(?:[ _]?dev.*)?|std?err(?:or)?|error|margin(?: of error)?|moe|ci\b.*|uncertainty)$/i

/** Whether a column could rank the rows: numbers that are no year, code or place. */
export function canRank(column: Analysed): column is NumberColumn {
  const isOther = [COORDINATE, SPREAD].some((pattern) => pattern.test(column.header))
  const isCount = /^(?:index|idx)$/i.test(column.header) && column.digits === 0 && column.distinct === column.cells.length
  // What begins with a low line is what a program says of the row.
  const isElse = column.isYear || isOther || isCount || isId(column) || isStamp(column) || column.header.startsWith('_')
  return isNumeric(column) && !isElse
}

/** Seconds or milliseconds since 1970, as programs write the time of something. */
export function isStamp({ header, numbers = [] }: Analysed): boolean {
  const isOne = (number: number | null) => number === null || /^1\d{9}(?:\d{3})?$/.test(String(number))
  return (
    /(?:^|[_\s.])(?:time|timestamp|ts|date|updated|created|modified|at)$/i.test(header) &&
    numbers.length > 0 &&
    numbers.every(isOne)
  )
}

/** A year that a column's name is, ends in or begins with, and what stands beside it. */
function datedHead({ header }: Analysed): { year: number; before: string } | undefined {
  const [, before = '', year] =
    /^(.*?)\D?\b((?:1[5-9]|20)\d\d)(?:\s*\[YR\d+\]|\s*\([^()\d]+\)|\s?\p{L}{1,3}\.?)?\D?$/u.exec(header) ?? []
  const [, first, after = ''] = /^((?:1[5-9]|20)\d\d)\s+(\D+)$/.exec(header) ?? []
  if (year !== undefined) return { year: Number(year), before: before.trim() }
  return first === undefined ? undefined : { year: Number(first), before: after.trim() }
}

/** The year that a column is called after, and nothing else. */
export function yearOfHead(column: Analysed): number | undefined {
  const dated = datedHead(column)
  return dated && dated.before.length < 3 ? dated.year : undefined
}

/** The day or year that a column is called after, as it is written. */
export function timeOfHead(column: Analysed): string | undefined {
  return isDate(column.header) ? column.header : yearOfHead(column)?.toString()
}

/** So many columns called after years make a wide table. */
const WIDE = 3

/**
 * The column that ranks the rows: what the ranks go by, else what the rows are sorted by, else the one that is called a
 * measure. Throws ChoiceError where several are as likely.
 *
 * @param isByYear whether the names of the rows are years, which are no ranking
 */
export function findValue(
  columns: readonly Analysed[],
  rank: RankColumn | undefined,
  isByYear: boolean,
  location: Location,
): NumberColumn | undefined {
  const numeric = columns.filter((column) => column !== rank?.column).filter(isNumeric)
  const years = numeric.filter(({ isYear }) => isYear)
  const all = ablest(numeric, years.length > 0)
  const newest = newestOfEach(all)
  const arePeriods = newest.filter(({ header }) => PERIOD.test(header)).length > 2
  // What the parts of a year come to ranks the rows where it is there; else they are candidates, whatever they are sorted by.
  const candidates = arePeriods ? preferred(newest, ({ header }) => OF_PERIODS.test(header)) : newest
  if (candidates.length === 0) return onlyOf(years, location)
  const best = rank ? candidates.filter(({ numbers }) => strictCourse(numbers, rank.ranks)) : []
  // What follows the ranks but for some rows may do so by chance where something else is a measure.
  const followed = rank ? preferred(candidates, isMeasure).filter(({ numbers }) => courseOf(numbers, rank.ranks)) : []
  const telling = preferred(candidates, (column) => tellsApart(column) || column.distinct > 12)
  const measures = telling.filter(isMeasure)
  const isChief = measures.some(({ label }) => CHIEF.test(label))
  const sorted =
    isByYear || arePeriods ? [] : candidates.filter((column) => isSorted(column, measures, numeric.indexOf(column) + 1))
  // Lists begin with their largest; what rises meanwhile, as losses and gaps do, follows from that.
  const falling = preferred(
    preferred(sorted, ({ missing }) => missing === 0),
    ({ numbers }) => strictCourse(numbers) === 'falling',
  )
  return (
    sameOrder(chiefOf(best)) ??
    sameOrder(chiefOf(followed)) ??
    newestYear(all, candidates) ??
    sameOrder(chiefOf(falling)) ??
    (isChief && sameOrder(measures) ? sameOrder(chiefOf(measures)) : undefined) ??
    (telling.length === 1 ? telling[0] : undefined) ??
    amountAmongShares(preferred(candidates, ({ header }) => !CHANGE.test(header))) ??
    onlyOf(candidates, location)
  )
}

/** The columns that could rank the rows, without counts of the rows and what is the same in all as far as there are others. */
function ablest(numeric: readonly NumberColumn[], hasYears: boolean): readonly NumberColumn[] {
  const able = preferred(numeric.filter(canRank), (column) => !isCalledRank(column))
  const counted = able.filter((column) => !isRowNumber(column))
  if (counted.length > 0 || hasYears) return preferred(counted, ({ distinct }) => distinct > 1)
  // Ranks alone are no values.
  return able.filter((column) => !isCalledRank(column))
}

/** Of columns that go along one order, those that a list is ranked by where it has them. */
function chiefOf(columns: readonly NumberColumn[]): readonly NumberColumn[] {
  return preferred(columns, ({ label, unit }) => CHIEF.test(label) && !unit?.startsWith('%'))
}

/** Those of which something is true, where there are any; else all. */
function preferred<Column>(columns: readonly Column[], test: (column: Column) => boolean): readonly Column[] {
  const found = columns.filter(test)
  return found.length > 0 ? found : columns
}

/** Whether a column is named as something that lists are ranked by. */
export function isMeasure({ label }: Analysed): boolean {
  return CHIEF.test(label) || ALSO.test(label)
}

/** Few values rise by chance, and one of many columns falls by chance; lists mostly begin with their largest, in the first column. */
function isSorted(column: NumberColumn, measures: readonly Analysed[], place: number): boolean {
  const course = strictCourse(column.numbers)
  const isTold = tellsApart(column) || column.distinct > 3
  const later = measures.length > 0 ? 6 : place > 4 ? 5 : 4
  const least = measures.includes(column) ? 3 : place > 1 ? later : measures.length > 0 ? 4 : 3
  // What rises is a list of the shortest or the lowest, or of something else.
  const isOther = course === 'rising' && !isTimeOrLow(column)
  return isTold && course !== undefined && !isOther && column.numbers.length >= (course === 'rising' ? Math.max(least, 5) : least)
}

/** Parts of a year, each of which says as much as the others. */
const PERIOD =
  /^(?:q[1-4]|h[12]|kw ?\d+|week ?\d+|day ?\d+|jan(?:uary|uar)?|feb(?:ruary|ruar)?|mar(?:ch)?|märz?|apr(?:il)?|ma[yi]|june?|juni?|july?|juli?|aug(?:ust)?|sept?(?:ember)?|o[ck]t(?:ober)?|nov(?:ember)?|de[cz](?:ember)?)\b/i

/** What parts of a year come to. */
const OF_PERIODS = /\b(?:total|year|sum|ytd|overall|average|mean|gesamt|jahr|summe|durchschnitt)\b/i

/** Columns that put the rows in one order tell one story; amounts do before shares. */
function sameOrder(columns: readonly NumberColumn[]): NumberColumn | undefined {
  const [finest] = columns.toSorted((a, b) => b.distinct - a.distinct)
  if (!finest || !columns.every((column) => agree(finest, column))) return undefined
  return columns.find(({ unit }) => !unit?.startsWith('%')) ?? columns[0]
}

/** The one amount beside its own shares. */
function amountAmongShares(columns: readonly NumberColumn[]): NumberColumn | undefined {
  if (columns.length === 1) return columns[0]
  const amounts = columns.filter(({ unit, label }) => !unit?.startsWith('%') && !/^(?:share|percent|part|anteil)\b/i.test(label))
  return amounts.length === 1 ? sameOrder(columns) : undefined
}

const CHANGE =
  /^(?:(?:annual|yearly|monthly|weekly|daily|yoy) )?(?:change|veränderung|Δ|delta|growth|wachstum|zuwachs|diff(?:erence)?|trend)(?:\P{L}|$)|^[+±]|^\d+ ?[hdwmy]\b/iu

/** Whether a column never puts two rows the other way round than another does. */
function agree(one: NumberColumn, other: NumberColumn): boolean {
  const valueIn = ({ numbers }: NumberColumn, row: number) => numbers[row] ?? Number.NEGATIVE_INFINITY
  const rows = [...one.numbers.keys()].sort((a, b) => valueIn(one, b) - valueIn(one, a) || valueIn(other, b) - valueIn(other, a))
  return rows.every((row, index) => valueIn(other, row) <= valueIn(other, rows[index - 1] ?? row))
}

/** Of the columns that are called alike but for a year, the newest that most rows have. */
function newestOfEach(columns: readonly NumberColumn[]): NumberColumn[] {
  const alike = Map.groupBy(columns, (column) => datedHead(column)?.before ?? `\n${column.index}`)
  return [...alike.values()].flatMap((group) => {
    if (group.length === 1) return group
    const full = preferred(group, ({ missing, cells }) => missing * 2 <= cells.length)
    return full.toSorted((a, b) => (datedHead(b)?.year ?? 0) - (datedHead(a)?.year ?? 0)).slice(0, 1)
  })
}

/** The newest year of a wide table, whatever else stands beside its years. */
function newestYear(columns: readonly NumberColumn[], newest: readonly NumberColumn[]): NumberColumn | undefined {
  const years = columns.filter((column) => yearOfHead(column) !== undefined)
  return years.length >= WIDE ? newest.find((column) => yearOfHead(column) !== undefined) : undefined
}

function onlyOf(columns: readonly NumberColumn[], location: Location): NumberColumn | undefined {
  if (columns.length < 2) return columns[0]
  throw new ChoiceError({
    flag: 'value',
    question: 'Which column ranks the rows?',
    candidates: columns.map(({ header, numbers, unit, currency }) => ({
      value: header,
      hint: rangeOf(numbers, currency ?? unit),
    })),
    location,
  })
}

function rangeOf(numbers: readonly (number | null)[], unit: string | undefined): string {
  const [least, most] = extentOf(numbers.filter((number) => number !== null))
  return `${least} to ${most}${unit ? ` ${unit}` : ''}`
}
