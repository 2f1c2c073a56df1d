import type { SpokenWords } from '../../messages/messages.ts'
import type { Story } from '../../story/story.ts'
import { escapeMarkup } from '../html-page.ts'
import type { Links } from '../links.ts'

/** The bar that stays in view: where the reader is, the acts, and the switches. The slides are one of them where they have an address. */
export function renderBar({ slides }: Story, words: SpokenWords, { deck: page }: Links): string {
  const { read, goTo, motion, dark, keys, mark } = words
  const deck = page === undefined ? '' : `<a data-action="deck" href="${page}">${escapeMarkup(read.slides)}</a>\n`
  const firsts = slides.filter(({ act }, index) => slides[index - 1]?.act.id !== act.id)
  const acts = firsts.map(({ id, act }) => ({ id: escapeMarkup(id), title: escapeMarkup(act.title) }))
  return `<nav class="bar" aria-label="${escapeMarkup(read.story)}">
<p class="where"><span class="long"></span><span class="short"></span></p>
<div class="switches">
<button type="button" data-action="jump"${mark}>${escapeMarkup(goTo)}</button>
<button type="button" data-action="motion" aria-pressed="true"${mark}>${escapeMarkup(motion)}</button>
<details class="menu"><summary${mark}>${escapeMarkup(read.menu)}</summary><div class="sheet">
<ol>${acts.map(({ id, title }) => `<li><a href="#${id}">${title}</a></li>`).join('')}</ol>
<div class="tools"${mark}>${deck}<button type="button" data-action="theme" aria-pressed="false">${escapeMarkup(dark)}</button>
<button type="button" data-action="copy">${escapeMarkup(read.copyChart)}</button>
<button type="button" data-action="help">${escapeMarkup(keys.title)}</button></div>
</div></details>
</div>
<div class="acts"><ol>${acts.map(({ id, title }) => `<li><a href="#${id}" data-first="${id}" title="${title}"><span class="visually-hidden">${title}</span></a></li>`).join('')}</ol></div>
</nav>`
}
