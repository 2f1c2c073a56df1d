import { withoutFootnotes } from '../table/footnotes.ts'
import {
  type DecimalMark,
  type Evidence,
  isBlank,
  isMissing,
  markOf,
  numberIn,
  type Printed,
  readPrinted,
} from '../table/printed-number.ts'
import type { SourceCell, SourceColumn, SourceTable } from '../table/source-table.ts'
import type { Location } from '../util/diagnostic.ts'
import {
  footnotesOf,
  inMillions,
  inOneUnit,
  inSeconds,
  isCounted,
  isYear,
  type Kind,
  kindOf,
  notesOf,
  otherUnit,
  usualUnit,
} from './column-units.ts'
import { languageOf } from './table-language.ts'
import { readHeading, type Unit } from './units.ts'

/** A cell that keeps a column of numbers from being whole, and why. */
export interface Misfit {
  row: number
  cell: SourceCell
  why: string
}

/** A column of the author's file and what its cells hold. */
export interface Analysed extends Pick<Unit, 'unit' | 'currency'> {
  /** Position in the file. */
  index: number
  header: string
  location: Location
  label: string
  /** What it holds for the most part. */
  kind: Kind
  /** Its cells without the marks of footnotes; empty where there is no value. */
  cells: readonly SourceCell[]
  /** Values by row, when it is a column of numbers; null where there is none. */
  numbers?: readonly (number | null)[]
  /** How many decimals its numbers have at most. */
  digits: number
  /** Whether all its numbers are years. */
  isYear: boolean
  /** Whether its numbers are durations in seconds. */
  isDuration: boolean
  misfits: readonly Misfit[]
  /** How many different texts there are, and how many rows have none. */
  distinct: number
  missing: number
  /** What was done to its cells, for the author. */
  notes: readonly string[]
}

/** So large a part of a column's cells must be numbers for the others to count as misfits. */
const MOST = 0.6

/** A column while its file's decimal mark is not known yet. */
interface Raw {
  column: SourceColumn
  index: number
  cells: readonly SourceCell[]
  /** What is written in each cell: null where nothing is, undefined where it is no number. */
  found: readonly (Printed | null | undefined)[]
  evidence: Evidence | 'mixed'
}

/** The columns of a table, the decimal mark of its numbers, and the first cell whose number can be read in two ways. */
export function analyseColumns({ title, columns, rows, commaIsFree }: SourceTable): {
  columns: Analysed[]
  mark: DecimalMark
  ambiguous?: SourceCell
} {
  const isLedger = rows.some((cells) => cells.some(({ text }) => DEBIT.test(text)))
  const raw = columns.map((column, index) =>
    rawColumn(
      column,
      index,
      rows.map((cells) => cells[index]).filter((cell) => cell !== undefined),
      isLedger,
    ),
  )
  const marks = new Set(raw.map(({ evidence }) => evidence))
  const isDecided = marks.has(',') || marks.has('.')
  const isGerman =
    languageOf(
      title,
      columns.map(({ header }) => header),
      rows.flatMap((cells) => cells.map(({ text }) => text)),
      '.',
    ) === 'de'
  const mark: DecimalMark = isDecided ? (marks.has('.') ? '.' : ',') : isGerman ? ',' : '.'
  const isOpen = commaIsFree && !isDecided && !isGerman
  const undecided = raw.find(
    (each) =>
      each.evidence === 'mixed' ||
      (each.evidence === 'either' && (isOpen || (!isDecided && !isGerman && isGroupedByPoints(each)))),
  )
  const ambiguous =
    undecided?.cells[undecided.found.findIndex((found, row) => found && evidenceIn(found, undecided.cells[row]) === 'either')]
  return { columns: raw.map((each) => analyse(each, mark)), mark, ...(ambiguous && { ambiguous }) }
}

/** Points with three digits after them beside whole numbers of up to three: thousands for those who write them so. */
function isGroupedByPoints({ found }: Raw): boolean {
  const digits = found.flatMap((each) => each?.digits.replace(/^-/, '') ?? [])
  return digits.some((each) => /^\d\d\d?$/.test(each)) && digits.every((each) => /^(?:[1-9]\d{0,2}\.\d{3}|\d{1,3})$/.test(each))
}

/** Where two numbers with a colon between them are minutes and seconds; elsewhere they are goals. */
const TIMED = /time|zeit|dauer|duration|lap|gap|split|pace|min|sec|rückstand|länge|length|temps|tiempo/i

