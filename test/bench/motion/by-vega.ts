import { parse, type Spec, View } from 'vega'

type Params = Readonly<Record<string, number>>

/** A chart in the page, moved by setting Vega's signals in every frame. */
export interface VegaStage {
  /** Tweens the parameters to those of a step. */
  show(index: number): Promise<void>
}

/** Draws a chart into a host, as Vega draws for itself: expressions compiled, one synchronous run a frame. */
export function createVegaStage(host: HTMLElement, chart: VegaChart): VegaStage {
  const view = new View(parse(chart.spec), { renderer: chart.renderer, container: host, hover: false }).run()
  let current: Params = chart.steps[0] ?? {}
  return {
    show(index) {
      const from = current
      const to = chart.steps[index] ?? from
      current = to
      return animate(chart.duration, (progress) => {
        for (const [name, value] of Object.entries(to)) view.signal(name, mix(from[name] ?? value, value, progress))
        view.run()
      })
    },
  }
}

/** A chart as the page gets it. */
export interface VegaChart {
  spec: Spec
  renderer: 'svg' | 'canvas'
  steps: readonly Params[]
  /** Of a move, in ms. */
  duration: number
}

function mix(from: number, to: number, progress: number): number {
  return from + (to - from) * progress
}

/** Runs `draw` with 0…1, eased, once a frame. */
function animate(duration: number, draw: (progress: number) => void): Promise<void> {
  return new Promise((resolve) => {
    let start: number | undefined
    const frame = (now: number) => {
      start ??= now
      const time = Math.min((now - start) / duration, 1)
      draw(time < 0.5 ? 4 * time ** 3 : 1 - (2 - 2 * time) ** 3 / 2)
      if (time < 1) requestAnimationFrame(frame)
      else resolve()
    }
    requestAnimationFrame(frame)
  })
}
