import type { ChartSpec } from '../story/slide-chart.ts'
import { shown } from '../util/diagnostic.ts'
import { suggest } from '../util/nearest.ts'
import { tooManyValues } from './check-counts.ts'
import { partsOf } from './parts-of.ts'
import { isVega } from './vegaSpec.ts'

/** Vega-Lite's own marks; of a misspelt one it says nothing that helps. */
const MARKS = [
  ...['arc', 'area', 'bar', 'boxplot', 'circle', 'errorband', 'errorbar', 'geoshape', 'image', 'line', 'point', 'rect', 'rule'],
  ...['square', 'text', 'tick', 'trail'],
]

/** How a chart says what it draws, and what its fields are; a first letter is enough. */
const VIEWS = ['mark', 'layer', 'concat', 'hconcat', 'vconcat', 'repeat', 'facet', 'spec']
const TYPES = ['quantitative', 'temporal', 'ordinal', 'nominal', 'geojson']

/** What is wrong with a chart that Vega would draw regardless: one message each, in words that follow the chart's name. */
export function checkChart(chart: ChartSpec): string[] {
  if (typeof chart !== 'object' || chart === null) return ['found no specification, expected `spec` to return one']
  const messages = new Set<string>()
  if (!isVega(chart) && !VIEWS.some((view) => view in chart))
    messages.add(`found no \`mark\`, expected one such as \`"mark": "bar"\`, or one of ${VIEWS.slice(1).join(', ')}`)
  for (const part of partsOf(chart)) {
    if ('mark' in part) checkMark(part.mark, messages)
    const { field, type } = part
    if (
      !isVega(chart) &&
      field !== undefined &&
      typeof type === 'string' &&
      !TYPES.some((each) => [each, each[0]].includes(type.toLowerCase()))
    )
      messages.add(`unknown type ${shown(type)}; ${suggest(type, TYPES)}`)
    for (const [property, value] of Object.entries(part)) {
      if (property === 'transform' && Array.isArray(value)) for (const each of value) checkTransform(each, messages)
      const tooMany = tooManyValues(property, value, part)
      if (tooMany !== undefined) messages.add(tooMany)
      if (typeof value === 'string' && /\bnow\s*\(/.test(value) && property !== 'text' && property !== 'title')
        messages.add(`found the clock in ${shown(value)}, expected the data alone: the same chart is drawn tomorrow`)
    }
  }
  return [...messages]
}

/** What is computed from pixels that a browser has drawn. */
const OF_PIXELS = ['wordcloud', 'heatmap', 'label']

function checkTransform(transform: unknown, messages: Set<string>): void {
  const type: unknown = Object(transform).type
  const tooMany = type === 'sequence' ? tooManyValues('sequence', transform, {}) : undefined
  if (tooMany !== undefined) messages.add(tooMany)
  if (typeof type === 'string' && OF_PIXELS.includes(type))
    messages.add(
      `found the transform \`${type}\`, which measures what a browser has drawn, expected one that data alone decide; work it out beforehand and draw its result`,
    )
}

function checkMark(mark: unknown, messages: Set<string>): void {
  const type = typeof mark === 'object' && mark !== null ? Reflect.get(mark, 'type') : mark
  if (typeof type === 'string' && !MARKS.includes(type)) messages.add(`unknown mark ${shown(type)}; ${suggest(type, MARKS)}`)
}
