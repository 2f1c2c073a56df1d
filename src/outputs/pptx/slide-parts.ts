import type { Element, ElementContent } from 'hast'
import { textOf } from '../../tree/text-of.ts'
import type { Tree } from '../../tree/tree.ts'
import { type Block, blocksOf, classesOf } from './blocks.ts'
import type { SlotKey } from './layouts.ts'

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
