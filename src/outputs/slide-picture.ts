import { stillSvg } from '../motion/still.ts'
import type { Slide, Story } from '../story/story.ts'
import { editTree } from '../tree/edit-tree.ts'
import { writeTree } from '../tree/write-tree.ts'
import { forPrint } from './handout/for-paper.ts'
import { withPictures } from './picture-files.ts'

/** The column of a slide that holds its number and text, beside the chart. */
const ASIDE = 'aside'

/**
 * A slide with its chart in its final state, for a page that stands alone. The chart is drawn over the whole slide, but has its
 * place in the reading order: after the number and the text beside it, before facts and source.
 */
export function renderSlidePicture({ wide }: Story, slide: Slide): string {
  const content = withPictures(forPrint(slide.content), slide)
  const state = wide.states[slide.index]
  const id = `still-${slide.index}`
  const still = state ? stillSvg(state, wide.frame, { id }) : ''
  if (still === '') return writeTree(content)
  const owning = editTree(content, (element) =>
    [element.properties.className].flat().includes(ASIDE)
      ? { ...element, properties: { ...element.properties, ariaOwns: [id] } }
      : undefined,
  )
  return `${writeTree(owning)}${still.replace('<svg ', `<svg id="${id}" `)}`
}
