import type { Element } from 'hast'
import { editTree } from '../tree/edit-tree.ts'
import { elementsOf } from '../tree/elements-of.ts'
import { idsIn } from '../tree/ids-in.ts'
import type { Tree } from '../tree/tree.ts'

/** A slide's text without its footnotes, and these. */
export function partFootnotes(body: Tree): { text: Tree; footnotes: Element[] } {
  const footnotes = elementsOf(body, 'div').filter(isFootnotes)
  return { text: editTree(body, (element) => (isFootnotes(element) ? [] : undefined)), footnotes }
}

function isFootnotes({ properties: { role } }: Element): boolean {
  return role === 'doc-endnotes'
}

/** The text of a slide without ways back to what only its speaker sees. */
export function withoutLostWays(body: Tree, headline: Tree): Tree {
  const ids = new Set([...idsIn(headline), ...idsIn(body)])
  return editTree(body, ({ properties: { role, href } }) =>
    role === 'doc-backlink' && !ids.has(String(href).slice(1)) ? [] : undefined,
  )
}

/** A text without the signs that lead to footnotes. */
export function withoutSigns(tree: Tree): Tree {
  return editTree(tree, ({ properties: { role } }) => (role === 'doc-noteref' ? [] : undefined))
}

/** Footnotes that are read where they stand: their signs lead nowhere, and there is no way back. */
export function withoutWays(tree: Tree): Tree {
  return editTree(tree, (element) => {
    const { role, href: _, ...rest } = element.properties
    if (role === 'doc-backlink') return []
    return role === 'doc-noteref' ? { ...element, tagName: 'span', properties: rest } : undefined
  })
}

/** The same footnotes where one goes to and fro; `back` is what the way back is called. */
export function withNamedWays(tree: Tree, back: string): Tree {
  return editTree(tree, (element) =>
    element.properties.role === 'doc-backlink'
      ? { ...element, properties: { ...element.properties, ariaLabel: back } }
      : undefined,
  )
}
