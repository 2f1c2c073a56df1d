import { type Place, type Problem, shown } from '../util/diagnostic.ts'
import { readCsv } from './read-csv.ts'
import { readJson } from './read-json.ts'

/** A cell as it stands in the author's file, white space around it dropped; empty when the file has none there. */
export interface SourceCell {
  text: string
  place: Place
}

/** A column of the author's file. */
export interface SourceColumn {
  header: string
  place: Place
}

/** The author's table, whatever format it came in. Every row has a cell for every column. */
export interface SourceTable {
  /** For people: `separated by semicolons`. */
  format: string
  /** Whether a comma is free to stand in a number, since it separates nothing. */
  commaIsFree: boolean
  columns: readonly SourceColumn[]
  rows: readonly (readonly SourceCell[])[]
  problems: readonly Problem[]
}

/** Reads a CSV or JSON file of an author. Nothing is thrown for what stands in it. */
export function readSourceTable(bytes: Uint8Array, file: string): SourceTable {
  const text = decode(bytes)
  if (text === undefined) {
    const message = 'found an encoding other than UTF-8 or UTF-16; save the file as "CSV UTF-8"'
    return unreadable([{ place: { file, line: 1, column: 1 }, message }])
  }
  const table = /^\s*[[{]/.test(text) ? readJson(text, file) : readCsv(text, file)
  return { ...table, problems: [...table.problems, ...faultsOf(table, file)] }
}

/** A table of which nothing can be used. */
export function unreadable(problems: readonly Problem[]): SourceTable {
  return { format: '', commaIsFree: false, columns: [], rows: [], problems }
}

/** What spreadsheets save: UTF-8, or UTF-16 with its mark. */
function decode(bytes: Uint8Array): string | undefined {
  const encoding =
    bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8'
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

function faultsOf({ columns, rows, problems }: SourceTable, file: string): Problem[] {
  if (problems.length > 0) return []
  const headers = columns.map(({ header }) => header)
  const twice = columns.filter(({ header }, index) => header !== '' && headers.indexOf(header) < index)
  const faults = twice.map(
    ({ header, place }): Problem => ({
      place,
      message: `found column ${shown(header)} again, expected each once; rename or remove one`,
    }),
  )
  if (rows.length === 0) faults.push({ place: { file, line: 1, column: 1 }, message: 'found no rows, expected at least one' })
  return faults
}

/** A cell's text without the white space and the invisible characters around it. */
export function trimmed(text: string): string {
  return text.replace(/^[\s\p{Cc}\p{Cf}]+|[\s\p{Cc}\p{Cf}]+$/gu, '')
}
