import type { ExpectedPdf } from '../../pdf/check-pdf.ts'
import { documentDate } from '../../pdf/dates.ts'
import type { Bookmark } from '../../pdf/facts.ts'
import { finish } from '../../pdf/finish.ts'
import { contentAt, stateAt, type View, viewsOf } from '../../story/steps.ts'
import type { Slide, Story } from '../../story/story.ts'
import { elementsOf } from '../../tree/elements-of.ts'
import { hasClass } from '../../tree/has-class.ts'
import { textOf } from '../../tree/text-of.ts'
import { storyStyle } from '../assets.ts'
import { bookmarksOf, forPrint, isFormula, renderSlidePicture, sourcesOf } from '../document.ts'
import { printStyle } from '../extra-styles.ts'
import { escapeMarkup, renderAlone } from '../html-page.ts'
import type { Output } from '../output.ts'
import { pictureFigures, withStillMedia } from '../slide-media.ts'

const FILE = 'slides.pdf'
/** Style sheet of its pages. */
export const STYLE = 'src/outputs/slides/slides.css'

/** Slides in one part of the document that is printed: fewer bring their fonts too often, with more the time grows faster than the pages. */
const MOST_SLIDES = 300

/** The deck as a document: one page a slide, each chart in its final state. Throws InputError when the finished document is not as it must be. */
export const slides: Output = {
  printStyle: STYLE,
  async make(story, { root, printer, step, steps }) {
    const views = viewsOf(story.slides, steps)
    const parts = renderPrintPages(story, await printStyle(root, STYLE, story.slides, storyStyle(story)), views)
    const printed = await step(`print ${FILE}`, () => printer.pdf(parts))
    const date = documentDate(story.deck.date)
    return [{ path: FILE, contents: finish(printed, { ...expectedPdf(story, views), date }) }]
  },
}

/** The document that is printed, in parts of so many pages at most. */
export function renderPrintPages(story: Story, style: string, views = viewsOf(story.slides), most = MOST_SLIDES): string[] {
  return inParts(views, most).map((part) => renderPrintPage(story, style, part))
}

/** Pages in parts of equal size, which a browser lays out one at a time. */
export function inParts<Page>(pages: readonly Page[], most = MOST_SLIDES): Page[][] {
  const count = Math.max(1, Math.ceil(pages.length / most))
  const size = Math.ceil(pages.length / count)
  return Array.from({ length: count }, (_, part) => pages.slice(part * size, (part + 1) * size))
}

/** The page that is printed; it stands alone, so that it prints the same wherever it is loaded. */
export function renderPrintPage(story: Story, style: string, views = viewsOf(story.slides)): string {
  return renderAlone(story.deck, style, views.map((view) => renderSheet(story, view)).join('\n'))
}

function renderSheet(story: Story, { slide, step, isAgain }: View): string {
  const { act, index } = slide
  const opensAct = story.slides[index - 1]?.act.id !== act.id && !isAgain
  const heading = opensAct ? `<h1>${escapeMarkup(act.title)}</h1>` : ''
  return `<article class="page">${heading}${renderSlidePicture(story, slide, { step, isAgain })}</article>`
}

/** What the finished document must be. */
function expectedPdf({ deck, slides, wide }: Story, views: readonly View[]): ExpectedPdf {
  const { states } = wide.talk ?? wide
  const drawn = views.filter(({ slide, step }) => (states[stateAt(slide, step)]?.marks.size ?? 0) > 0)
  const shown = views.map(({ slide, step }) => ({ slide, content: contentAt(withStillMedia(slide.content), step, 'left out') }))
  const pictures = shown.flatMap(({ content, slide: { file } }) =>
    pictureFigures(content).map((figure) => ({ ...figure, ...(file !== undefined && { location: { file } }) })),
  )
  return {
    file: FILE,
    title: deck.title,
    language: deck.lang,
    // Points, of which there are 72 to 96 px.
    width: 960,
    height: 540,
    pages: shown.flatMap(({ slide, content }) => sourcesOf([slide], () => [content])),
    bookmarks: deck.acts.map(({ id, title }) => ({ title, children: slides.filter(({ act }) => act.id === id).map(bookmarkOf) })),
    figures:
      drawn.length +
      pictures.length +
      shown.flatMap(({ content }) => elementsOf(forPrint(content), 'span').filter(isFormula)).length +
      shown.flatMap(({ content }) => elementsOf(content, 'div').filter((element) => hasClass(element, 'chart'))).length,
    pictures,
  }
}

/** A browser makes it of all that the headline holds, the sign of a footnote, too. */
function bookmarkOf({ headline, body }: Slide): Bookmark {
  return { title: textOf(headline), children: bookmarksOf(body) }
}
