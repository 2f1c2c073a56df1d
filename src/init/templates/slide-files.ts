import type { DraftAct } from '../acts.ts'
import type { Draft, DraftColumn } from '../draft.ts'
import { sentences } from '../sentences/sentences.ts'
import { literal, template } from './literal.ts'

/** slides/acts.ts: the parts of the countdown. */
export function actsTs({ acts, value, language, follows }: Draft): string {
  const { acts: names } = sentences[language]
  // Ranks that go by something else than the values have their ends anywhere among them.
  const ends =
    follows === undefined
      ? `  const inside = between(records, from, to).toSorted((a, b) => a.${value.property} - b.${value.property})
  const [least, most] = [inside[0] ?? ranked(from), inside.at(-1) ?? ranked(to)]`
      : '  const [least, most] = [ranked(from), ranked(to)]'
  const { unit, currency } = value.source
  const isClear = unit !== undefined || currency !== undefined
  const said = (text: string) => template(isClear ? text : `{title} ${text}`)
  return `import { between } from 'countdown-story'
import { amountOf, ranked, spanOf } from '../data/figures.ts'
${isClear ? '' : "import { title } from '../data/format.ts'\n"}import { records } from '../data/records.ts'

/** A part of the countdown, from one rank down to another; its door is the slide before it. */
function part(from: number, to: number, door?: string) {
  return { title: titleOf(from, to), from, to, told: between(records, from, to), ...(door && { door }) }
}

/** The values that are told in it. */
function titleOf(from: number, to: number): string {
  if (from === 1) return ${literal(names.numberOne)}
${ends}
  return least.${value.property} === most.${value.property} ? ${said('{amountOf(least)}')} : ${said('{spanOf(least, most)}')}
}

/** The parts of the countdown. They break where the values do; a break moves with the two numbers beside it. */
export const acts = {
${acts.map((act, index) => `  ${act.key}: part(${partOf(act, index)}),`).join('\n')}
}
`
}

function partOf({ key, from, to }: DraftAct, index: number): string {
  return index === 0 ? `records.length, ${to}` : `${from}, ${to}, 'door-${key}'`
}

/** slides/deck.ts: the story in its order. */
export function deckTs({ table, date, language, theme }: Draft): string {
  const { acts, source, description } = sentences[language]
  return `import { defineDeck, downloadsOf } from 'countdown-story'
import { components, layouts } from 'countdown-story/components'
import { scenes } from '../charts/scenes.ts'
import csv from '../data/${table}.csv'
import { amountOf, first, last, source } from '../data/figures.ts'
import { format, lang } from '../data/format.ts'
import { records } from '../data/records.ts'
import { about } from './about.ts'
import { acts } from './acts.ts'
import { columns, describe } from './columns.ts'
import { handout } from './handout.ts'
import { template } from './template.tsx'

export default defineDeck({
  title: about.title,
  description: ${template(description)},
  lang,
  date: '${date}',
  theme: '${theme}',
  format,
  records,
  downloads: downloadsOf('${table}', csv, records),
  source: \`${source} \${source}\`,
  acts: [
    { id: 'question', title: ${literal(acts.question)}, scene: 'overview', slides: ['opening'] },
    ...Object.entries(acts).map(([id, { title, door, told }]) => ({
      id,
      title,
      scene: 'countdown',
      slides: [...(door ? [door] : []), ...told.map((record) => record.id)],
    })),
    { id: 'answer', title: ${literal(acts.list)}, scene: 'overview', slides: ['ranking'] },
    { id: 'table', title: ${literal(acts.table)}, slides: ['table'] },
    { id: 'sources', title: ${literal(acts.sources)}, slides: ['sources'] },
  ],
  scenes,
  components,
  layouts,
  template,
  describe,
  columns,
  handout,
})
`
}

