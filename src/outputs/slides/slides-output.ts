import type { ExpectedPdf } from '../../pdf/check-pdf.ts'
import { documentDate } from '../../pdf/dates.ts'
import type { Bookmark } from '../../pdf/facts.ts'
import { finish } from '../../pdf/finish.ts'
import type { Slide, Story } from '../../story/story.ts'
import { elementsOf } from '../../tree/elements-of.ts'
import { storyStyle } from '../assets.ts'
import { printStyle } from '../extra-styles.ts'
import { bookmarksOf } from '../handout/bookmarks-of.ts'
import { forPrint, isFormula } from '../handout/for-paper.ts'
import { escapeMarkup, isolateFigures, languageOf } from '../html-page.ts'
import type { Output } from '../output.ts'
import { countInlineCharts, pictureFigures } from '../picture-files.ts'
import { renderSlidePicture } from '../slide-picture.ts'
import { sourcesOf } from '../sources-of.ts'

const FILE = 'slides.pdf'
const STYLE = 'src/outputs/slides/slides.css'

/** Slides in one part of the document that is printed: fewer bring their fonts too often, with more the time grows faster than the pages. */
const MOST_SLIDES = 300

/** The deck as a document: one page a slide, each chart in its final state. Throws InputError when the finished document is not as it must be. */
export const slides: Output = {
  printStyle: STYLE,
  async make(story, { root, printer, step }) {
    const parts = renderPrintPages(story, await printStyle(root, STYLE, story.slides, storyStyle(story)))
    const printed = await step(`print ${FILE}`, () => printer.pdf(parts))
    const date = documentDate(story.deck.date)
    return [{ path: FILE, contents: finish(printed, { ...expectedPdf(story), date }) }]
  },
}

/** The document that is printed, in parts of so many slides at most. */
export function renderPrintPages(story: Story, style: string, most = MOST_SLIDES): string[] {
  const count = Math.max(1, Math.ceil(story.slides.length / most))
  const size = Math.ceil(story.slides.length / count)
  return Array.from({ length: count }, (_, part) =>
    renderPrintPage(story, style, story.slides.slice(part * size, (part + 1) * size)),
  )
}

/** The page that is printed; it stands alone, so that it prints the same wherever it is loaded. */
export function renderPrintPage(story: Story, style: string, slides: readonly Slide[] = story.slides): string {
  const { deck } = story
  return isolateFigures(`<!doctype html>
<html${languageOf(deck.lang)}>
<head>
<meta charset="utf-8">
<title>${escapeMarkup(deck.title)}</title>
<style>${style}</style>
</head>
<body>
${slides.map((slide) => renderSheet(story, slide)).join('\n')}
</body>
</html>
`)
}

function renderSheet(story: Story, slide: Slide): string {
  const { act, index } = slide
  const opensAct = story.slides[index - 1]?.act.id !== act.id
  const heading = opensAct ? `<h1>${escapeMarkup(act.title)}</h1>` : ''
  return `<article class="page">${heading}${renderSlidePicture(story, slide)}</article>`
}

/** What the finished document must be. */
function expectedPdf({ deck, slides, wide }: Story): ExpectedPdf {
  const states = wide.states.filter(({ marks }) => marks.size > 0)
  const pictures = slides.flatMap(({ content, file }) =>
    pictureFigures(content).map((figure) => ({ ...figure, ...(file !== undefined && { place: { file } }) })),
  )
  return {
    file: FILE,
    title: deck.title,
    language: deck.lang,
    // Points, of which there are 72 to 96 px.
    width: 960,
    height: 540,
    pages: sourcesOf(slides, ({ content }) => [content]),
    bookmarks: deck.acts.map(({ id, title }) => ({ title, children: slides.filter(({ act }) => act.id === id).map(bookmarkOf) })),
    figures:
      states.length +
      pictures.length +
      slides.flatMap(({ content }) => elementsOf(forPrint(content), 'span').filter(isFormula)).length +
      countInlineCharts(slides),
    pictures,
  }
}

function bookmarkOf({ title, body }: Slide): Bookmark {
  return { title, children: bookmarksOf(body) }
}
