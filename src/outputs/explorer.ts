import { join } from 'node:path'
import type { Deck } from '../deck.ts'
import type { Explorer, ExplorerData } from '../explorer.ts'
import { toVega } from '../motion/vegaSpec.ts'
import { createView } from '../motion/view.ts'
import type { OutputFile } from '../output.ts'
import { InputError } from '../problem.ts'
import { bundleAssets } from './assets.ts'

/** What a page needs for the chart to explore: its data, and the script that the page asks for when the chart is near. */
export interface ExplorerParts {
  html: string
  files: readonly OutputFile[]
}

const SCRIPT = 'src/client/explorer-chart.ts'
const PARAMETERS = ['order', 'measure', 'focus']

/** Nothing for a deck without such a chart. Throws InputError for whatever Vega warns of. */
export async function makeExplorer({ explorer }: Deck, root: string): Promise<ExplorerParts> {
  if (!explorer) return { html: '', files: [] }
  const spec = compileExplorer(explorer)
  const { files, paths } = await bundleScript(root)
  const data: ExplorerData = { ...explorer, spec, script: paths['explorer-chart.js'] ?? '' }
  const json = JSON.stringify(data).replaceAll('<', '\\u003c')
  return { html: `\n<script type="application/json" id="explorer-data">${json}</script>`, files }
}

/** Compiles the chart to Vega and runs it once. Throws InputError with every mistake found. */
export function compileExplorer({ spec }: Explorer): ExplorerData['spec'] {
  const found: string[] = []
  const vega = compile(spec, (message) => found.push(message))
  const signals = new Set(vega?.spec.signals?.map(({ name }) => name))
  for (const name of PARAMETERS.filter((parameter) => vega && !signals.has(parameter))) {
    found.push(`has no parameter \`${name}\`, which the page sets; add it to \`params\``)
  }
  if (vega && found.length === 0) {
    const view = createView(vega.spec, (message) => found.push(message))
    view.run({})
    view.finalize()
  }
  if (!vega || found.length > 0) throw new InputError([...new Set(found)].map((message) => ({ message: `explorer: ${message}` })))
  return vega.spec as ExplorerData['spec']
}

/** Vega-Lite throws where a chart makes no sense to it. */
function compile(spec: Explorer['spec'], report: (message: string) => void): ReturnType<typeof toVega> {
  try {
    return toVega(spec, report)
  } catch (error) {
    report(error instanceof Error ? error.message : String(error))
    return undefined
  }
}

const bundles = new Map<string, ReturnType<typeof bundleAssets>>()

/** Both pages ask for the same script. The chart comes compiled, so Vega-Lite's compiler stays at home. */
function bundleScript(root: string): ReturnType<typeof bundleAssets> {
  const bundle =
    bundles.get(root) ?? bundleAssets(root, [SCRIPT], { 'vega-lite': join(root, 'src/client/explorer/no-vega-lite.ts') })
  bundles.set(root, bundle)
  return bundle
}
