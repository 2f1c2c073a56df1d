import { withPages, withSteps } from '../../mdx/fill-slots.ts'
import { textWidth } from '../../motion/measure-text.ts'
import { contentAt, type View } from '../../story/steps.ts'
import type { Slide, Story, Track } from '../../story/story.ts'
import { elementsOf } from '../../tree/elements-of.ts'
import { writeTree } from '../../tree/write-tree.ts'
import { bundleAssets, storyStyle } from '../assets.ts'
import { keyframesScript } from '../deck/deck-output.ts'
import { forPrint } from '../document.ts'
import { printStyle } from '../extra-styles.ts'
import { escapeMarkup, renderAlone } from '../html-page.ts'
import { renderFigure, renderKicker } from '../slide-data.ts'
import { withPictures } from '../slide-media.ts'
import { type FilmShape, filmFormats } from './film-format.ts'

const SCRIPT = 'src/client/film/start-film.ts'

/** The page that a film is made in: the words of every view, one at a time, the stage, and the script that draws and encodes both. */
export async function renderFilmPage(
  story: Story,
  views: readonly View[],
  track: Track,
  shape: FilmShape,
  root: string,
): Promise<string> {
  const { deck, slides } = story
  const { style: sheet } = filmFormats[shape]
  const [style, { files, paths }] = await Promise.all([
    printStyle(root, sheet, slides, storyStyle(story)),
    bundleAssets(root, [SCRIPT]),
  ])
  const script = String(files.find(({ path }) => path === paths['film.js'])?.contents)
  const words = shape === 'portrait' ? portraitWords : wideWords
  const body = `${views.map((view) => `<article hidden>${words(story, view)}</article>`).join('\n')}
<div class="stage" hidden></div>
<script>${keyframesScript(track, deck.lang)}</script>
<script>${script}</script>`
  return renderAlone(deck, style, body)
}

function wideWords(_: Story, { slide, step }: View): string {
  return writeTree(contentAt(withPictures(forPrint(slide.content), slide), step, 'unseen'))
}

/** The words that a phone has above its chart; without one, all that the slide says. */
function portraitWords({ deck }: Story, { slide, step }: View): string {
  const { record, headline, title, body, stage, source = deck.source } = slide
  const parts = [
    record ? renderKicker(deck, record) : `<p class="kicker">${escapeMarkup(slide.act.title)}</p>`,
    record ? renderFigure(deck.describe(record.id).figure) : '',
    `<h2 class="headline${isLong(title) ? ' long' : ''}">${writeTree(withPictures(forPrint(headline), slide))}</h2>`,
    stage && !hasPicture(slide)
      ? ''
      : `<div class="body">${writeTree(contentAt(withSteps(withPages(withPictures(forPrint(body), slide))), step, 'unseen'))}</div>`,
    `<p class="source">${escapeMarkup(source)}</p>`,
  ]
  return `<div class="portrait">${parts.join('')}</div>`
}

function hasPicture({ body, stage }: Slide): boolean {
  return !stage && elementsOf(body, 'img').length > 0
}

/** Whether a headline is too long for three lines of 384 px at 25 px. */
function isLong(headline: string): boolean {
  return textWidth(headline, 25, 'Source Serif 4', 600) > 384 * 3 * 0.92
}
