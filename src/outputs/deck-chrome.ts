import type { Slide } from '../story.ts'
import type { SpokenWords } from '../words.ts'
import { renderHelpDialog, renderJumpDialog } from './dialogs.ts'
import { escapeMarkup } from './page.ts'

/** What stands above the slides: progress by act, and the switches. */
export function renderChrome(slides: readonly Slide[], { deck, goTo, motion, dark, mark }: SpokenWords): string {
  const firsts = slides.filter(({ act }, index) => slides[index - 1]?.act.id !== act.id)
  return `<div class="sheet chrome">
<nav class="acts" aria-label="${escapeMarkup(deck.acts)}"><ol>${firsts.map(renderAct).join('')}</ol></nav>
<div class="switches" role="group" aria-label="${escapeMarkup(deck.controls)}"${mark}>
${button('previous', deck.previous, '‹')}
${button('next', deck.next, '›')}
${button('jump', '', goTo)}
${button('overview', '', deck.overview)}
<a href="read.html" data-action="read">${escapeMarkup(deck.read)}</a>
${button('motion', '', motion, 'true')}
${button('theme', '', dark, 'false')}
${button('help', deck.help, '?')}
</div>
</div>
<a class="offer" href="read.html" data-action="read"${mark}>${escapeMarkup(deck.offer)}</a>`
}

function renderAct({ id, act }: Slide): string {
  return `<li><a href="#/${encodeURIComponent(id)}" data-first="${escapeMarkup(id)}" title="${escapeMarkup(act.title)}"><span class="visually-hidden">${escapeMarkup(act.title)}</span></a></li>`
}

function button(action: string, label: string, text: string, pressed?: string): string {
  const name = label && ` aria-label="${escapeMarkup(label)}" title="${escapeMarkup(label)}"`
  return `<button type="button" data-action="${action}"${name}${pressed ? ` aria-pressed="${pressed}"` : ''}>${escapeMarkup(text)}</button>`
}

/** The dialogs: jump, overview and help. Scripts fill the first two. */
export function renderDialogs(words: SpokenWords): string {
  const { close, deck, jump, keys, mark } = words
  return `${renderJumpDialog(words, jump.slide, jump.slides)}
<dialog id="overview" aria-labelledby="overview-title">
<h2 id="overview-title"${mark}>${escapeMarkup(deck.overview)}</h2>
<button type="button" data-close${mark}>${escapeMarkup(close)}</button>
<div class="sheets"></div>
</dialog>
${renderHelpDialog(words, keys.deck)}`
}
