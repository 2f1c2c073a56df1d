import type { ExpectedPdf } from '../../pdf/check-pdf.ts'
import type { Bookmark } from '../../pdf/facts.ts'
import { htmlText, spokenText } from '../../pdf/html-text.ts'
import { pictureFigures } from '../picture-files.ts'
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
  { html, pages }: HandoutDocument,
  paper: Paper,
  found: number,
): ExpectedPdf {
  const pictures = pictureFigures(html)
  return {
    file,
    title: deck.title,
    language: deck.lang,
    ...paperSize(paper),
    pages: designed ? pages.map((page) => ({ text: spokenText(page) })) : untold(found),
    bookmarks: bookmarksOf(html),
    figures: (html.match(/<svg [^>]*role="img"/g)?.length ?? 0) + pictures.length,
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

/** The headings of a document, nested by their level. */
export function bookmarksOf(html: string): Bookmark[] {
  const root: Bookmark = { title: '', children: [] }
  const open: { level: number; bookmark: Bookmark }[] = [{ level: 0, bookmark: root }]
  for (const [, digit, content = ''] of html.matchAll(/<h([1-6])\b[^>]*>(.*?)<\/h\1>/gs)) {
    const level = Number(digit)
    while ((open.at(-1)?.level ?? 0) >= level) open.pop()
    const bookmark = { title: htmlText(content), children: [] }
    open.at(-1)?.bookmark.children.push(bookmark)
    open.push({ level, bookmark })
  }
  return root.children
}
