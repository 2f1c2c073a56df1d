import type { Diagnostic } from '../util/diagnostic.ts'
import type { TextCell } from './cells.ts'

/** A cell of a grid. */
export interface GridCell extends TextCell {
  /** Whether the file holds it as a number, so that its text has a point before its decimals and no other separator. */
  exact?: boolean
}

/** What stands in an author's file, whatever its form: lines of located cells, of which none is known to be the head yet. */
export interface Grid {
  /** For people: `separated by semicolons`. */
  format: string
  /** Whether cells are set apart by semicolons, as they are where numbers have decimal commas. */
  commaIsFree?: boolean
  lines: readonly (readonly GridCell[])[]
  /** Whether the first line is known to name the columns, as the keys of objects do. */
  headed?: boolean
  /** What stands above it, where that is no line of it. */
  title?: string
  /** What was done to read it, for the author. */
  notes?: readonly string[]
  diagnostics?: readonly Diagnostic[]
}

/** More columns than anyone looks through; wide tables have one for each day of some years. */
export const MOST_COLUMNS = 2000

/** A grid of which nothing can be used. */
export function unreadable(diagnostics: readonly Diagnostic[]): Grid {
  return { format: '', lines: [], diagnostics }
}

const INVISIBLE = /[\s\p{Cc}\p{Cf}]/u

/** A cell's text without the white space and the invisible characters around it. */
export function trimmed(text: string): string {
  let [from, to] = [0, text.length]
  while (from < to && INVISIBLE.test(text[from] as string)) from++
  while (to > from && INVISIBLE.test(text[to - 1] as string)) to--
  return text.slice(from, to)
}
