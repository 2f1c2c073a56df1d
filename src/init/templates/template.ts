import { areWords, natureOf } from '../choose-chart.ts'
import type { Draft, DraftColumn } from '../draft.ts'
import { literal } from './literal.ts'

/** slides/template.tsx: the words for a record that has no slide of its own, and for the pause before an act. */
export function templateTsx(draft: Draft): string {
  const { value, group, name } = draft
  const { adds, ratios } = natureOf(value)
  const lines = [
    'lang',
    `value: ${read(value)}`,
    `print: print.${value.property}`,
    'difference',
    ...(adds ? ['adds: true'] : []),
    ...(ratios ? ['ratios: true'] : []),
    ...(areWords(name) ? ['quoted: true'] : []),
    ...(group ? [`group: ${read(group)}`] : []),
    ...factsOf(draft),
  ]
  return `import { type Narration, type TemplateParts, narrateAct, narrateRecords } from 'countdown-story'
import { difference, lang, print } from '../data/format.ts'
import { type Entry, records } from '../data/records.ts'

/** What sentences may be about. With \`adds\` they may be about shares of the total, with \`ratios\` of one being so many times another. */
const narration: Narration<Entry> = {
${lines.map((line) => `  ${line},`).join('\n')}
}

/** What is true of each record and worth saying, found in the whole table. */
const sentences = narrateRecords(records, narration)

/** The words for a record that nobody has written a slide for; slides/<rank>-<id>.mdx has words of its own. */
export function template({ id }: Entry): TemplateParts {
  const { headline = '', body = [], notes = '' } = sentences.get(id) ?? {}
  return { headline, body: body.map((sentence) => <p key={sentence}>{sentence}</p>), notes: <p>{notes}</p> }
}

/** The words for the pause before an act. */
export function doorOf({ from, to }: { from: number; to: number }): { headline: string; body: string } {
  return narrateAct(records, narration, from, to)
}
`
}

function read({ property }: DraftColumn): string {
  return `({ ${property} }) => ${property}`
}

/** Years are told, but nothing stands out by being later than others. */
function factsOf({ told, group }: Draft): string[] {
  const texts = told.filter((column) => column.kind === 'text' && column !== group && column.source.kind === 'text')
  const facts = told.filter(({ kind, source }) => kind === 'number' && !source.isYear)
  return [...listOf('texts', texts, () => ''), ...listOf('facts', facts, ({ property }) => `, print: print.${property}`)]
}

function listOf(name: string, columns: readonly DraftColumn[], more: (column: DraftColumn) => string): string[] {
  const items = columns.map((column) => `{ label: ${literal(column.source.label)}, value: ${read(column)}${more(column)} }`)
  const short = `${name}: [${items.join()}]`
  if (items.length < 2 && short.length <= WIDEST) return items.length > 0 ? [short] : []
  return [`${name}: [\n${items.map((item) => `    ${item},`).join('\n')}\n  ]`]
}

/** What a line of a deck has room for beside its indent and its comma. */
const WIDEST = 127
