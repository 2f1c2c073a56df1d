import { InputError, shown } from '../util/diagnostic.ts'
import { suggest } from '../util/nearest.ts'
import type { Analysed } from './analyse-column.ts'

/** What the author decides instead of the machine; each is a flag of its name. */
export interface Overrides {
  name?: string
  value?: string
  /** A column, or `none`. */
  rank?: string
  first?: 'largest' | 'smallest' | 'file'
  /** How many records are told. */
  top?: number
  /** A column, or `none`. */
  group?: string
  title?: string
  unit?: string
  sheet?: string
  theme?: string
}

/** The column that a flag names. Throws InputError with the columns there are for any other. */
export function namedColumn(columns: readonly Analysed[], flag: string, wanted: string, file: string): Analysed {
  const key = (text: string) => text.trim().toLowerCase()
  const found =
    columns.find(({ header }) => header === wanted) ??
    columns.find(({ header, label }) => [header, label].map(key).includes(key(wanted)))
  if (found) return found
  const headers = columns.map(({ header }) => header)
  const message = `--${flag}: found no column ${shown(wanted)}; ${suggest(wanted, headers)}`
  throw new InputError([{ place: { file, line: columns[0]?.place.line ?? 1 }, message }])
}
