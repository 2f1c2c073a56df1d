import type { Element, ElementContent } from 'hast'
import type { Deck } from '../story/deck.ts'
import { FRAGMENT, PAGED } from '../story/steps.ts'
import type { Slide } from '../story/story.ts'
import { editTree } from '../tree/edit-tree.ts'
import { elementsOf } from '../tree/elements-of.ts'
import { hasClass } from '../tree/has-class.ts'
import { idsIn } from '../tree/ids-in.ts'
import type { Tree } from '../tree/tree.ts'

/** The element that stands for a part of a slide while its layout is rendered. */
export const SLOT = 'countdown-slot'

/** What a layout has drawn, with the slide's parts where it has placed them. Footnotes come last on the slide. */
export function fillSlots(frame: Tree, { headline, body }: Pick<Slide, 'headline' | 'body'>): Tree {
  const { text: words, footnotes } = partFootnotes(withSteps(withPages(withoutWays(forSlide(body)))))
  const parts: Readonly<Record<string, Tree>> = { headline: withoutWays(headline), body: words, ...partPicture(words) }
  const filled = editTree(frame, ({ tagName, properties }) =>
    tagName === SLOT ? parts[String(properties.name)]?.children : undefined,
  )
  return footnotes.length > 0 ? { ...filled, children: withLast(filled.children, footnotes) } : filled
}

/** The first picture of a text, and the text without it. */
function partPicture(body: Tree): { picture: Tree; text: Tree } {
  const [picture] = elementsOf(body, 'img')
  const isEmpty = (element: Element) =>
    element.tagName === 'p' && element.children.every((child) => child.type === 'text' && child.value.trim() === '')
  const text = editTree(body, (element) => (element === picture || isEmpty(element) ? [] : undefined))
  return { picture: { type: 'root', children: picture ? [picture] : [] }, text }
}

function withLast(children: readonly ElementContent[], footnotes: readonly Element[]): ElementContent[] {
  const [slide, ...rest] = children
  if (slide?.type !== 'element' || rest.length > 0) return [...children, ...footnotes]
  return [{ ...slide, children: [...slide.children, ...footnotes] }]
}

/**
 * A slide's text without what only the reading page has room for, which is marked by `data-only="read"`; `data-shortened` is what
 * a slide has room for of a long name. On a slide nothing scrolls, so that a region which would leaves the keys to the slides.
 */
export function forSlide(body: Tree): Tree {
  return editTree(editTree(body, withoutSorting), (element) => {
    const { dataOnly, dataShortened, ...rest } = element.properties
    if (dataOnly === 'read') return []
    if (typeof dataShortened === 'string')
      return { ...element, properties: rest, children: [{ type: 'text', value: dataShortened }] }
    return withoutKeys(element)
  })
}

/** Half a table is not offered for sorting. */
function withoutSorting(element: Element): Element | undefined {
  const { dataSortable, ...rest } = element.properties
  if (dataSortable === undefined || !elementsOf(element, 'tr').some(isReadOnly)) return undefined
  return { ...element, properties: rest }
}

function isReadOnly({ properties }: Element): boolean {
  return properties.dataOnly === 'read'
}

function withoutKeys(element: Element): Element | undefined {
  const { role, tabIndex, ariaLabel: _, dataKeys: __, ...rest } = element.properties
  return role === 'region' && tabIndex === 0 ? { ...element, properties: rest } : undefined
}

/** A slide's text whose tables in `<Paged>` are several, each in the place of the one before; the first is there when the slide comes. */
export function withPages(text: Tree): Tree {
  return editTree(text, (element) => {
    if (!hasClass(element, PAGED)) return undefined
    const rows = elementsOf(element, 'tbody').flatMap((body) => elementsOf(body, 'tr'))
    const length = Number(element.properties.dataRows)
    const count = Math.ceil(rows.length / length)
    const pages = Array.from({ length: count }, (_, page) => {
      const own = new Set(rows.slice(page * length, (page + 1) * length))
      const { children } = editTree({ type: 'root', children: element.children as Tree['children'] }, (row) =>
        rows.includes(row) && !own.has(row) ? [] : undefined,
      )
      const place = elementOf('p', { className: ['place'] }, [{ type: 'text', value: `${page + 1} / ${count}` }])
      return elementOf('div', page > 0 ? { className: [FRAGMENT] } : {}, [...children, ...(count > 1 ? [place] : [])])
    })
    return { ...element, properties: { className: [PAGED] }, children: pages }
  })
}

/** A slide's text whose parts in `<Steps>` come one by one, and whose steps are numbered from 0. */
export function withSteps(text: Tree): Tree {
  const marked = editTree(text, (element) =>
    hasClass(element, 'steps') ? { ...element, children: element.children.map(stepOf) } : undefined,
  )
  const numbered = structuredClone(marked)
  for (const [step, { properties }] of elementsOf(numbered).filter(isStep).entries()) properties.dataFragmentIndex = step
  return numbered
}

function isStep(element: Element): boolean {
  return hasClass(element, FRAGMENT)
}

/** Of a list, its items are the steps. */
function stepOf(child: ElementContent): ElementContent {
  const isList = child.type === 'element' && (child.tagName === 'ul' || child.tagName === 'ol')
  return isList ? { ...child, children: child.children.map(fragment) } : fragment(child)
}

function fragment(child: ElementContent): ElementContent {
  if (child.type !== 'element' || hasClass(child, FRAGMENT)) return child
  const { className } = child.properties
  const properties = { ...child.properties, className: [...(Array.isArray(className) ? className : []), FRAGMENT] }
  return { ...child, properties }
}

/** A slide's text without its footnotes, and these. */
function partFootnotes(body: Tree): { text: Tree; footnotes: Element[] } {
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

/** What a layout has drawn with the deck's own line and sign below it, if it has any. */
export function withFooter(content: Tree, { footer, logo }: Pick<Deck, 'footer' | 'logo'>): Tree {
  const [slide] = content.children
  if (slide?.type !== 'element' || (footer === undefined && logo === undefined)) return content
  const line: ElementContent[] = footer === undefined ? [] : [elementOf('span', {}, [{ type: 'text', value: footer }])]
  const sign: ElementContent[] = logo === undefined ? [] : [elementOf('img', { src: logo.src, alt: logo.alt }, [])]
  const below = elementOf('div', { className: ['footer'] }, [...line, ...sign])
  return { ...content, children: [{ ...slide, children: [...slide.children, below] }, ...content.children.slice(1)] }
}

/** An element of a tree. */
export function elementOf(tagName: string, properties: Element['properties'], children: ElementContent[]): Element {
  return { type: 'element', tagName, properties, children }
}
