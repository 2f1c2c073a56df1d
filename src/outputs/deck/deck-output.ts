import { type LocalMessages, messagesOf, rankAmong } from '../../messages/messages.ts'
import { stillSvg } from '../../motion/still.ts'
import { encodeTrack } from '../../motion/track/encode-track.ts'
import type { Deck } from '../../story/deck.ts'
import type { Slide, Story, Track } from '../../story/story.ts'
import { writeTree } from '../../tree/write-tree.ts'
import { asset } from '../../util/output-file.ts'
import { bundleAssets, storyStyle } from '../assets.ts'
import { extraPaths, extraStyles } from '../extra-styles.ts'
import { escapeMarkup, headOf, type MadePage, policyFor, renderPage } from '../html-page.ts'
import { type Links, linksBeside } from '../links.ts'
import { makeLiveCharts } from '../live-charts.ts'
import type { Output } from '../output.ts'
import { renderSharing, storyCard } from '../share/sharing.ts'
import { slideData } from '../slide-data.ts'
import { mediaOn, picturesOn, withFrames } from '../slide-media.ts'
import { button, renderChrome, renderDialogs, renderJumpDialog, renderOverviewDialog } from './deck-chrome.ts'

const ENTRIES = ['src/client/deck/start-deck.ts', 'src/client/ui/late.ts', 'src/client/deck/deck.css']

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
  const messages = messagesOf(deck.lang)
  return `<main class="reveal" data-keyframes="${keyframes}" data-late="${late}" data-speaker="${links.speaker}"${talkData(deck, links)}>
<h1 class="visually-hidden">${escapeMarkup(deck.title)}</h1>
${renderChrome(slides, messages, links)}
<div class="slides">
${slides.map((slide) => renderSection(deck, slide)).join('\n')}
</div>
<div class="sheet stage">${first ? stillSvg(first, wide.frame) : ''}</div>
<p class="visually-hidden" id="announcer" aria-live="polite" data-rank="${escapeMarkup(messages.rank)}"></p>
</main>
${renderDialogs(messages, deck.lang, links)}${live}`
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

const SPEAKER_ENTRIES = ['src/client/speaker/start-speaker.ts', 'src/client/speaker/speaker.css']

/** The speaker view: every slide with its notes in one page, so that it needs nothing from the deck but the current id. */
export async function makeSpeakerPage(story: Story, root: string): Promise<MadePage> {
  const { files, paths } = await bundleAssets(root, [...SPEAKER_ENTRIES, ...extraStyles(story.slides)], storyStyle(story))
  const keyframes = asset('keyframes.js', keyframesScript(story.wide, story.deck.lang))
  return {
    body: renderSpeakerBody(story, keyframes.path),
    styles: [paths['speaker.css'] ?? '', ...extraPaths(story.slides, paths)],
    script: paths['speaker.js'] ?? '',
    files: [...files, keyframes],
  }
}

/** The speaker view in a file of its own. */
function renderSpeakerPage(story: Story, page: MadePage): string {
  const { lang, title } = story.deck
  return renderPage({
    lang,
    policy: policyFor({ ...story, deck: {} }),
    title: `${messagesOf(lang).speaker.title} – ${title}`,
    head: `<meta name="robots" content="noindex">\n${headOf(page)}`,
    body: page.body,
  })
}

function renderSpeakerBody({ deck, slides }: Story, keyframes: string): string {
  const messages = messagesOf(deck.lang)
  const { mark, speaker } = messages
  const say = (word: Exclude<keyof typeof speaker, 'title'>) => escapeMarkup(speaker[word])
  return `<main class="speaker" data-keyframes="${keyframes}">
<h1 class="visually-hidden">${escapeMarkup(deck.title)}: ${escapeMarkup(speaker.title)}</h1>
<p id="announcer" hidden data-rank="${escapeMarkup(messages.rank)}"></p>
<header${mark}>
<p class="position" id="position">${say('notConnected')}</p>
<p class="time" id="count"></p>
<p class="time"><span class="label">${say('clock')}</span> <time id="clock">–</time></p>
<p class="time"><span class="label">${say('elapsed')}</span> <span id="timer" role="timer">0:00</span>
${button('pause', '', speaker.pause, 'false')} ${button('reset', '', speaker.reset)} ${button('rehearse', '', speaker.rehearse, 'false')}</p>
<p class="time"><label class="label" for="target">${say('target')}</label> <input id="target" type="number" min="1" max="999" inputmode="numeric"> <span id="pace" data-until="${say('until')}" data-ahead="${say('ahead')}" data-behind="${say('behind')}"></span></p>
<p class="lost" role="alert" hidden>${say('gone')}</p>
</header>
<section class="preview" aria-labelledby="now"><h2 id="now"${mark}>${say('now')}</h2><div class="screen" id="current"></div></section>
<section class="preview" aria-labelledby="after"><h2 id="after"${mark}>${say('next')}</h2><div class="screen" id="upcoming" data-end="${say('end')}"></div></section>
<section class="notes" aria-labelledby="words"><h2 id="words"${mark}>${say('notes')}</h2><div class="words" id="notes" tabindex="0" data-keys="own"></div></section>
<nav aria-label="${say('slides')}"${mark}>
${(['previous', 'next', 'previousAct', 'nextAct'] as const).map((action) => button(action, '', speaker[action])).join(' ')}
${button('jump', '', messages.goTo)} ${button('overview', '', messages.deck.overview)} ${button('black', '', speaker.black, 'false')}
</nav>
<div class="script">
${slides.map((slide) => renderArticle(deck, slide, messages)).join('\n')}
</div>
</main>
${renderJumpDialog(messages, messages.jump.slide, messages.jump.slides)}
${renderOverviewDialog(messages)}
<dialog id="rehearsal" aria-labelledby="rehearsal-title"${mark}>
<h2 id="rehearsal-title">${say('rehearsed')}</h2>
<p>${say('needed')}</p>
<pre id="needed"></pre>
<button type="button" data-close>${escapeMarkup(messages.close)}</button>
</dialog>`
}

function renderArticle(deck: Deck, slide: Slide, messages: LocalMessages): string {
  const { id, record, content, notes, act } = slide
  const label = [...(record ? [rankAmong(messages, record, deck.records), record.name] : []), act.title].join(' · ')
  return `<article data-id="${escapeMarkup(id)}" data-label="${escapeMarkup(label)}" data-act-id="${escapeMarkup(act.id)}"${act.minutes === undefined ? '' : ` data-minutes="${act.minutes}"`}${slideData(deck, slide)}><div class="sheet-html">${writeTree(content)}</div><div class="words">${writeTree(notes)}</div></article>`
}

const packed = new WeakMap<Track, { lang: string; script: string }>()

/** Keyframes as a classic script, since a page opened from disk may not fetch data. The same track is packed once. */
export function keyframesScript(track: Track, lang: string): string {
  const known = packed.get(track)
  if (known?.lang === lang) return known.script
  const script = `window.countdownTrack=${JSON.stringify(encodeTrack(track.talk ?? track, lang)).replaceAll('<', '\\u003c')}`
  packed.set(track, { lang, script })
  return script
}
