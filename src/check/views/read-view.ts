import type { Diagnostic } from '../../util/diagnostic.ts'
import { audit } from '../audit.ts'
import type { Findings } from '../sheet.ts'
import { standAlone } from '../stand-alone.ts'
import { type Audited, type Material, ofSlide } from './material.ts'
import { auditStills } from './stills.ts'

/** Phones, a low one, the smallest and one on its side among them, and a desk. */
const WINDOWS = [
  { width: 390, height: 844 },
  { width: 360, height: 780 },
  { width: 375, height: 553 },
  { width: 320, height: 640 },
  { width: 844, height: 390 },
  { width: 1280, height: 800 },
]

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
  const { width, height } = WINDOWS[index] ?? { width: 0, height: 0 }
  return `reading page, ${width} × ${height}`
}
