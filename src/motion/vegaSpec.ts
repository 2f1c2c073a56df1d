import type { Data, Spec } from 'vega'
import { type Config, compile, type TopLevelSpec } from 'vega-lite'
import type { LoggerInterface } from 'vega-util'
import type { ChartSpec, DataFiles } from '../story/slide-chart.ts'
import { checkChart } from './check-chart.ts'
import { checkRows, type Listener } from './check-rows.ts'
import { bindRows, inlineData } from './inline-data.ts'

/** A mark of a compiled Vega specification, as far as this compiler reads it. */
export interface SpecMark {
  name?: string
  type?: string
  key?: string
  style?: string | string[]
  from?: { data?: string; facet?: { groupby?: string | string[] } }
  encode?: Record<string, Record<string, unknown>>
  marks?: SpecMark[]
}

/** A chart's Vega specification, and its named marks. */
export interface VegaSpec {
  spec: Spec
  marks: ReadonlyMap<string, SpecMark>
}

/** What a chart is compiled with. */
export interface ChartOptions extends Listener {
  /** The look, below what the chart says itself; Vega's own unless given. */
  config?: Config | undefined
  /** Where data and pictures that the chart names by address are; unless given, it has none. */
  files?: DataFiles | undefined
  /** Rows for its named data sets. */
  data?: Readonly<Record<string, readonly object[]>> | undefined
}

/** Vega's number for the level of warnings. */
const WARN = 2

/** What Vega says of charts that are as their authors want them. */
const HARMLESS = [
  // Nothing is clicked where nobody is.
  /^Can not resolve event source|[Ss]election|[Aa]nimation|"nearest" transform|^Scale bindings|^Legend bindings/,
  // A filter may leave no row, and scales of data that are still to come have none.
  /^Infinite extent|^Ignoring extent|^Skipping regression/,
  // The size is ours to give.
  /^Dropping "?fit|^Autosize "fit"|"container"|^The step for/,
  // Views of one chart share what they have, as far as it goes.
  /^Detected faceted independent|^Conflicting|^Axes cannot be shared|^Unioning discrete|^Setting the scale to be independent/,
  /^Dropping sort property|^Domains that should be unioned|^An ancestor parsed|^Layer's shared projection/,
  // Advice.
  /^Stack(?:ing)? is applied|^Using discrete channel|^Line marks cannot encode size|not needed when data are aggregated/,
  /is not usually used with|overridden with|Converted to \{value|legend count exceeds limit|encoding should be discrete/,
]

/** What Vega says when it joins rows by a key that its plain objects cannot hold. */
const LOST_KEY = /^TypeError: .*reading 'datum'|^Cannot read properties of undefined \(reading 'datum'\)/
const LOST_VALUE = 'found the value `__proto__`, which Vega cannot tell apart from none; write it in another way'

/** Collects what Vega says; what it warns of is an author's mistake, but for what is none. */
export function createLogger(report: (message: string) => void): LoggerInterface {
  const tell = (...parts: readonly unknown[]) => {
    const message = parts.map((part) => (part instanceof Error ? part.message : String(part))).join(' ')
    if (!HARMLESS.some((harmless) => harmless.test(message))) report(LOST_KEY.test(message) ? LOST_VALUE : message)
    return logger
  }
  const ignore = () => logger
  const level = ((value?: number) => (value === undefined ? WARN : logger)) as LoggerInterface['level']
  const logger: LoggerInterface = { level, error: tell, warn: tell, info: ignore, debug: ignore }
  return logger
}

/** Whether a chart is Vega itself, and no Vega-Lite. */
export function isVega(chart: ChartSpec): chart is Spec {
  const schema: unknown = Reflect.get(Object(chart), '$schema')
  if (typeof schema === 'string' && /\/vega(?:-lite)?\//.test(schema)) return schema.includes('/vega/')
  return 'marks' in Object(chart) && !('mark' in Object(chart))
}

/** Compiles a chart to Vega, with all its data in it. `usermeta` is dropped, since it can override what a host sets. */
export function toVega(chart: ChartSpec, { report, note, config, files, data }: ChartOptions): VegaSpec | undefined {
  const faults = checkChart(chart)
  for (const fault of faults) report(fault)
  if (faults.length > 0) return undefined
  const { usermeta: _, ...plain } = chart as Spec
  const spec = isVega(chart)
    ? (structuredClone(plain) as unknown as Spec)
    : withOwnRows(compile(plain as unknown as TopLevelSpec, { logger: createLogger(report), ...(config && { config }) }).spec)
  const missing = [...bindRows(spec, data), ...inlineData(spec, files), ...checkRows(spec.data ?? [], chart, note)]
  for (const fault of missing) report(fault)
  if (missing.length > 0) return undefined
  const marks = new Map<string, SpecMark>()
  const named = collectMarks((spec.marks ?? []) as SpecMark[], marks).map((name) => name.replace(/_marks$/, ''))
  // In Vega itself every group has names of its own.
  const twice = isVega(chart) ? [] : named
  for (const name of twice) {
    report(`two marks have the name \`${name}\`; call one of them \`${name}__2\`: what follows \`__\` is left out of the keys`)
  }
  return twice.length > 0 ? undefined : { spec, marks }
}

/** Vega writes into the rows it is given, and numbers them; the same rows may be drawn again. */
function withOwnRows(spec: Spec): Spec {
  const own = (row: unknown) => (typeof row === 'object' && row !== null && !Array.isArray(row) ? { ...row } : row)
  const data = spec.data?.map((set: Data) =>
    'values' in set && Array.isArray(set.values) ? { ...set, values: set.values.map(own) } : set,
  )
  return data ? ({ ...spec, data } as Spec) : spec
}

/** Lists marks by name, at any depth, and gives the names that are there twice. */
function collectMarks(marks: readonly SpecMark[], into: Map<string, SpecMark>): string[] {
  return marks.flatMap((mark) => {
    const { name } = mark
    const twice = name !== undefined && into.has(name) && isAuthors(name) ? [name] : []
    if (name !== undefined) into.set(name, mark)
    return [...twice, ...collectMarks(mark.marks ?? [], into)]
  })
}

/** Vega-Lite gives the parts of selections and facets names of its own, in every view the same. */
function isAuthors(name: string): boolean {
  return !/(?:^|_)(?:brush|brush_bg|cell|header|footer|pathgroup|marks_group)$|^(?:row|column)[_-]/.test(name)
}
