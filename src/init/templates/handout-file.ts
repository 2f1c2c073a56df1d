import type { Draft } from '../draft.ts'
import { sentences } from '../sentences/sentences.ts'
import { literal, template } from './literal.ts'
import { halfOf } from './prose.ts'

/** Columns that fit beside a bar. */
const MOST_BESIDE = 5

/** slides/handout.ts: what the handout has beside the slides. */
export function handoutTs(draft: Draft): string {
  const { value, positive, language } = draft
  const { handout, ranking } = sentences[language]
  const side = halfOf(draft)
  return `import type { Handout } from 'countdown-story'
import { ticks } from 'countdown-story/charts'
import { amountOf, first, last${side ? ', middle' : ''} } from '../data/figures.ts'
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
    lead: ${template(handout.lead + (side ? handout.half[side] : ''))},
    chart: ${template(handout.chart)},
    unit: '',
    groups: [],
    contents: ${literal(handout.contents)},
  },
}
`
}
