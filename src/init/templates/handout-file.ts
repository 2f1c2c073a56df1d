import type { Draft } from '../draft.ts'
import { sentences } from '../sentences/sentences.ts'
import { literal, template } from './literal.ts'
import { sideOf } from './prose.ts'

/** Columns that fit beside a bar. */
const MOST_BESIDE = 5

/** slides/handout.ts: what the handout has beside the slides. */
export function handoutTs({ value, positive, language, follows, rows }: Draft): string {
  const { handout, ranking } = sentences[language]
  const isLong = rows.length > 2 && follows !== undefined
  return `import type { Handout } from 'countdown-story'
import { ticks } from 'countdown-story/charts'
import { amountOf, first, last${isLong ? ', middle' : ''} } from '../data/figures.ts'
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
    lead: ${template(handout.lead + (isLong ? handout.half[sideOf(follows)] : ''))},
    chart: ${template(handout.chart)},
    unit: '',
    groups: [],
    contents: ${literal(handout.contents)},
  },
}
`
}
