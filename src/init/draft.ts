import type { ThemeName } from '../story/themes.ts'
import type { LeftOut } from '../table/find-table.ts'
import { isMissing } from '../table/printed-number.ts'
import { shown } from '../util/diagnostic.ts'
import { slug } from '../util/slug.ts'
import { actsOf, type DraftAct } from './acts.ts'
import type { Analysed } from './analyse-column.ts'
import { type ChartForm, chooseChart } from './choose-chart.ts'
import type { Roles } from './choose-roles.ts'
import { chooseTheme } from './choose-theme.ts'
import type { First } from './find-direction.ts'
import { isNumeric, type NumberColumn } from './find-value.ts'
import type { Language } from './sentences/sentences.ts'

/** A column of the new deck's table. */
export interface DraftColumn {
  source: Analysed
  /** Its name in the new table: lower case, words joined by underscores. */
  column: string
  /** The same in TypeScript. */
  property: string
  kind: 'number' | 'text'
  /** Whether every row has a value. */
  complete: boolean
  /** Decimals that its amounts need in millions and more, for those that differ to print differently. */
  wordDigits: number
}

/** Everything that is written into a new deck. */
export interface Draft {
  title: string
  /** Name of its table, without extension. */
  table: string
  source: string
  /** ISO 8601. */
  date: string
  first: First
  /** Which end of the values is #1 all the way down; undefined where they do not go along the order. */
  follows: 'largest' | 'smallest' | undefined
  theme: ThemeName
  /** Every column of the table, in its order. */
  columns: readonly DraftColumn[]
  name: DraftColumn
  value: DraftColumn
  rank?: DraftColumn
  /** Columns that slides tell, the group first. */
  told: readonly DraftColumn[]
  group?: DraftColumn
  /** Positions of the rows that are told, in the order of the file. */
  rows: readonly number[]
  /** Rows of the file that are not told, and why. */
  leftOut: readonly LeftOut[]
  /** Records below the last that is told: how many, and the value of the first of them. */
  rest?: { count: number; value: number }
  acts: readonly DraftAct[]
  /** What shows the values. */
  chart: ChartForm
  /** Whether no value is below zero. */
  positive: boolean
  /** In which its sentences are written. */
  language: Language
}

/** What a draft does not get from the table itself. */
export type About = Pick<Draft, 'title' | 'table' | 'source' | 'date' | 'language' | 'leftOut'> & {
  /** The look; chosen unless given. */
  theme: ThemeName | undefined
  /** What the file is called, for that choice. */
  file: string
}

/**
 * Puts a new deck together from a table whose columns are understood.
 *
 * @param top how many records are told, all unless given
 */
export function draftDeck(roles: Roles, about: About, top = Number.POSITIVE_INFINITY): Draft {
  const { name, value, group, first } = roles
  const rank = rankOf(roles)
  const { ranked, lacking } = rankRows(roles, rank)
  const told = ranked.slice(0, top)
  const rows = told.toSorted((a, b) => a - b)
  const columns = named(columnsOf(roles, rank), roles, rows)
  const find = (source: Analysed) => columns.find((column) => column.source === source) as DraftColumn
  const values = told.map((row) => value.numbers[row] ?? 0).reverse()
  const follows = courseOf(values)
  const next = ranked[told.length]
  const parts = { name: find(name), value: find(value), rows, ...(group && { group: find(group) }) }
  const chart = chooseChart(parts)
  return {
    ...about,
    ...parts,
    theme: about.theme ?? chooseTheme([about.title, about.file, ...columns.map(({ source }) => source.header)], chart.kind),
    first,
    follows,
    columns,
    ...(rank && { rank: find(rank) }),
    told: [...(group ? [group] : []), ...roles.facts].map(find),
    leftOut: [...about.leftOut, ...lacking].sort((a, b) => a.line - b.line),
    ...(next !== undefined && { rest: { count: ranked.length - told.length, value: value.numbers[next] ?? 0 } }),
    acts: actsOf(values, follows !== undefined),
    chart,
    positive: values.every((amount) => amount >= 0),
  }
}

/** Ranks of the file, or for a file whose order is the ranking. */
function rankOf({ rank, first, name }: Roles): NumberColumn | undefined {
  if (rank) return { ...rank.column, numbers: rank.ranks, digits: 0 }
  return first === 'file' ? orderOfFile(name) : undefined
}

function columnsOf({ name, value, group, facts, untold }: Roles, rank: Analysed | undefined): Analysed[] {
  return [name, value, ...[rank, group].filter((column) => column !== undefined), ...facts, ...untold]
}

