import type { ChartSpec } from '../story/slide-chart.ts'
import { shown } from '../util/diagnostic.ts'
import { suggest } from '../util/nearest.ts'
import { countMessage, MOST_VALUES, sequenceLength, tooManyValues } from './check-counts.ts'

/** Vega-Lite's own marks; of a misspelt one it says nothing that helps. */
const MARKS = [
  ...['arc', 'area', 'bar', 'boxplot', 'circle', 'errorband', 'errorbar', 'geoshape', 'image', 'line', 'point', 'rect', 'rule'],
  ...['square', 'text', 'tick', 'trail'],
]
/** Where rows stand, and things that are no part of the chart. */
const ROWS = new Set(['values', 'datasets', 'usermeta'])

/** What stands in a cell that has no figure. */
const MISSING = /^(?:null|nan|n\/?a|none|[-–.]*)$/i

type Json = Readonly<Record<string, unknown>>

/** What is wrong with a chart that Vega would draw regardless: one message each, in words that follow the chart's name. */
export function checkChart(chart: ChartSpec): string[] {
  const found: Found = { messages: new Set(), tables: [], figures: new Set(), bins: [] }
  if (typeof chart !== 'object' || chart === null) return ['found no specification, expected `spec` to return one']
  collect(chart as unknown as Json, found)
  for (const table of found.tables) for (const [index, row] of table.entries()) checkRow(row, index, found)
  for (const bin of found.bins) checkBins(bin, found)
  return [...found.messages]
}

interface Found {
  messages: Set<string>
  tables: (readonly unknown[])[]
  /** Fields that are drawn as numbers. */
  figures: Set<string>
  /** Fields that are counted in steps of so much. */
  bins: { field: string; step: number }[]
}

function collect(node: Json, found: Found): void {
  const { messages, figures } = found
  if ('mark' in node) checkMark(node.mark, messages)
  if (node.type === 'quantitative' && typeof node.field === 'string') figures.add(node.field)
  for (const [property, value] of Object.entries(node)) {
    if (property === 'values' && Array.isArray(value)) found.tables.push(value)
    // What happens on an event never happens here.
    if (ROWS.has(property) || property === 'on') continue
    if (property === 'transform' && Array.isArray(value)) for (const each of value) checkTransform(each, messages)
    if (property === 'bin' && typeof node.field === 'string') noteBins(node.field, value, found)
    const tooMany = tooManyValues(property, value, node)
    if (tooMany !== undefined) messages.add(tooMany)
    if (typeof value === 'string' && /\bnow\s*\(/.test(value) && property !== 'text' && property !== 'title')
      messages.add(`found the clock in ${shown(value)}, expected the data alone: the same chart is drawn tomorrow`)
    else if (typeof value === 'object' && value !== null) collect(value as Json, found)
  }
}

function noteBins(field: string, bin: unknown, { bins }: Found): void {
  const step: unknown = Object(bin).step
  if (typeof step === 'number') bins.push({ field, step })
}

/** Known for the fields of the rows themselves; those that are calculated are left to the watch over what takes too long. */
function checkBins({ field, step }: Found['bins'][number], { messages, tables }: Found): void {
  const values = tables.flat().map((row) => Number(Object(row)[field]))
  const [least, most] = values.reduce(([low, high], value) => [Math.min(low, value), Math.max(high, value)], [0, 0])
  const count = sequenceLength(least, most, step)
  if (count > MOST_VALUES) messages.add(countMessage('bin', count))
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

/** Vega leaves a row out without a word when a figure of it is none; a missing one is null. */
function checkRow(row: unknown, index: number, { messages, figures }: Found): void {
  if (row === null || row === undefined) messages.add(`row ${index + 1}: found ${row}, expected an object`)
  for (const [field, value] of Object.entries(row ?? {})) {
    const isWrong =
      typeof value === 'number'
        ? !Number.isFinite(value)
        : typeof value === 'string' && figures.has(field) && !Number.isFinite(Number(value)) && !MISSING.test(value)
    if (isWrong)
      messages.add(`row ${index + 1}: found ${field} = ${shown(String(value))}, expected a number, or null where there is none`)
  }
}
