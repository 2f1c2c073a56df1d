import { messagesOf } from '../../messages/messages.ts'
import { inlineStyle, storyStyle } from '../../outputs/assets.ts'
import { renderChrome } from '../../outputs/deck/deck-chrome.ts'
import { printStyle } from '../../outputs/extra-styles.ts'
import { languageOf } from '../../outputs/html-page.ts'
import { renderPrintPage } from '../../outputs/slides/slides-output.ts'
import { viewsOf } from '../../story/steps.ts'
import { audit } from '../audit.ts'
import type { Sheet, TextBlock } from '../sheet.ts'
import { type Audited, chartOf, type Material, ofSlide } from './material.ts'

const WINDOW = { width: 1280, height: 720 }

/** On a 4:3 projector of 1024 × 768 px a slide is drawn at 0.8, and 15 px are 12. */
const LEAST = { words: 15, labels: 15 }

/**
 * Every slide with its chart in its final state, as slides.pdf has it and as the deck draws it, in whatever size, when nothing
 * moves; and with what the deck shows above it.
 */
export async function auditSlides(material: Material): Promise<Audited> {
  const { story, root, look } = material
  const views = viewsOf(story.slides)
  const html = renderPrintPage(
    story,
    await printStyle(root, 'src/outputs/slides/slides.css', story.slides, storyStyle(story)),
    views,
  )
  const wanted = { sheets: '.page', ignore: '.page > h1', name: 'slide', dark: 1280, extent: 'box' } as const
  const [[findings], chrome] = await Promise.all([
    look({ html, wanted, windows: [WINDOW], media: 'print' }),
    readChrome(material),
  ])
  const seen = (findings?.sheets ?? []).map((sheet, index) => {
    const slide = views[index]?.slide
    const chart = chartOf(slide, story.wide.frame.id)
    const where = { ...ofSlide(slide), ...(chart !== undefined && { chart }), view: 'slide, 1280 × 720' }
    return { sheet: withChrome(sheet, chrome), least: LEAST, where: () => where }
  })
  return { counted: `${seen.length} slides`, diagnostics: audit(seen) }
}

/** What the deck shows above every slide, in a window of the slide's own size: progress by act, and the switches. */
async function readChrome({ story, root, look }: Material): Promise<TextBlock[]> {
  const style = await inlineStyle(root, 'src/client/deck/deck.css', storyStyle(story))
  const { lang } = story.deck
  const html = `<!doctype html><html${languageOf(lang)}><style>${style}</style><body><main class="reveal">${renderChrome(story.slides, messagesOf(lang), { read: 'read.html' })}</main></body></html>`
  const wanted = { sheets: '.reveal', obstacles: '.acts', dark: 1280, name: 'slide', extent: 'box' } as const
  const [findings] = await look({ html, wanted, windows: [{ width: 1280, height: 720 }], media: 'screen' })
  return findings?.sheets[0]?.texts ?? []
}

/** A slide with what stands above it. The slides were measured one below the other, and what is above them alone. */
function withChrome(sheet: Sheet, chrome: readonly TextBlock[]): Sheet {
  const down = sheet.containers[0]?.boxes[0]?.top ?? 0
  const above = chrome.map((text) => ({
    ...text,
    within: [],
    lines: text.lines.map((line) => ({ ...line, top: line.top + down, bottom: line.bottom + down })),
  }))
  return { ...sheet, texts: [...sheet.texts, ...above] }
}
