import { paperStyle } from '../../outputs/assets.ts'
import { printStyle } from '../../outputs/extra-styles.ts'
import { renderHandout } from '../../outputs/handout/handout-output.ts'
import { contentWidth } from '../../outputs/handout/page-rules.ts'
import { audit } from '../audit.ts'
import type { TextBlock } from '../sheet.ts'
import { type Audited, type Material, ofSlide } from './material.ts'

/** Wider than any paper; the page itself is as wide as its paper leaves. */
const WINDOW = { width: 900, height: 1200 }

/** 7 points: the smallest that a printer at home prints well. */
const LEAST = { words: (7 / 72) * 96, labels: (7 / 72) * 96 }

/** Every page of the handout. What leaves its page is refused there, too, but not told by name. */
export async function auditHandout({ story, root, paper, look }: Material): Promise<Audited> {
  const style = await printStyle(root, 'src/outputs/handout/handout.css', story.slides, paperStyle(story))
  const { document } = renderHandout(story, style, paper)
  const html = document.html.replace('</style>', `body{width:${contentWidth(paper)}mm}</style>`)
  const wanted = { sheets: '.sheet', owners: 'tbody', name: 'page', extent: 'least-height' } as const
  const [findings] = await look({ html, wanted, windows: [WINDOW], media: 'print' })
  const slides = new Map(story.slides.map((slide) => [slide.id, slide]))
  const seen = (findings?.sheets ?? []).map((sheet, index) => ({
    sheet,
    least: LEAST,
    where: ({ owner }: TextBlock) => ({ ...ofSlide(slides.get(owner ?? '')), view: `handout, page ${index + 1}, ${paper}` }),
  }))
  return { counted: `${seen.length} pages of the handout`, diagnostics: audit(seen) }
}
