import type { SpokenWords } from '../../messages/messages.ts'
import type { Deck } from '../../story/deck.ts'
import { escapeMarkup } from '../html-page.ts'
import type { Links } from '../links.ts'

/** The head of the page: title, what is measured, and from where. */
export function renderTitle({ title, description, source }: Deck): string {
  return `<header class="title">
<h1>${escapeMarkup(title)}</h1>
<p class="standfirst">${escapeMarkup(description)}</p>
<p class="source">${escapeMarkup(source)}</p>
</header>`
}

/** The foot of the page: the source once more, and the deck and the data if they are made too, and the notices. */
export function renderFooter({ source, downloads }: Deck, { licences, read, mark }: SpokenWords, links: Links): string {
  const deck = `<a data-action="deck" href="${links.deck}"${mark}>${escapeMarkup(read.sameAsSlides)}</a>`
  const files = Object.keys(downloads).map((name) => `<a href="${links.data}/${escapeMarkup(name)}">${escapeMarkup(name)}</a>`)
  const notices = `<a href="${links.licences}"${mark}>${escapeMarkup(licences)}</a>`
  const ways = [...(links.deck === undefined ? [] : [deck]), ...(links.data === undefined ? [] : files), notices]
  return `<footer class="foot">
<p class="source">${escapeMarkup(source)}</p>
<p>${ways.join(' · ')}</p>
</footer>`
}
