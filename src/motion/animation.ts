import type { ChartSpec } from '../story/slide-chart.ts'
import { partsOf } from './parts-of.ts'

type Json = Record<string, unknown>

/** What a chart with a `time` encoding goes through. */
export interface Animation {
  /** The field that holds the time, in the rows that are drawn. */
  field: string
  /** How long each value is shown, in ms. */
  step: number
  /** All values take this long, in ms, in the place of `step`. */
  whole?: number
  /** The values in their order, where the author says so. */
  domain?: readonly unknown[]
}

/** The parameter of the value that is shown; Vega-Lite's own name for it, so that texts that say it say it here. */
export const FRAME_PARAM = 'anim_value'

/** Vega-Lite's own, in ms. */
const STEP = 500

/** What is known of a specification while it is rewritten. */
interface Found {
  /** Names of the selections that a timer drives. */
  timers: ReadonlySet<string>
  /** Whether any filter follows the timer. */
  isFiltered: boolean
}

/**
 * Rewrites a chart that a timer drives as one with a parameter: `time` encodings become details, and what asks whether a row is
 * selected compares its value with the parameter. Any other chart is given back as it is.
 */
export function readAnimation(chart: ChartSpec): { chart: ChartSpec; animation?: Animation } {
  const parts = [...partsOf(chart)]
  const timers = parts.flatMap(({ params }) => (Array.isArray(params) ? params.filter(isTimer) : []))
  const [time] = parts.flatMap(({ encoding }): Json[] => Object(encoding).time ?? [])
  const field = timeField(time) ?? timers.flatMap(({ select }) => Object(select).fields ?? [])[0]
  if (field === undefined) return { chart }
  const names = new Set(timers.map(({ name }) => String(name)))
  const isFiltered = parts.some(({ filter }) => [...names].some((name) => JSON.stringify(filter)?.includes(`"param":"${name}"`)))
  const found: Found = { timers: names, isFiltered }
  const test = frameTest(field)
  const plain = rewrite(chart, found, test) as Json
  const params = [...((plain.params as Json[] | undefined) ?? []), { name: FRAME_PARAM, value: null }]
  const { range, domain } = Object(time?.scale) as { range?: unknown; domain?: unknown }
  const [start, end] = Array.isArray(range) ? range.map(Number) : []
  const step: unknown = Object(range).step
  return {
    chart: { ...plain, params } as unknown as ChartSpec,
    animation: {
      field,
      step: typeof step === 'number' && step > 0 ? step : STEP,
      ...(start !== undefined && end !== undefined && end > start && { whole: end - start }),
      ...(Array.isArray(domain) && { domain }),
    },
  }
}

/** Whether a row is of the value that is shown. */
export function frameTest(field: string): string {
  const value = `datum[${JSON.stringify(field)}]`
  return `(isDate(${value}) ? time(${value}) : ${value}) === ${FRAME_PARAM}`
}

/** The name under which rows have the value of a `time` encoding. */
function timeField({ field, timeUnit }: Json = {}): string | undefined {
  if (typeof field !== 'string') return undefined
  const unit = typeof timeUnit === 'string' ? timeUnit : undefined
  return unit ? `${unit}_${field}` : field
}

/** Where rows stand, and what is no part of a chart. */
const ROWS = new Set(['values', 'datasets', 'usermeta', 'config'])

function isTimer(param: unknown): boolean {
  const on: unknown = Object(Object(param).select).on
  return on === 'timer' || Object(on).type === 'timer'
}

function rewrite(node: unknown, found: Found, test: string): unknown {
  if (Array.isArray(node)) return node.map((each) => rewrite(each, found, test))
  if (typeof node !== 'object' || node === null) return node
  const own: Json = {}
  for (const [property, value] of Object.entries(node)) {
    if (ROWS.has(property)) own[property] = value
    else if (property === 'params' && Array.isArray(value)) own.params = value.filter((param) => !isTimer(param))
    else own[property] = rewrite(value, found, test)
  }
  if (found.timers.has(String(own.param))) {
    const { param: _param, empty: _empty, ...rest } = own
    return Object.keys(rest).length === 0 ? test : { ...rest, test }
  }
  return 'encoding' in own && 'time' in Object(own.encoding) ? withDetail(own, found, test) : own
}

/** A time is a detail of every mark, and its view shows one time, whether its author wrote a filter or not. */
function withDetail(view: Json, { isFiltered }: Found, test: string): Json {
  const { time, detail = [], ...encoding } = view.encoding as Json
  const { field, timeUnit, type = 'nominal' } = Object(time) as Json
  const own = { field, type: type === 'temporal' ? 'temporal' : 'nominal', ...(timeUnit !== undefined && { timeUnit }) }
  const transform = isFiltered ? view.transform : [...((view.transform as unknown[] | undefined) ?? []), { filter: test }]
  return {
    ...view,
    ...(transform !== undefined && { transform }),
    encoding: { ...encoding, detail: [...[detail].flat(), own] },
  }
}

/** The values that rows have, in their order. */
export function frameValues(rows: readonly object[], { field, domain }: Animation): unknown[] {
  const there = new Set<unknown>(
    rows.map((row) => plainTime((row as Json)[field])).filter((value) => value !== null && value !== undefined),
  )
  return domain ? domain.map(plainTime).filter((value) => there.has(value)) : [...there].sort(ascending)
}

/** A time as it can be compared. */
export function plainTime(value: unknown): unknown {
  return value instanceof Date ? value.getTime() : value
}

function ascending(a: unknown, b: unknown): number {
  return typeof a === 'number' && typeof b === 'number' ? a - b : String(a) < String(b) ? -1 : 1
}
