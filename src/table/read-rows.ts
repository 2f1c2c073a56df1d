import { InputError, type Problem, shown } from '../util/diagnostic.ts'
import { readTable } from './read-table.ts'
import type { Cell, Row } from './row.ts'
import type { DataPackage } from './schema.ts'

/** A row of a sound table; its cells are asked for by the name of their column. Each throws TypeError when the column is not of that type. */
export interface TypedRow {
  text(column: string): string
  number(column: string): number
  /** Null where the table has no value. */
  optionalText(column: string): string | null
  optionalNumber(column: string): number | null
}

/**
 * Reads a comma-separated table by its data package, for decks whose rows need no other check.
 * Throws InputError with every mistake of the table.
 *
 * @param text content of the file
 * @param dataPackage a Frictionless data package, whose resource has the file's name as its path
 * @param file path of the file as its author knows it; the package lies beside it
 */
export function readRows(text: string, dataPackage: DataPackage, file: string): TypedRow[] {
  const { rows, problems } = readTable(text, dataPackage, file)
  if (problems.length > 0) throw new InputError(problems satisfies readonly Problem[])
  return rows.map(typedRow)
}

function typedRow({ cells }: Row): TypedRow {
  const text = (column: string) => expected(cells, column, 'string', isText)
  const number = (column: string) => expected(cells, column, 'number', isNumber)
  return {
    text,
    number,
    optionalText: (column) => (cells[column]?.value === null ? null : text(column)),
    optionalNumber: (column) => (cells[column]?.value === null ? null : number(column)),
  }
}

const isText = (value: unknown) => typeof value === 'string'
const isNumber = (value: unknown) => typeof value === 'number'

function expected<Type>(cells: Row['cells'], column: string, type: string, is: (value: unknown) => value is Type): Type {
  const cell: Cell | undefined = Object.hasOwn(cells, column) ? cells[column] : undefined
  if (cell && is(cell.value)) return cell.value
  const found = cell ? shown(cell.text) : 'no such column'
  throw new TypeError(`${column}: found ${found}, expected a ${type}; see datapackage.json`)
}
