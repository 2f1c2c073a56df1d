import type { ExpectedPdf } from '../../pdf/check-pdf.ts'
import { elementsOf } from '../../tree/elements-of.ts'
import { readTree } from '../../tree/read-tree.ts'
import { spokenText } from '../../tree/text-of.ts'
import type { Tree } from '../../tree/tree.ts'
import { bookmarksOf, sourcesOf } from '../document.ts'
import { pictureFigures } from '../slide-media.ts'
import type { HandoutDocument } from './document.ts'
import type { Edition, Telling } from './edition.ts'
import { type Paper, paperSize } from './page-rules.ts'

/**
 * What the finished document must be: each page with all its words, a bookmark for each heading, a text for each figure.
 * Where nobody has laid them out, pages are as many as are `found`, and their words are not known one by one.
 */
export function expectedPdf(
  file: string,
  { story: { deck, slides }, designed }: Edition,
  { pages }: HandoutDocument,
  paper: Paper,
  found: number,
): ExpectedPdf {
  const sheets = pages.map(readTree)
  const tree: Tree = { type: 'root', children: sheets.flatMap(({ children }) => children) }
  const pictures = pictureFigures(tree)
  return {
    file,
    title: deck.title,
    language: deck.lang,
    ...paperSize(paper),
    sources: sourcesOf(slides, ({ headline, body }) => [headline, body]),
    pages: designed ? sheets.map((sheet) => ({ text: spokenText(sheet) })) : untold(found),
    bookmarks: bookmarksOf(tree),
    figures: elementsOf(tree, 'svg', 'span').filter(({ properties }) => properties.role === 'img').length + pictures.length,
    pictures,
    most: Math.max(LEAST, found * A_PAGE) + roomForPictures(slides),
  }
}

/** Most bytes of a handout: so many a page, and room for fonts in one of few pages. */
const A_PAGE = 50_000
const LEAST = 600_000

/** In bytes: a picture as it is, or every pixel of it, with three colours and how far one sees through it. */
function roomForPictures(slides: Telling['slides']): number {
  const pictures = slides.flatMap((slide) => slide.pictures ?? [])
  return pictures.reduce((sum, { contents, width, height }) => sum + contents.length + width * height * 4, 0)
}

/** Pages whose words are not known one by one. */
export function untold(count: number): ExpectedPdf['pages'] {
  return Array.from({ length: count }, () => ({ text: '' }))
}
