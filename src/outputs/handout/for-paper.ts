import { withoutWays } from '../../mdx/footnotes.ts'
import { editTree } from '../../tree/edit-tree.ts'
import type { Tree } from '../../tree/tree.ts'

/** A part of a slide without links to files beside it: a PDF travels alone, and they would lead nowhere. */
export function withoutLocalLinks(part: Tree): Tree {
  return editTree(part, (element) => {
    const { href, ...rest } = element.properties
    if (element.tagName !== 'a' || /^(?:https?:|mailto:)/.test(String(href))) return undefined
    return { ...element, properties: rest }
  })
}

const EMPHASIS = new Set(['strong', 'em', 'b', 'i'])

/** A part of a slide as it goes to paper. Emphasis is styled and not tagged: Chromium gives it a type that older readers of PDF do not know. */
export function forPaper(part: Tree): Tree {
  return editTree(withoutLocalLinks(withoutWays(part)), (element) =>
    EMPHASIS.has(element.tagName) ? { ...element, tagName: 'span', properties: { className: ['emphasis'] } } : undefined,
  )
}