/** The rows that are told, from #1 on, and those that lack something. */
function rankRows(roles: Roles, rank: NumberColumn | undefined): { ranked: number[]; lacking: LeftOut[] } {
  const { name, value, first } = roles
  const sign = first === 'largest' ? -1 : 1
  const order = (row: number) => (rank ? (rank.numbers[row] ?? 0) : (value.numbers[row] ?? 0) * sign)
  const rows = name.cells.map((cell, row) => ({ row, cell, why: reasonOf(row, roles, rank) }))
  const whole = rows.filter(({ why }) => why === undefined).map(({ row }) => row)
  const lacking = rows.flatMap(({ cell, why }) => (why === undefined ? [] : [{ line: cell.location.line, name: cell.text, why }]))
  return { ranked: whole.sort((a, b) => order(a) - order(b)), lacking }
}

/** Why a row is not told; undefined where it is. */
function reasonOf(row: number, { name, value }: Roles, rank: Analysed | undefined): string | undefined {
  if (name.cells[row]?.text === '') return `it has no ${name.header}`
  const misfit = value.misfits.find((each) => each.row === row)
  if (misfit) return `its ${value.header}, ${shown(misfit.cell.text)}, ${misfit.why}`
  if (value.numbers[row] === null) return `it has no ${value.header}`
  if (rank?.numbers?.[row] !== null) return undefined
  const said = rank.cells[row]?.text ?? ''
  return isMissing(said) ? `it has no ${rank.header}` : `its ${rank.header}, ${shown(said)}, is no rank`
}

/** Ranks for a table whose order is the ranking, beside the names of its rows. */
function orderOfFile({ cells, location }: Analysed): NumberColumn {
  const numbers = cells.map((_, row) => row + 1)
  const kind = { kind: 'number', digits: 0, isYear: false, isDuration: false, misfits: [], missing: 0, notes: [] } as const
  const ranks = cells.map((cell, row) => ({ ...cell, text: String(row + 1) }))
  return { ...kind, index: -1, header: 'Rank', label: 'Rank', location, distinct: ranks.length, cells: ranks, numbers }
}

/** Values in the order of telling that never fall are those of a list whose largest is #1. */
function courseOf(values: readonly number[]): Draft['follows'] {
  const steps = values.slice(1).map((value, index) => value - (values[index] ?? value))
  if (steps.every((step) => step >= 0)) return 'largest'
  return steps.every((step) => step <= 0) ? 'smallest' : undefined
}

/** Names that a property may not have: those of every record, those that the files of a deck use, words of the language. */
const TAKEN = new Set(
  `id rank name records print optional other count entry before amount round
  arguments await break case catch class const constructor continue debugger default delete do else enum eval export extends
  false finally for function if implements import in infinity instanceof interface let nan new null package private protected
  public return static super switch this throw toString true try typeof undefined valueOf var void while with yield`.split(/\s+/),
)

function named(columns: readonly Analysed[], roles: Pick<Roles, 'name'>, rows: readonly number[]): DraftColumn[] {
  const taken = new Set<string>()
  return columns.map((source, index) => {
    const column = unique(identifier(source.label) || `column_${index + 1}`, taken)
    const camel = column.replace(/_(.)/gu, (_, letter: string) => letter.toUpperCase())
    const own = source === roles.name ? 'name' : TAKEN.has(camel) ? `${camel}InTable` : camel
    return {
      source,
      column,
      property: own,
      kind: isNumeric(source) && source !== roles.name ? 'number' : 'text',
      complete: rows.every((row) => hasValue(source, row)),
      wordDigits: wordDigitsFor(rows.flatMap((row) => source.numbers?.[row] ?? [])),
    }
  })
}

/** The letters and digits of a label that may stand in a name of TypeScript, words joined by underscores. */
function identifier(label: string): string {
  const words = slug(label)
    .split('-')
    .map((word) => word.replace(/[^\p{ID_Continue}]/gu, ''))
    .filter((word) => word !== '')
    .join('_')
  return /^\p{ID_Start}/u.test(words) || words === '' ? words : `n_${words}`
}

function unique(name: string, taken: Set<string>): string {
  let found = name
  for (let number = 2; taken.has(found); number++) found = `${name}_${number}`
  taken.add(found)
  return found
}

/** As many as the values were written with, up to two; else one, or two where that tells more of the values apart. */
function wordDigitsFor(values: readonly number[]): number {
  const parts = values
    .map(Math.abs)
    .filter((value) => value >= 1e6)
    .map((value) => ({ value, power: 1000 ** Math.floor(Math.log10(value) / 3) }))
  const whole = [1, 2].find((digits) =>
    parts.every(({ value, power }) => Math.abs(Number((value / power).toFixed(digits)) * power - value) < value * 1e-9),
  )
  const told = (digits: number) => new Set(parts.map(({ value, power }) => `${(value / power).toFixed(digits)} ${power}`)).size
  return whole ?? (told(2) > told(1) ? 2 : 1)
}

function hasValue({ numbers, cells }: Analysed, row: number): boolean {
  return numbers ? numbers[row] !== null : cells[row]?.text !== ''
}
