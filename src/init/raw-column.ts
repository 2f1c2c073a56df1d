import {
  type DecimalMark,
  type Evidence,
  isMissing,
  markOf,
  numberIn,
  type Printed,
  readPrinted,
} from '../table/printed-number.ts'
import type { SourceCell, SourceColumn } from '../table/source-table.ts'
import { inMillions, inOneUnit, inSeconds, otherUnit, usualUnit } from './column-units.ts'

/** So large a part of a column's cells must be numbers for the others to count as misfits. */
export const MOST = 0.6

/** A column while its file's decimal mark is not known yet. */
export interface Raw {
  column: SourceColumn
  index: number
  cells: readonly SourceCell[]
  /** What is written in each cell: null where nothing is, undefined where it is no number. */
  found: readonly (Printed | null | undefined)[]
  evidence: Evidence | 'mixed'
}

/** Points with three digits after them beside whole numbers of up to three: thousands for those who write them so. */
export function isGroupedByPoints({ found }: Raw): boolean {
  const digits = found.flatMap((each) => each?.digits.replace(/^-/, '') ?? [])
  return digits.some((each) => /^\d\d\d?$/.test(each)) && digits.every((each) => /^(?:[1-9]\d{0,2}\.\d{3}|\d{1,3})$/.test(each))
}

/** Where two numbers with a colon between them are minutes and seconds; elsewhere they are goals. */
const TIMED = /time|zeit|dauer|duration|lap|gap|split|pace|min|sec|rückstand|länge|length|temps|tiempo/i

/** `7'1"` and `7 ft 1 in` as inches, `72 years, 110 days` as years. */
function inOneAmount(text: string): string {
  const [, years, noun, days] = /^(\d+) (years?|Jahre?),? (?:and |und )?(\d+) (?:days?|Tage?)$/.exec(text) ?? []
  if (years !== undefined) return `${(Number(years) + Number(days) / 365.25).toFixed(2)} ${noun}`
  const [, feet, inches = '0'] =
    /^(\d+)\s*(?:ft\.?|feet|['’′])\s*(\d{1,2}(?:\.\d+)?)\s*(?:in\.?|inch(?:es)?|["”″])?$/.exec(text) ?? []
  return feet === undefined ? text : `${Number((Number(feet) * 12 + Number(inches)).toFixed(3))} in`
}

/** Reads what each cell prints. */
export function rawColumn(column: SourceColumn, index: number, cells: readonly SourceCell[]): Raw {
  const isTimed = TIMED.test(column.header) || cells.some(({ text }) => /^\d+:\d\d:\d\d/.test(text))
  const isScore = (text: string) => !isTimed && /^\d+:\d\d$/.test(text)
  // Books say after an amount whether it goes out or comes in.
  const isLedger = cells.some(({ text }) => /^[^-(]*\d\s?DR\.?$/i.test(text))
  const unbooked = (text: string) => text.replace(/^(.*\d)\s?DR\.?$/i, '-$1').replace(/(?<=\d)\s?CR\.?$/i, '')
  const plain = (text: string) => (isLedger ? unbooked(text) : isTimed ? text : inOneAmount(text))
  const read = ({ text }: SourceCell) => (isMissing(text) ? null : isScore(text) ? undefined : readPrinted(plain(text)))
  const found = inOneUnit(inSeconds(inMillions(cells.map(read), column.header)))
  const numbers = found.flatMap((each, row) => (each ? [evidenceIn(each, cells[row])] : []))
  const held = found.filter((each) => each !== null).length
  return { column, index, cells, found, evidence: numbers.length >= held * MOST ? agreed(numbers) : 'none' }
}

/** What one number says of the decimal mark; one that the file holds as a number says nothing. */
export function evidenceIn({ digits, duration, currency }: Printed, cell: SourceCell | undefined): Evidence {
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

/** The value of each cell, or why it has none; null where nothing is written. */
export function valuesOf(
  { found, cells, evidence }: Raw,
  fileMark: DecimalMark,
): { value: number | null | undefined; why?: string }[] {
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
