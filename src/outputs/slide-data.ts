import type { Deck } from '../story/deck.ts'
import { stepsOf } from '../story/steps.ts'
import type { Slide } from '../story/story.ts'
import { escapeMarkup } from './html-page.ts'

/** Attributes that tell a page's scripts of a slide: its act, its record, the other names that it is looked for by, its old ids, and its steps. */
export function slideData({ otherNames }: Deck, slide: Slide): string {
  const { id, act, record, state, chart, aliases = [] } = slide
  const names = otherNames && Object.hasOwn(otherNames, id) ? (otherNames[id] ?? []) : []
  const values = {
    act: act.title,
    'act-short': act.short,
    rank: record && String(record.rank),
    name: record?.name,
    'other-names': names.join('|'),
    aliases: aliases.join('|'),
    state: state === undefined ? undefined : String(state),
    'chart-steps': chart?.earlier && String(chart.earlier.length),
    steps: stepsOf(slide) > 0 ? String(stepsOf(slide)) : undefined,
  }
  return Object.entries(values)
    .map(([name, value]) => (value ? ` data-${name}="${escapeMarkup(value)}"` : ''))
    .join('')
}
