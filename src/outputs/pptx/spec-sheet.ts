import type { SlideChart } from '../../story/slide-chart.ts'
import { MOST_SERIES } from './office-chart.ts'
import type { ChartSheet, SheetRow } from './workbook.ts'

/** A channel of Vega-Lite that says a field as it stands, and nothing else that would change its numbers. */
interface Channel {
  field: string
  type: 'quantitative' | 'temporal' | 'ordinal' | 'nominal'
  title?: string | null
  scale?: { type?: string }
}

interface UnitSpec {
  mark: string | { type: string }
  data?: { name?: string; values?: unknown }
  encoding: { x?: unknown; y?: unknown; color?: unknown }
}

type Row = Readonly<Record<string, unknown>>

const KINDS: Readonly<Record<string, ChartSheet['kind']>> = {
  bar: 'bar',
  line: 'line',
  point: 'scatter',
  circle: 'scatter',
  square: 'scatter',
}

/** More rows are no chart that somebody edits by hand. */
const MOST_ROWS = 2000

/**
 * The numbers of a chart that Office can draw as it stands: one view of bars, lines or points in Vega-Lite, whose fields are drawn
 * untransformed. Undefined for every other chart.
 */
export function specSheet({ specs, data }: SlideChart): ChartSheet | undefined {
  const spec = JSON.parse(specs.wide ?? specs.all ?? '{}') as Partial<UnitSpec>
  const kind = KINDS[typeof spec.mark === 'string' ? spec.mark : (spec.mark?.type ?? '')]
  const { x, y, color } = spec.encoding ?? {}
  if (!kind || !isPlain(spec) || !isChannel(x) || !isChannel(y)) return undefined
  const [along, measure] = kind === 'bar' && y.type !== 'quantitative' ? [y, x] : [x, y]
  const fits = measure.type === 'quantitative' && (along.type === 'quantitative') === (kind === 'scatter')
  const given = rowsOf(spec, data)
  if (!fits || !given || given.length === 0 || given.length > MOST_ROWS) return undefined
  const split = isChannel(color) && color.field !== along.field ? color : undefined
  const names = split ? [...new Set(given.map((row) => String(row[split.field])))] : [titleOf(measure)]
  const log = { x: along.scale?.type === 'log', y: measure.scale?.type === 'log' }
  // Bars of several series stand upon each other, and none has a true length on a logarithmic scale.
  const isKnown = kind === 'bar' ? !split && !log.y : split?.type !== 'quantitative'
  const seriesOf = (row: Row) => (split ? names.indexOf(String(row[split.field])) : 0)
  const rows = sheetRows(given, { kind, along: along.field, measure: measure.field, seriesOf, count: names.length })
  if (!isKnown || !rows || names.length > MOST_SERIES) return undefined
  return {
    kind,
    head: titleOf(along),
    measure: titleOf(measure),
    labels: names,
    rows,
    drawn: names.length,
    format: 'General',
    log,
  }
}

/** What may stand in an encoding without a change of what is drawn where. */
const HARMLESS = new Set(['x', 'y', 'color', 'tooltip', 'key', 'opacity', 'strokeWidth', 'href', 'description'])

/** No part that computes, repeats or lays over. */
function isPlain(spec: Partial<UnitSpec>): boolean {
  const others = ['transform', 'layer', 'concat', 'hconcat', 'vconcat', 'facet', 'repeat', 'spec']
  return !others.some((part) => part in spec) && Object.keys(spec.encoding ?? {}).every((channel) => HARMLESS.has(channel))
}

function isChannel(channel: unknown): channel is Channel {
  const given = channel as Partial<Record<string, unknown>> | undefined
  if (typeof given?.field !== 'string' || typeof given.type !== 'string') return false
  const scale = given.scale as { type?: string } | null | undefined
  const isKnown =
    scale === undefined || scale?.type === undefined || ['linear', 'log', 'band', 'point', 'utc', 'time'].includes(scale.type)
  return isKnown && !['aggregate', 'bin', 'timeUnit', 'condition', 'stack', 'impute'].some((part) => part in given)
}

function titleOf({ title, field }: Channel): string {
  return title ?? field
}

function rowsOf({ data }: Partial<UnitSpec>, named: string): Row[] | undefined {
  const sets = JSON.parse(named || '{}') as Readonly<Record<string, unknown>>
  const rows = data?.values ?? (data?.name === undefined ? undefined : sets[data.name])
  return Array.isArray(rows) && rows.every((row) => typeof row === 'object' && row !== null) ? rows : undefined
}

interface Reading {
  kind: ChartSheet['kind']
  along: string
  measure: string
  seriesOf(row: Row): number
  count: number
}

/** A row for each point, or for each name with the numbers of all series. Undefined where one place has two numbers. */
function sheetRows(rows: readonly Row[], { kind, along, measure, seriesOf, count }: Reading): SheetRow[] | undefined {
  const made = new Map<unknown, { name: string | number; values: (number | undefined)[] }>()
  for (const [index, row] of rows.entries()) {
    const [place, value] = [row[along], row[measure]]
    if (place === null || place === undefined || typeof value !== 'number') continue
    const key = kind === 'scatter' ? index : place
    const name = kind === 'scatter' ? Number(place) : String(place)
    const known = made.get(key) ?? { name, values: Array<number | undefined>(count).fill(undefined) }
    if (known.values[seriesOf(row)] !== undefined) return undefined
    known.values[seriesOf(row)] = value
    made.set(key, known)
  }
  return [...made.values()]
}
