import { stillSvg } from '../motion/still.ts'
import type { Output } from '../output.ts'
import type { Slide, Story } from '../story.ts'
import { inlineStyle } from './assets.ts'
import { escapeMarkup } from './page.ts'

/** The deck as a document: one page a slide, each chart in its final state. */
export const slides: Output = {
  name: 'slides',
  description: 'slides.pdf, one page a slide',
  async make(story, { root, printer }) {
    const html = renderPrintPage(story, await inlineStyle(root, 'src/outputs/slides.css'))
    return [{ path: 'slides.pdf', contents: await printer.pdf(html) }]
  },
}

/** The page that is printed; it stands alone, so that it prints the same wherever it is loaded. */
export function renderPrintPage(story: Story, style: string): string {
  const { deck } = story
  return `<!doctype html>
<html lang="${escapeMarkup(deck.lang)}">
<head>
<meta charset="utf-8">
<title>${escapeMarkup(deck.title)}</title>
<style>${style}</style>
</head>
<body>
${story.slides.map((slide) => renderSheet(story, slide)).join('\n')}
</body>
</html>
`
}

function renderSheet({ slides, wide }: Story, { act, html, index }: Slide): string {
  const opensAct = slides[index - 1]?.act.id !== act.id
  const state = wide.states[index]
  const heading = opensAct ? `<h1>${escapeMarkup(act.title)}</h1>` : ''
  const still = state ? stillSvg(state, wide.frame, { id: `still-${index}` }) : ''
  return `<article class="page">${heading}${withoutLocalLinks(html)}${still}</article>`
}

/** A PDF travels alone: a link to a file beside it would lead nowhere. */
function withoutLocalLinks(html: string): string {
  return html.replace(/<a href="(?!https?:|mailto:)[^"]*">/g, '<a>')
}
