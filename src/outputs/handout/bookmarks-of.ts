import type { Bookmark } from '../../pdf/facts.ts'
import { elementsOf } from '../../tree/elements-of.ts'
import { textOf } from '../../tree/text-of.ts'
import type { Tree } from '../../tree/tree.ts'

/** The headings in a tree, nested by their level. */
export function bookmarksOf(tree: Tree): Bookmark[] {
  const root: Bookmark = { title: '', children: [] }
  const open: { level: number; bookmark: Bookmark }[] = [{ level: 0, bookmark: root }]
  for (const heading of elementsOf(tree, 'h1', 'h2', 'h3', 'h4', 'h5', 'h6')) {
    const level = Number(heading.tagName[1])
    while ((open.at(-1)?.level ?? 0) >= level) open.pop()
    const bookmark = { title: textOf(heading), children: [] }
    open.at(-1)?.bookmark.children.push(bookmark)
    open.push({ level, bookmark })
  }
  return root.children
}
