import { type Problem, shown } from '../util/diagnostic.ts'
import type { CellPlace, TextCell } from './cells.ts'
import { violations } from './constraints.ts'
import type { Header } from './header.ts'
import type { Field, TableSchema } from './schema.ts'
import { expectation, types, type Value } from './types.ts'

/** A cell of a known column. */
export interface Cell {
  text: string
  place: CellPlace
  /** Typed as its column; null for a missing value; undefined when the cell is wrong, which a problem then says. */
  value: Value | null | undefined
}

/** A line of the table: cells by column name. It has none when the line cannot be matched with the columns. */
export interface Row {
  place: CellPlace
  cells: Readonly<Record<string, Cell>>
}

/** Reads the cells of one column, which stands at `position` in every line. */
interface ColumnReader {
  name: string
  position: number
  read(cell: TextCell): ReadCell
}

/** Makes the reader of rows under a header. It remembers values, so that a repeated one can name its first line. */
export function rowReader(header: Header, { fields, missingValues = [''] }: TableSchema) {
  const columns = fields.flatMap((field): ColumnReader[] => {
    const position = header.positions.get(field.name)
    return position === undefined ? [] : [{ name: field.name, position, read: cellReader(field, missingValues) }]
  })
  return (texts: readonly TextCell[]): { row: Row; problems: Problem[] } => {
    const place = texts[0]?.place ?? { file: '', line: 0, column: 0 }
    const fault = faultOfLine(texts, header.width)
    if (fault === undefined) return readRow(place, texts, columns)
    // Under a header that is wrong itself, a line of another width says nothing new.
    const problems = header.problems.length > 0 ? [] : [{ place, message: fault }]
    return { row: { place, cells: {} }, problems }
  }
}

function readRow(
  place: CellPlace,
  texts: readonly TextCell[],
  columns: readonly ColumnReader[],
): { row: Row; problems: Problem[] } {
  const problems: Problem[] = []
  const cells: Record<string, Cell> = {}
  for (const { name, position, read } of columns) {
    const cell = texts[position]
    if (!cell) continue
    const { value, messages } = read(cell)
    cells[name] = { text: cell.text, place: cell.place, value }
    problems.push(...messages.map((message) => ({ place: cell.place, message: `${name}: ${message}` })))
  }
  return { row: { place, cells }, problems }
}

function faultOfLine(cells: readonly TextCell[], width: number): string | undefined {
  if (cells.length > 1 && cells.every(({ text }) => text === '')) return 'found a row of empty cells; remove it'
  if (cells.length === width) return undefined
  const fix = cells.length > width ? 'quote a cell that contains a comma' : 'no cell may be left out'
  return `found ${cells.length} ${cells.length === 1 ? 'cell' : 'cells'}, expected ${width} as in the header; ${fix}`
}

/** What a cell holds, and what is wrong with it; a wrong cell has no value. */
interface ReadCell {
  value: Value | null | undefined
  messages: readonly string[]
}

function cellReader(field: Field, missingValues: readonly string[]): (cell: TextCell) => ReadCell {
  const lineOf = new Map<Value, number>()
  return ({ text, place, fault }) => {
    if (fault !== undefined) return { value: undefined, messages: [fault] }
    const reading = missingValues.includes(text) ? { value: null } : types[field.type]?.read(text)
    if (!reading || 'fix' in reading)
      return { value: undefined, messages: [wrongType(field, text, reading?.fix ?? '', missingValues)] }
    const { value } = reading
    const messages = violations({ field, text, value, firstLine: value === null ? undefined : lineOf.get(value) })
    if (value !== null && !lineOf.has(value)) lineOf.set(value, place.line)
    return { value: messages.length === 0 ? value : undefined, messages }
  }
}

function wrongType(field: Field, text: string, fix: string, missingValues: readonly string[]): string {
  const missing = missingValues.find((candidate) => candidate !== '')
  const mayBeMissing = field.constraints?.required !== true && missing !== undefined && !/\d/.test(text)
  const orMissing = mayBeMissing ? `, or ${shown(missing)} where there is none` : ''
  return `found ${shown(text)}, expected ${expectation(field)}; ${fix}${orMissing}`
}