/** Books say after an amount whether it goes out or comes in. */
const DEBIT = /^[^-(]*\d\s?DR\.?$/i
const CREDIT = /(?<=\d)\s?CR\.?$/i

/** An amount of a book with its sign before it. */
function unbooked(text: string): string {
  return DEBIT.test(text) ? `-${text.replace(/\s?DR\.?$/i, '')}` : text.replace(CREDIT, '')
}

/** `7'1"` and `7 ft 1 in` as inches. */
function inInches(text: string): string {
  const [, feet, inches = '0'] =
    /^(\d+)\s*(?:ft\.?|feet|['’′])\s*(\d{1,2}(?:\.\d+)?)\s*(?:in\.?|inch(?:es)?|["”″])?$/.exec(text) ?? []
  return feet === undefined ? text : `${Number((Number(feet) * 12 + Number(inches)).toFixed(3))} in`
}

function rawColumn(column: SourceColumn, index: number, cells: readonly SourceCell[], isLedger: boolean): Raw {
  const isTimed = TIMED.test(column.header) || cells.some(({ text }) => /^\d+:\d\d:\d\d/.test(text))
  const isScore = (text: string) => !isTimed && /^\d+:\d\d$/.test(text)
  const plain = (text: string) => (isLedger ? unbooked(text) : isTimed ? text : inInches(text))
  const read = ({ text }: SourceCell) => (isMissing(text) ? null : isScore(text) ? undefined : readPrinted(plain(text)))
  const found = inOneUnit(inSeconds(inMillions(cells.map(read), column.header)))
  const numbers = found.flatMap((each, row) => (each ? [evidenceIn(each, cells[row])] : []))
  const held = found.filter((each) => each !== null).length
  return { column, index, cells, found, evidence: numbers.length >= held * MOST ? agreed(numbers) : 'none' }
}

/** What one number says of the decimal mark; one that the file holds as a number says nothing. */
function evidenceIn({ digits, duration, currency }: Printed, cell: SourceCell | undefined): Evidence {
  if (cell?.exact || duration !== undefined) return 'none'
  const said = markOf(digits)
  // No money has three decimals.
  return said === 'either' && currency !== undefined ? (digits.includes(',') ? '.' : ',') : said
}

function agreed(evidence: readonly Evidence[]): Raw['evidence'] {
  const said = new Set(evidence.filter((each) => each !== 'none'))
  const certain = [...said].filter((each) => each !== 'either')
  if (certain.length > 1) return said.has('either') ? 'mixed' : 'none'
  return certain[0] ?? (said.has('either') ? 'either' : 'none')
}

function analyse(raw: Raw, fileMark: DecimalMark): Analysed {
  const { column, index, cells, found } = raw
  const kind = kindOf(
    cells.map(({ text }) => (isMissing(text) ? '' : text)),
    column.header,
  )
  const values = valuesOf(raw, fileMark)
  const known = values.filter(({ value }) => typeof value === 'number').length
  const isMostly = known > 0 && known >= found.filter((each) => each !== null).length * MOST
  const isNumeric = (kind === 'number' || kind === 'text') && isMostly && isPlain(found)
  const texts = cells.map(({ text }) => ((isNumeric ? isMissing : isBlank)(text) ? '' : text))
  return {
    index,
    header: nameless(column, index),
    location: column.location,
    distinct: new Set(texts.filter((text) => text !== '')).size,
    missing: texts.filter((text) => text === '').length,
    ...(isNumeric ? measured(raw, values) : told(raw, kind)),
  }
}

type Content = Omit<Analysed, 'index' | 'header' | 'location' | 'distinct' | 'missing'>

/** What a column of numbers holds. */
function measured({ column, index, cells, found }: Raw, values: ReturnType<typeof valuesOf>): Content {
  const { scale = 0, label, ...heading } = headingOf(column)
  // What the cells say themselves is not multiplied again.
  const scaled = found.some((each) => each && each.scale > 0) ? 0 : scale
  const { scale: _, ...unit } = usualUnit(found)
  const numbers = values.map(({ value }) => (typeof value === 'number' ? shifted(value, scaled) : null))
  const held = numbers.filter((value) => value !== null)
  // Money is counted in no other unit, whatever the name of its column ends in.
  const measure = unit.currency !== undefined && heading.currency === undefined ? unit : { ...heading, ...unit }
  return {
    label: label || nameless(column, index),
    kind: 'number',
    cells,
    numbers,
    ...measure,
    digits: decimalsOf(held),
    isYear: scaled === 0 && isYear(label, held, measure.unit ?? measure.currency),
    isDuration: found.some((each) => each && each.duration !== undefined),
    misfits: values.flatMap(({ why }, row) => misfitOf(row, cells[row], why)),
    notes: notesOf(found, scaled),
  }
}

/** The m of `users_m` stands for millions. */
function headingOf({ header }: SourceColumn) {
  const { unit, ...heading } = readHeading(header)
  return unit === 'm' && isCounted(heading.label) ? { ...heading, scale: 6 } : { ...heading, ...(unit !== undefined && { unit }) }
}

/** What a column of anything else holds; what looks like a unit in its name is none. */
function told({ column, index, cells }: Raw, kind: Kind): Content {
  const { label, ...unit } = readHeading(column.header)
  const named = nameless(column, index)
  return {
    label: Object.keys(unit).length > 0 ? named : label || named,
    kind: kind === 'number' ? 'code' : kind,
    cells: cells.map((cell) => bare(cell, kind)),
    digits: 0,
    isYear: false,
    isDuration: false,
    misfits: [],
    notes: footnotesOf(cells),
  }
}

/** The first column without a name has the names of the rows. */
/** Whether a column, not the first, has no name but that of its place. */
export function isNameless({ header, index }: Pick<Analysed, 'header' | 'index'>): boolean {
  return index > 0 && header === nameless({ header: '' } as SourceColumn, index)
}

function nameless({ header }: SourceColumn, index: number): string {
  return header === '' ? (index === 0 ? 'Name' : `Column ${index + 1}`) : header
}

/** Without marks of footnotes and what breaks lines; a date without its time. */
function bare(cell: SourceCell, kind: Kind): SourceCell {
  if (isBlank(cell.text)) return { ...cell, text: '' }
  const text = withoutFootnotes(cell.text).text.replace(/\s+/g, ' ')
  return { ...cell, text: kind === 'date' ? text.replace(/^(\d{4}-\d\d-\d\d)[T ].*$/, '$1') : text }
}

/** The value of each cell, or why it has none; null where nothing is written. */
function valuesOf({ found, cells, evidence }: Raw, fileMark: DecimalMark): { value: number | null | undefined; why?: string }[] {
  const mark = evidence === ',' || evidence === '.' ? evidence : fileMark
  const usual = usualUnit(found)
  return found.map((each, row) => {
    if (each === null) return { value: null }
    if (each === undefined) return { value: undefined, why: 'is no number' }
    const other = otherUnit(each, usual)
    if (other !== undefined) return { value: undefined, why: other }
    const own = evidenceIn(each, cells[row])
    const certain = cells[row]?.exact ? '.' : own === ',' || own === '.' ? own : mark
    const value = numberIn(each, certain)
    if (value === undefined) return { value, why: 'has separators that do not fit' }
    return Math.abs(value) <= Number.MAX_SAFE_INTEGER
      ? { value }
      : { value: undefined, why: 'is beyond what numbers tell exactly' }
  })
}

function misfitOf(row: number, cell: SourceCell | undefined, why: string | undefined): Misfit[] {
  return why === undefined || !cell ? [] : [{ row, cell, why }]
}

/** `012` is a code, whose zero counts, and so is what is too long for a number. */
function isPlain(found: readonly (Printed | null | undefined)[]): boolean {
  return !found.some((each) => each && each.duration === undefined && (/^-?0\d/.test(each.digits) || isTooLong(each.digits)))
}

/** Beyond 2^53 a whole number is silently another one, so it must be the number of something. */
function isTooLong(digits: string): boolean {
  return /^\d{16,}$/.test(digits) && Number(digits) > Number.MAX_SAFE_INTEGER
}

/** Multiplied by a power of ten, exactly. */
function shifted(value: number, power: number): number {
  return power === 0 ? value : Number(`${String(value).includes('e') ? value.toFixed(12) : value}e${power}`)
}

/** As many decimals as the values have, as far as four digits in all go. */
function decimalsOf(values: readonly number[]): number {
  const most = values.reduce((decimals, value) => Math.max(decimals, String(value).split(/[.e]/)[1]?.length ?? 0), 0)
  const largest = values.reduce((size, value) => Math.max(size, Math.abs(value)), 0)
  const before = Math.max(1, Math.floor(Math.log10(largest || 1)) + 1)
  return Math.min(most, Math.max(0, 4 - before))
}
