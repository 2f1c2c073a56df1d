import { wordsOf } from '../../messages/messages.ts'
import type { Story } from '../../story/story.ts'
import { escapeMarkup, renderPage } from '../html-page.ts'
import type { Embed } from './embeds.ts'
import { snippetOf } from './snippet.ts'

/** The list of all charts to embed, each with what to paste. `addressOf` names the page of one. */
export function renderEmbedList(
  { deck }: Story,
  embeds: readonly Embed[],
  head: string,
  addressOf: (embed: Embed) => string,
): string {
  const { embed: words, mark } = wordsOf(deck.lang)
  const items = embeds.map((embed, index) => {
    const { name, label, slide } = embed
    const about = label === slide.title ? '' : `<p>${escapeMarkup(slide.title)}</p>`
    return `<li><a href="${escapeMarkup(encodeURIComponent(name))}.html">${escapeMarkup(label)}</a>${about}
<textarea id="snippet-${index}" readonly rows="5" spellcheck="false" aria-label="${escapeMarkup(label)}">${escapeMarkup(snippetOf(addressOf(embed), slide.title))}</textarea>
<button type="button" data-copies="snippet-${index}" data-copied="${escapeMarkup(words.copied)}"${mark}>${escapeMarkup(words.copy)}</button></li>`
  })
  return renderPage({
    lang: deck.lang,
    title: `${words.title} – ${deck.title}`,
    head: `<meta name="robots" content="noindex">\n${head}`,
    body: `<main>
<h1${mark}>${escapeMarkup(words.title)}</h1>
<p>${escapeMarkup(deck.title)}</p>
<p${mark}>${escapeMarkup(words.how)}</p>
<ul>${items.join('\n')}</ul>
</main>`,
  })
}