/** slides/columns.ts: the facts of a record. */
export function columnsTs({ name, value, told, language, rows, positive }: Draft): string {
  // Bars on both sides of zero have two colours, and a figure has that of its bar.
  const hasSides = !positive && rows.some((row) => (value.source.numbers?.[row] ?? 0) > 0)
  const side = hasSides ? `, side: entry.${value.property} < 0 ? 'end' : 'start'` : ''
  const numbers = told.filter(({ kind }) => kind === 'number')
  const needsOptional = numbers.some(({ complete }) => !complete)
  return `import { type Column, type Columns, type Describe, moreColumns } from 'countdown-story'
import { recordTable } from 'countdown-story/components'
import datapackage from '../data/datapackage.json' with { type: 'json' }
import { lang, print, title } from '../data/format.ts'
import { type Entry, recordOf, records } from '../data/records.ts'
${
  needsOptional
    ? `
/** Nothing where the table has nothing. */
const optional = (amount: number | null, say: (amount: number) => string) => (amount === null ? null : say(amount))
`
    : ''
}
/** What slides and tables tell of a record beside its rank, its name and what the bars show. */
const facts: readonly Column<Entry>[] = [${told.length > 0 ? `\n${told.map(factOf).join('\n')}\n  ...moreColumns(records, datapackage, lang),\n` : '...moreColumns(records, datapackage, lang)'}]

/** The columns of the full table. */
export const columns = {
  all: [
    { key: 'rank', label: '#', numeric: true, text: ({ rank }) => String(rank) },
    { key: 'name', label: ${literal(name.source.label)}, numeric: false, text: ({ name }) => name },
    { key: '${value.property}', label: title, numeric: true, text: ({ ${value.property} }) => print.${value.property}(${value.property}) },
    ...facts,
  ],
  missing: ${literal(sentences[language].missing)},
} satisfies Columns<Entry>

/** The full table on a slide. */
export const RecordTable = recordTable(records, columns)

/** What stands beside the chart of a record. */
export const describe: Describe = (id) => {
  const entry = recordOf(id)
  const { value, unit } = print.${value.property}.parts(entry.${value.property})
  return {
    figure: { value, caption: [title, unit].filter((part) => part !== '').join(', ')${side} },
    facts: facts.map(({ label, text }) => {
      const said = text(entry)
      return { label, value: said ?? columns.missing, missing: said === null }
    }),
  }
}
`
}

function factOf({ property, kind, complete, source }: DraftColumn): string {
  const text =
    kind === 'text' ? property : complete ? `print.${property}(${property})` : `optional(${property}, print.${property})`
  return `  {
    key: '${property}',
    label: ${literal(source.label)},
    numeric: ${kind === 'number'},
    text: ({ ${property} }) => ${text},
  },`
}

/** Columns that fit beside a bar. */
const MOST_BESIDE = 5

/** slides/handout.ts: what the handout has beside the slides. */
export function handoutTs(draft: Draft): string {
  const { value, positive, language } = draft
  const { handout, ranking } = sentences[language]
  return `import type { Handout } from 'countdown-story'
import { ticks } from 'countdown-story/charts'
import { amountOf, first, last } from '../data/figures.ts'
import { count, print, title } from '../data/format.ts'
import { type Entry, records } from '../data/records.ts'
import { acts } from './acts.ts'
import { columns } from './columns.ts'

const values = records.map(({ ${value.property} }) => ${value.property})
const [least, most] = [${positive ? '0' : 'Math.min(0, ...values)'}, Math.max(${positive ? '' : '0, '}...values)]

/** The handout: a cover with all bars, the story act by act, the full table. */
export const handout: Handout<Entry> = {
  bars: {
    column: '${value.property}',
    value: ({ ${value.property} }) => ${value.property},
    title: ${template(handout.bars)},
    // A mark at the very end would have no room for its label.
    marks: ticks(least, most - (most - least) * 0.1, 5).map((at) => ({ at, label: print.${value.property}.mark(at) })),
  },
  columns: columns.all.slice(2, ${2 + MOST_BESIDE}).map(({ key }) => key),
  // On paper the answer stands on the cover, and the bars of all records with it.
  without: ['opening', 'ranking', 'table', ...Object.values(acts).flatMap(({ door }) => door ?? [])],
  cover: {
    kicker: title,
    finding: ${template(ranking.first)},
    lead: ${template(handout.lead)},
    chart: ${template(handout.chart)},
    unit: '',
    groups: [],
    contents: ${literal(handout.contents)},
  },
}
`
}
