import type { Draft, DraftAct, DraftColumn } from '../draft.ts'
import { literal } from './literal.ts'

/** slides/acts.ts: the parts of the countdown. */
export function actsTs({ acts }: Draft): string {
  return `import { between } from 'countdown-story'
import { records } from '../data/records.ts'

/** A part of the countdown, from one rank down to another; its door is the slide before it. */
function part(from: number, to: number, door?: string) {
  const title = from === to ? \`#\${to}\` : \`#\${from} to #\${to}\`
  return { title, from, to, told: between(records, from, to), ...(door && { door }) }
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

/** In the order in which the project sorts them. */
function dataImports(table: string): string {
  const imports = [
    { file: 'figures.ts', names: '{ amountOf, first, last, source }' },
    { file: 'format.ts', names: '{ format, lang }' },
    { file: 'records.ts', names: '{ records }' },
    { file: `${table}.csv`, names: 'csv' },
  ]
  const sorted = imports.sort((a, b) => (a.file < b.file ? -1 : 1))
  return sorted.map(({ file, names }) => `import ${names} from '../data/${file}'`).join('\n')
}

/** slides/deck.ts: the story in its order. */
export function deckTs({ title, table, date }: Draft): string {
  return `import { defineDeck, downloadsOf } from 'countdown-story'
import { components, layouts } from 'countdown-story/components'
import { scenes } from '../charts/scenes.ts'
${dataImports(table)}
import { acts } from './acts.ts'
import { columns, describe } from './columns.ts'
import { handout } from './handout.ts'
import { template } from './template.tsx'

export default defineDeck({
  title: ${literal(title)},
  description: \`A countdown of \${records.length}, from \${amountOf(last)} to \${amountOf(first)}.\`,
  lang,
  date: '${date}',
  format,
  records,
  downloads: downloadsOf('${table}', csv, records),
  source: \`Source: \${source}\`,
  acts: [
    { id: 'question', title: 'The question', scene: 'overview', slides: ['opening'] },
    ...Object.entries(acts).map(([id, { title, door, told }]) => ({
      id,
      title,
      scene: 'ladder',
      slides: [...(door ? [door] : []), ...told.map((record) => record.id)],
    })),
    { id: 'answer', title: 'The whole list', scene: 'overview', slides: ['ranking'] },
    { id: 'sources', title: 'Sources', slides: ['sources'] },
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
export function columnsTs({ name, value, told }: Draft): string {
  const numbers = told.filter(({ kind }) => kind === 'number')
  const needsOptional = numbers.some(({ complete }) => !complete)
  return `import type { Column, Columns, Describe } from 'countdown-story'
import { print, title } from '../data/format.ts'
import { type Entry, recordOf } from '../data/records.ts'
${
  needsOptional
    ? `
/** Nothing where the table has nothing. */
const optional = (amount: number | null, say: (amount: number) => string) => (amount === null ? null : say(amount))
`
    : ''
}
/** What slides and tables tell of a record beside its rank, its name and what the bars show. */
const facts: readonly Column<Entry>[] = [${told.map((column) => `\n${factOf(column)}`).join('')}${told.length > 0 ? '\n' : ''}]

/** The columns of the full table. */
export const columns = {
  all: [
    { key: 'rank', label: '#', numeric: true, text: ({ rank }) => String(rank) },
    { key: 'name', label: ${literal(name.source.label)}, numeric: false, text: ({ name }) => name },
    { key: '${value.property}', label: title, numeric: true, text: ({ ${value.property} }) => print.${value.property}(${value.property}) },
    ...facts,
  ],
  missing: 'no figure',
} satisfies Columns<Entry>

/** What stands beside the chart of a record. */
export const describe: Describe = (id) => {
  const entry = recordOf(id)
  const { value, unit } = print.${value.property}.parts(entry.${value.property})
  return {
    figure: { value, caption: [unit, title].filter((part) => part !== '').join(' · ') },
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

/** What stands below the headline: the record told before, and the place within the group where that has others. */
function bodyOf(group: DraftColumn | undefined): string {
  const before = 'entry.rank < records.length && <p>{comparison(entry, ranked(entry.rank + 1))}</p>'
  if (!group) return before
  const named = group.complete ? '' : `entry.${group.property} !== null && `
  return `(
      <>
        {${before}}
        {${named}placeInGroup(entry).count > 1 && (
          <p>
            {entry.${group.property}}: number {count(placeInGroup(entry).place)} of {count(placeInGroup(entry).count)}.
          </p>
        )}
      </>
    )`
}

/** slides/template.tsx: the words for a record that has no slide of its own. */
export function templateTsx({ value, group }: Draft): string {
  return `import type { TemplateParts } from 'countdown-story'
import { amountOf, differenceOf, ${group ? 'placeInGroup, ' : ''}ranked } from '../data/figures.ts'
import { count } from '../data/format.ts'
import { type Entry, records } from '../data/records.ts'

/** The words for a record that nobody has written a slide for; slides/<rank>-<id>.mdx has words of its own. */
export function template(entry: Entry): TemplateParts {
  return {
    headline: headlineOf(entry),
    body: ${bodyOf(group)},
    notes: (
      <p>
        Number {count(entry.rank)}: {entry.name}, {amountOf(entry)}.
      </p>
    ),
  }
}

function headlineOf(entry: Entry): string {
  if (entry.rank === 1) return \`\${entry.name} comes first, at \${amountOf(entry)}\`
  if (entry.rank === records.length) return \`\${entry.name} opens the count at \${amountOf(entry)}\`
  return \`\${entry.name} stands at \${amountOf(entry)}\`
}

function comparison(entry: Entry, before: Entry): string {
  const [own, other] = [entry.${value.property}, before.${value.property}]
  if (own === other) return \`As much as \${before.name}, which came before it.\`
  return \`That is \${differenceOf(entry, before)} \${own > other ? 'more' : 'less'} than \${before.name}, which came before it.\`
}
`
}

/** slides/handout.ts: what the handout has beside the slides. */
export function handoutTs({ value, told, positive }: Draft): string {
  const beside = [value, ...told].slice(0, MOST_BESIDE)
  const length = positive ? value.property : `Math.abs(${value.property})`
  return `import type { Handout } from 'countdown-story'
import { ticks } from 'countdown-story/charts'
import { amountOf, first, last } from '../data/figures.ts'
import { count, print, title } from '../data/format.ts'
import { type Entry, records } from '../data/records.ts'

${positive ? '' : '/** Bars have no direction on paper, so they show how far from zero a record is. */\n'}const lengthOf = ({ ${value.property} }: Entry) => ${length}
const longest = Math.max(...records.map(lengthOf))

/** The handout: a cover with all bars, the story act by act, the full table. */
export const handout: Handout<Entry> = {
  bars: {
    column: '${value.property}',
    value: lengthOf,
    title: \`Bars: \${title}${positive ? '' : ', distance from zero'}, on one scale throughout this handout\`,
    // A mark at the very end would have no room for its label.
    marks: ticks(0, longest * 0.9, 5).map((at) => ({ at, label: print.${value.property}.mark(at) })),
  },
  columns: [${beside.map(({ property }) => `'${property}'`).join(', ')}],
  cover: {
    kicker: title,
    finding: \`\${first.name} comes first, at \${amountOf(first)}\`,
    lead: \`\${count(records.length)} in all, told from number \${count(last.rank)}, \${last.name}, at \${amountOf(last)}.\`,
    chart: \`Bars of \${title} for all \${count(records.length)}, from \${amountOf(last)} to \${amountOf(first)}.\`,
    unit: '',
    groups: [],
    contents: 'Inside',
  },
}
`
}

/** Columns that fit beside a bar. */
const MOST_BESIDE = 5
