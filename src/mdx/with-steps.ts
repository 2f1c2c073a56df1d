import type { Element, ElementContent } from 'hast'
import { editTree } from '../tree/edit-tree.ts'
import type { Tree } from '../tree/tree.ts'

/** A slide's text whose parts in `<Steps>` reveal.js shows one by one. */
export function withSteps(text: Tree): Tree {
  return editTree(text, (element) =>
    hasClass(element, 'steps') ? { ...element, children: element.children.map(stepOf) } : undefined,
  )
}

function hasClass({ properties: { className } }: Element, name: string): boolean {
  return Array.isArray(className) && className.includes(name)
}

/** Of a list, its items are the steps. */
function stepOf(child: ElementContent): ElementContent {
  if (child.type !== 'element') return child
  if (child.tagName === 'ul' || child.tagName === 'ol') return { ...child, children: child.children.map(fragment) }
  return fragment(child)
}

function fragment(child: ElementContent): ElementContent {
  if (child.type !== 'element') return child
  const { className } = child.properties
  const properties = { ...child.properties, className: [...(Array.isArray(className) ? className : []), 'fragment'] }
  return { ...child, properties }
}
