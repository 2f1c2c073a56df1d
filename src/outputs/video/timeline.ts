import { stepsOf, type View } from '../../story/steps.ts'
import type { Slide } from '../../story/story.ts'
import { elementsOf } from '../../tree/elements-of.ts'
import { textOf } from '../../tree/text-of.ts'

/** Pictures a second. */
export const RATE = 30

/** When a step of a slide is on, in s from the beginning of the film: it comes in, stands, and gives way to the next. */
export interface Shot extends View {
  start: number
  /** From here on nothing moves. */
  stands: number
  end: number
}

/** Words that adults read in silence in a second (Brysbaert 2019), and what it takes to look at a chart, in s. */
const [WORDS, LOOK] = [238 / 60, 1.5]
/** Characters of a caption that can be read in a second. */
const CAPTION_PACE = 20
/** A slide stands so long at least and at most, in s, unless the author says otherwise. */
const [LEAST, MOST] = [3, 25]

/** The time of each view; `frames` are the pictures of the move into it. The steps of a slide share its time. */
export function timelineOf(views: readonly View[], frames: readonly number[]): Shot[] {
  let start = 0
  return views.map((view, index) => {
    const stands = start + (frames[index] ?? 0) / RATE
    const shot = { ...view, start, stands, end: stands + standing(view.slide) }
    start = shot.end
    return shot
  })
}

/** How long one step of a slide stands, in s and in whole pictures: until its words are read, and its notes where they are captions. */
function standing(slide: Slide): number {
  const { title, body, notes } = slide
  const told = elementsOf(body, 'table').length > 0 ? title : `${title} ${textOf(body)}`
  const read = told.split(/\s+/).length / WORDS + LOOK
  const heard = (title.length + textOf(notes).length) / CAPTION_PACE
  const steps = stepsOf(slide) + 1
  return Math.round(Math.max(Math.min(Math.max(read, heard, LEAST), MOST) / steps, LOOK) * RATE) / RATE
}
