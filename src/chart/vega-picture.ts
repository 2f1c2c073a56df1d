import { parse, View } from 'vega'
import { compile, type TopLevelSpec } from 'vega-lite'
import { inlineData } from '../motion/inline-data.ts'
import { inNamedFamilies, itemWidth, measureInVega } from '../motion/measure-text.ts'
import { textMetrics } from '../motion/scenegraph.ts'
import { isVega } from '../motion/vegaSpec.ts'
import { seedChance } from '../motion/view.ts'
import type { ChartSpec, DataFiles } from '../story/slide-chart.ts'

/** Vega's own picture of a chart: Vega-Lite, Vega and its SVG renderer as they are, with text measured as it is here, in the fonts that it names. */
export async function vegaPicture(chart: ChartSpec, files: DataFiles): Promise<string> {
  const quiet = { level: () => quiet, error: () => quiet, warn: () => quiet, info: () => quiet, debug: () => quiet } as never
  const spec = isVega(chart) ? structuredClone(chart) : compile(chart as TopLevelSpec, { logger: quiet }).spec
  inlineData(spec, files)
  measureInVega()
  const { width } = textMetrics
  textMetrics.width = (item, text) => inNamedFamilies(() => width(item, text))
  seedChance()
  const view = new View(parse(spec), { renderer: 'none', logger: quiet })
  await view.runAsync()
  // The layout is done; what is left is to cut texts to their limits, for which Vega asks how wide they are uncut.
  textMetrics.width = (item, text) => inNamedFamilies(() => itemWidth(item, String(text ?? '')))
  const svg = await withImages(files, () => view.toSVG())
  measureInVega()
  view.finalize()
  return svg
}

/** Vega asks for a browser's own class when it draws pictures; this one reads files. */
async function withImages<T>(files: DataFiles, work: () => Promise<T>): Promise<T> {
  class Picture {
    complete = false
    width = 0
    height = 0
    onload = () => {}
    onerror = () => {}
    #address = ''
    get src() {
      return this.#address
    }
    set src(address) {
      try {
        const { href, width, height } = files.picture(address)
        Object.assign(this, { complete: true, width, height })
        this.#address = href
        queueMicrotask(() => this.onload())
      } catch {
        queueMicrotask(() => this.onerror())
      }
    }
  }
  Reflect.set(globalThis, 'Image', Picture)
  try {
    return await work()
  } finally {
    Reflect.deleteProperty(globalThis, 'Image')
  }
}

/** The texts of an SVG picture that are seen, in their order, spaces as they are seen; lines of one text are texts. */
export function textsOf(svg: string): string[] {
  return [...svg.matchAll(/<text\b([^>]*)>(.*?)<\/text>/gs)].flatMap(([, attributes = '', content = '']) => {
    const isPainted = / stroke="/.test(attributes) || (/ fill="/.test(attributes) && !/ fill-opacity="0"/.test(attributes))
    if (/ (?:opacity="0"|font-size="0(?:px)?")/.test(attributes) || !isPainted) return []
    return content
      .split(/<[^>]*>/)
      .map((text) => unescaped(text).replace(/\s+/g, ' ').trim())
      .filter((text) => text !== '')
  })
}

/** Our own files write quotation marks in another way than Vega's. */
function unescaped(text: string): string {
  return text.replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&gt;', '>')
}
