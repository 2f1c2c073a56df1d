import type { ExplorerData } from '../../client/explorer/explorer-data.ts'
import { wordsOf } from '../../messages/messages.ts'
import type { StoryDeck } from '../../story/story.ts'
import { asset } from '../../util/asset.ts'
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

/** Nothing for a deck without such a chart. */
export async function makeExplorer({ explorer, lang }: StoryDeck, root: string): Promise<ExplorerParts> {
  if (!explorer) return { html: '', files: [] }
  const { chart, width, labels, measures, filter } = explorer
  const bundled = await bundleScript(root)
  const script = { ...bundled, ...asset('explorer-chart.js', `window.countdownChart=${chart};\n${bundled.contents}`) }
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
