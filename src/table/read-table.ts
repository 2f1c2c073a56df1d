import { type Problem, shown } from '../util/diagnostic.ts'
import { type Cells, readCells, type TextCell } from './cells.ts'
import { readHeader } from './header.ts'
import { type Row, rowReader } from './row.ts'
import { type DataPackage, schemaOf, type TableSchema } from './schema.ts'

/** A table as read, with everything that is wrong in it. */
export interface Table {
  rows: readonly Row[]
  problems: readonly Problem[]
  /** Whether every line became a row with all of its cells, so that rows may be counted and compared. */
  complete: boolean
}

/**
 * Reads a comma-separated table by the Table Schema that its data package holds for it. Nothing is thrown for what stands in
 * the file; every mistake is a problem with file, line and column.
 *
 * @param text content of the file, decoded as UTF-8
 * @param dataPackage a Frictionless data package, whose resource has the file's name as its path
 * @param file path of the file as its author knows it; the package lies beside it
 */
export function readTable(text: string, dataPackage: DataPackage, file: string): Table {
  const [name = file, ...folders] = file.split('/').reverse()
  const packageFile = [...folders.reverse(), 'datapackage.json'].join('/')
  const described = schemaOf(dataPackage, name, packageFile)
  if (!('schema' in described) || described.problems.length > 0) return unreadable(described.problems)
  // A first character of UTF-16 has an empty half.
  if (/^(?:\uFFFD|\0|.\0)/s.test(text)) return unreadable([{ place: { file, line: 1, column: 1 }, message: NOT_UTF8 }])
  return tableOf(readCells(text, file), described.schema, file, packageFile)
}

const NOT_UTF8 = 'found an encoding other than UTF-8, such as UTF-16; save the file as "CSV UTF-8"'

function unreadable(problems: readonly Problem[]): Table {
  return { rows: [], problems, complete: false }
}

function tableOf({ lines, problem }: Cells, schema: TableSchema, file: string, packageFile: string): Table {
  const [first, ...rest] = lines
  const unsplit = first && schema.fields.length > 1 ? otherSeparator(first) : undefined
  if (unsplit) return unreadable([unsplit])
  if (!first) return unreadable([problem ?? emptyFile(schema, file)])
  const problems = problem ? [problem] : []
  const header = readHeader(first, schema.fields, file, packageFile)
  problems.push(...header.problems)
  if (rest.length === 0 && !problem) problems.push(noRows(first))
  const readRow = rowReader(header, schema)
  const rows = rest.map((cells) => {
    const { row, problems: faults } = readRow(cells)
    problems.push(...faults)
    return row
  })
  const complete =
    problem === undefined && rows.every(({ cells }) => schema.fields.every(({ name }) => Object.hasOwn(cells, name)))
  return { rows, problems, complete }
}

function otherSeparator([cell, ...others]: readonly TextCell[]): Problem | undefined {
  const separator = /[;\t|]/.exec(cell?.text ?? '')
  if (!cell || !separator || others.length > 0) return undefined
  const place = { ...cell.place, column: cell.place.column + separator.index }
  return { place, message: `found ${shown(separator[0])} between the columns, expected a comma; save the file with commas` }
}

function emptyFile({ fields }: TableSchema, file: string): Problem {
  const header = fields.map(({ name }) => name).join(',')
  return {
    place: { file, line: 1, column: 1 },
    message: `found an empty file, expected the header \`${header}\` and a line for each row`,
  }
}

function noRows([cell]: readonly TextCell[]): Problem {
  const message = 'found no rows under the header, expected at least one'
  return cell ? { place: { ...cell.place, line: cell.place.line + 1, column: 1 }, message } : { message }
}
