import type { Element, ElementContent } from 'hast'
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
  const parts = partsIn(content.children)
  const hasTitle = parts.some(({ key }) => key === 'title')
  return joined(hasTitle ? parts : [{ key: 'title', children: [{ type: 'text', value: title }] }, ...parts])
}

function partsIn(children: readonly ElementContent[]): SlidePart[] {
  return children.flatMap((child): SlidePart[] => {
    if (child.type !== 'element') return [{ key: 'body', blocks: blocksOf([child]) }]
    const classes = classesOf(child)
    const placed = PLACED.find((name) => classes.includes(name))
    if (placed) return [{ key: placed, children: child.children }]
    if (classes.includes('headline')) return [{ key: 'title', children: child.children }]
    if (classes.includes('image')) return [{ key: 'picture', children: child.children }]
    if (classes.includes('facts')) return factsOf(child)
    return hasParts(child) ? partsIn(child.children) : [{ key: 'body', blocks: blocksOf([child]) }]
  })
}

/** Whether an element holds parts, and not text alone. */
function hasParts(element: Element): boolean {
  return element.children.some((child) => {
    if (child.type !== 'element') return false
    const classes = classesOf(child)
    return [...PLACED, 'headline', 'image', 'facts'].some((name) => classes.includes(name)) || hasParts(child)
  })
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
