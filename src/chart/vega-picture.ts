import { parse, View } from 'vega'
import { compile, type TopLevelSpec } from 'vega-lite'
import type { DataFiles } from '../motion/data-files.ts'
import { inlineData } from '../motion/inline-data.ts'
import { itemWidth, measureInVega } from '../motion/measure-items.ts'
import { textMetrics } from '../motion/scenegraph.ts'
import { isVega } from '../motion/vegaSpec.ts'
import { seedChance } from '../motion/view.ts'
import type { ChartSpec } from '../story/chart-spec.ts'

/** Vega's own picture of a chart: Vega-Lite, Vega and its SVG renderer as they are, with text measured as it is here. */
export async function vegaPicture(chart: ChartSpec, files: DataFiles): Promise<string> {
  const quiet = { level: () => quiet, error: () => quiet, warn: () => quiet, info: () => quiet, debug: () => quiet } as never
  const spec = isVega(chart) ? structuredClone(chart) : compile(chart as TopLevelSpec, { logger: quiet }).spec
  inlineData(spec, files)
  measureInVega()
  seedChance()
  const view = new View(parse(spec), { renderer: 'none', logger: quiet })
  await view.runAsync()
  // The layout is done; what is left is to cut texts to their limits, for which Vega asks how wide they are uncut.
  textMetrics.width = (item, text) => itemWidth(item, String(text ?? ''))
  const svg = await view.toSVG()
  measureInVega()
  view.finalize()
  return svg
}

/** The texts of an SVG picture that are seen, in their order, spaces as they are seen; lines of one text are texts. */
export function textsOf(svg: string): string[] {
  return [...svg.matchAll(/<text\b([^>]*)>(.*?)<\/text>/gs)].flatMap(([, attributes = '', content = '']) => {
    if (/ opacity="0"/.test(attributes) || !/ fill="|stroke="/.test(attributes)) return []
    return content
      .split(/<[^>]*>/)
      .map((text) => text.replace(/\s+/g, ' ').trim())
      .filter((text) => text !== '')
  })
}
