import { shown } from '../util/diagnostic.ts'
import type { Draft, DraftColumn } from './draft.ts'

/** So many lines are named; more are only counted. */
const MOST_LINES = 8

/** What was inferred from the table, and where each of it is changed. */
export function tellDraft(draft: Draft, format: string): string {
  const { name, value, rank, id, group, told, codes, columns, first, acts, leftOut, rows, language } = draft
  const facts = told.filter((column) => column !== group)
  const untold = columns.filter((column) => ![name, value, rank, id, ...told, ...codes].includes(column))
  const by = rank
    ? `as the column ${shown(rank.source.header)} says; #1 is the ${first}`
    : `#1 is the ${first} ${value.source.label}`
  const list = (some: readonly DraftColumn[]) => some.map((column) => shown(column.source.header) + unitIn(column)).join(', ')
  const lines: [string, string, string][] = [
    ['table', `${rows.length} rows, ${columns.length} columns, ${format}`, `data/${draft.table}.csv`],
    ['name', list([name]), 'data/records.ts'],
    ['value', list([value]), 'data/records.ts, data/format.ts'],
    ['rank', by, 'data/records.ts'],
    ...(id ? [['id', list([id]), 'data/records.ts'] as [string, string, string]] : []),
    ...(group ? [['group', list([group]), 'slides/columns.ts'] as [string, string, string]] : []),
    ...(facts.length > 0 ? [['facts', list(facts), 'slides/columns.ts'] as [string, string, string]] : []),
    ...(codes.length > 0 ? [['codes', `${list(codes)}, for a map`, `data/${draft.table}.csv`] as [string, string, string]] : []),
    ...(untold.length > 0 ? [['not told', list(untold), 'slides/columns.ts'] as [string, string, string]] : []),
    ...(leftOut.length > 0 ? [['left out', `without name or value: ${linesOf(leftOut)}`, ''] as [string, string, string]] : []),
    [
      'language',
      `${language === 'de' ? 'German, as the table is' : 'English'}: sentences, numbers, controls`,
      'data/format.ts, slides/*.mdx, slides/template.tsx',
    ],
    ['acts', acts.map(({ from, to }) => (from === to ? `#${to}` : `#${from} to #${to}`)).join(', '), 'slides/acts.ts'],
    ['title', shown(draft.title), 'slides/deck.ts'],
    ['source', shown(draft.source), 'data/datapackage.json'],
  ]
  return lines.map(([what, found, where]) => `  ${what.padEnd(9)} ${found}${where && `  → ${where}`}\n`).join('')
}

function unitIn({ kind, source: { unit, currency } }: DraftColumn): string {
  const said = kind === 'number' ? (currency ?? unit) : undefined
  return said === undefined ? '' : ` in ${said}`
}

function linesOf(lines: readonly number[]): string {
  const named = lines.slice(0, MOST_LINES).join(', ')
  return `${lines.length === 1 ? 'line' : 'lines'} ${named}${lines.length > MOST_LINES ? ', …' : ''}`
}
