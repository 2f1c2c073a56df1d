import type { Slide } from '../../story/story.ts'
import { elementsOf } from '../../tree/elements-of.ts'
import { textOf } from '../../tree/text-of.ts'

/** Pictures a second. */
export const RATE = 30

/** When a slide is on, in s from the beginning of the film: it comes in, stands, and gives way to the next. */
export interface Shot {
  slide: Slide
  start: number
  /** From here on nothing moves. */
  stands: number
  end: number
}

/** Words that adults read in silence in a second (Brysbaert 2019), and what it takes to look at a chart, in s. */
const [WORDS, LOOK] = [238 / 60, 1.5]
/** Characters of a caption that can be read in a second. */
export const CAPTION_PACE = 20
/** A slide stands so long at least and at most, in s, unless the author says otherwise. */
const [LEAST, MOST] = [3, 25]

/** The time of each slide; `frames` are the pictures of the move into it. */
export function timelineOf(slides: readonly Slide[], frames: readonly number[]): Shot[] {
  let start = 0
  return slides.map((slide, index) => {
    const stands = start + (frames[index] ?? 0) / RATE
    const shot = { slide, start, stands, end: stands + standing(slide) }
    start = shot.end
    return shot
  })
}

/** How long a slide stands, in s and in whole pictures: until its words are read, and its notes where they are captions. */
function standing({ title, body, notes }: Slide): number {
  const told = elementsOf(body, 'table').length > 0 ? title : `${title} ${textOf(body)}`
  const read = told.split(/\s+/).length / WORDS + LOOK
  const heard = (title.length + textOf(notes).length) / CAPTION_PACE
  return Math.round(Math.min(Math.max(read, heard, LEAST), MOST) * RATE) / RATE
}
