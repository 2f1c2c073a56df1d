import type { Slide, Story } from '../story.ts'
import type { Assets } from './assets.ts'
import { escapeMarkup, renderPage } from './page.ts'

/** The speaker view: every slide with its notes in one page, so that it needs nothing from the deck but the current id. */
export function renderSpeaker({ deck, slides }: Story, { paths }: Assets, keyframes: string): string {
  return renderPage({
    lang: deck.lang,
    title: `Speaker view – ${deck.title}`,
    head: `<meta name="robots" content="noindex">
<link rel="stylesheet" href="${paths['speaker.css']}">
<script defer src="${paths['speaker.js']}"></script>`,
    body: `<main class="speaker" data-keyframes="${keyframes}">
<h1 class="visually-hidden">${escapeMarkup(deck.title)}: speaker view</h1>
<header>
<p class="position" id="position">Not connected: open this view from the deck with S.</p>
<p class="time"><span class="label">Clock</span> <time id="clock">–</time></p>
<p class="time"><span class="label">Elapsed</span> <span id="timer" role="timer">0:00</span>
<button type="button" data-action="pause" aria-pressed="false">Pause</button> <button type="button" data-action="reset">Reset</button></p>
</header>
<section class="preview" aria-labelledby="now"><h2 id="now">Now</h2><div class="screen" id="current"></div></section>
<section class="preview" aria-labelledby="after"><h2 id="after">Next</h2><div class="screen" id="upcoming"></div></section>
<section class="notes" aria-labelledby="words"><h2 id="words">Notes</h2><div class="words" id="notes" tabindex="0" data-keys="own"></div></section>
<nav aria-label="Slides"><button type="button" data-action="previous">Previous</button> <button type="button" data-action="next">Next</button> <button type="button" data-action="black" aria-pressed="false">Black</button></nav>
<div class="script">
${slides.map(renderArticle).join('\n')}
</div>
</main>`,
  })
}

function renderArticle({ id, record, html, notes, act }: Slide): string {
  const rank = record ? `#${record.rank} · ` : ''
  return `<article data-id="${escapeMarkup(id)}" data-label="${escapeMarkup(rank + act.title)}"><div class="sheet-html">${html}</div><div class="words">${notes}</div></article>`
}
