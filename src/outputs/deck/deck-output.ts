import { wordsOf } from '../../messages/messages.ts'
import { stillSvg } from '../../motion/still.ts'
import type { Slide, Story } from '../../story/story.ts'
import { writeTree } from '../../tree/write-tree.ts'
import { asset } from '../../util/asset.ts'
import { bundleAssets, storyStyle } from '../assets.ts'
import { extraPaths, extraStyles } from '../extra-styles.ts'
import { escapeMarkup, policyFor, renderPage } from '../html-page.ts'
import { type Links, linksBeside } from '../links.ts'
import { makeLiveCharts } from '../live-charts.ts'
import { headOf, type MadePage } from '../made-page.ts'
import type { Output } from '../output.ts'
import { picturesOn } from '../picture-files.ts'
import { renderSharing, storyCard } from '../share/sharing.ts'
import { slideData } from '../slide-data.ts'
import { mediaOn, withFrames } from '../still-media.ts'
import { renderChrome, renderDialogs } from './deck-chrome.ts'
import { keyframesScript } from './keyframes-script.ts'
import { makeSpeakerPage, renderSpeakerPage } from './speaker-page.ts'

const ENTRIES = [
  'src/client/deck/start-deck.ts',
  'src/client/ui/late.ts',
  'src/client/deck/deck.css',
  'src/client/ui/no-script.css',
]

/** The deck to present, and its speaker view. */
export const deck: Output = {
  async make(story, { root, baseUrl, made }) {
    const links = { ...linksBeside(made), ...(baseUrl !== undefined && { published: baseUrl }) }
    const page = await makeDeckPage(story, root, links)
    const speaker = await makeSpeakerPage(story, root)
    const { lang, title, description } = story.deck
    const parts = story.slides.flatMap((slide) => [slide.content, slide.notes])
    const head = `${renderSharing(story, storyCard(story), baseUrl, 'index.html')}\n${headOf(page)}`
    return [
      { path: 'index.html', contents: renderPage({ lang, title, description, policy: policyFor(story), head, body: page.body }) },
      ...picturesOn(parts, story.slides),
      ...mediaOn(parts, story.slides),
      { path: links.speaker, contents: renderSpeakerPage(story, speaker) },
      ...page.files,
      ...speaker.files,
    ]
  },
}

/** The deck, which finds the other parts of the story at `links`. */
export async function makeDeckPage(story: Story, root: string, links: Links): Promise<MadePage> {
  const { files, paths } = await bundleAssets(root, [...ENTRIES, ...extraStyles(story.slides)], storyStyle(story))
  const keyframes = asset('keyframes.js', keyframesScript(story.wide, story.deck.lang))
  const live = await makeLiveCharts(story, root, ['wide'])
  return {
    body: renderBody(story, { keyframes: keyframes.path, late: paths['late.js'] ?? '', live: live.html, links }),
    styles: [paths['deck.css'] ?? '', ...extraPaths(story.slides, paths)],
    plainStyle: paths['no-script.css'] ?? '',
    script: paths['deck.js'] ?? '',
    files: [...files, ...live.files, keyframes],
  }
}

/** Parts of the page that are made before it. */
interface Parts {
  /** Paths of its later scripts. */
  keyframes: string
  late: string
  /** What it is told of charts that come alive. */
  live: string
  links: Links
}

function renderBody({ deck, slides, wide }: Story, { keyframes, late, live, links }: Parts): string {
  const first = wide.states[0]
  const words = wordsOf(deck.lang)
  return `<main class="reveal" data-keyframes="${keyframes}" data-late="${late}" data-speaker="${links.speaker}"${talkData(deck, links)}>
<h1 class="visually-hidden">${escapeMarkup(deck.title)}</h1>
${renderChrome(slides, words, links)}
<div class="slides">
${slides.map((slide) => renderSection(deck, slide)).join('\n')}
</div>
<div class="sheet stage">${first ? stillSvg(first, wide.frame) : ''}</div>
<p class="visually-hidden" id="announcer" aria-live="polite" data-rank="${escapeMarkup(words.rank)}"></p>
</main>
${renderDialogs(words, deck.lang, links)}${live}`
}

function renderSection(deck: Story['deck'], slide: Slide): string {
  const { id, content, notes } = slide
  return `<section id="${escapeMarkup(id)}"${slideData(deck, slide)}>${writeTree(withFrames(content))}${chartSteps(slide)}<aside class="notes">${writeTree(notes)}</aside></section>`
}

/** Steps in which the chart alone changes are nothing to see of their own. */
function chartSteps(slide: Slide): string {
  const step = (index: number) => `<span class="fragment" data-fragment-index="${index}" hidden></span>`
  return (slide.chart?.earlier ?? []).map((_, index) => step(index)).join('')
}

/** Where the story is read, and how fast the deck steps by itself. */
function talkData({ autoplay }: Story['deck'], { published, read }: Links): string {
  const values = { published, read, autoplay }
  return Object.entries(values)
    .map(([name, value]) => (value === undefined ? '' : ` data-${name}="${escapeMarkup(String(value))}"`))
    .join('')
}
