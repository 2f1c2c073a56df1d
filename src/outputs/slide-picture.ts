import { stillSvg } from '../motion/still.ts'
import { contentAt, stateAt } from '../story/steps.ts'
import type { Slide, Story } from '../story/story.ts'
import { editTree } from '../tree/edit-tree.ts'
import type { Tree } from '../tree/tree.ts'
import { writeTree } from '../tree/write-tree.ts'
import { forPrint } from './handout/for-paper.ts'
import { withPictures } from './picture-files.ts'

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
