import { suggest } from '../nearest.ts'
import type { Place, Problem } from '../problem.ts'
import type { Slide } from '../story.ts'
import { decoded, placeOfAddress } from './note-address.ts'
import type { SlideSource } from './source.ts'

/** A link to a part of the story, on the same page or another; in addresses of the deck a slash may stand before the id. */
const LINK = /<a\s(?:[^>"]|"[^"]*")*?\bhref="((?:index\.html#\/?|(?:read\.html)?#)([^"]*))"/g
const ID = /<[^>]*?\sid="([^"]*)"/g

/**
 * Links to parts that the story does not have. `told` are the ids of all slides; where one of them could not be rendered, it may
 * be the one that has what others link to.
 */
export function checkLinks(
  slides: readonly Slide[],
  told: readonly string[],
  sources: ReadonlyMap<string, SlideSource>,
): Problem[] {
  if (slides.length < told.length) return []
  const ids = new Set([...told, ...slides.flatMap(({ html }) => idsIn(html))])
  return slides.flatMap((slide) =>
    [...linksOf(slide)]
      .filter(([, id]) => !ids.has(id))
      .map(([link, id]) => ({ place: placeOf(slide, link, sources), message: unknown(link, id, ids) })),
  )
}

function idsIn(html: string): string[] {
  return [...html.matchAll(ID)].map(([, id = '']) => id)
}

/** Each once, with the id it leads to. */
function linksOf({ html, body, notes }: Slide): Map<string, string> {
  const links = [...`${html}${body}${notes}`.matchAll(LINK)]
  return new Map(links.map(([, link = '', id = '']) => [link, decoded(id)]))
}

function placeOf({ id, file }: Slide, link: string, sources: ReadonlyMap<string, SlideSource>): Place {
  const source = file === undefined ? undefined : sources.get(file)
  return source ? placeOfAddress(source, link) : { file: file ?? `the template's slide \`${id}\`` }
}

function unknown(link: string, id: string, ids: ReadonlySet<string>): string {
  return `found the link \`${link}\`, which leads nowhere, expected the id of a slide; ${suggest(id, ids)}`
}
