import type { Place } from '../util/diagnostic.ts'
import { type DecimalMark, type Evidence, evidenceOf, isMissing, numberOf, type Written, written } from './numbers.ts'
import type { SourceCell, SourceColumn, SourceTable } from './source-table.ts'
import { readHeading, unitOf } from './units.ts'

/** A column of the author's file and what its cells hold. */
export interface Analysed {
  /** Position in the file. */
  index: number
  header: string
  place: Place
  label: string
  cells: readonly SourceCell[]
  /** Values by row, when it is a column of numbers; null where there is none. */
  numbers?: readonly (number | null)[]
  /** How many decimals its numbers have at most. */
  digits: number
  /** Whether all its numbers are years. */
  isYear: boolean
  unit?: string
  currency?: string
  /** Cells that keep a column of numbers from being one. */
  misfits: readonly SourceCell[]
  /** How many different texts there are, and how many rows have none. */
  distinct: number
  missing: number
}

/** Most cells must be numbers before the others count as mistakes. */
const NEARLY_ALL = 0.8

/** A column while its file's decimal mark is not known yet. */
interface Raw {
  column: SourceColumn
  index: number
  cells: readonly SourceCell[]
  /** What is written in each cell: null where nothing is, undefined where it is no number. */
  found: readonly (Written | null | undefined)[]
  evidence: Evidence
}

/** The columns of a table, the decimal mark of its numbers, and the first cell whose number can be read in two ways. */
export function analyseColumns({ columns, rows, commaIsFree }: SourceTable): {
  columns: Analysed[]
  mark: DecimalMark
  ambiguous?: SourceCell
} {
  const raw = columns.map((column, index) =>
    rawColumn(
      column,
      index,
      rows.map((cells) => cells[index]).filter((cell) => cell !== undefined),
    ),
  )
  const marks = new Set(raw.map(({ evidence }) => evidence))
  const mark: DecimalMark = marks.has(',') && !marks.has('.') ? ',' : '.'
  const undecided =
    commaIsFree && !marks.has(',') && !marks.has('.') ? raw.find(({ evidence }) => evidence === 'either') : undefined
  const ambiguous = undecided?.cells[undecided.found.findIndex((found) => found && evidenceOf([found.digits]) === 'either')]
  return { columns: raw.map((each) => analyse(each, mark)), mark, ...(ambiguous && { ambiguous }) }
}

function rawColumn(column: SourceColumn, index: number, cells: readonly SourceCell[]): Raw {
  const found = cells.map(({ text }) => (isMissing(text) ? null : written(text)))
  const numbers = found.filter((each) => each !== null && each !== undefined)
  const isNumeric = numbers.length > 0 && numbers.length === found.filter((each) => each !== null).length
  return { column, index, cells, found, evidence: isNumeric ? evidenceOf(numbers.map(({ digits }) => digits)) : 'none' }
}

function analyse({ column, index, cells, found, evidence }: Raw, fileMark: DecimalMark): Analysed {
  const mark = evidence === ',' || evidence === '.' ? evidence : fileMark
  const affix = usualAffix(found)
  const values = found.map((each) => (each && affixOf(each) === affix ? numberOf(each.digits, mark) : each && undefined))
  const isNumber = (value: unknown) => typeof value === 'number'
  const held = found.filter((each) => each !== null).length
  const count = values.filter(isNumber).length
  const misfits = cells.filter((_, row) => values[row] === undefined)
  const written = found.filter((each) => each !== null && each !== undefined)
  const isPlain = !written.some(({ digits }) => isCode(digits) || isTooLong(digits))
  const isExact = values.every((value) => !value || Math.abs(value) <= Number.MAX_SAFE_INTEGER)
  const isNumeric = count > 0 && isPlain && isExact && count >= held * NEARLY_ALL
  const texts = cells.map(({ text }) => text)
  const heading = readHeading(column.header)
  return {
    index,
    header: column.header,
    place: column.place,
    cells,
    ...(isNumeric && misfits.length === 0 && { numbers: values as (number | null)[] }),
    ...(isNumeric
      ? { ...heading, ...unitOfCells(written.find((each) => affixOf(each) === affix)) }
      : { label: heading.unit || heading.currency ? column.header : heading.label }),
    digits: decimalsOf(values.filter(isNumber)),
    isYear: isNumeric && isYear(heading.label, values.filter(isNumber), heading.unit ?? heading.currency),
    misfits: isNumeric ? misfits : [],
    distinct: new Set(texts.filter((text) => text !== '')).size,
    missing: texts.filter((text) => text === '').length,
  }
}

/** What stands around a number. */
const affixOf = ({ prefix, suffix }: Written) => `${prefix} ${suffix}`

/** Numbers of one column have the same currency and the same unit: those that most of them have. */
function usualAffix(found: readonly (Written | null | undefined)[]): string | undefined {
  const counts = Map.groupBy(
    found.filter((each) => each !== null && each !== undefined),
    affixOf,
  )
  return [...counts].sort(([, a], [, b]) => b.length - a.length)[0]?.[0]
}

/** `012` is a code, whose zero counts. */
function isCode(digits: string): boolean {
  return /^-?0\d/.test(digits)
}

/** Beyond 2^53 a whole number is silently another one, so it must be the number of something. */
function isTooLong(digits: string): boolean {
  const whole = digits.replace(/^-/, '')
  return /^\d{16,}$/.test(whole) && Number(whole) > Number.MAX_SAFE_INTEGER
}

function unitOfCells(written: Written | undefined): { unit?: string; currency?: string } {
  const { prefix = '', suffix = '' } = written ?? {}
  if (prefix !== '')
    return { currency: unitOf(prefix.replace(/^US\$$/, '$'))?.currency ?? 'USD', ...(suffix !== '' && { unit: suffix }) }
  return suffix === '' ? {} : (unitOf(suffix) ?? { unit: suffix })
}

/** As many decimals as the values have, as far as four digits in all go. */
function decimalsOf(values: readonly number[]): number {
  const most = values.reduce((decimals, value) => Math.max(decimals, String(value).split(/[.e]/)[1]?.length ?? 0), 0)
  const largest = values.reduce((size, value) => Math.max(size, Math.abs(value)), 0)
  const before = Math.max(1, Math.floor(Math.log10(largest || 1)) + 1)
  return Math.min(most, Math.max(0, 4 - before))
}

/** Whole numbers that a column's name calls years, or that have no unit and could be nothing else. */
function isYear(label: string, values: readonly number[], unit: string | undefined): boolean {
  const isNamed =
    /\b(year|years|jahr|date|first|founded|built|born|since|opened|completed|discovered|erbaut|gegründet|seit)\b/i.test(label)
  const [from, to] = isNamed ? [1, 2200] : [1800, 2035]
  return unit === undefined && values.every((value) => Number.isInteger(value) && value >= from && value <= to)
}
