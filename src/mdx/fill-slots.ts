import type { Slide } from '../story/story.ts'
import { editTree } from '../tree/edit-tree.ts'
import type { Tree } from '../tree/tree.ts'
import { forSlide } from './for-slide.ts'

/** The element that stands for a part of a slide while its layout is rendered. */
export const SLOT = 'countdown-slot'

/** What a layout has drawn, with the slide's parts where it has placed them. */
export function fillSlots(frame: Tree, { headline, body }: Pick<Slide, 'headline' | 'body'>): Tree {
  const parts: Readonly<Record<string, Tree>> = { headline, body: forSlide(body) }
  return editTree(frame, ({ tagName, properties }) => (tagName === SLOT ? parts[String(properties.name)]?.children : undefined))
}
