import type { SpokenWords } from '../../messages/messages.ts'
import type { Slide } from '../../story/story.ts'
import { escapeMarkup } from '../html-page.ts'
import type { Links } from '../links.ts'
import { keysOf, renderHelpDialog, renderJumpDialog, renderNotice, renderOverviewDialog, renderQrDialog } from './dialogs.ts'

/** What stands above the slides: progress by act, and the switches. The reading page is one of them where it has an address. */
export function renderChrome(slides: readonly Slide[], words: SpokenWords, { read: page }: Pick<Links, 'read'>): string {
  const { deck, goTo, motion, dark, mark } = words
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

function button(action: string, label: string, text: string, pressed?: string): string {
  const name = label && ` aria-label="${escapeMarkup(label)}" title="${escapeMarkup(label)}"`
  return `<button type="button" data-action="${action}"${name}${pressed ? ` aria-pressed="${pressed}"` : ''}>${escapeMarkup(text)}</button>`
}

/** The dialogs: jump, overview and help. Scripts fill the first two. */
export function renderDialogs(words: SpokenWords, lang: string, links: Links): string {
  const { jump, keys, licences } = words
  return `${renderJumpDialog(words, jump.slide, jump.slides)}
${renderOverviewDialog(words)}
${renderHelpDialog(words, keysOf(keys.deck, lang, links.read !== undefined), `\n<a href="${links.licences}">${escapeMarkup(licences)}</a>`)}
${renderQrDialog(words)}
${renderNotice(words)}`
}
