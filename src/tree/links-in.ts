import type { Nodes } from 'hast'
import { elementsOf } from './elements-of.ts'

/** What the links of trees lead to, as it is written, each once. */
export function linksIn(...trees: readonly Nodes[]): string[] {
  const links = trees.flatMap((tree) => elementsOf(tree, 'a')).map(({ properties }) => properties.href)
  return [...new Set(links.filter((href) => typeof href === 'string'))]
}
