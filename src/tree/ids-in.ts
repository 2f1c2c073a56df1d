import type { Nodes } from 'hast'
import { elementsOf } from './elements-of.ts'

/** The ids of all elements in a tree, in their order. */
export function idsIn(tree: Nodes): string[] {
  return elementsOf(tree).flatMap(({ properties }) => (typeof properties.id === 'string' ? [properties.id] : []))
}
