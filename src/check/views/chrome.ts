import { messagesOf } from '../../messages/messages.ts'
import { inlineStyle, storyStyle } from '../../outputs/assets.ts'
import { renderChrome } from '../../outputs/deck/deck-chrome.ts'
import { languageOf } from '../../outputs/html-page.ts'
import type { Sheet, TextBlock } from '../sheet.ts'
import type { Material } from './material.ts'

/** What the deck shows above every slide, in a window of the slide's own size: progress by act, and the switches. */
export async function readChrome({ story, root, look }: Material): Promise<TextBlock[]> {
  const style = await inlineStyle(root, 'src/client/deck/deck.css', storyStyle(story))
  const { lang } = story.deck
  const html = `<!doctype html><html${languageOf(lang)}><style>${style}</style><body><main class="reveal">${renderChrome(story.slides, messagesOf(lang), { read: 'read.html' })}</main></body></html>`
  const wanted = { sheets: '.reveal', obstacles: '.acts', dark: 1280, name: 'slide', extent: 'box' } as const
  const [findings] = await look({ html, wanted, windows: [{ width: 1280, height: 720 }], media: 'screen' })
  return findings?.sheets[0]?.texts ?? []
}

/** A slide with what stands above it. The slides were measured one below the other, and what is above them alone. */
export function withChrome(sheet: Sheet, chrome: readonly TextBlock[]): Sheet {
  const down = sheet.containers[0]?.boxes[0]?.top ?? 0
  const above = chrome.map((text) => ({
    ...text,
    within: [],
    lines: text.lines.map((line) => ({ ...line, top: line.top + down, bottom: line.bottom + down })),
  }))
  return { ...sheet, texts: [...sheet.texts, ...above] }
}
