import { type Diagnostic, type Location, shown } from '../util/diagnostic.ts'
import { unusableText } from '../util/unusable-text.ts'
import { decodeText, whatElse } from './decode.ts'
import { findTable, type LeftOut } from './find-table.ts'
import { readDelimited } from './forms/delimited.ts'
import { isHtml, readHtml } from './forms/html.ts'
import { isJsonLines, readJson, readJsonLines } from './forms/json.ts'
import { isMarkdown, readMarkdown } from './forms/markdown.ts'
import { choosePage } from './forms/page.ts'
import { isPacked, readWorkbook } from './forms/workbook.ts'
import { type Grid, type GridCell, MOST_COLUMNS, unreadable } from './grid.ts'

/** A cell as it stands in the author's file, white space around it dropped; empty when the file has none there. */
export type SourceCell = GridCell

/** A column of the author's file. */
export interface SourceColumn {
  header: string
  location: Location
}

/** The author's table, whatever form it came in. Every row has a cell for every column. */
export interface SourceTable {
  /** For people: `separated by semicolons`. */
  format: string
  /** Whether cells are set apart by semicolons, as they are where numbers have decimal commas. */
  commaIsFree: boolean
  columns: readonly SourceColumn[]
  rows: readonly (readonly SourceCell[])[]
  /** What stands above and below the table. */
  title?: string
  source?: string
  /** What all its numbers are in, where a line of their own says so: `thousand EUR`. */
  unit?: string
  /** What was done to read it, for the author. */
  notes: readonly string[]
  leftOut: readonly LeftOut[]
  diagnostics: readonly Diagnostic[]
}

/** So large a file is no table that one tells a story of. */
const LARGEST = 50_000_000

/**
 * Reads the table in an author's file of any form: delimited text, JSON, Markdown, HTML, XLSX, ODS. What is wrong is listed;
 * only for a file with several tables ChoiceError is thrown.
 *
 * @param sheet name or number of the one that is meant
 */
