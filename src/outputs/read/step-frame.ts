import type { SpokenWords } from '../../messages/messages.ts'
import type { StoryDeck } from '../../story/story.ts'
import { escapeMarkup } from '../html-page.ts'
import { LICENCES } from '../licences/file.ts'

/** The head of the page: title, what is measured, and from where. */
export function renderTitle({ title, description, source }: StoryDeck): string {
  return `<header class="title">
<h1>${escapeMarkup(title)}</h1>
<p class="standfirst">${escapeMarkup(description)}</p>
<p class="source">${escapeMarkup(source)}</p>
</header>`
}

/** The foot of the page: the source once more, and the deck and the data if they are made too, and the notices. */
export function renderFooter(
  { source, downloads }: StoryDeck,
  { licences, read, mark }: SpokenWords,
  isMade: (output: string) => boolean,
): string {
  const deck = `<a data-action="deck" href="index.html"${mark}>${escapeMarkup(read.sameAsSlides)}</a>`
  const files = Object.keys(downloads).map((name) => `<a href="data/${escapeMarkup(name)}">${escapeMarkup(name)}</a>`)
  const notices = `<a href="${LICENCES}"${mark}>${escapeMarkup(licences)}</a>`
  const ways = [...(isMade('deck') ? [deck] : []), ...(isMade('data') ? files : []), notices]
  return `<footer class="foot">
<p class="source">${escapeMarkup(source)}</p>
<p>${ways.join(' · ')}</p>
</footer>`
}
