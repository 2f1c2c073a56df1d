import type { Element, Nodes } from 'hast'

/** The elements of a tree in the order in which they are written, or those with one of these names. */
export function elementsOf(tree: Nodes, ...names: readonly string[]): Element[] {
  const found: Element[] = []
  // Outputs ask so often that a visitor with the ways to each node takes a tenth of their time.
  const look = (node: Nodes) => {
    if (node.type === 'element' && (names.length === 0 || names.includes(node.tagName))) found.push(node)
    if ('children' in node) node.children.forEach(look)
  }
  look(tree)
  return found
}
