import type { Story } from '../../story.ts'
import { escapeMarkup } from '../page.ts'

/** The bar that stays in view: where the reader is, the acts, and the switches. */
export function renderBar({ slides }: Story): string {
  const firsts = slides.filter(({ act }, index) => slides[index - 1]?.act.id !== act.id)
  const acts = firsts.map(({ id, act }) => ({ id: escapeMarkup(id), title: escapeMarkup(act.title) }))
  return `<nav class="bar" aria-label="Story">
<p class="where"><span class="long"></span><span class="short"></span></p>
<div class="switches">
<button type="button" data-action="jump">Go to</button>
<button type="button" data-action="motion" aria-pressed="true">Motion</button>
<details class="menu"><summary>Menu</summary><div class="sheet">
<ol>${acts.map(({ id, title }) => `<li><a href="#${id}">${title}</a></li>`).join('')}</ol>
<div class="tools"><a data-action="deck" href="index.html">Slides</a>
<button type="button" data-action="theme" aria-pressed="false">Dark</button>
<button type="button" data-action="help">Keys</button></div>
</div></details>
</div>
<div class="acts"><ol>${acts.map(({ id, title }) => `<li><a href="#${id}" data-first="${id}" title="${title}"><span class="visually-hidden">${title}</span></a></li>`).join('')}</ol></div>
</nav>`
}
