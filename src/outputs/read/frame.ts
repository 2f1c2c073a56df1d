import type { Deck } from '../../deck.ts'
import type { SpokenWords } from '../../words.ts'
import { escapeMarkup } from '../page.ts'

/** The head of the page: title, what is measured, and from where. */
export function renderTitle({ title, description, source }: Deck): string {
  return `<header class="title">
<h1>${escapeMarkup(title)}</h1>
<p class="standfirst">${escapeMarkup(description)}</p>
<p class="source">${escapeMarkup(source)}</p>
</header>`
}

/** The foot of the page: the source once more, the data and the deck. */
export function renderFooter({ source, downloads }: Deck, { read, mark }: SpokenWords): string {
  const files = Object.keys(downloads).map((name) => `<a href="data/${escapeMarkup(name)}">${escapeMarkup(name)}</a>`)
  const ways = [`<a data-action="deck" href="index.html"${mark}>${escapeMarkup(read.sameAsSlides)}</a>`, ...files]
  return `<footer class="foot">
<p class="source">${escapeMarkup(source)}</p>
<p>${ways.join(' · ')}</p>
</footer>`
}
