import type { ExpectedPdf } from '../../pdf/check.ts'
import type { Bookmark } from '../../pdf/facts.ts'
import { htmlText } from '../../pdf/html-text.ts'
import type { HandoutDocument } from './document.ts'
import type { Edition } from './edition.ts'
import { type Paper, paperSize } from './page-rules.ts'

/**
 * What the finished document must be: each page with all its words, a bookmark for each heading, a text for each figure.
 * `flowing` is the number of pages of a handout that nobody has laid out.
 */
export function expectedPdf(
  file: string,
  { story: { deck } }: Edition,
  { html, pages }: HandoutDocument,
  paper: Paper,
  flowing?: number,
): ExpectedPdf {
  return {
    file,
    title: deck.title,
    language: deck.lang,
    ...paperSize(paper),
    pages: flowing === undefined ? pages.map((page) => ({ text: htmlText(withoutHidden(page)) })) : untold(flowing),
    bookmarks: bookmarksOf(html),
    figures: html.match(/<svg [^>]*role="img"/g)?.length ?? 0,
  }
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

/** What is not painted is not in the document. */
function withoutHidden(html: string): string {
  return html.replace(/<(\w+) class="visually-hidden">.*?<\/\1>/gs, ' ')
}
