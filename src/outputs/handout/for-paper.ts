import type { Element } from 'hast'
import { withoutWays } from '../../mdx/footnotes.ts'
import { editTree } from '../../tree/edit-tree.ts'
import type { Tree } from '../../tree/tree.ts'
import { withStillMedia } from '../still-media.ts'

/**
 * A part of a slide as PDFs can have it: without links to files beside it, since a PDF travels alone and they would lead nowhere;
 * boxes of tasks are no fields of a form; a formula is a figure, with its source as its words, but in a heading; nothing plays.
 */
export function forPrint(part: Tree): Tree {
  return editTree(withStillMedia(withoutLocalLinks(part)), (element) => {
    // What only the reading page has.
    if (element.properties.dataOnly === 'read') return []
    if (element.tagName === 'input') return { ...element, tagName: 'span', properties: boxOf(element) }
    if (element.tagName === 'math') return figureOf(element)
    // A bookmark is made of text.
    return /^h[1-6]$/.test(element.tagName) ? withoutFigures(element) : undefined
  })
}

function boxOf({ properties: { className, checked } }: Element): Element['properties'] {
  return { className: [...(Array.isArray(className) ? className : []), ...(checked ? ['done'] : [])] }
}

function withoutFigures(heading: Element): Element {
  const children = editTree({ type: 'root', children: heading.children }, (element) =>
    isFormula(element) ? element.children : undefined,
  ).children
  return { ...heading, children }
}

/** Whether an element is a formula as PDFs have it. */
export function isFormula({ properties: { className } }: Element): boolean {
  return Array.isArray(className) && className.includes('formula')
}

function figureOf(math: Element): Element {
  const properties = { className: ['formula'], role: 'img', ariaLabel: String(math.properties.alttext ?? '') }
  return { type: 'element', tagName: 'span', properties, children: [math] }
}

function withoutLocalLinks(part: Tree): Tree {
  return editTree(part, (element) => {
    const { href, ...rest } = element.properties
    if (element.tagName !== 'a' || /^(?:https?:|mailto:)/.test(String(href))) return undefined
    return { ...element, properties: rest }
  })
}

const EMPHASIS = new Set(['strong', 'em', 'b', 'i'])

/** A part of a slide as it goes to paper. Emphasis is styled and not tagged: Chromium gives it a type that older readers of PDF do not know. */
export function forPaper(part: Tree): Tree {
  return editTree(forPrint(withoutWays(part)), (element) =>
    EMPHASIS.has(element.tagName) ? { ...element, tagName: 'span', properties: { className: ['emphasis'] } } : undefined,
  )
}
