import type { Element } from 'hast'
import { messagesOf, rankAmong } from '../messages/messages.ts'
import type { Deck, RankedRecord } from '../story/deck.ts'
import { type Description, figureClass } from '../story/description.ts'
import { stepsOf } from '../story/steps.ts'
import type { Slide } from '../story/story.ts'
import { elementsOf } from '../tree/elements-of.ts'
import { hasClass } from '../tree/has-class.ts'
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

/** The line over the headline of a record: its rank and its name, and what more stands there. */
export function renderKicker({ lang, records }: Deck, record: RankedRecord, more = ''): string {
  const messages = messagesOf(lang)
  const rank = escapeMarkup(rankAmong(messages, record, records))
  const rest = [record.name, more].filter((part) => part !== '').map(escapeMarkup)
  return `<p class="kicker"><strong${messages.sentenceMark}>${rank}</strong> · ${rest.join(' · ')}</p>`
}

/** The number of a record, and what it is. */
export function renderFigure(figure: Description['figure']): string {
  const { value, caption } = figure
  return `<p class="figure"><span class="${figureClass(figure)}">${escapeMarkup(value)}</span> <span class="caption">${escapeMarkup(caption)}</span></p>`
}

/** The small map of where a slide's record lies; undefined where it has none. */
export function locatorOf({ content }: Pick<Slide, 'content'>): Element | undefined {
  return elementsOf(content, 'svg').find((element) => hasClass(element, 'locator'))
}

/** The same, for outputs that place it themselves; empty where there is none. */
export function renderLocator(slide: Pick<Slide, 'content'>): string {
  const map = locatorOf(slide)
  return map ? writeTree({ type: 'root', children: [map] }) : ''
}
