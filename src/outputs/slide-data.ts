import type { Slide, StoryDeck } from '../story/story.ts'
import { escapeMarkup } from './html-page.ts'

/** Attributes that tell a page's scripts of a slide: its act, its record, the other names that it is looked for by, and its old ids. */
export function slideData({ otherNames }: StoryDeck, { id, act, record, aliases = [] }: Slide): string {
  const names = otherNames && Object.hasOwn(otherNames, id) ? (otherNames[id] ?? []) : []
  const values = {
    act: act.title,
    rank: record && String(record.rank),
    name: record?.name,
    'other-names': names.join('|'),
    aliases: aliases.join('|'),
  }
  return Object.entries(values)
    .map(([name, value]) => (value ? ` data-${name}="${escapeMarkup(value)}"` : ''))
    .join('')
}
