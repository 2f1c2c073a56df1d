import type { LeftOut } from '../table/find-table.ts'
import { shown } from '../util/diagnostic.ts'
import type { Draft, DraftColumn } from './draft.ts'
import type { Inferred } from './infer.ts'

/** So many rows are shown, and so wide a cell is. */
const [MOST_ROWS, WIDEST] = [5, 18]
/** For so many reasons it is said that rows are left out, with so many of them named. */
const [MOST_LINES, MOST_NAMED] = [8, 3]

/** The table as it was understood: its columns with role, type and first rows, then what was decided and where it is changed. */
export function describeDraft({ draft, format, notes }: Inferred): string {
  const lines = [...decisions(draft, format), ...leftOutLines(draft.leftOut), ...notes.map((note): Line => ['note', note, ''])]
  const told = lines.map(([what, found, where]) => `  ${what.padEnd(9)} ${found}${where && `  → ${where}`}\n`)
  return `\n${columnTable(draft)}\n${told.join('')}`
}

type Line = [what: string, found: string, where: string]

/** A line for each column: what it is for, what it holds, what its first rows are. */
function columnTable(draft: Draft): string {
  const first = draft.rows.slice(0, MOST_ROWS)
  const rows = draft.columns.map((column) => [
    cut(column.source.header),
    roleOf(column, draft),
    typeOf(column),
    ...first.map((row) => cut(column.source.cells[row]?.text || '–')),
  ])
  const head = ['column', 'role', 'type', ...first.map((row) => `line ${draft.name.source.cells[row]?.location.line ?? ''}`)]
  const widths = head.map((_, at) => Math.max(...[head, ...rows].map((cells) => widthOf(cells[at] ?? ''))))
  const padded = (cells: readonly string[]) => cells.map((cell, at) => cell + ' '.repeat((widths[at] ?? 0) - widthOf(cell)))
  return [head, ...rows].map((cells) => `  ${padded(cells).join('  ').trimEnd()}\n`).join('')
}

const widthOf = (text: string) => [...text].length

function cut(text: string): string {
  const line = shown(text.replace(/\s+/g, ' ')).slice(1, -1)
  return widthOf(line) > WIDEST ? `${[...line].slice(0, WIDEST - 1).join('')}…` : line
}

function roleOf(column: DraftColumn, draft: Draft): string {
  const role = (['name', 'value', 'rank', 'group'] as const).find((each) => draft[each] === column)
  return role ?? (draft.told.includes(column) ? 'fact' : 'not told')
}

function typeOf(column: DraftColumn): string {
  if (column.kind === 'text') return column.source.kind === 'number' ? 'number' : column.source.kind
  if (column.source.isDuration) return 'duration'
  const unit = unitIn(column)
  return column.source.isYear ? 'year' : unit === undefined ? 'number' : `number, ${unit}`
}

function decisions(draft: Draft, format: string): Line[] {
  const { name, value, group, columns, rows, language, acts, title, source, theme } = draft
  const facts = draft.told.filter((column) => column !== group)
  return [
    ['table', `${rows.length} records, ${columns.length} columns, ${format}`, `data/${draft.table}.csv`],
    ['name', list([name]), 'data/records.ts'],
    ['value', list([value]), 'data/records.ts, data/format.ts'],
    ['rank', rankText(draft), 'data/records.ts'],
    ...(group ? [['group', list([group]), 'slides/columns.ts'] as Line] : []),
    ...(facts.length > 0 ? [['facts', list(facts), 'slides/columns.ts'] as Line] : []),
    ['language', language === 'de' ? 'German, as the table is' : 'English', 'data/format.ts, slides/*.mdx, slides/template.tsx'],
    ['acts', acts.map(({ from, to }) => (from === to ? `#${to}` : `#${from} to #${to}`)).join(', '), 'slides/acts.ts'],
    ['title', shown(title), 'slides/about.ts'],
    ['source', shown(source), 'data/datapackage.json'],
    ['chart', chartText(draft), 'charts/scenes.ts'],
    ['theme', theme, 'slides/deck.ts'],
    ...(draft.rest ? [['rest', `${draft.rest.count} more below #${rows.length}, told as one`, 'data/figures.ts'] as Line] : []),
  ]
}

function chartText({ chart, group }: Draft): string {
  if (chart.kind === 'map')
    return `map of ${chart.atlas === 'states' ? 'the states' : 'the world'}, ${chart.marks === 'circles' ? 'circles' : 'shaded'}`
  if (chart.kind === 'dots') return chart.placing === 'log' ? 'dots on a logarithmic scale' : 'dots on a scale around the values'
  return chart.grouped ? `bars, coloured by ${shown(group?.source.header ?? '')}` : 'bars'
}

function rankText({ rank, first, value }: Draft): string {
  if (first === 'file') return '#1 is the first of the file'
  const by = rank ? `as the column ${shown(rank.source.header)} says; ` : ''
  return `${by}#1 is the ${first}${rank ? '' : ` ${value.source.label}`}`
}

function list(columns: readonly DraftColumn[]): string {
  return columns
    .map((column) => shown(column.source.header) + (unitIn(column) === undefined ? '' : ` in ${unitIn(column)}`))
    .join(', ')
}

/** A line for each reason, with the first few rows that have it. */
function leftOutLines(leftOut: readonly LeftOut[]): Line[] {
  const lines = [...Map.groupBy(leftOut, ({ why }) => why)].map(([why, rows]): Line => {
    const named = rows.slice(0, MOST_NAMED).map(({ line, name }) => `line ${line}${name === '' ? '' : `, ${shown(name)}`}`)
    const more = rows.length > MOST_NAMED ? ` and ${rows.length - MOST_NAMED} more` : ''
    return ['left out', `${named.join('; ')}${more}: ${why}`, '']
  })
  return lines.length > MOST_LINES
    ? [...lines.slice(0, MOST_LINES), ['left out', `… for ${lines.length - MOST_LINES} more reasons`, '']]
    : lines
}

/**
 * Of rows that are left out for one reason and outnumber those that are told, as those of other years do, the first few and how many
 * more there are.
 */
function firstOfEach({ leftOut, rows: told }: Draft): LeftOut[] {
  return [...Map.groupBy(leftOut, ({ why }) => why).values()]
    .flatMap((rows) => {
      const [next, ...more] = rows.slice(MOST_NAMED)
      if (!next || rows.length <= MOST_LINES || rows.length < told.length) return rows
      return [...rows.slice(0, MOST_NAMED), { ...next, why: `${next.why}; the same is true of ${more.length} more` }]
    })
    .sort((a, b) => a.line - b.line)
}

/**
 * What was understood of a table, as `--dry-run --json` prints it: columns as they are called in the file, currencies as ISO 4217, the
 * language as BCP 47.
 */
export function understood(draft: Draft) {
  const { title, name, value, rank, first, group, told, acts, rows, language } = draft
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
    leftOut: firstOfEach(draft),
    acts: acts.map(({ from, to }) => ({ from, to })),
  }
}

/** What the numbers of a column count. */
function unitIn({ kind, source: { unit, currency, isDuration } }: DraftColumn): string | undefined {
  if (kind !== 'number') return undefined
  if (isDuration) return 's'
  return [currency, unit].filter((part) => part !== undefined).join(' ') || undefined
}