export function readSourceTable(bytes: Uint8Array, file: string, sheet?: string): SourceTable {
  const grid = readGrid(bytes, file, sheet)
  const unusable = grid.diagnostics?.length ? grid.diagnostics : unusableLines(grid)
  if (unusable.length > 0) return { ...NOTHING, diagnostics: unusable }
  const { above, below, notes, columns, ...found } = findTable(grid, file)
  const around = [...above, ...below]
  const source = around
    .map((line) => /^(?:data\s+)?(?:source|sources|quelle|quellen)\s*[:：,]\s*(.+)$/i.exec(line)?.[1])
    .find(Boolean)
  const title =
    above
      .map((line) =>
        line.replace(/^#+ */, '').replace(/^(?:statistic|statistik|title|titel|dataset|indicator|thema):[,\s]*/i, ''),
      )
      .find((line) => /\p{L}{3}/u.test(line) && !NO_TITLE.test(line) && !UNIT_LINE.test(line)) ?? grid.title
  const unit = above.map((line) => (UNIT_LINE.exec(line) ?? UNIT_END.exec(line))?.[1]).find(Boolean)
  const headings = numbered(columns)
  return {
    ...found,
    format: grid.format,
    commaIsFree: grid.commaIsFree === true,
    columns: headings.columns,
    ...(title !== undefined && { title }),
    ...(source !== undefined && { source }),
    ...(unit !== undefined && { unit }),
    notes: [...(grid.notes ?? []), ...aroundNote(above, below), ...notes, ...headings.notes],
    diagnostics: found.diagnostics.length > 0 ? found.diagnostics : withoutRows(found.rows, file),
  }
}

/** What stands above a table and is no title: where it is from, of when it is, a command, a sum, the number of a table. */
const NO_TITLE =
  /^(?:data )?(?:source|quelle|extracted)|^statistik$|^[^:]{1,25}:|updated|\bstand \d|^\S*[>$]\s|^select\b|^(?:total|sum|gesamt|summe)\b.*\d$/i

/** `(in thousand EUR)`, `Angaben in Tsd. €`, `Unit: per million`. */
const UNIT_LINE =
  /^\(?(?:(?:units?|einheit):|(?:(?:all )?(?:figures|values|numbers|amounts)|(?:alle )?(?:angaben|werte|beträge|zahlen))?\s*(?:are )?in) ([^()]{1,32}?)\)?$/i

/** `Net sales in million U.S. dollars`, `Umsatz in Mio. €`: a line that ends in what the numbers are in. */
const UNIT_END = /\sin ((?:thousands?|millions?|billions?|tsd\.?|mio\.?|mrd\.?|tausend|millionen|milliarden)(?:\s[^()]{1,28})?)$/i

/** What nobody could tell, found before anything is looked for in it: endless lines and cells, halves of characters. */
function unusableLines({ lines }: Grid): Diagnostic[] {
  return lines.flatMap((cells) => {
    const filled = cells.length > MOST_COLUMNS ? cells.filter(({ text }) => text.trim() !== '') : []
    if (filled[MOST_COLUMNS]) {
      const message = `found ${filled.length} columns, expected at most ${MOST_COLUMNS}; keep those that the story tells`
      return [{ location: filled[MOST_COLUMNS].location, message }]
    }
    return cells.flatMap(({ text, location }) => {
      const message = unusableText(text)
      return message === undefined ? [] : [{ location, message }]
    })
  })
}

const NOTHING = { format: '', commaIsFree: false, columns: [], rows: [], notes: [], leftOut: [] }

function readGrid(bytes: Uint8Array, file: string, sheet: string | undefined): Grid {
  const refused = (message: string) => unreadable([{ location: { file, line: 1, column: 1 }, message }])
  if (bytes.length > LARGEST)
    return refused(
      `found ${Math.round(bytes.length / 1e6)} MB, expected a table of at most ${LARGEST / 1e6} MB; keep the rows that the story tells`,
    )
  try {
    if (isPacked(bytes)) return readWorkbook(bytes, file, sheet)
    const decoded = decodeText(bytes)
    const other = whatElse(bytes)
    if (other !== undefined || !decoded) return refused(other ?? NO_TEXT)
    const grid = readText(decoded.text, file, sheet)
    return { ...grid, notes: [...(decoded.note ? [decoded.note] : []), ...(grid.notes ?? [])] }
  } catch (error) {
    // Readers of trees go one call deeper with each level.
    if (error instanceof RangeError && /call stack/.test(error.message))
      return refused('found parts within each other, thousands deep, expected a table; keep the table alone')
    throw error
  }
}

const NO_TEXT = 'found neither UTF-8, UTF-16 nor Windows-1252, expected text in one of them; save the file as "CSV UTF-8"'

function readText(text: string, file: string, sheet: string | undefined): Grid {
  if (isJsonLines(text)) return readJsonLines(text, file)
  if (/^[\s\uFEFF]*(?:\{|\[\s*[[{"\]])/.test(text)) return readJson(text, file)
  if (isHtml(text)) return readHtml(text, file, sheet)
  if (isMarkdown(text)) return readMarkdown(text, file, sheet)
  const grid = readDelimited(text, file)
  const { lines, notes = [] } = choosePage([{ name: '', lines: grid.lines }], file, 'a file', sheet)
  return { ...grid, lines, notes: [...(grid.notes ?? []), ...notes] }
}

function aroundNote(above: readonly string[], below: readonly string[]): string[] {
  const parts = [...(above.length > 0 ? [`${above.length} above`] : []), ...(below.length > 0 ? [`${below.length} below`] : [])]
  return parts.length > 0 ? [`lines that are no rows: ${parts.join(', ')} the table`] : []
}

function withoutRows(rows: SourceTable['rows'], file: string): Diagnostic[] {
  return rows.length > 0 ? [] : [{ location: { file, line: 1, column: 1 }, message: 'found no rows, expected at least one' }]
}

/** A name that several columns have gets a number after it. */
function numbered(columns: readonly GridCell[]): { columns: SourceColumn[]; notes: string[] } {
  const taken = new Map<string, number>()
  const notes: string[] = []
  const named = columns.map(({ text, location }) => {
    const times = (taken.get(text) ?? 0) + 1
    taken.set(text, times)
    if (text === '' || times === 1) return { header: text, location }
    notes.push(`the column ${shown(text)} is there again, and is called ${shown(`${text} (${times})`)}`)
    return { header: `${text} (${times})`, location }
  })
  return { columns: named, notes }
}
