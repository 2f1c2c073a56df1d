import type { Nodes } from 'hast'
import { toHtml } from 'hast-util-to-html'

/** Writes a tree as HTML. */
export function writeTree(tree: Nodes): string {
  return toHtml(tree, { characterReferences: { useNamedReferences: true } })
}
