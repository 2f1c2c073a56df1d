import type { StageState } from '../../story/mark.ts'
import type { Slide } from '../../story/story.ts'
import type { Layout } from './layouts.ts'
import type { Relationships } from './package.ts'
import { alternateContent, xml } from './xml.ts'

/** The layout by the slide's class; layouts of a deck's own have the place beside the chart, or the whole width. */
export function layoutOf(classes: readonly string[], { stage }: Slide, layouts: readonly Layout[]): Layout {
  const named = layouts.find(({ id }) => classes.includes(`slide-${id}`))
  const layout = named ?? layouts.find(({ id }) => id === (stage ? 'statement' : 'full'))
  if (!layout) throw new Error('found no layout for the whole width, expected one')
  return layout
}

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

/** How long a move takes where its state does not say, in ms; the player has the same. */
const USUAL = 650

/**
 * How a slide comes: where a chart stands before it and on it, PowerPoint moves the one into the other (Morph, since 2019); everything
 * else, and every other program, fades.
 */
export function transitionInto(index: number, states: readonly StageState[]): string {
  const fade = xml('p:transition', { spd: 'med' }, xml('p:fade'))
  const [before, state] = [states[index - 1], states[index]]
  if (!before || !state || before.marks.size === 0 || state.marks.size === 0) return fade
  const moving = xml(
    'p:transition',
    { 'xmlns:p14': 'http://schemas.microsoft.com/office/powerpoint/2010/main', spd: 'slow', 'p14:dur': state.duration ?? USUAL },
    xml('p159:morph', { option: 'byObject' }),
  )
  return alternateContent('p159', 'powerpoint/2015/09', moving, fade)
}
