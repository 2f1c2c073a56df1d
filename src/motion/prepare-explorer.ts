import { parse, type Spec } from 'vega'
import type { Explorer, PreparedExplorer } from '../story/explorer.ts'
import { InputError } from '../util/diagnostic.ts'
import { toVega } from './vegaSpec.ts'
import { createView } from './view.ts'

const PARAMETERS = ['order', 'measure', 'focus']

/** The last one, by its chart: a deck that was loaded again has the same chart in another object. */
let last: { json: string; prepared: Pick<PreparedExplorer, 'chart' | 'width'> } | undefined

/**
 * Parsed by Vega too, which takes a phone longer than a frame. With `ast`, expressions are data and not code. Throws InputError for
 * whatever Vega warns of.
 */
export function prepareExplorer({ spec, ...rest }: Explorer): PreparedExplorer {
  const json = JSON.stringify(spec)
  if (last?.json !== json) last = { json, prepared: prepare({ spec, ...rest }) }
  return { ...rest, ...last.prepared }
}

function prepare(explorer: Explorer): Pick<PreparedExplorer, 'chart' | 'width'> {
  const spec = compileExplorer(explorer)
  const runtime = parse(spec, {}, { ast: true })
  return { chart: JSON.stringify(runtime).replaceAll('<', '\\u003c'), width: Number(spec.width) }
}

/** Compiles the chart to Vega and runs it once. Throws InputError with every mistake found. */
export function compileExplorer({ spec }: Explorer): Spec {
  const found: string[] = []
  const report = (message: string) => void found.push(message)
  const vega = attempt(report, () => toVega(spec, { report }))
  const signals = new Set(vega?.spec.signals?.map(({ name }) => name))
  for (const name of PARAMETERS.filter((parameter) => vega && !signals.has(parameter))) {
    found.push(`has no parameter \`${name}\`, which the page sets; add it to \`params\``)
  }
  if (vega && found.length === 0) attempt(report, () => runOnce(vega.spec, report))
  if (!vega || found.length > 0) throw new InputError([...new Set(found)].map((message) => ({ message: `explorer: ${message}` })))
  return vega.spec
}

function runOnce(spec: Spec, report: (message: string) => void): void {
  const view = createView(spec, report)
  view.run({})
  view.finalize()
}

/** Vega and Vega-Lite throw where a chart makes no sense to them. */
function attempt<T>(report: (message: string) => void, work: () => T): T | undefined {
  try {
    return work()
  } catch (error) {
    report(error instanceof Error ? error.message : String(error))
    return undefined
  }
}
