import type { ThemeName } from '../story/themes.ts'
import { readSourceTable, type SourceTable } from '../table/source-table.ts'
import { InputError, type Location, shown } from '../util/diagnostic.ts'
import { slug } from '../util/slug.ts'
import { withoutAggregates } from './aggregates.ts'
import { type Analysed, analyseColumns, shifted, type Understood } from './analyse-column.ts'
import { chooseRoles, type Overrides, type Roles } from './choose-roles.ts'
import { type Draft, draftDeck } from './draft.ts'
import { joinNames } from './find-name.ts'
import { latestSlice, refuseCrossed, type Slice } from './latest-slice.ts'
import { nameStory } from './name-story.ts'
import { notesAbout } from './notes-about.ts'
import { sentences } from './sentences/sentences.ts'
import { measureOf, type Unit } from './units.ts'

/** An author's file. */
export interface Source {
  /** As the author named it. */
  file: string
  bytes: Uint8Array
  /** Date of the new story, ISO 8601. */
  date: string
  overrides?: Overrides
}

/** A table as it was understood. */
export interface Inferred {
  draft: Draft
  /** For people: `separated by semicolons`. */
  format: string
  /** What was done to the table that its author should know, and what looks odd in it. */
  notes: readonly string[]
}

/** More records than these make no story. */
const MOST_RECORDS = 5000

/**
 * Infers a deck from a table. Throws InputError for a table that cannot be understood, with file, line and column, and
 * ChoiceError where two answers are likely.
 */
export function infer({ file, bytes, date, overrides = {} }: Source): Inferred {
  const source = readSourceTable(bytes, file, overrides.sheet)
  if (source.diagnostics.length > 0) throw new InputError(source.diagnostics)
  const { table, columns, language, when } = narrowed(joinNames(source), file)
  const chosen = chooseRoles(columns, file, overrides)
  const base = baseOf(file)
  const { title, label, unit } = nameStory({ base, table: source, columns, value: chosen.value, when, overrides })
  const roles = { ...chosen, value: { ...chosen.value, label } }
  const name = slug(base).replace(/[^a-z0-9-]/g, '')
  const about = {
    title,
    table: name === '' ? 'table' : name,
    source: source.source ?? (file === STDIN ? sentences[language].ownFigures : (file.split(/[\\/]/).at(-1) ?? file)),
    date,
    language,
    leftOut: table.leftOut,
    theme: overrides.theme as ThemeName | undefined,
    file: base,
  }
  const draft = draftDeck(withUnits(roles, columns, overrides.unit, unit), about, overrides.top)
  check(draft, file)
  return { draft, format: source.format, notes: [...table.notes, ...notesAbout(roles, draft, columns, when)] }
}

/** The file of what is piped in. */
export const STDIN = 'stdin'

function baseOf(file: string): string {
  return file === STDIN ? '' : (file.split(/[\\/]/).at(-1) ?? '').replace(/\.[^.]*$/, '')
}

/** The rows that are records of one time, and what their columns hold. */
function narrowed(table: SourceTable, file: string): Omit<Slice, 'table'> & Understood & { table: SourceTable } {
  const location = table.columns[0]?.location ?? { file, line: 1, column: 1 }
  const { table: slice, ...time } = latestSlice(table, understood(table).columns)
  const { columns } = understood(slice)
  refuseCrossed(columns, location)
  const parts = withoutAggregates(slice, columns)
  return { table: parts, ...understood(parts), ...time }
}

/** What the columns hold. Throws InputError for numbers that read both ways. */
function understood(table: SourceTable): Understood {
  const { ambiguous, ...found } = analyseColumns(table)
  if (!ambiguous) return found
  const message = `found ${shown(ambiguous.text)}, which is a thousand to some and one to others; write all numbers of the file without thousands separators`
  throw new InputError([{ location: ambiguous.location as Location, message }])
}

/** A column whose numbers are in a unit; those in millions are multiplied. */
function unitFor(column: Analysed, text: string): Partial<Analysed> {
  const { scale = 0, ...unit }: Unit = measureOf(text) ?? { unit: text }
  const numbers = column.numbers?.map((number) => (number === null ? null : shifted(number, scale)))
  return { ...unit, ...(numbers && { numbers }) }
}

/** What is counted in a currency; a place has one as well, in which its inhabitants are not counted. */
const MONEY =
  /\b(?:revenues?|sales|turnover|gross|price|cost|budget|amount|salary|wages?|pay|profit|income|earnings|worth|value|g\.?d\.?p|market cap|umsatz|preis|betrag|kosten|gehalt|lohn|gewinn|einkommen|wert)\b/i

/** The unit that a column of its own says beside the value. Throws InputError where it is in several, and so cannot be compared. */
function unitBeside({ label }: Analysed, columns: readonly Analysed[]): string | undefined {
  const named = MONEY.test(label)
    ? /^(?:currency|währung|units?|einheit|unit of measure)$/i
    : /^(?:units?|einheit|unit of measure)$/i
  const beside = columns.find(({ header }) => named.test(header))
  const [unit, other] = [...new Map(beside?.cells.filter(({ text }) => text !== '').map((cell) => [cell.text, cell])).values()]
  if (!beside || !unit || !measureOf(unit.text)) return undefined
  if (!other) return unit.text
  if (!measureOf(other.text)) return undefined
  const message = `${beside.header}: found ${shown(other.text)} beside ${shown(unit.text)}, expected all numbers in one; keep the rows of one, or convert the others`
  throw new InputError([{ location: other.location as Location, message }])
}

/** Units as the author says them, else as cells and names do, a column of their own, or the table as a whole. */
function withUnits(
  { value, facts, ...roles }: Roles,
  columns: readonly Analysed[],
  wanted: string | undefined,
  all?: string,
): Roles {
  const isBare = ({ numbers, unit, currency, isYear, isDuration }: Analysed) =>
    numbers !== undefined && !unit && !currency && !isYear && !isDuration
  const said = <Column extends Analysed>(column: Column, unit: string | undefined): Column =>
    unit !== undefined && isBare(column) ? { ...column, ...unitFor(column, unit) } : column
  const { unit: _, currency: __, ...bare } = value
  const measured =
    wanted === undefined
      ? said(said(value, value.unit ?? value.currency ?? unitBeside(value, columns)), all)
      : { ...bare, ...unitFor(value, wanted) }
  return { ...roles, value: measured as Roles['value'], facts: facts.map((fact) => said(fact, all)) }
}

function check(draft: Draft, file: string): void {
  const { rows, name, value } = draft
  const location = { file, line: 1, column: 1 }
  if (rows.length === 0) {
    const message = `found no row with a ${shown(name.source.header)} and a ${shown(value.source.header)}, expected at least one`
    throw new InputError([{ location, message }])
  }
  if (rows.length > MOST_RECORDS) {
    const message = `found ${rows.length} records, expected at most ${MOST_RECORDS}; say how many are told, for example --top 100`
    throw new InputError([{ location, message }])
  }
}
