import type { Element, ElementContent } from 'hast'
import type { Slide, Story } from '../../story/story.ts'
import { editTree } from '../../tree/edit-tree.ts'
import type { Tree } from '../../tree/tree.ts'
import { withPictures } from '../picture-files.ts'
import { withStillMedia } from '../still-media.ts'

/** The story for a file that has no others beside it: its pictures are in it, and what it says of other files are words without a link. */
export function standAloneStory(story: Story): Story {
  return { ...story, slides: story.slides.map(standAlone) }
}

function standAlone(slide: Slide): Slide {
  const alone = (tree: Tree) => editTree(withPictures(withStillMedia(tree), slide), linkWithin)
  const { headline, content, body, notes } = slide
  return { ...slide, headline: alone(headline), content: alone(content), body: alone(body), notes: alone(notes) }
}

/** Addresses of the pages as other pages know them, and in the one file. */
const PAGES: readonly (readonly [RegExp, string])[] = [
  [/^(?:\.\/)?index\.html(?:#\/?)?/, '#/'],
  [/^(?:\.\/)?read\.html#/, '#read/'],
  [/^(?:\.\/)?read\.html$/, '#read'],
]

function linkWithin(element: Element): readonly ElementContent[] | Element | undefined {
  const { href } = element.properties
  if (element.tagName !== 'a' || typeof href !== 'string' || /^(?:#|[a-z][a-z\d+.-]*:)/i.test(href)) return undefined
  const [page, address] = PAGES.find(([pattern]) => pattern.test(href)) ?? []
  if (page === undefined || address === undefined) return element.children
  return { ...element, properties: { ...element.properties, href: href.replace(page, address) } }
}
