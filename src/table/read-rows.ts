import { type Diagnostic, InputError, shown } from '../util/diagnostic.ts'
import { type Cell, type Row, readTable } from './read-table.ts'
import type { DataPackage } from './schema.ts'

/** A row of a sound table; its cells are asked for by the name of their column. Each throws TypeError when the column is not of that type. */
export interface TypedRow {
  text(column: string): string
  number(column: string): number
  /** Null where the table has no value. */
  optionalText(column: string): string | null
  optionalNumber(column: string): number | null
  /** What the columns hold that nothing has asked for so far. */
  more(): More
}

/** Values by the names of their columns; null where the table has none. */
export type More = Readonly<Record<string, string | number | null>>

/**
 * Reads a comma-separated table by its data package, for decks whose rows need no other check.
 * Throws InputError with every mistake of the table.
 *
 * @param text content of the file
 * @param dataPackage a Frictionless data package, whose resource has the file's name as its path
 * @param file path of the file as its author knows it; the package lies beside it
 */
export function readRows(text: string, dataPackage: DataPackage, file: string): TypedRow[] {
  const { rows, diagnostics } = readTable(text, dataPackage, file)
  if (diagnostics.length > 0) throw new InputError(diagnostics satisfies readonly Diagnostic[])
  return rows.map(typedRow)
}

function typedRow({ cells }: Row): TypedRow {
  const asked = new Set<string>()
  const valueIn = (column: string) => {
    asked.add(column)
    return Object.hasOwn(cells, column) ? cells[column] : undefined
  }
  const text = (column: string) => expected(valueIn(column), column, 'string', isText)
  const number = (column: string) => expected(valueIn(column), column, 'number', isNumber)
  return {
    text,
    number,
    optionalText: (column) => (valueIn(column)?.value === null ? null : text(column)),
    optionalNumber: (column) => (valueIn(column)?.value === null ? null : number(column)),
    more: () =>
      Object.fromEntries(
        Object.entries(cells).flatMap(([column, { value = null }]) => (asked.has(column) ? [] : [[column, value]])),
      ),
  }
}

const isText = (value: unknown) => typeof value === 'string'
const isNumber = (value: unknown) => typeof value === 'number'

function expected<Type>(cell: Cell | undefined, column: string, type: string, is: (value: unknown) => value is Type): Type {
  if (cell && is(cell.value)) return cell.value
  const found = cell ? shown(cell.text) : 'no such column'
  throw new TypeError(`${column}: found ${found}, expected a ${type}; see datapackage.json`)
}
