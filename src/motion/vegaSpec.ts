import type { Spec } from 'vega'
import { compile, type TopLevelSpec } from 'vega-lite'
import type { LoggerInterface } from 'vega-util'
import { checkChart } from './check-chart.ts'

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

/** Vega's number for the level of warnings. */
const WARN = 2

/** Collects what Vega says; anything it warns of is an author's mistake. */
export function createLogger(report: (message: string) => void): LoggerInterface {
  const tell = (...parts: readonly unknown[]) => {
    report(parts.map((part) => (part instanceof Error ? part.message : String(part))).join(' '))
    return logger
  }
  const ignore = () => logger
  const level = ((value?: number) => (value === undefined ? WARN : logger)) as LoggerInterface['level']
  const logger: LoggerInterface = { level, error: tell, warn: tell, info: ignore, debug: ignore }
  return logger
}

/** Compiles Vega-Lite to Vega. `usermeta` is dropped, since it can override what a host sets; data from an address is refused. */
export function toVega(chart: TopLevelSpec, report: (message: string) => void): VegaSpec | undefined {
  const faults = checkChart(chart)
  for (const fault of faults) report(fault)
  if (faults.length > 0) return undefined
  const { usermeta: _, ...plain } = chart
  const { spec } = compile(plain as TopLevelSpec, { logger: createLogger(report) })
  const addresses = findAddresses(spec)
  for (const address of addresses) {
    report(`found data from \`${address}\`, expected inline values; import the file in the chart and pass its rows as \`values\``)
  }
  if (addresses.length > 0) return undefined
  const marks = new Map<string, SpecMark>()
  const twice = collectMarks((spec.marks ?? []) as SpecMark[], marks)
  for (const name of twice) {
    report(
      `two marks have the name \`${name.replace(/_marks$/, '')}\`; call one of them \`${name.replace(/_marks$/, '')}__2\`: what follows \`__\` is left out of the keys`,
    )
  }
  return twice.length > 0 ? undefined : { spec: withOwnRows(spec), marks }
}

/** Vega writes into the rows it is given; those that cannot be written to are copied. */
function withOwnRows(spec: Spec): Spec {
  const own = (row: unknown) => (typeof row === 'object' && row !== null && !Object.isExtensible(row) ? { ...row } : row)
  const data = spec.data?.map((set) =>
    'values' in set && Array.isArray(set.values) ? { ...set, values: set.values.map(own) } : set,
  )
  return data ? ({ ...spec, data } as Spec) : spec
}

/** Every `url` of a data set, at any depth. */
function findAddresses(scope: { data?: unknown; marks?: unknown }): string[] {
  const sets = Array.isArray(scope.data) ? (scope.data as { url?: unknown }[]) : []
  const own = sets.flatMap(({ url }) => (url === undefined ? [] : [typeof url === 'string' ? url : JSON.stringify(url)]))
  const inner = Array.isArray(scope.marks) ? (scope.marks as { data?: unknown; marks?: unknown }[]).flatMap(findAddresses) : []
  return [...own, ...inner]
}

/** Lists marks by name, at any depth, and gives the names that are there twice. */
function collectMarks(marks: readonly SpecMark[], into: Map<string, SpecMark>): string[] {
  return marks.flatMap((mark) => {
    const { name } = mark
    const twice = name !== undefined && into.has(name) ? [name] : []
    if (name !== undefined) into.set(name, mark)
    return [...twice, ...collectMarks(mark.marks ?? [], into)]
  })
}
