import { CsvError, parse } from 'csv-parse/sync'
import { type Diagnostic, shown } from '../util/diagnostic.ts'
import { unusableText } from '../util/unusable-text.ts'

/** Where a cell begins, line and column from 1. */
export interface CellLocation {
  file: string
  line: number
  column: number
}

/** A cell as it stands in the file, its quotes resolved. */
export interface TextCell {
  text: string
  location: CellLocation
  /** What is wrong with it whatever its column. */
  fault?: string
}

/** The cells of a file, line by line. After `diagnostic` the rest of the file could not be told apart. */
export interface Cells {
  lines: readonly (readonly TextCell[])[]
  diagnostic?: Diagnostic
}

/**
 * Splits comma-separated text (RFC 4180, any line ending, with or without byte order mark) into located cells. Blank lines
 * are left out.
 *
 * @param delimiter one character, for tables that have another one between their cells
 * @param quotes whether quotes around a cell are none of its text; `spaced` when white space may stand before them
 */
export function readCells(text: string, file: string, delimiter = ',', quotes: boolean | 'spaced' = true): Cells {
  const bytes = Buffer.from(text.replace(/^\uFEFF/, ''))
  const locate = locator(bytes, file)
  const lines: TextCell[][] = []
  let end = 0
  const begin = () => (lines.length === 0 ? 0 : end + separatorLength(bytes, end))
  const cast = (value: string, context: { bytes: number; column: number | string }) => {
    const from = begin()
    end = context.bytes
    const raw = bytes.toString('utf8', from, end)
    const fault = faultOf(value, quotes === true ? raw : quotes ? raw.trimStart() : value.replaceAll('"', ''))
    if (context.column === 0) lines.push([])
    lines.at(-1)?.push({ text: value, location: locate(from), ...(fault !== undefined && { fault }) })
    return value
  }
  try {
    const quote = quotes === false ? false : '"'
    const ltrim = quotes === 'spaced'
    const relaxed = { relax_column_count: true, relax_quotes: true, ltrim }
    parse(bytes, { cast, delimiter, quote, record_delimiter: ['\r\n', '\n', '\r'], ...relaxed })
    return { lines: lines.filter(isNotBlank) }
  } catch (error) {
    if (!(error instanceof CsvError && error.code === 'CSV_QUOTE_NOT_CLOSED')) throw error
    const diagnostic = {
      location: locate(begin()),
      message: 'found a quote `"` that is never closed; close it at the end of its cell',
    }
    // The line with the quote is known in part only.
    const whole = error.column === 0 ? lines : lines.slice(0, -1)
    return { lines: whole.filter(isNotBlank), diagnostic }
  }
}

/** Turns rising byte offsets into lines and columns; columns count characters, so bytes cannot serve. No byte is looked at twice. */
function locator(bytes: Buffer, file: string): (offset: number) => CellLocation {
  let line = 1
  let column = 1
  let seen = 0
  return (offset) => {
    let from = seen
    for (; seen < offset; seen++) {
      if (!endsLine(bytes, seen)) continue
      line++
      column = 1
      from = seen + 1
    }
    column += bytes.toString('utf8', from, offset).length
    return { file, line, column }
  }
}

const LINE_FEED = 10
const CARRIAGE_RETURN = 13

function endsLine(bytes: Buffer, at: number): boolean {
  return bytes[at] === LINE_FEED || (bytes[at] === CARRIAGE_RETURN && bytes[at + 1] !== LINE_FEED)
}

/** A comma or a line ending. */
function separatorLength(bytes: Buffer, at: number): number {
  return bytes[at] === CARRIAGE_RETURN && bytes[at + 1] === LINE_FEED ? 2 : 1
}

function isNotBlank(cells: readonly TextCell[]): boolean {
  return cells.length > 1 || cells[0]?.text.trim() !== ''
}

/** `raw` is how the cell stands in the file. */
function faultOf(text: string, raw: string): string | undefined {
  const unusable = unusableText(text)
  if (unusable !== undefined) return unusable
  if (raw.includes('"') && raw !== `"${text.replaceAll('"', '""')}"`)
    return `found ${shown(raw)}, expected quotes around the whole cell; write \`"${text.replaceAll('"', '""')}"\``
  if (text.includes('\uFFFD')) return `found ${shown(text)}, expected UTF-8; save the file with that encoding`
  if (/^[\s\p{Cc}\p{Cf}]|[\s\p{Cc}\p{Cf}]$/u.test(text))
    return `found ${shown(text)}, expected no white space around a cell; remove it`
  // Characters that turn the direction of what follows, on the page and in the author's editor, and those that nobody sees.
  if (/[\u202a-\u202e\u2066-\u2069\ufeff]|[^\P{Cc}\t\r\n]/u.test(text))
    return `found ${shown(text)}, expected no control characters; remove them`
  return undefined
}
