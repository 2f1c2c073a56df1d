import type { ExpectedPdf } from '../../pdf/check-pdf.ts'
import { documentDate } from '../../pdf/dates.ts'
import { finish } from '../../pdf/finish.ts'
import type { Story } from '../../story/story.ts'
import { elementsOf } from '../../tree/elements-of.ts'
import { readTree } from '../../tree/read-tree.ts'
import { spokenText } from '../../tree/text-of.ts'
import type { Tree } from '../../tree/tree.ts'
import { type Diagnostic, InputError } from '../../util/diagnostic.ts'
import { paperStyle } from '../assets.ts'
import { bookmarksOf, sourcesOf } from '../document.ts'
import { printStyle } from '../extra-styles.ts'
import type { Output } from '../output.ts'
import { pictureFigures } from '../slide-media.ts'
import { drawFigures, type HandoutDocument, renderDocument } from './document.ts'
import { createEdition, type Edition, type Telling } from './edition.ts'
import { type Paper, paperSize, runningTitles } from './page-rules.ts'

const FILE = 'handout.pdf'
const STYLE = 'src/outputs/handout/handout.css'

/** The story designed for paper. Throws InputError when the deck's handout has mistakes or the finished document is not as it must be. */
export const handout: Output = {
  printStyle: STYLE,
  async make(story, { root, printer, paper, step }) {
    const style = await printStyle(root, STYLE, story.slides, paperStyle(story))
    const { edition, document } = renderHandout(story, style, paper)
    const printed = await step(`print ${FILE}`, () => printer.pdf(document.html))
    const known = { date: documentDate(story.deck.date), running: runningTitles(paper, true) }
    const contents = finish(printed, (pages) => ({ ...expectedPdf(FILE, edition, document, paper, pages), ...known }))
    return [{ path: FILE, contents }]
  },
}

/** The document that is printed. Throws InputError with the mistakes of the deck's handout and its charts. */
export function renderHandout(story: Story, style: string, paper: Paper): { edition: Edition; document: HandoutDocument } {
  const { edition, diagnostics } = createEdition(story)
  const drawn = drawFigures(edition, paper)
  refuse([...diagnostics, ...drawn.diagnostics])
  return { edition, document: renderDocument(edition, drawn.figures, style, paper) }
}

function refuse(diagnostics: readonly Diagnostic[]): void {
  if (diagnostics.length > 0) throw new InputError(diagnostics)
}

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
