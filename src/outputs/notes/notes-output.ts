import type { ExpectedPdf } from '../../pdf/check-pdf.ts'
import { documentDate } from '../../pdf/dates.ts'
import { finish } from '../../pdf/finish.ts'
import { contentAt } from '../../story/steps.ts'
import type { Slide, Story } from '../../story/story.ts'
import { elementsOf } from '../../tree/elements-of.ts'
import { readTree } from '../../tree/read-tree.ts'
import { writeTree } from '../../tree/write-tree.ts'
import { paperStyle } from '../assets.ts'
import { bookmarksOf, forPaper, isFormula, renderSlidePicture, sourcesOf } from '../document.ts'
import { printStyle } from '../extra-styles.ts'
import { untold } from '../handout/handout-output.ts'
import { type Paper, pageRules, paperSize, runningTitles } from '../handout/page-rules.ts'
import { escapeMarkup, renderAlone } from '../html-page.ts'
import type { Output } from '../output.ts'
import { countInlineCharts, pictureFigures, withPictures } from '../slide-media.ts'

const FILE = 'notes.pdf'
const STYLE = 'src/outputs/notes/notes.css'

/** The speaker's own handout: each slide as a picture with its notes, two a page. Throws InputError when the document is not as it must be. */
export const notes: Output = {
  printStyle: STYLE,
  async make(story, { root, printer, paper, step }) {
    const html = renderNotes(story, await printStyle(root, STYLE, story.slides, paperStyle(story)), paper)
    const printed = await step(`print ${FILE}`, () => printer.pdf(html))
    const known = { date: documentDate(story.deck.date), running: runningTitles(paper, false) }
    return [{ path: FILE, contents: finish(printed, (pages) => ({ ...expectedPdf(story, html, paper, pages), ...known })) }]
  },
}

/** The page that is printed; slides and notes flow, so that long notes take the room they need. */
export function renderNotes(story: Story, style: string, paper: Paper): string {
  const sections = pairs(story.slides).map(
    (pair) => `<section>${pair.map((slide) => renderSlide(story, slide)).join('\n')}</section>`,
  )
  return renderAlone(story.deck, `${style}\n${pageRules(paper, [], story.deck)}`, sections.join('\n'))
}

/** Two slides a page. */
function pairs<One>(slides: readonly One[]): One[][] {
  return slides.flatMap((_, index) => (index % 2 === 0 ? [slides.slice(index, index + 2)] : []))
}

/** The slide is drawn as it is, only smaller. */
function renderSlide(story: Story, slide: Slide): string {
  const { act, index, notes } = slide
  const opensAct = story.slides[index - 1]?.act.id !== act.id
  const heading = opensAct ? `<h1>${escapeMarkup(act.title)}</h1>` : ''
  return `<article>${heading}<div class="picture"><div>${renderSlidePicture(story, slide)}</div></div><div class="notes">${writeTree(withPictures(forPaper(notes), slide))}</div></article>`
}

/** Pages are as many as the notes need; only where each pair has one are their words looked for page by page. */
function expectedPdf({ deck, slides, wide }: Story, html: string, paper: Paper, pages: number): ExpectedPdf {
  const sources = sourcesOf(slides, ({ content, notes }) => [contentAt(content, Number.POSITIVE_INFINITY, 'left out'), notes])
  const told = pairs(sources).map((pair) => ({ text: pair.map(({ text }) => text).join(' ') }))
  const tree = readTree(html)
  const pictures = pictureFigures(tree)
  return {
    file: FILE,
    title: deck.title,
    language: deck.lang,
    ...paperSize(paper),
    pages: told.length === pages ? told : untold(pages),
    sources,
    bookmarks: bookmarksOf(tree),
    figures:
      wide.states.filter(({ marks }) => marks.size > 0).length +
      pictures.length +
      elementsOf(tree, 'span').filter(isFormula).length +
      countInlineCharts(slides),
    pictures,
  }
}
