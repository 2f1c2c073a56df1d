import { hash } from 'node:crypto'
import { relative } from 'node:path'
import { textWidth } from '../../motion/measure-text.ts'
import { stillSvg } from '../../motion/still.ts'
import type { Deck } from '../../story/deck.ts'
import type { Slide, Story, Track } from '../../story/story.ts'
import { writeTree } from '../../tree/write-tree.ts'
import { type Cache, createCache, MOST_CACHED, noCache } from '../../util/cache.ts'
import { hashFiles } from '../../util/files.ts'
import { machineFile, SOURCES } from '../../util/machine.ts'
import { inlineStyle, storyStyle } from '../assets.ts'
import { escapeMarkup, renderAlone } from '../html-page.ts'
import type { Output } from '../output.ts'
import { renderFigure, renderKicker } from '../slide-data.ts'
import { PICTURE, recordCard, storyCard } from './sharing.ts'

const STYLE = 'src/outputs/share/pictures.css'

/** What decides, beside markup, style and browser, over the bytes of a picture. */
const DRAWN_BY = ['src/browser/launch.ts', 'src/browser/page.ts'].map((path) => relative(SOURCES, machineFile(path)))

/** Pictures for link previews, of the story and of every record. */
export const share: Output = {
  printStyle: STYLE,
  async make(story, tools) {
    if (tools.baseUrl === undefined) {
      tools.note('Link previews are without picture and address; say with --base-url where the outputs will be published.')
    }
    const [style, track] = await Promise.all([inlineStyle(tools.root, STYLE, storyStyle(story)), story.track('column')])
    const pictures = picturesOf(story, track)
    const render = (cells: readonly string[]) => renderAlone(story.deck, style, cells.join('\n'))
    const contents = await drawMissing(
      pictures.map(({ cell }) => cell),
      hash('sha256', render([]) + hashFiles(SOURCES, DRAWN_BY) + (await tools.printer.version())),
      pictures.length > MOST_CACHED ? noCache : createCache('pictures'),
      async (cells) => {
        const half = Math.ceil(cells.length / 2)
        // Two pages wait for the browser side by side.
        const parts = [cells.slice(0, half), cells.slice(half)].filter(({ length }) => length > 0)
        return (await Promise.all(parts.map((part) => tools.printer.photograph(render(part), PICTURE, part.length)))).flat()
      },
    )
    return pictures.map(({ path }, index) => ({ path, contents: contents[index] ?? '' }))
  },
}

/** A picture: where it goes, and its markup. */
interface Picture {
  path: string
  cell: string
}

function picturesOf(story: Story, track: Track): Picture[] {
  const told = story.slides.filter(({ record }) => record)
  return [
    { path: storyCard(story).picture, cell: renderCell(story, track) },
    ...told.map((slide) => ({ path: recordCard(story, slide).picture, cell: renderCell(story, track, slide) })),
  ]
}

/** One picture: words and a chart. Without a slide it is the story's own, with its last chart. */
export function renderCell({ deck, slides }: Story, { states, frame }: Track, slide?: Slide): string {
  const index = slide?.index ?? slides.findLastIndex(({ stage }) => stage)
  const state = states[index]
  const still = state ? stillSvg(state, frame, { id: `still-${index}`, hidden: true }) : ''
  return `<article class="card"><div class="words">${slide ? recordWords(deck, slide) : storyWords(deck)}</div>${still}</article>`
}

function storyWords({ title, description }: Deck): string {
  return `<h1>${escapeMarkup(title)}</h1>
<p class="headline small">${escapeMarkup(description)}</p>`
}

function recordWords(deck: Deck, { id, record, headline, title }: Slide): string {
  return `${record ? renderKicker(deck, record) : ''}
<p class="headline${isLong(title) ? ' long' : ''}">${writeTree(headline)}</p>
${renderFigure(deck.describe(record?.id ?? id).figure)}
<p class="story">${escapeMarkup(deck.title)}</p>`
}

/** Size of a headline and width of its line, in px, as the style sheet has them; so many lines have room, and words seldom fill them. */
const [SIZE, LINE, LINES, FILLED] = [40, 500, 6, 0.65]

/** Whether a headline needs a smaller size to leave room for the figure below it. */
function isLong(headline: string): boolean {
  return textWidth(headline, SIZE, 'Source Serif 4', 600) > LINE * LINES * FILLED
}

/**
 * Pictures by their markup: those that were drawn by an earlier build under the same `circumstances` (all else that they depend
 * on) are taken from there, and only the others are drawn and kept.
 */
export async function drawMissing(
  markups: readonly string[],
  circumstances: string,
  kept: Cache,
  draw: (markups: readonly string[]) => Promise<Uint8Array[]>,
): Promise<Uint8Array[]> {
  const keyOf = (markup: string) => `${circumstances}\0${markup}`
  const found = await Promise.all(markups.map((markup) => kept.find(keyOf(markup))))
  const missing = markups.filter((_, index) => found[index] === undefined)
  if (missing.length === 0) return found.map((picture) => picture ?? new Uint8Array())
  const drawn = await draw(missing)
  await Promise.all(drawn.map((picture, index) => kept.keep(keyOf(missing[index] ?? ''), picture)))
  const rest = drawn.values()
  return found.map((picture) => picture ?? rest.next().value ?? new Uint8Array())
}
