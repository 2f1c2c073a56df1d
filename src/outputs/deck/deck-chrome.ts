import { directionOf, type KeyHelp, type LocalMessages } from '../../messages/messages.ts'
import type { Slide } from '../../story/story.ts'
import { escapeMarkup } from '../html-page.ts'
import type { Links } from '../links.ts'

/** What stands above the slides: progress by act, and the switches. The reading page is one of them where it has an address. */
export function renderChrome(slides: readonly Slide[], messages: LocalMessages, { read: page }: Pick<Links, 'read'>): string {
  const { deck, goTo, motion, dark, mark } = messages
  const read = (text: string, attributes = '') =>
    page === undefined ? '' : `<a${attributes} href="${page}" data-action="read">${escapeMarkup(text)}</a>`
  const firsts = slides.filter(({ act }, index) => slides[index - 1]?.act.id !== act.id)
  return `<div class="sheet chrome">
<nav class="acts" aria-label="${escapeMarkup(deck.acts)}"><ol>${firsts.map(renderAct).join('')}</ol></nav>
<div class="switches" role="group" aria-label="${escapeMarkup(deck.controls)}"${mark}>
${button('previous', deck.previous, '‹')}
${button('next', deck.next, '›')}
${button('jump', '', goTo)}
${button('overview', '', deck.overview)}
${read(deck.read)}
${button('motion', '', motion, 'true')}
${button('theme', '', dark, 'false')}
${button('help', deck.help, '?')}
</div>
</div>
${read(deck.offer, ` class="offer"${mark}`)}`
}

function renderAct({ id, act }: Slide): string {
  return `<li><a href="#/${encodeURIComponent(id)}" data-first="${escapeMarkup(id)}" title="${escapeMarkup(act.title)}"><span class="visually-hidden">${escapeMarkup(act.title)}</span></a></li>`
}

/** A button that a script gives its action; `label` says what a sign means, `pressed` whether a switch is on. */
export function button(action: string, label: string, text: string, pressed?: 'true' | 'false'): string {
  const name = label && ` aria-label="${escapeMarkup(label)}" title="${escapeMarkup(label)}"`
  return `<button type="button" data-action="${action}"${name}${pressed ? ` aria-pressed="${pressed}"` : ''}>${escapeMarkup(text)}</button>`
}

/** The dialogs: jump, overview and help. Scripts fill the first two. */
export function renderDialogs(messages: LocalMessages, lang: string, links: Links): string {
  const { jump, keys, licences } = messages
  return `${renderJumpDialog(messages, jump.slide, jump.slides)}
${renderOverviewDialog(messages)}
${renderHelpDialog(messages, keysOf(keys.deck, lang, links.read !== undefined), `\n<a href="${links.licences}">${escapeMarkup(licences)}</a>`)}
${renderQrDialog(messages)}
${renderNotice(messages)}`
}

/** The dialog that finds a place of the story; its script fills the list and tells how many there are. */
export function renderJumpDialog({ jump, mark, sentenceMark, storyMark }: LocalMessages, title: string, results: string): string {
  const counts = Object.entries(jump.found).map(([form, text]) => ` data-${form}="${escapeMarkup(text)}"`)
  return `<dialog id="jump" aria-label="${escapeMarkup(title)}"${mark}>
<label for="jump-query">${escapeMarkup(jump.query)}</label>
<input id="jump-query" type="text" role="combobox" aria-expanded="false" aria-controls="jump-list" aria-autocomplete="list" autocomplete="off" spellcheck="false"${storyMark}>
<ul id="jump-list" role="listbox" aria-label="${escapeMarkup(results)}"${storyMark}></ul>
<p role="status"${sentenceMark}${counts.join('')}></p>
</dialog>`
}

/** The dialog of all slides; its script fills it. */
export function renderOverviewDialog({ deck, close, mark }: LocalMessages): string {
  return `<dialog id="overview" aria-labelledby="overview-title">
<h2 id="overview-title"${mark}>${escapeMarkup(deck.overview)}</h2>
<button type="button" data-close${mark}>${escapeMarkup(close)}</button>
<div class="sheets"></div>
</dialog>`
}

/** The dialog with the code that leads to the reading page; its script draws it. */
function renderQrDialog({ qr, close, mark }: LocalMessages): string {
  return `<dialog id="qr" aria-labelledby="qr-title" data-none="${escapeMarkup(qr.none)}"${mark}>
<h2 id="qr-title">${escapeMarkup(qr.title)}</h2>
<div class="code"></div>
<p class="address"></p>
<button type="button" data-close>${escapeMarkup(close)}</button>
</dialog>`
}

/** The key that leads from the deck to the reading page and back. */
const OTHER_PAGE = 'R'

/** The keys of a page in a language, with or without the one that leads to the other page. */
export function keysOf(rows: readonly KeyHelp[], lang: string, hasOther: boolean): readonly KeyHelp[] {
  const named = hasOther ? rows : rows.filter(([key]) => key !== OTHER_PAGE)
  return directionOf(lang) === 'rtl' ? named.map(([key, effect]) => [turned(key), effect]) : named
}

/** A story that is written from right to left goes on to the left. */
function turned(keys: string): string {
  return keys.replace(/[←→]/g, (arrow) => (arrow === '←' ? '→' : '←'))
}

/** The line that tells what did not work; its script fills it in. */
export function renderNotice({ notice, close, sentenceMark }: LocalMessages): string {
  const texts = Object.entries({ ...notice, close }).map(([name, text]) => ` data-${name}="${escapeMarkup(text)}"`)
  return `<p class="notice" role="status" hidden${sentenceMark}${texts.join('')}></p>`
}

/** The dialog that names the keys; `foot` stands beside the button, which comes first, so that it and no link has the focus. */
export function renderHelpDialog({ close, keys, sentenceMark }: LocalMessages, rows: readonly KeyHelp[], foot = ''): string {
  const row = ([key, effect]: KeyHelp) => `<tr><th scope="row">${escapeMarkup(key)}</th><td>${escapeMarkup(effect)}</td></tr>`
  return `<dialog id="help" aria-labelledby="help-title"${sentenceMark}>
<h2 id="help-title">${escapeMarkup(keys.title)}</h2>
<table><thead class="visually-hidden"><tr><th scope="col">${escapeMarkup(keys.key)}</th><th scope="col">${escapeMarkup(keys.effect)}</th></tr></thead><tbody>${rows.map(row).join('')}</tbody></table>
<button type="button" data-close>${escapeMarkup(close)}</button>${foot}
</dialog>`
}
