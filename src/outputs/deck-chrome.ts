import type { Slide } from '../story.ts'
import { escapeMarkup } from './page.ts'

/** What stands above the slides: progress by act, and the switches. */
export function renderChrome(slides: readonly Slide[]): string {
  const firsts = slides.filter(({ act }, index) => slides[index - 1]?.act.id !== act.id)
  return `<div class="sheet chrome">
<nav class="acts" aria-label="Acts"><ol>${firsts.map(renderAct).join('')}</ol></nav>
<div class="switches" role="group" aria-label="Deck">
${button('previous', 'Previous slide', '‹')}
${button('next', 'Next slide', '›')}
${button('jump', '', 'Go to')}
${button('overview', '', 'Overview')}
<a href="read.html" data-action="read">Read</a>
${button('motion', '', 'Motion', 'true')}
${button('theme', '', 'Dark', 'false')}
${button('help', 'Help', '?')}
</div>
</div>
<a class="offer" href="read.html" data-action="read">Read it as a page made for small screens</a>`
}

function renderAct({ id, act }: Slide): string {
  return `<li><a href="#/${encodeURIComponent(id)}" data-first="${escapeMarkup(id)}" title="${escapeMarkup(act.title)}"><span class="visually-hidden">${escapeMarkup(act.title)}</span></a></li>`
}

function button(action: string, label: string, text: string, pressed?: string): string {
  const name = label && ` aria-label="${label}" title="${label}"`
  return `<button type="button" data-action="${action}"${name}${pressed ? ` aria-pressed="${pressed}"` : ''}>${text}</button>`
}

/** The dialogs: jump, overview and help. Their scripts fill them. */
export function renderDialogs(): string {
  return `<dialog id="jump" aria-label="Go to a slide">
<label for="jump-query">Go to rank or name</label>
<input id="jump-query" type="text" role="combobox" aria-expanded="false" aria-controls="jump-list" aria-autocomplete="list" autocomplete="off" spellcheck="false">
<ul id="jump-list" role="listbox" aria-label="Slides found"></ul>
<p role="status"></p>
</dialog>
<dialog id="overview" aria-labelledby="overview-title">
<h2 id="overview-title">Overview</h2>
<button type="button" data-close>Close</button>
<div class="sheets"></div>
</dialog>
<dialog id="help" aria-labelledby="help-title">
<h2 id="help-title">Keys</h2>
<table><thead class="visually-hidden"><tr><th scope="col">Key</th><th scope="col">What it does</th></tr></thead><tbody></tbody></table>
<button type="button" data-close>Close</button>
</dialog>`
}
