import type { Element, ElementContent } from 'hast'
import type { Tree } from './tree.ts'

/** What becomes of an element: another one, several or none; undefined leaves it as it is. */
export type Edit = (element: Element) => Element | readonly ElementContent[] | undefined

/** A copy of the tree with each element edited, what is in it first; where nothing changes, the same objects. */
export function editTree(tree: Tree, edit: Edit): Tree {
  return edited(tree, edit)
}

function edited<Parent extends Tree | Element>(parent: Parent, edit: Edit): Parent {
  const before: readonly ElementContent[] = parent.children
  const children = before.flatMap((child) => {
    if (child.type !== 'element') return [child]
    const inner = edited(child, edit)
    return edit(inner) ?? [inner]
  })
  const isSame = children.length === before.length && children.every((child, index) => child === before[index])
  return isSame ? parent : { ...parent, children }
}
