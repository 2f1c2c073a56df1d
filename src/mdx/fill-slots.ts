import type { Element, ElementContent } from 'hast'
import type { Slide } from '../story/story.ts'
import { editTree } from '../tree/edit-tree.ts'
import { elementsOf } from '../tree/elements-of.ts'
import type { Tree } from '../tree/tree.ts'
import { partFootnotes, withoutWays } from './footnotes.ts'
import { forSlide } from './for-slide.ts'
import { withSteps } from './with-steps.ts'

/** The element that stands for a part of a slide while its layout is rendered. */
export const SLOT = 'countdown-slot'

/** What a layout has drawn, with the slide's parts where it has placed them. Footnotes come last on the slide. */
export function fillSlots(frame: Tree, { headline, body }: Pick<Slide, 'headline' | 'body'>): Tree {
  const { text: words, footnotes } = partFootnotes(withSteps(withoutWays(forSlide(body))))
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
