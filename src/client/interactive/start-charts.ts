import type { LiveChart } from '../../motion/live-chart.ts'
import { make } from '../ui/dom.ts'
import type { Entry } from '../ui/entries.ts'
import { idle, rest } from '../ui/idle.ts'
import { loadScript } from '../ui/load-script.ts'
import { type ChartFiles, type ChartsData, type DrawChart, type DrawnChart, keyOf } from './charts-data.ts'

/** Charts are asked for from this many steps away. */
const NEAR = 2

/** Where the page shows its charts. */
export interface ChartsPage {
  /** The element of a slide. */
  slideOf(id: string): HTMLElement | null
  /** Whose `<svg>` is the still on the stage, and what a live chart on it is put into. */
  stage: HTMLElement | null
  layerIn(slide: HTMLElement, stage: HTMLElement): HTMLElement
  /** Resolves when nothing moves any more. */
  settled(): Promise<void>
}

/**
 * Charts that come alive in the place of their stills. It takes a phone a while to make one, so it waits until nobody scrolls and
 * nothing moves. Without its script the still stays.
 */
export function startCharts(entries: readonly Entry[], page: ChartsPage) {
  let [current, step] = [0, 0]
  let draw: Promise<DrawChart> | undefined
  let charts: readonly OneChart[] = []
  if (page.stage) {
    new ResizeObserver(() => tell()).observe(page.stage)
    // The stage is drawn later, and anew for another size.
    new MutationObserver(() => tell()).observe(page.stage, { childList: true, attributeFilter: ['data-size'] })
  }

  const tell = () => {
    for (const chart of charts) chart.shown(current, step)
  }
  const renew = () => {
    for (const chart of charts) chart.dispose()
    const json = document.querySelector<HTMLElement>('#interactive-charts')?.dataset.interactive
    if (json === undefined) return
    const data = JSON.parse(json) as ChartsData
    const drawing = () => (draw ??= loadDraw(data.script))
    charts = data.charts.map((files) => {
      const home = entries.findIndex(({ id }) => id === files.slide)
      return createChart(files, { home, page, drawing, keys: data.keys, current: () => current })
    })
    tell()
  }
  renew()
  return {
    /** Hears of each slide, and of each step of its chart. */
    shown(index: number, own = 0) {
      current = index
      step = own
      tell()
    },
    renew,
  }
}

async function loadDraw(script: string): Promise<DrawChart> {
  await loadScript(script)
  const draw = window.countdownDrawChart
  delete window.countdownDrawChart
  if (!draw) throw new Error(`${script} left nothing`)
  return draw
}

interface OneChart {
  shown(index: number, step: number): void
  dispose(): void
}

interface Surroundings {
  home: number
  page: ChartsPage
  keys: string
  drawing(): Promise<DrawChart>
  current(): number
}

/** A chart as it is drawn: for the frame of the still that it stands in the place of. */
interface Drawn extends DrawnChart {
  src: string
  layer: HTMLElement
  frame: LiveChart['frame']
}

function createChart(files: ChartFiles, { home, page, keys, drawing, current }: Surroundings): OneChart {
  const isOnStage = files.inline === undefined
  let drawn: Drawn | undefined
  let asked = ''
  let at = 0
  let isFailed = false

  const place = () => placeOf(files, page)
  const isNear = () => Math.abs(current() - home) <= NEAR
  const isShown = () => !isOnStage || current() === home

  async function ask(): Promise<void> {
    const src = place()?.src
    if (!src || src === asked || isFailed) return
    asked = src
    // The page may hear of its first step before it has all its parts.
    await idle(1000)
    await rest(page.settled)
    const found = place()
    if (!isNear() || found?.src !== src) {
      asked = ''
      return
    }
    try {
      const [chart, draw] = [await loadChart(src, keyOf(files, found.frame)), await drawing()]
      clear()
      const layer = make('div', 'live-layer')
      layer.style.width = `${chart.frame.width}px`
      layer.style.height = `${chart.frame.height}px`
      found.parent.append(layer)
      // Vega empties what it is given for inputs.
      const inputs = found.inputs ?? make('div')
      // It is seen when it is as its step has it.
      layer.hidden = true
      drawn = { src, layer, frame: chart.frame, ...(await draw(chart, layer, inputs, keys)) }
      await update()
    } catch {
      isFailed = true
      clear()
      found.parent.querySelector(':scope > .live-layer')?.remove()
    }
  }

  /** It is seen where its still stands, and as large. */
  async function update(): Promise<void> {
    await drawn?.show(at)
    const found = place()
    const isAlive = drawn !== undefined && found?.src === drawn.src && isShown()
    if (drawn) drawn.layer.hidden = !isAlive
    if (found && (isOnStage ? current() === home : true)) found.still.toggleAttribute('data-alive', isAlive)
    if (drawn && found && isAlive) lay(drawn, found)
  }

  function clear(): void {
    drawn?.finalize()
    drawn?.layer.remove()
    place()?.inputs?.replaceChildren()
    place()?.still.removeAttribute('data-alive')
    drawn = undefined
  }

  return {
    shown(index, step) {
      const isNext = index === home && step !== at
      if (index === home) at = step
      if (isOnStage && (index !== home || isNext) && drawn) {
        drawn.layer.hidden = true
        // The next step starts from the still; whichever chart is alive there says so itself.
        if (!drawn.layer.isConnected) [drawn, asked] = [undefined, '']
        page.stage?.querySelector(':scope > svg')?.removeAttribute('data-alive')
      }
      if (!isNear()) return
      void ask()
      if (drawn) void idle(1000).then(() => rest(page.settled).then(update))
    },
    dispose: clear,
  }
}

interface Place {
  parent: HTMLElement
  still: SVGSVGElement
  inputs: HTMLElement | null
  frame: string
  src: string
}

/** Undefined while there is no still that it could take the place of. */
function placeOf({ slide, inline, files }: ChartFiles, { slideOf, stage, layerIn }: ChartsPage): Place | undefined {
  const section = slideOf(slide)
  const host = inline === undefined ? stage : section?.querySelectorAll<HTMLElement>('.chart')[inline]
  const still = host?.querySelector<SVGSVGElement>(':scope > svg')
  if (!section || !host || !still || still.getBoundingClientRect().width === 0) return undefined
  const parent = inline === undefined ? layerIn(section, host) : host
  if (parent.getBoundingClientRect().width === 0) return undefined
  const frame = Object.keys(files).find((id) => id === host.dataset.size) ?? Object.keys(files)[0] ?? ''
  const inputs = inline === undefined ? section.querySelector<HTMLElement>('.chart-controls') : controlsBefore(host)
  return { parent, still, inputs, frame, src: files[frame] ?? '' }
}

function controlsBefore(chart: HTMLElement): HTMLElement | null {
  const before = chart.previousElementSibling
  return before instanceof HTMLElement && before.classList.contains('chart-controls') ? before : null
}

/** Upon its still, in whatever its parent is scaled by. */
function lay({ layer, frame }: Drawn, { parent, still }: Place): void {
  const matrix = still.getScreenCTM()
  const box = parent.getBoundingClientRect()
  const scale = box.width / parent.offsetWidth
  if (!matrix || !scale) return
  layer.style.translate = `${(matrix.e - box.left) / scale}px ${(matrix.f - box.top) / scale}px`
  layer.style.scale = String(matrix.a / scale)
  layer.style.height = `${frame.height}px`
}

async function loadChart(src: string, key: string): Promise<LiveChart> {
  await loadScript(src)
  const chart = window.countdownCharts?.[key]
  if (!chart) throw new Error(`${src} left nothing`)
  return chart
}
