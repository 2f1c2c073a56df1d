import type { Slide } from '../story/story.ts'
import { idsIn } from '../tree/ids-in.ts'
import { linksIn } from '../tree/links-in.ts'
import type { Diagnostic } from '../util/diagnostic.ts'
import { suggest } from '../util/nearest.ts'
import { locationInSlide } from './location-in-slide.ts'
import { decoded } from './note-address.ts'
import type { SlideSource } from './source.ts'

/** A link to a part of the story, on the same page or another; in addresses of the deck a slash may stand before the id. */
const LINK = /^(?:index\.html#\/?|(?:read\.html)?#)(.*)$/s

/**
 * Links to parts that the story does not have. `told` are the ids of all slides; where one of them could not be rendered, it may
 * be the one that has what others link to.
 */
export function checkLinks(
  slides: readonly Slide[],
  told: readonly string[],
  sources: ReadonlyMap<string, SlideSource>,
): Diagnostic[] {
  if (slides.length < told.length) return []
  const ids = new Set([...told, ...slides.flatMap(({ content }) => idsIn(content))])
  return slides.flatMap((slide) =>
    [...linksOf(slide)]
      .filter(([, id]) => !ids.has(id))
      .map(([link, id]) => ({ location: locationInSlide(slide, sources, link), message: unknown(link, id, ids) })),
  )
}

/** Each once, with the id it leads to. */
function linksOf({ content, body, notes }: Slide): Map<string, string> {
  const ids = linksIn(content, body, notes).map((link) => [link, LINK.exec(link)?.[1]] as const)
  return new Map(ids.flatMap(([link, id]) => (id === undefined ? [] : [[link, decoded(id)]])))
}

function unknown(link: string, id: string, ids: ReadonlySet<string>): string {
  return `found the link \`${link}\`, which leads nowhere, expected the id of a slide; ${suggest(id, ids)}`
}
