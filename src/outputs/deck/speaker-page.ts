import { rankAmong, type SpokenWords, wordsOf } from '../../messages/messages.ts'
import type { Deck } from '../../story/deck.ts'
import type { Slide, Story } from '../../story/story.ts'
import { writeTree } from '../../tree/write-tree.ts'
import { asset } from '../../util/asset.ts'
import { bundleAssets, storyStyle } from '../assets.ts'
import { extraPaths, extraStyles } from '../extra-styles.ts'
import { escapeMarkup, policyFor, renderPage } from '../html-page.ts'
import { headOf, type MadePage } from '../made-page.ts'
import { slideData } from '../slide-data.ts'
import { renderJumpDialog, renderOverviewDialog } from './dialogs.ts'
import { keyframesScript } from './keyframes-script.ts'

const ENTRIES = ['src/client/speaker/start-speaker.ts', 'src/client/speaker/speaker.css']

/** The speaker view: every slide with its notes in one page, so that it needs nothing from the deck but the current id. */
export async function makeSpeakerPage(story: Story, root: string): Promise<MadePage> {
  const { files, paths } = await bundleAssets(root, [...ENTRIES, ...extraStyles(story.slides)], storyStyle(story))
  const keyframes = asset('keyframes.js', keyframesScript(story.wide, story.deck.lang))
  return {
    body: renderBody(story, keyframes.path),
    styles: [paths['speaker.css'] ?? '', ...extraPaths(story.slides, paths)],
    script: paths['speaker.js'] ?? '',
    files: [...files, keyframes],
  }
}

/** The speaker view in a file of its own. */
export function renderSpeakerPage(story: Story, page: MadePage): string {
  const { lang, title } = story.deck
  return renderPage({
    lang,
    policy: policyFor({ ...story, deck: {} }),
    title: `${wordsOf(lang).speaker.title} – ${title}`,
    head: `<meta name="robots" content="noindex">\n${headOf(page)}`,
    body: page.body,
  })
}

function renderBody({ deck, slides }: Story, keyframes: string): string {
  const words = wordsOf(deck.lang)
  const { mark, speaker } = words
  const say = (word: Exclude<keyof typeof speaker, 'title'>) => escapeMarkup(speaker[word])
  return `<main class="speaker" data-keyframes="${keyframes}">
<h1 class="visually-hidden">${escapeMarkup(deck.title)}: ${escapeMarkup(speaker.title)}</h1>
<p id="announcer" hidden data-rank="${escapeMarkup(words.rank)}"></p>
<header${mark}>
<p class="position" id="position">${say('notConnected')}</p>
<p class="time" id="count"></p>
<p class="time"><span class="label">${say('clock')}</span> <time id="clock">–</time></p>
<p class="time"><span class="label">${say('elapsed')}</span> <span id="timer" role="timer">0:00</span>
<button type="button" data-action="pause" aria-pressed="false">${say('pause')}</button> <button type="button" data-action="reset">${say('reset')}</button> <button type="button" data-action="rehearse" aria-pressed="false">${say('rehearse')}</button></p>
<p class="time"><label class="label" for="target">${say('target')}</label> <input id="target" type="number" min="1" max="999" inputmode="numeric"> <span id="pace" data-until="${say('until')}" data-ahead="${say('ahead')}" data-behind="${say('behind')}"></span></p>
<p class="lost" role="alert" hidden>${say('gone')}</p>
</header>
<section class="preview" aria-labelledby="now"><h2 id="now"${mark}>${say('now')}</h2><div class="screen" id="current"></div></section>
<section class="preview" aria-labelledby="after"><h2 id="after"${mark}>${say('next')}</h2><div class="screen" id="upcoming" data-end="${say('end')}"></div></section>
<section class="notes" aria-labelledby="words"><h2 id="words"${mark}>${say('notes')}</h2><div class="words" id="notes" tabindex="0" data-keys="own"></div></section>
<nav aria-label="${say('slides')}"${mark}>
${button('previous', say('previous'))} ${button('next', say('next'))} ${button('previousAct', say('previousAct'))} ${button('nextAct', say('nextAct'))}
${button('jump', escapeMarkup(words.goTo))} ${button('overview', escapeMarkup(words.deck.overview))} <button type="button" data-action="black" aria-pressed="false">${say('black')}</button>
</nav>
<div class="script">
${slides.map((slide) => renderArticle(deck, slide, words)).join('\n')}
</div>
</main>
${renderJumpDialog(words, words.jump.slide, words.jump.slides)}
${renderOverviewDialog(words)}
<dialog id="rehearsal" aria-labelledby="rehearsal-title"${mark}>
<h2 id="rehearsal-title">${say('rehearsed')}</h2>
<p>${say('needed')}</p>
<pre id="needed"></pre>
<button type="button" data-close>${escapeMarkup(words.close)}</button>
</dialog>`
}

function button(action: string, text: string): string {
  return `<button type="button" data-action="${action}">${text}</button>`
}

function renderArticle(deck: Deck, slide: Slide, words: SpokenWords): string {
  const { id, record, content, notes, act } = slide
  const label = [...(record ? [rankAmong(words, record, deck.records), record.name] : []), act.title].join(' · ')
  return `<article data-id="${escapeMarkup(id)}" data-label="${escapeMarkup(label)}" data-act-id="${escapeMarkup(act.id)}"${act.minutes === undefined ? '' : ` data-minutes="${act.minutes}"`}${slideData(deck, slide)}><div class="sheet-html">${writeTree(content)}</div><div class="words">${writeTree(notes)}</div></article>`
}
