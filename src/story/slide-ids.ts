import { shown } from '../util/diagnostic.ts'
import { slug } from '../util/slug.ts'
import { typeNameOf } from './kinds.ts'

/** Ids of the pages' own elements, and of the story's own picture. A slide with one of them would be taken for that element. */
const OF_PAGES = new Set(
  'announcer help help-title interactive-charts jump jump-list jump-query licences needed overview overview-title qr qr-title rehearsal rehearsal-title story'.split(
    ' ',
  ),
)

/** Whether the pages themselves have an element with this id. */
export function isPageId(id: string): boolean {
  return OF_PAGES.has(id)
}

/** No address needs more characters. */
const LONGEST = 100

/** What is wrong with an id, which is a part of addresses and file names, and the element's own on the pages. */
export function wrongId(id: unknown): string | undefined {
  if (typeof id !== 'string') return `found ${typeNameOf(id)}, expected a text such as \`olive-oil\``
  const better = slug(id).slice(0, LONGEST)
  const expected = 'expected lower-case letters and digits, with single hyphens between them'
  if (id.length > LONGEST) return `found ${shown(id)}, expected at most ${LONGEST} characters`
  if (slug(id) !== id || id === '') return `found ${shown(id)}, ${expected}${better === '' ? '' : ` such as \`${better}\``}`
  if (!/\p{L}/u.test(id)) return `found ${shown(id)}, expected a letter in it: a number alone is read as a position in the deck`
  if (isPageId(id)) return `found ${shown(id)}, which the pages' own elements have; call it ${shown(`${id}-2`)}`
  return undefined
}
