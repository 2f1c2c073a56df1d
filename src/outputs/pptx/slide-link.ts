import type { Slide } from '../../story/story.ts'
import type { Relationships } from './package.ts'

/** Another slide, or an address on the web. The file travels alone: what lies beside the pages is not with it. */
export function linkTo(
  address: string,
  slides: readonly Slide[],
  relationships: Relationships,
): Readonly<Record<string, string>> | undefined {
  const id = /^(?:(?:index|read)\.html)?#\/?(.+)$/.exec(address)?.[1]
  const target = id === undefined ? undefined : slides.find((slide) => slide.id === id)
  if (target) return { 'r:id': relationships.to('slide', `slide${target.index + 1}.xml`), action: 'ppaction://hlinksldjump' }
  // Written as an address and not as an author may type it: letters beyond ASCII would make the file one to be repaired.
  const url = URL.canParse(address) ? new URL(address) : undefined
  const leads = url && /^(?:https?|mailto):$/.test(url.protocol)
  return leads ? { 'r:id': relationships.to('hyperlink', url.href, true) } : undefined
}
