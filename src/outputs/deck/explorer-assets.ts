import { parse, type Spec } from 'vega'
import type { ExplorerData, VegaChart } from '../../client/explorer/explorer-data.ts'
import { wordsOf } from '../../messages/messages.ts'
import { toVega } from '../../motion/vegaSpec.ts'
import { createView } from '../../motion/view.ts'
import type { Explorer } from '../../story/explorer.ts'
import type { StoryDeck } from '../../story/story.ts'
import { asset } from '../../util/asset.ts'
import { InputError } from '../../util/diagnostic.ts'
import { machineFile } from '../../util/machine.ts'
import type { OutputFile } from '../../util/output-file.ts'
import { bundleAssets } from '../assets.ts'
import { escapeMarkup } from '../html-page.ts'

/** What a page needs for the chart to explore: its data, and the script that the page asks for when the chart is near. */
export interface ExplorerParts {
  html: string
  files: readonly OutputFile[]
}

const SCRIPT = 'src/client/explorer/explorer-chart.ts'
const PARAMETERS = ['order', 'measure', 'focus']

/** Nothing for a deck without such a chart. Throws InputError for whatever Vega warns of. */
export async function makeExplorer({ explorer, lang }: StoryDeck, root: string): Promise<ExplorerParts> {
  if (!explorer) return { html: '', files: [] }
  const { chart, width } = remembered(explorer)
  const bundled = await bundleScript(root)
  const script = { ...bundled, ...asset('explorer-chart.js', `window.countdownChart=${chart};\n${bundled.contents}`) }
  const { labels, measures, filter } = explorer
  const data: ExplorerData = {
    words: wordsOf(lang).explorer,
    labels,
    measures,
    filter,
    width,
    script: script.path,
  }
  return {
    html: `\n<template id="explorer-data" data-explorer="${escapeMarkup(JSON.stringify(data))}"></template>`,
    files: [script],
  }
}

/** The chart as its script has it, and its width in px. */
interface PreparedChart {
  chart: string
  width: number
}

const prepared = new WeakMap<Explorer, PreparedChart>()
/** The last one, by its chart: a deck that was loaded again has the same chart in another object. */
let last: { json: string; chart: PreparedChart } | undefined

/** Both pages ask for the same chart. */
function remembered(explorer: Explorer): PreparedChart {
  const known = prepared.get(explorer) ?? preparedLast(explorer)
  prepared.set(explorer, known)
  return known
}

function preparedLast(explorer: Explorer): PreparedChart {
  const json = JSON.stringify(explorer.spec)
  last = last?.json === json ? last : { json, chart: prepare(explorer) }
  return last.chart
}

/** Parsed by Vega too, which takes a phone longer than a frame. With `ast`, expressions are data and not code. */
function prepare(explorer: Explorer): PreparedChart {
  const spec = compileExplorer(explorer)
  const runtime = parse(spec as unknown as Spec, {}, { ast: true })
  return { chart: JSON.stringify(runtime).replaceAll('<', '\\u003c'), width: Number(spec.width) }
}

/** Compiles the chart to Vega and runs it once. Throws InputError with every mistake found. */
export function compileExplorer({ spec }: Explorer): VegaChart {
  const found: string[] = []
  const report = (message: string) => void found.push(message)
  const vega = attempt(report, () => toVega(spec, { report }))
  const signals = new Set(vega?.spec.signals?.map(({ name }) => name))
  for (const name of PARAMETERS.filter((parameter) => vega && !signals.has(parameter))) {
    found.push(`has no parameter \`${name}\`, which the page sets; add it to \`params\``)
  }
  if (vega && found.length === 0) attempt(report, () => runOnce(vega.spec, report))
  if (!vega || found.length > 0) throw new InputError([...new Set(found)].map((message) => ({ message: `explorer: ${message}` })))
  return vega.spec as VegaChart
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

const bundles = new Map<string, Promise<OutputFile>>()

/** Both pages ask for the same script. The chart comes compiled and parsed, so Vega-Lite and Vega's parser stay at home. */
function bundleScript(root: string): Promise<OutputFile> {
  const known = bundles.get(root) ?? bundle(root)
  bundles.set(root, known)
  return known
}

/** Packages that are left out, by what stands in for them in `src/client/explorer`. */
const LEFT_OUT: Readonly<Record<string, readonly string[]>> = {
  'no-vega-lite.ts': ['vega-lite'],
  'no-vega-parser.ts': ['vega-parser'],
  'no-transforms.ts': ['vega-crossfilter', 'vega-force', 'vega-hierarchy', 'vega-label', 'vega-wordcloud'],
}

async function bundle(root: string): Promise<OutputFile> {
  const alias = Object.entries(LEFT_OUT).flatMap(([file, packages]) =>
    packages.map((name): [string, string] => [name, machineFile(`src/client/explorer/${file}`, root)]),
  )
  const { files } = await bundleAssets(root, [SCRIPT], { alias: Object.fromEntries(alias) })
  const [script] = files
  if (!script) throw new Error('the script of the chart was not bundled')
  return script
}
