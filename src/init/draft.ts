import { slug } from '../util/slug.ts'
import type { Analysed } from './analyse-column.ts'
import { isNumeric, type Roles } from './choose-roles.ts'
import { naturalBreaks } from './natural-breaks.ts'
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
}

/** A part of the countdown, from one rank down to another. */
export interface DraftAct {
  key: string
  from: number
  to: number
}

/** Everything that is written into a new deck. */
export interface Draft {
  title: string
  /** Name of its table, without extension. */
  table: string
  source: string
  /** ISO 8601. */
  date: string
  first: Roles['first']
  /** Every column of the table, in its order. */
  columns: readonly DraftColumn[]
  name: DraftColumn
  value: DraftColumn
  rank?: DraftColumn
  id?: DraftColumn
  /** Columns that slides tell, the group first. */
  told: readonly DraftColumn[]
  group?: DraftColumn
  /** ISO codes, which are in the table alone. */
  codes: readonly DraftColumn[]
  /** Positions of the rows that are told, in the order of the file. */
  rows: readonly number[]
  /** Lines of the rows that are left out, since they lack a name or a value. */
  leftOut: readonly number[]
  acts: readonly DraftAct[]
  /** Whether no value is below zero. */
  positive: boolean
  /** In which its sentences are written. */
  language: Language
}

/** What a draft does not get from the table itself. */
export type About = Pick<Draft, 'title' | 'table' | 'source' | 'date' | 'language'>

/** Puts a new deck together from a table whose columns are understood. */
export function draftDeck(roles: Roles, about: About): Draft {
  const { name, value, rank, id, group, first } = roles
  const all = [
    name,
    value,
    ...[rank, id, group].filter((column) => column !== undefined),
    ...roles.facts,
    ...roles.codes,
    ...roles.untold,
  ]
  const positions = name.cells.map((_, row) => row)
  const isTold = (row: number) => name.cells[row]?.text !== '' && value.numbers[row] !== null && rank?.numbers[row] !== null
  const rows = positions.filter(isTold)
  const columns = named(all, roles, rows)
  const find = (source: Analysed) => columns.find((column) => column.source === source) as DraftColumn
  const order = (row: number) => (rank ? -(rank.numbers[row] ?? 0) : (value.numbers[row] ?? 0) * (first === 'largest' ? 1 : -1))
  const inOrder = rows.map((row) => ({ key: order(row), value: value.numbers[row] ?? 0 })).sort((a, b) => a.key - b.key)
  const values = inOrder.map((row) => row.value)
  return {
    ...about,
    first,
    columns,
    name: find(name),
    value: find(value),
    ...(rank && { rank: find(rank) }),
    ...(id && { id: find(id) }),
    ...(group && { group: find(group) }),
    codes: roles.codes.map(find),
    told: [...(group ? [group] : []), ...roles.facts].map(find),
    rows,
    leftOut: positions.filter((row) => !isTold(row)).map((row) => name.cells[row]?.place.line ?? 0),
    acts: actsOf(values),
    positive: values.every((amount) => amount >= 0),
  }
}

/** Names that a property may not have: those of every record, those that the files of a deck use, words of the language. */
const TAKEN = new Set(
  `id rank name records print optional other count entry before amount round
  arguments await break case catch class const constructor continue debugger default delete do else enum eval export extends
  false finally for function if implements import in infinity instanceof interface let nan new null package private protected
  public return static super switch this throw toString true try typeof undefined valueOf var void while with yield`.split(/\s+/),
)

function named(columns: readonly Analysed[], roles: Roles, rows: readonly number[]): DraftColumn[] {
  const taken = new Set<string>()
  return columns.map((source, index) => {
    const column = unique(identifier(source.label) || `column_${index + 1}`, taken)
    const camel = column.replace(/_(.)/gu, (_, letter: string) => letter.toUpperCase())
    const own = source === roles.name ? 'name' : source === roles.id ? 'id' : TAKEN.has(camel) ? `${camel}InTable` : camel
    return {
      source,
      column,
      property: own,
      kind: isNumeric(source) && source !== roles.name ? 'number' : 'text',
      complete: rows.every((row) => hasValue(source, row)),
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

function hasValue({ numbers, cells }: Analysed, row: number): boolean {
  return numbers ? numbers[row] !== null : cells[row]?.text !== ''
}

const KEYS = ['one', 'two', 'three', 'four', 'five']
/** A list of so many rows has one act more. */
const MORE_ACTS = [5, 12, 60, 400]

/** Least share of the rows in the first act. */
const LEAST_FIRST = 1 / 8

/** Acts break where the values do. */
function actsOf(values: readonly number[]): DraftAct[] {
  const wanted = 1 + MORE_ACTS.filter((rows) => values.length >= rows).length
  let from = values.length
  return actSizes(values, wanted).map((size, index) => {
    const act = { key: KEYS[index] ?? `act${index + 1}`, from, to: from - size + 1 }
    from -= size
    return act
  })
}

/** A count does not begin with an act of a few; those are told with the act after them. Few at the other end are the point. */
function actSizes(values: readonly number[], wanted: number): number[] {
  const sizes = naturalBreaks(values, wanted)
  if (sizes.length < 2 || (sizes[0] ?? 0) >= values.length * LEAST_FIRST) return sizes
  const [few = 0, next = 0, ...rest] = naturalBreaks(values, wanted + 1)
  return [few + next, ...rest]
}
