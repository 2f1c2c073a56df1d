import type { Element, ElementContent } from 'hast'
import type { StageState } from '../../story/mark.ts'
import type { Slide } from '../../story/story.ts'
import { textOf } from '../../tree/text-of.ts'
import type { Tree } from '../../tree/tree.ts'
import { type Block, blocksOf, classesOf } from './blocks.ts'
import type { Layout, SlotKey } from './layouts.ts'
import type { Relationships } from './package.ts'
import type { Look } from './text-body.ts'
import { alternateContent, xml } from './xml.ts'

/** One part of a slide, in reading order: what fills a place of its own, or the text that flows. */
export type SlidePart = PlacedPart | { key: 'body'; blocks: readonly Block[] }

/** What fills a place of its own. */
export interface PlacedPart {
  key: Exclude<SlotKey, 'body' | 'second' | 'number'>
  children: readonly ElementContent[]
}

/** Classes that place a part, as the kit's layouts have them. */
const PLACED = ['kicker', 'source', 'footer', 'footnotes'] as const

/** The parts of a slide by the classes of its elements. Layouts of a deck's own may have others, whose text flows. */
export function slidePartsOf(content: Tree, title: string): SlidePart[] {
  const parts = partsIn(content.children, title)
  const hasTitle = parts.some(({ key }) => key === 'title')
  return joined(hasTitle ? parts : [{ key: 'title', children: [{ type: 'text', value: title }] }, ...parts])
}

function partsIn(children: readonly ElementContent[], title: string): SlidePart[] {
  return children.flatMap((child): SlidePart[] => {
    if (child.type !== 'element') return [{ key: 'body', blocks: blocksOf([child]) }]
    if (classesOf(child).includes('backdrop')) return []
    const key = placeOf(child, title)
    if (key === 'facts') return factsOf(child)
    if (key) return [{ key, children: child.children }]
    return hasParts(child, title) ? partsIn(child.children, title) : [{ key: 'body', blocks: blocksOf([child]) }]
  })
}

/** A headline is known by its words where it has not the class of one. */
function placeOf(element: Element, title: string): PlacedPart['key'] | 'facts' | undefined {
  const classes = classesOf(element)
  const named = PLACED.find((name) => classes.includes(name))
  if (named) return named
  if (classes.includes('headline') || (/^h[1-6]$/.test(element.tagName) && textOf(element) === title)) return 'title'
  return classes.includes('image') ? 'picture' : classes.includes('facts') ? 'facts' : undefined
}

/** Whether an element holds parts, and not text alone. */
function hasParts({ children }: Element, title: string): boolean {
  return children.some((child) => child.type === 'element' && (placeOf(child, title) !== undefined || hasParts(child, title)))
}

function factsOf(list: Element): SlidePart[] {
  const facts = list.children.filter((child) => child.type === 'element')
  return facts.map((fact, index) => ({ key: `fact${index}`, children: fact.children }))
}

/** All that flows is one part, where the first of it stood. */
function joined(parts: readonly SlidePart[]): SlidePart[] {
  const body: SlidePart = { key: 'body', blocks: parts.flatMap((part) => (part.key === 'body' ? part.blocks : [])) }
  const first = parts.findIndex(({ key }) => key === 'body')
  return parts.flatMap((part, index): SlidePart[] => (index === first ? [body] : part.key === 'body' ? [] : [part]))
}

/** The layout by the slide's class; layouts of a deck's own have the place beside the chart, or the whole width. */
export function layoutOf(classes: readonly string[], { stage }: Slide, layouts: readonly Layout[]): Layout {
  const named = layouts.find(({ id }) => classes.includes(`slide-${id}`))
  const layout = named ?? layouts.find(({ id }) => id === (stage ? 'statement' : 'full'))
  if (!layout) throw new Error('found no layout for the whole width, expected one')
  return layout
}

/** Quotations and single figures are set large. */
export function styledFor(layout: string, blocks: readonly Block[]): Block[] {
  return blocks.map((block, index) => {
    if (block.kind !== 'text') return block
    const { indent, ...paragraph } = block.paragraph
    const large = (look: Look): Block => ({
      ...block,
      paragraph: { ...paragraph, runs: paragraph.runs.map((run) => ({ ...run, ...look })) },
    })
    if (layout === 'quote' && indent !== undefined) return large({ size: 46, bold: true, major: true })
    return layout === 'big' && index === 0 ? large({ size: 220, bold: true, major: true, colour: 'accent1' }) : block
  })
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
