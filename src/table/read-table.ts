import { type Diagnostic, shown } from '../util/diagnostic.ts'
import { nearest, suggest } from '../util/nearest.ts'
import { type CellLocation, type Cells, readCells, type TextCell } from './cells.ts'
import { type DataPackage, expectation, type Field, schemaOf, type TableSchema, types, type Value, violations } from './schema.ts'

/** A table as read, with everything that is wrong in it. */
export interface Table {
  rows: readonly Row[]
  diagnostics: readonly Diagnostic[]
  /** Whether every line became a row with all of its cells, so that rows may be counted and compared. */
  complete: boolean
}

/**
 * Reads a comma-separated table by the Table Schema that its data package holds for it. Nothing is thrown for what stands in
 * the file; every mistake is a diagnostic with file, line and column.
 *
 * @param text content of the file, decoded as UTF-8
 * @param dataPackage a Frictionless data package, whose resource has the file's name as its path
 * @param file path of the file as its author knows it; the package lies beside it
 */
export function readTable(text: string, dataPackage: DataPackage, file: string): Table {
  const [name = file, ...folders] = file.split('/').reverse()
  const packageFile = [...folders.reverse(), 'datapackage.json'].join('/')
  const described = schemaOf(dataPackage, name, packageFile)
  if (!('schema' in described) || described.diagnostics.length > 0) return unreadable(described.diagnostics)
  // A first character of UTF-16 has an empty half.
  if (/^(?:\uFFFD|\0|.\0)/s.test(text)) return unreadable([{ location: { file, line: 1, column: 1 }, message: NOT_UTF8 }])
  return tableOf(readCells(text, file), described.schema, file, packageFile)
}

const NOT_UTF8 = 'found an encoding other than UTF-8, such as UTF-16; save the file as "CSV UTF-8"'

function unreadable(diagnostics: readonly Diagnostic[]): Table {
  return { rows: [], diagnostics, complete: false }
}

function tableOf({ lines, diagnostic }: Cells, schema: TableSchema, file: string, packageFile: string): Table {
  const [first, ...rest] = lines
  const unsplit = first && schema.fields.length > 1 ? otherSeparator(first) : undefined
  if (unsplit) return unreadable([unsplit])
  if (!first) return unreadable([diagnostic ?? emptyFile(schema, file)])
  const header = readHeader(first, schema.fields, file, packageFile)
  const diagnostics = [...(diagnostic ? [diagnostic] : []), ...header.diagnostics]
  if (rest.length === 0 && !diagnostic) diagnostics.push(noRows(first))
  const readRow = rowReader(header, schema)
  const rows = rest.map((cells) => {
    const { row, diagnostics: faults } = readRow(cells)
    diagnostics.push(...faults)
    return row
  })
  const complete =
    diagnostic === undefined && rows.every(({ cells }) => schema.fields.every(({ name }) => Object.hasOwn(cells, name)))
  return { rows, diagnostics, complete }
}

function otherSeparator([cell, ...others]: readonly TextCell[]): Diagnostic | undefined {
  const separator = /[;\t|]/.exec(cell?.text ?? '')
  if (!cell || !separator || others.length > 0) return undefined
  const location = { ...cell.location, column: cell.location.column + separator.index }
  return { location, message: `found ${shown(separator[0])} between the columns, expected a comma; save the file with commas` }
}

function emptyFile({ fields }: TableSchema, file: string): Diagnostic {
  const header = fields.map(({ name }) => name).join(',')
  return {
    location: { file, line: 1, column: 1 },
    message: `found an empty file, expected the header \`${header}\` and a line for each row`,
  }
}

function noRows([cell]: readonly TextCell[]): Diagnostic {
  const message = 'found no rows under the header, expected at least one'
  return cell ? { location: { ...cell.location, line: cell.location.line + 1, column: 1 }, message } : { message }
}

/** A cell of a known column. */
export interface Cell {
  text: string
  location: CellLocation
  /** Typed as its column; null for a missing value; undefined when the cell is wrong, which a diagnostic then says. */
  value: Value | null | undefined
}

/** A line of the table: cells by column name. It has none when the line cannot be matched with the columns. */
export interface Row {
  location: CellLocation
  cells: Readonly<Record<string, Cell>>
}

