import { type ChartFiles, type ChartsData, keyOf } from '../client/interactive/charts-data.ts'
import { messagesOf } from '../messages/messages.ts'
import { compileLive } from '../motion/live-chart.ts'
import { fillingArea } from '../motion/plot-area.ts'
import { INLINE_STEP, inlineScene } from '../story/chart-scenes.ts'
import { type FrameName, frames, inlineFrameOf } from '../story/frames.ts'
import type { Frame } from '../story/mark.ts'
import type { Slide, Story } from '../story/story.ts'
import { machineFile } from '../util/machine.ts'
import { asset, type OutputFile } from '../util/output-file.ts'
import { bundleAssets } from './assets.ts'
import { escapeMarkup } from './html-page.ts'

/** What a page needs for its charts that come alive: what it is told of them, and the files that it asks for when one is near. */
export interface LiveParts {
  html: string
  files: readonly OutputFile[]
}

const SCRIPT = 'src/client/interactive/draw-chart.ts'

/** Nothing for a story without such charts; `sizes` are those at which the page shows the stage. */
export async function makeLiveCharts(story: Story, root: string, sizes: readonly FrameName[]): Promise<LiveParts> {
  const made = story.slides.flatMap((slide) => chartsOf(story, slide, sizes))
  if (made.length === 0) return { html: '', files: [] }
  const script = await bundleScript(
    root,
    made.map(({ files }) => files.map(({ contents }) => String(contents)).join('')).join(''),
  )
  const data: ChartsData = {
    script: script.path,
    keys: messagesOf(story.deck.lang).interactive.keys,
    charts: made.map(({ chart }) => chart),
  }
  return {
    html: `\n<template id="interactive-charts" data-interactive="${escapeMarkup(JSON.stringify(data))}"></template>`,
    files: [script, ...made.flatMap(({ files }) => files)],
  }
}

interface MadeChart {
  chart: ChartFiles
  files: OutputFile[]
}

function chartsOf(story: Story, slide: Slide, sizes: readonly FrameName[]): MadeChart[] {
  const { chart, stage, inlineCharts = [] } = slide
  const files = story.files ? { files: story.files } : {}
  const scene = stage && story.deck.scenes[stage.scene]
  const onStage =
    chart?.interactive && scene
      ? [makeFiles({ slide: slide.id }, sizes, (size) => compileLive(scene, slide.id, frames[size], files))]
      : []
  const inText = inlineCharts.flatMap((each, inline) => {
    if (!each.interactive) return []
    const frame: Frame = inlineFrameOf(slide)
    const options = { ...files, area: fillingArea(frame) }
    return makeFiles({ slide: slide.id, inline }, [frame.id], () => compileLive(inlineScene(each), INLINE_STEP, frame, options))
  })
  return [...onStage, ...inText]
}

function makeFiles<Size extends string>(
  chart: Pick<ChartFiles, 'slide' | 'inline'>,
  sizes: readonly Size[],
  compile: (size: Size) => object | undefined,
): MadeChart {
  const made = sizes.flatMap((size): [Size, OutputFile][] => {
    const live = compile(size)
    if (!live) return []
    const text = JSON.stringify(live).replaceAll('<', '\\u003c')
    return [[size, asset('chart.js', `(window.countdownCharts??={})[${JSON.stringify(keyOf(chart, size))}]=${text}`)]]
  })
  const files = Object.fromEntries(made.map(([size, { path }]) => [size, path]))
  return { chart: { ...chart, files }, files: made.map(([, file]) => file) }
}

const bundles = new Map<string, Promise<OutputFile>>()

/** Families of transforms that few charts use, by their packages; those that measure pixels are refused where charts are checked. */
const TRANSFORMS: Readonly<Record<string, readonly string[]>> = {
  'vega-crossfilter': ['crossfilter', 'resolvefilter'],
  'vega-force': ['force'],
  'vega-hierarchy': ['nest', 'pack', 'partition', 'stratify', 'tree', 'treelinks', 'treemap'],
  'vega-label': [],
  'vega-wordcloud': [],
}

/** Both pages ask for the same script; `charts` are those that it is to draw. */
function bundleScript(root: string, charts: string): Promise<OutputFile> {
  const left = Object.entries(TRANSFORMS).flatMap(([name, types]) =>
    types.some((type) => charts.includes(`"type":"${type}"`)) ? [] : [[name, 'no-transforms.ts']],
  )
  const key = `${root} ${left.join(' ')}`
  const known = bundles.get(key) ?? bundle(root, { ...LEFT_OUT, ...Object.fromEntries(left) })
  bundles.set(key, known)
  return known
}

/** Charts come compiled and parsed, so Vega-Lite and Vega's parser stay at home, by what stands in for them in `src/client/interactive`. */
const LEFT_OUT: Readonly<Record<string, string>> = { 'vega-lite': 'no-vega-lite.ts', 'vega-parser': 'no-vega-parser.ts' }

async function bundle(root: string, leftOut: Readonly<Record<string, string>>): Promise<OutputFile> {
  const alias = Object.entries(leftOut).map(([name, file]) => [name, machineFile(`src/client/interactive/${file}`, root)])
  const { files } = await bundleAssets(root, [SCRIPT], { alias: Object.fromEntries(alias) })
  const [script] = files
  if (!script) throw new Error('the script of live charts was not bundled')
  return script
}
