import type { Deck } from '../story/deck.ts'
import { stepsOf } from '../story/steps.ts'
import type { Slide } from '../story/story.ts'
import { elementsOf } from '../tree/elements-of.ts'
import { writeTree } from '../tree/write-tree.ts'
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

/** The small map of where a slide's record lies, for outputs that place it themselves; empty where there is none. */
export function locatorOf({ content }: Pick<Slide, 'content'>): string {
  const map = elementsOf(content, 'svg').find(
    ({ properties: { className } }) => Array.isArray(className) && className.includes('locator'),
  )
  return map ? writeTree({ type: 'root', children: [map] }) : ''
}