/** Makes the reader of rows under a header. It remembers values, so that a repeated one can name its first line. */
function rowReader(header: Header, { fields, missingValues = [''] }: TableSchema) {
  const columns = fields.flatMap((field) => {
    const position = header.positions.get(field.name)
    return position === undefined ? [] : [{ name: field.name, position, read: cellReader(field, missingValues) }]
  })
  return (texts: readonly TextCell[]): { row: Row; diagnostics: Diagnostic[] } => {
    const location = texts[0]?.location ?? { file: '', line: 0, column: 0 }
    const fault = faultOfLine(texts, header.width)
    // Under a header that is wrong itself, a line of another width says nothing new.
    if (fault !== undefined)
      return { row: { location, cells: {} }, diagnostics: header.diagnostics.length > 0 ? [] : [{ location, message: fault }] }
    const cells = columns.flatMap(({ name, position, read }) => {
      const cell = texts[position]
      return cell ? [{ name, text: cell.text, location: cell.location, ...read(cell) }] : []
    })
    return {
      row: {
        location,
        cells: Object.fromEntries(cells.map(({ name, text, location, value }) => [name, { text, location, value }])),
      },
      diagnostics: cells.flatMap(({ name, location, messages }) =>
        messages.map((message) => ({ location, message: `${name}: ${message}` })),
      ),
    }
  }
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
  return ({ text, location, fault }) => {
    if (fault !== undefined) return { value: undefined, messages: [fault] }
    const reading = missingValues.includes(text) ? { value: null } : types[field.type]?.read(text)
    if (!reading || 'fix' in reading)
      return { value: undefined, messages: [wrongType(field, text, reading?.fix ?? '', missingValues)] }
    const { value } = reading
    const messages = violations({ field, text, value, firstLine: value === null ? undefined : lineOf.get(value) })
    if (value !== null && !lineOf.has(value)) lineOf.set(value, location.line)
    return { value: messages.length === 0 ? value : undefined, messages }
  }
}

function wrongType(field: Field, text: string, fix: string, missingValues: readonly string[]): string {
  const missing = missingValues.find((candidate) => candidate !== '')
  const mayBeMissing = field.constraints?.required !== true && missing !== undefined && !/\d/.test(text)
  const orMissing = mayBeMissing ? `, or ${shown(missing)} where there is none` : ''
  return `found ${shown(text)}, expected ${expectation(field)}; ${fix}${orMissing}`
}

/** Which column stands where: `positions` maps the name of a field to its index in a row. */
export interface Header {
  width: number
  positions: ReadonlyMap<string, number>
  diagnostics: Diagnostic[]
}

/**
 * Compares the first line with the columns of the schema: each must be there once, in any order, and no other.
 *
 * @param packageFile the file that describes the columns, which messages name
 */
function readHeader(cells: readonly TextCell[], fields: readonly Field[], file: string, packageFile: string): Header {
  const names = fields.map(({ name }) => name)
  const positions = new Map<string, number>()
  const diagnostics: Diagnostic[] = []
  const meant = new Set<string>()
  const seen = new Set<string>()
  cells.forEach(({ text: cell, location, fault }, position) => {
    const text = cell.trim()
    const message = fault ?? faultOf(text, seen.has(text), names, packageFile)
    seen.add(text)
    if (message !== undefined) diagnostics.push({ location, message })
    if (!names.includes(text)) meant.add(nearest(text, names) ?? '')
    else if (!positions.has(text)) positions.set(text, position)
  })
  // A misspelt column is one mistake, not an unknown and a missing one.
  const missing = names.filter((name) => !positions.has(name) && !meant.has(name))
  const location = { file, line: cells[0]?.location.line ?? 1, column: 1 }
  diagnostics.push(...missing.map((name) => ({ location, message: `found no column ${shown(name)}; add it to the first line` })))
  return { width: cells.length, positions, diagnostics }
}

function faultOf(text: string, isSecond: boolean, names: readonly string[], packageFile: string): string | undefined {
  if (text === '') return 'found a column without a name; name it or remove it'
  if (isSecond) return `found column ${shown(text)} again, expected each once; rename or remove one`
  return names.includes(text)
    ? undefined
    : `found unknown column ${shown(text)}; ${suggest(text, names)}; describe a new one in ${packageFile}`
}
