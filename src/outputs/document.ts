import type { Element, ElementContent } from 'hast'
import { minifyWhitespace } from 'hast-util-minify-whitespace'
import { withoutWays } from '../mdx/fill-slots.ts'
import { stillSvg } from '../motion/still.ts'
import type { ExpectedPage } from '../pdf/check-pdf.ts'
import type { Bookmark } from '../pdf/facts.ts'
import { contentAt, stateAt } from '../story/steps.ts'
import type { Slide, Story } from '../story/story.ts'
import { editTree } from '../tree/edit-tree.ts'
import { elementsOf } from '../tree/elements-of.ts'
import { hasClass } from '../tree/has-class.ts'
import { spokenText, textOf } from '../tree/text-of.ts'
import type { Tree } from '../tree/tree.ts'
import { writeTree } from '../tree/write-tree.ts'
import { withPictures, withStillMedia } from './slide-media.ts'

/**
 * A part of a slide as PDFs can have it: without links to files beside it, since a PDF travels alone and they would lead nowhere;
 * boxes of tasks are no fields of a form; a formula is a figure, with its source as its words, but in a heading; nothing plays. It has
 * no white space but what separates words, since `spaces.css` has all of it painted.
 */
export function forPrint(part: Tree): Tree {
  const own = structuredClone(part)
  minifyWhitespace(own)
  const printed = editTree(withStillMedia(withoutLocalLinks(own)), (element) => {
    // What only the reading page has.
    if (element.properties.dataOnly === 'read') return []
    if (element.tagName === 'input') return { ...element, tagName: 'span', properties: boxOf(element) }
    if (element.tagName === 'math') return figureOf(element)
    // A bookmark is made of text.
    return /^h[1-6]$/.test(element.tagName) ? withoutFigures(element) : undefined
  })
  return editTree(printed, withSpacesInSpans)
}

/** A space after a span goes into it: styles make blocks of spans, and painted between two blocks it would be a line of its own. */
function withSpacesInSpans(element: Element): Element {
  const children: ElementContent[] = []
  for (const child of element.children) {
    const last = children.at(-1)
    if (child.type === 'text' && child.value === ' ' && last?.type === 'element' && last.tagName === 'span')
      children.splice(-1, 1, { ...last, children: [...last.children, child] })
    else children.push(child)
  }
  return { ...element, children }
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

/**
 * A part of a slide as it goes to paper. Emphasis is styled and not tagged: Chromium gives it a type that older readers of PDF do
 * not know. The line of facts below a chart stays with the chart.
 */
export function forPaper(part: Tree): Tree {
  return editTree(forPrint(withoutWays(part)), (element) => {
    if (hasClass(element, 'facts')) return []
    return EMPHASIS.has(element.tagName) ? { ...element, tagName: 'span', properties: { className: ['emphasis'] } } : undefined
  })
}

/** The column of a slide that holds its number and text, beside the chart. */
const ASIDE = 'aside'

/**
 * A slide with its chart at one of its steps, the last one unless given, for a page that stands alone. The chart is drawn over the
 * whole slide, but has its place in the reading order: after the number and the text beside it, before facts and source. Where it
 * `isAgain` there, its headings are none of the document's.
 */
export function renderSlidePicture(
  { wide }: Story,
  slide: Slide,
  { step = Number.POSITIVE_INFINITY, isAgain = false } = {},
): string {
  const shown = contentAt(withPictures(forPrint(slide.content), slide), step, 'unseen')
  const content = isAgain ? withoutHeadings(shown) : shown
  const state = (wide.talk ?? wide).states[stateAt(slide, step)]
  const id = `still-${slide.index}${isAgain ? `-${step}` : ''}`
  const still = state ? stillSvg(state, wide.frame, { id }) : ''
  if (still === '') return writeTree(content)
  const owning = editTree(content, (element) =>
    [element.properties.className].flat().includes(ASIDE)
      ? { ...element, properties: { ...element.properties, ariaOwns: [id] } }
      : undefined,
  )
  return `${writeTree(owning)}${still.replace('<svg ', `<svg id="${id}" `)}`
}

/** They look as they did, and make no bookmark a second time. */
function withoutHeadings(content: Tree): Tree {
  return editTree(content, (element) => (/^h[1-6]$/.test(element.tagName) ? { ...element, tagName: 'p' } : undefined))
}

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

/** What helps where a table is longer than a slide. */
const TALL_TABLE = ': put `<Paged rows={12}>` around a long table, which then shows so many rows at a step, or fewer'

function isTyped(table: Element): boolean {
  return hasClass(table, 'typed')
}

/** What some parts of each slide say, and where the author finds it. */
export function sourcesOf(slides: Iterable<Slide>, parts: (slide: Slide) => readonly Tree[]): ExpectedPage[] {
  return [...slides].map((slide) => ({
    slide: slide.id,
    text: parts(slide).map(spokenText).join(' '),
    ...(elementsOf(slide.body, 'table').some(isTyped) && { remedy: TALL_TABLE }),
    ...(slide.file !== undefined && { location: { file: slide.file } }),
  }))
}
