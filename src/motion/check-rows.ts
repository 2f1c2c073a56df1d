import { splitAccessPath } from 'vega'
import type { ChartSpec } from '../story/slide-chart.ts'
import { shown } from '../util/diagnostic.ts'
import { extentOf } from '../util/extent.ts'
import { countMessage, MOST_VALUES, sequenceLength } from './check-counts.ts'
import { partsOf } from './parts-of.ts'

/** What stands in a cell that has no figure. */
const MISSING = /^\s*(?:null|nan|n\/?a|none|[-–—.?]*)\s*$/i

/** What is computed of numbers alone, and what is counted of cells of any kind. */
const OF_NUMBERS = /^(?:sum|product|mean|average|median|variancep?|stdevp?|stderr|q1|q3|ci0|ci1)$/
const OF_CELLS = /^(?:count|distinct|valid|missing|values)$/
/** What texts may be read as, to be drawn as numbers. */
const READ_AS_OTHER = /^(?:date|utc|boolean)/

/** Told of mistakes, and of what an author should know although the chart is drawn, in words that follow its name. */
export interface Listener {
  report(message: string): void
  note?(message: string): void
}

type Row = Record<string, unknown>

/**
 * Reads cells that are drawn as numbers and say that there is none, such as `n/a`, as null, and notes it; reports other texts there, and
 * numbers that are none: Vega would leave such rows out without a word, or draw nothing at all. The rows are changed in place; what is
 * wrong is returned, one message each.
 */
export function checkRows(sets: readonly object[], chart: ChartSpec, note?: Listener['note']): string[] {
  const figures = figureFields(chart)
  const faults: string[] = []
  for (const set of sets) {
    const { values } = set as { values?: unknown }
    if (!Array.isArray(values)) continue
    const none = values.findIndex((row) => row === null || row === undefined)
    if (none >= 0) faults.push(`row ${none + 1}: found ${values[none]}, expected an object`)
    const rows = values.map((row) => Object(row) as Row)
    for (const field of figures) {
      const missing = cellsOf(rows, field, (value) => typeof value === 'string' && MISSING.test(value))
      if (missing) note?.(`found ${missing.words}; read as missing, as null is`)
      for (const row of missing?.rows ?? []) row[field] = null
    }
    for (const field of new Set(rows.flatMap(Object.keys))) {
      const wrong = cellsOf(rows, field, (value) => isNoNumber(value, figures.has(field)))
      if (wrong) faults.push(`found ${wrong.words}, expected a number, or null where there is none`)
    }
    faults.push(...tooManyBins(chart, rows))
  }
  return faults
}

/** The fields of rows that are drawn as numbers as they stand; what is read as another kind, or a transform writes anew, is none of them. */
function figureFields(chart: ChartSpec): Set<string> {
  const figures = new Set<string>()
  const others = new Set<unknown>()
  for (const { field, type, aggregate, op, as, parse } of partsOf(chart)) {
    for (const name of [as].flat()) others.add(name)
    for (const [name, kind] of Object.entries(Object(parse))) if (READ_AS_OTHER.test(String(kind))) others.add(name)
    const by = String(aggregate ?? op)
    const isNumber = OF_NUMBERS.test(by) || (type === 'quantitative' && !OF_CELLS.test(by))
    const [name, ...inner] = isNumber && typeof field === 'string' ? splitAccessPath(field) : []
    if (name !== undefined && inner.length === 0) figures.add(name)
  }
  return new Set([...figures].filter((name) => !others.has(name)))
}

function isNoNumber(value: unknown, isFigure: boolean): boolean {
  return typeof value === 'number'
    ? !Number.isFinite(value)
    : isFigure && typeof value === 'string' && Number.isNaN(Number(value))
}

/** The rows with such cells, and words for these: which field, the first one with its row, and how many. */
function cellsOf(
  rows: readonly Row[],
  field: string,
  is: (value: unknown) => boolean,
): { rows: readonly Row[]; words: string } | undefined {
  const found = rows.filter((row) => is(row[field]))
  const [first] = found
  if (!first) return undefined
  const others = found.length === 1 ? '' : `, the first of ${found.length} such cells`
  return { rows: found, words: `${field} = ${shown(String(first[field]))} in row ${rows.indexOf(first) + 1}${others}` }
}

/** Known for the fields of the rows themselves; those that are calculated are left to the watch over what takes too long. */
function tooManyBins(chart: ChartSpec, rows: readonly Row[]): string[] {
  return [...partsOf(chart)].flatMap(({ field, bin }) => {
    const step: unknown = Object(bin).step
    if (typeof field !== 'string' || typeof step !== 'number') return []
    const [least, most] = extentOf([0, ...rows.map((row) => Number(row[field])).filter(Number.isFinite)])
    const count = sequenceLength(least, most, step)
    return count > MOST_VALUES ? [countMessage('bin', count)] : []
  })
}
