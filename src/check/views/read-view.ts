import { fittingSize, type Size } from '../../client/read/fitting-size.ts'
import { stillSvg } from '../../motion/still.ts'
import { frames } from '../../story/frames.ts'
import type { Track } from '../../story/story.ts'
import type { Diagnostic } from '../../util/diagnostic.ts'
import { audit, type Seen } from '../audit.ts'
import type { Findings, Sheet } from '../sheet.ts'
import { standAlone } from '../stand-alone.ts'
import { type Audited, chartOf, type Material, ofSlide } from './material.ts'

/** Phones, a low one, the smallest and one on its side among them, and a desk. */
const WINDOWS = [
  { width: 390, height: 844 },
  { width: 360, height: 780 },
  { width: 375, height: 553 },
  { width: 320, height: 640 },
  { width: 844, height: 390 },
  { width: 1280, height: 800 },
]

/** In px. */
const LEAST = { words: 16, labels: 12 }

/** The title, every step and the foot of the reading page, and the chart of every step in the sizes that it has there. */
export async function auditReading(material: Material): Promise<Audited> {
  const { story, files, look } = material
  const page = standAlone(String(files.find(({ path }) => path === 'read.html')?.contents ?? ''), files)
  const wanted = { sheets: '.title, section > h2, .step, .foot', name: 'window', dark: 1280, extent: 'window' } as const
  const found = await look({ html: page, wanted, windows: WINDOWS, media: 'screen' })
  const slides = new Map(story.slides.map((slide) => [slide.id, slide]))
  const seen = found.flatMap(({ sheets }, index) =>
    sheets.map((sheet) => ({ sheet, least: LEAST, where: () => ({ ...ofSlide(slides.get(sheet.id)), view: viewOf(index) }) })),
  )
  const stills = await auditStills(material, page, found)
  return {
    counted: `${slides.size} reading steps in ${WINDOWS.length} windows, ${stills.counted}`,
    diagnostics: [...audit(seen), ...found.flatMap(auditScrolling), ...stills.diagnostics],
  }
}

function auditScrolling({ sideways }: Findings, index: number): Diagnostic[] {
  if (sideways <= 0) return []
  return [
    {
      message: `the page can be scrolled sideways by ${sideways} px (${viewOf(index)}); let what is so wide break or scroll by itself`,
    },
  ]
}

function viewOf(index: number): string {
  return `reading page, ${WINDOWS[index]?.width} × ${WINDOWS[index]?.height}`
}

/** A still is measured in the size it was drawn for, and so is what it may be made smaller by. */
const STYLE = `<style>.stage{position:static!important;box-sizing:content-box!important;padding:0!important;max-height:none!important}</style>`

/**
 * The chart of every step in the frames that some windows show it in. `page` is the reading page, whose style the stills have;
 * `found` is what was measured in its windows.
 */
async function auditStills({ story, look }: Material, page: string, found: readonly Findings[]): Promise<Audited> {
  const scales = scalesOf(found)
  const tracks = await Promise.all([...scales].map(async ([size, scale]) => ({ size, scale, track: await story.track(size) })))
  const html = `${page.slice(0, page.indexOf('<body>'))}<body>${STYLE}${tracks.map(({ track }) => renderStills(track)).join('\n')}</body></html>`
  const wanted = { sheets: '.stage', name: 'frame', dark: 1280, extent: 'box' } as const
  const [findings] = await look({ html, wanted, windows: [{ width: 1280, height: 800 }], media: 'screen' })
  const sheets = findings?.sheets ?? []
  const seen = tracks.flatMap(({ size, scale }, group) => {
    const own = sheets.slice(group * story.slides.length, (group + 1) * story.slides.length)
    return own.map((sheet, index): Seen => seenAt(sheet, size, scale, chartOf(story.slides[index], size)))
  })
  return { counted: `their charts in ${tracks.length} frames`, diagnostics: audit(seen) }
}

function seenAt(sheet: Sheet, size: Size, scale: number, chart: string | undefined): Seen {
  const least = LEAST.labels / scale
  const where = { ...(chart !== undefined && { chart }), view: `reading page, frame \`${size}\`` }
  return { sheet, least: { words: least, labels: least }, where: () => where }
}

/** The frames that the windows show, and how much of its size each keeps in the smallest of them. */
function scalesOf(found: readonly Findings[]): Map<Size, number> {
  const scales = new Map<Size, number>()
  for (const { stage } of found) {
    if (!stage) continue
    const size = fittingSize(stage)
    const scale = Math.min(stage.width / frames[size].width, stage.height / frames[size].height)
    scales.set(size, Math.min(scale, scales.get(size) ?? scale))
  }
  return scales
}

function renderStills({ frame, states }: Track): string {
  const style = `width:${frame.width}px;height:${frame.height}px`
  return states
    .map(
      (state, index) =>
        `<div class="stage" style="${style}">${stillSvg(state, frame, { id: `${frame.id}-${index}`, hidden: true })}</div>`,
    )
    .join('\n')
}
