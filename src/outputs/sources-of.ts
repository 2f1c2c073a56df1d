import type { ExpectedPage } from '../pdf/check-pdf.ts'
import type { Slide } from '../story/story.ts'
import { spokenText } from '../tree/text-of.ts'
import type { Tree } from '../tree/tree.ts'

/** What some parts of each slide say, and where the author finds it. */
export function sourcesOf(slides: Iterable<Slide>, parts: (slide: Slide) => readonly Tree[]): ExpectedPage[] {
  return [...slides].map((slide) => ({
    slide: slide.id,
    text: parts(slide).map(spokenText).join(' '),
    ...(slide.file !== undefined && { location: { file: slide.file } }),
  }))
}
