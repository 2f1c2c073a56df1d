import type { LeftOut } from '../table/find-table.ts'
import type { Draft, DraftColumn } from './draft.ts'

/** What was understood of a table, as `--dry-run --json` prints it. Columns are named as in the file. */
export interface Understood {
  title: string
  name: string
  value: string
  rank: string | null
  first: Draft['first']
  /** A unit, or a currency as ISO 4217. */
  unit: string | null
  /** Of the sentences, BCP 47. */
  language: string
  /** How many records are told. */
  rows: number
  group: string | null
  facts: string[]
  leftOut: LeftOut[]
  acts: { from: number; to: number }[]
}

/** Sums up a draft for other programs. */
export function understood(draft: Draft): Understood {
  const { title, name, value, rank, first, group, told, leftOut, acts, rows, language } = draft
  const header = (column: DraftColumn | undefined) => column?.source.header ?? null
  return {
    title,
    name: name.source.header,
    value: value.source.header,
    rank: rank && rank.source.index >= 0 ? header(rank) : null,
    first,
    unit: unitIn(value) ?? null,
    language,
    rows: rows.length,
    group: header(group),
    facts: told.filter((column) => column !== group).map((column) => column.source.header),
    leftOut: [...leftOut],
    acts: acts.map(({ from, to }) => ({ from, to })),
  }
}

/** What the numbers of a column count. */
export function unitIn({ kind, source: { unit, currency, isDuration } }: DraftColumn): string | undefined {
  if (kind !== 'number') return undefined
  if (isDuration) return 's'
  return [currency, unit].filter((part) => part !== undefined).join(' ') || undefined
}
