import { withoutFootnotes } from '../table/footnotes.ts'
import { type DecimalMark, isBlank, isMissing, type Printed } from '../table/printed-number.ts'
import type { SourceCell, SourceColumn, SourceTable } from '../table/source-table.ts'
import type { Location } from '../util/diagnostic.ts'
import { footnotesOf, isCounted, isYear, type Kind, kindOf, notesOf, usualUnit } from './column-units.ts'
import { evidenceIn, isGroupedByPoints, MOST, type Raw, rawColumn, valuesOf } from './raw-column.ts'
import type { Language } from './sentences/sentences.ts'
import { isEnglish, languageOf } from './table-language.ts'
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

/** The columns of a table, and the language that it is written in. */
export interface Understood {
  columns: Analysed[]
  language: Language
}

/** What a table holds, and the first cell whose number can be read in two ways. */
export function analyseColumns({ title, columns, rows, commaIsFree }: SourceTable): Understood & { ambiguous?: SourceCell } {
  const raw = columns.map((column, index) =>
    rawColumn(
      column,
      index,
      rows.map((cells) => cells[index]).filter((cell) => cell !== undefined),
    ),
  )
  const marks = new Set(raw.map(({ evidence }) => evidence))
  const isDecided = marks.has(',') || marks.has('.')
  const headers = columns.map(({ header }) => header)
  const texts = rows.flatMap((cells) => cells.map(({ text }) => text))
  const isGerman = languageOf(title, headers, texts, '.') === 'de'
  const mark: DecimalMark = isDecided ? (marks.has('.') ? '.' : ',') : isGerman ? ',' : '.'
  const isOpen = commaIsFree && !isDecided && !isGerman && ![title ?? '', ...headers].some(isEnglish)
  const undecided = raw.find(
    (each) =>
      each.evidence === 'mixed' ||
      (each.evidence === 'either' && (isOpen || (!isDecided && !isGerman && isGroupedByPoints(each)))),
  )
  const ambiguous =
    undecided?.cells[undecided.found.findIndex((found, row) => found && evidenceIn(found, undecided.cells[row]) === 'either')]
  const language = languageOf(title, headers, texts, mark)
  return { columns: raw.map((each) => analyse(each, mark)), language, ...(ambiguous && { ambiguous }) }
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

/** Whether a column, not the first, has no name but that of its place. */
export function isNameless({ header, index }: Pick<Analysed, 'header' | 'index'>): boolean {
  return index > 0 && header === nameless({ header: '' } as SourceColumn, index)
}

/** The first column without a name has the names of the rows. */
function nameless({ header }: SourceColumn, index: number): string {
  return header === '' ? (index === 0 ? 'Name' : `Column ${index + 1}`) : header
}

/** Without marks of footnotes and what breaks lines; a date without its time. */
function bare(cell: SourceCell, kind: Kind): SourceCell {
  if (isBlank(cell.text)) return { ...cell, text: '' }
  const text = withoutFootnotes(cell.text).text.replace(/\s+/g, ' ')
  return { ...cell, text: kind === 'date' ? text.replace(/^(\d{4}-\d\d-\d\d)[T ].*$/, '$1') : text }
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
export function shifted(value: number, power: number): number {
  return power === 0 ? value : Number(`${String(value).includes('e') ? value.toFixed(12) : value}e${power}`)
}

/** As many decimals as the values have, as far as four digits in all go. */
function decimalsOf(values: readonly number[]): number {
  const most = values.reduce((decimals, value) => Math.max(decimals, String(value).split(/[.e]/)[1]?.length ?? 0), 0)
  const largest = values.reduce((size, value) => Math.max(size, Math.abs(value)), 0)
  const before = Math.max(1, Math.floor(Math.log10(largest || 1)) + 1)
  return Math.min(most, Math.max(0, 4 - before))
}
