import { join } from 'node:path'
import { build } from 'esbuild'
import type { Page } from 'puppeteer-core/internal/puppeteer-core-browser.js'
import { compileScene } from '../../../src/motion/compile.ts'
import { encodeTrack } from '../../../src/motion/track/encode-track.ts'
import { toVega } from '../../../src/motion/vegaSpec.ts'
import { frames } from '../../../src/story/frames.ts'
import type { VegaChart } from '../motion/by-vega.ts'
import { type Bar, DURATION, ladder } from '../motion/ladder.ts'
import { type Cost, measureMoves } from '../motion/measure-moves.ts'
import { type OpenDist, openDist } from '../open-dist.ts'
import type { Part, Row } from '../part.ts'

/** How many times slower the processor is made. */
const THROTTLES = [1, 4]

/** Something that moves: a page, the function that makes a move, and its arguments. */
interface Mover {
  what: string
  page: Page
  move: string
  moves: readonly (string | number)[]
}

/** Script time and frames a second while stepping through all records, next to the same chart tweened by Vega's signals. */
export const motion: Part = {
  name: 'motion',
  async *run(tools) {
    const dist = await openDist(await tools.dist())
    try {
      const deck = await openTheDeck(dist)
      const movers = [deck, ...(await openLadders(dist, tools.root, await readBars(deck.page)))]
      for (const throttle of THROTTLES) {
        const rows: Row[] = []
        for (const mover of movers) rows.push(...describe(mover.what, await measure(mover, throttle), throttle))
        yield {
          title: `Motion at ${throttle === 1 ? 'full speed' : `${throttle}× CPU throttle`} (headless, no GPU, 60 Hz)`,
          rows,
        }
      }
    } finally {
      await dist.close()
    }
  },
}

async function openTheDeck(dist: OpenDist): Promise<Mover> {
  const page = await dist.open('index.html')
  const moves = await page.$$eval('.slides > [data-rank]', (slides) => slides.map(({ id }) => id))
  await page.evaluate((id) => window.countdown.goTo(id), moves[0] ?? '')
  return { what: `the deck, ${moves.length} records`, page, move: '(id) => window.countdown.goTo(id)', moves }
}

/** The deck's records, smallest first, with values that grow as those of a ranked table do. */
function readBars(page: Page): Promise<Bar[]> {
  return page.$$eval('.slides > [data-rank]', (slides) =>
    slides.map(({ id }, index) => ({ id, name: `#${slides.length - index}`, value: (index + 1) ** 2 })),
  )
}

/** One chart, moved by the compiled keyframes and by Vega. */
async function openLadders(dist: OpenDist, root: string, bars: readonly Bar[]): Promise<Mover[]> {
  const scene = ladder(bars)
  const { states, diagnostics } = compileScene('ladder', scene, frames.wide)
  const vega = toVega(scene.spec(frames.wide), { report: () => {} })
  if (diagnostics.length > 0 || !vega) throw new Error(`the chart of the benchmark is wrong: ${diagnostics[0]?.message}`)
  const track = encodeTrack({ frame: frames.wide, states: [...states.values()] })
  const script = await bundle(root)
  const steps = scene.steps.map(({ params }) => params as Record<string, number>)
  const open = async (what: string, create: string, data: unknown): Promise<Mover> => {
    const page = await dist.open()
    await page.setContent(
      '<!doctype html><title>ladder</title><style>svg { width: 1280px; height: 720px }</style><div id="host"></div>',
    )
    await page.evaluate(`${script};window.stage = bench.${create}(document.querySelector('#host'), ${JSON.stringify(data)})`)
    const move = `async (index) => { await stage.show(index); await stage.settled?.() }`
    await page.evaluate(`stage.show(0)`)
    return { what, page, move, moves: steps.map((_, index) => index) }
  }
  const chart = (renderer: VegaChart['renderer']): VegaChart => ({ spec: vega.spec, renderer, steps, duration: DURATION })
  return [
    await open('a ladder, compiled', 'createStage', track),
    await open('the same by Vega signals, SVG', 'createVegaStage', chart('svg')),
    await open('the same by Vega signals, canvas', 'createVegaStage', chart('canvas')),
  ]
}

async function bundle(root: string): Promise<string> {
  const contents = `export * from './src/client/player/player.ts'; export * from './test/bench/motion/by-vega.ts'`
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: root, loader: 'ts' },
    absWorkingDir: root,
    bundle: true,
    minify: true,
    write: false,
    format: 'iife',
    globalName: 'bench',
    outdir: join(root, 'out'),
  })
  return `${outputFiles[0]?.text ?? ''};window.bench = bench`
}

async function measure({ page, move, moves }: Mover, throttle: number): Promise<Cost> {
  await page.bringToFront()
  await page.emulateCPUThrottling(throttle)
  const cost = await measureMoves(page, move, moves.slice(1))
  await page.emulateCPUThrottling(null)
  return cost
}

function describe(what: string, { script, work, fps, slowFps }: Cost, throttle: number): Row[] {
  const isOurs = !what.includes('Vega')
  const note = `${work.toFixed(2)} ms with style and layout`
  return [
    { what: `${what}: script a frame`, found: script, unit: 'ms', ...(isOurs && throttle === 1 && { most: 2 }), note },
    {
      what: '  frames a second',
      found: fps,
      unit: 'fps',
      ...(isOurs && throttle === 4 && { least: 50 }),
      note: `slowest ${slowFps.toFixed(0)}`,
    },
  ]
}
