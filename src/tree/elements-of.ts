import type { Element, Nodes } from 'hast'
import { visit } from 'unist-util-visit'

/** The elements of a tree in the order in which they are written, or those with one of these names. */
export function elementsOf(tree: Nodes, ...names: readonly string[]): Element[] {
  const found: Element[] = []
  visit(tree, 'element', (element) => {
    if (names.length === 0 || names.includes(element.tagName)) found.push(element)
  })
  return found
}
