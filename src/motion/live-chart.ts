import { parse, type Signal, type Spec } from 'vega'
import { isStepOf } from '../story/chart-scenes.ts'
import type { Scene } from '../story/deck.ts'
import type { Frame } from '../story/mark.ts'
import { withTimeout } from '../util/with-timeout.ts'
import { FRAME_PARAM } from './animation.ts'
import { openingOf, type SceneOptions } from './compile.ts'
import { type OpenChart, openForFrame } from './open-chart.ts'
import { type Bounds, boundsOf, type Placing, placingOf } from './place-marks.ts'
import { sizeSignals } from './size-signals.ts'
import { walkScene } from './walk.ts'

/** A chart that runs at view time, where its still stands. */
export interface LiveChart {
  /** What it is called. */
  name: string
  frame: Pick<Frame, 'width' | 'height'>
  /** Where Vega's picture stands in the frame, and how much it is enlarged. */
  placing: Placing
  /** What the slide's steps set, one after the other; none where it has one. */
  steps?: readonly Readonly<Record<string, unknown>>[]
  /** As parsed by Vega, expressions as data and not code. */
  runtime: object
  /** Bytes of its pictures by their addresses in the chart. */
  pictures: Readonly<Record<string, string>>
}

/**
 * Makes a step of a scene live: in the size, look and place that its still has in the frame. Mistakes were told when the still was
 * drawn. Undefined for what is no chart.
 */
export function compileLive(scene: Scene, id: string, frame: Frame, options: SceneOptions = {}): LiveChart | undefined {
  return withTimeout(() => {
    const chart = scene.spec(frame)
    const pictures: Record<string, string> = {}
    const files = options.files && {
      ...options.files,
      picture(address: string) {
        const found = options.files?.picture(address)
        if (!found) throw new Error(`found no picture ${address}`)
        pictures[address] = found.href
        return found
      },
    }
    const opening = openingOf(scene, frame, { ...options, ...(files && { files }) })
    const open = openForFrame(chart, frame, { ...opening, report: () => {}, isLive: true })
    const step = scene.steps.find((each) => each.id === id)
    if (!open?.live || !step) return undefined
    const { bounds, initial } = runSteps(open, scene)
    const { times } = open
    const steps = scene.steps.filter((each) => isStepOf(id, each.id)).map((each) => ({ ...initial, ...each.params }))
    const params = { ...initial, ...step.params, ...(times && { [FRAME_PARAM]: step.at ?? times.values.at(-1) }) }
    open.view.run(params)
    walkScene(open.view.root(), { x: 0, y: 0 }, { ...open.walk, chart: id, note: () => {} })
    const sizes = sizeSignals(chart, open.spec).map(({ name }): [string, unknown] => [name, open.view.signal(name)])
    const spec = withValues(open.live.spec, { ...Object.fromEntries(sizes), ...params })
    const placing = placed(open, bounds)
    open.view.finalize()
    return {
      name: step.name,
      frame: { width: frame.width, height: frame.height },
      placing,
      ...(steps.length > 1 && { steps }),
      runtime: parse(spec, open.live.config, { ast: true }) as unknown as object,
      pictures,
    }
  })
}

/** A chart that is drawn for its whole frame stands at its corner. */
function placed({ view, area, isWhole }: OpenChart, bounds: Bounds): Placing {
  if (!area) return { zoom: 1, x: 0, y: 0 }
  const { zoom, x, y } = placingOf(bounds, area, isWhole)
  const origin = view.origin()
  return { zoom, x: x - origin.x * zoom, y: y - origin.y * zoom }
}

/** What all steps cover together, which decides where they stand, and the values that they set in the chart itself. */
function runSteps({ view }: OpenChart, { steps }: Scene): { bounds: Bounds; initial: Record<string, unknown> } {
  const names = new Set(steps.flatMap(({ params }) => Object.keys(params)))
  const initial = Object.fromEntries([...names].map((name) => [name, view.signal(name)]))
  let bounds: Bounds | undefined
  for (const { params } of steps) {
    view.run({ ...initial, ...params })
    bounds = boundsOf(view, bounds)
  }
  return { bounds: bounds ?? boundsOf(view), initial }
}

/** The specification with other values of its signals, sizes among them. */
function withValues(spec: Spec, values: Readonly<Record<string, unknown>>): Spec {
  const signals = (spec.signals ?? []).map((signal): Signal => {
    if (!(signal.name in values)) return signal
    const { init: _, ...rest } = signal as Signal & { init?: unknown }
    return { ...rest, value: values[signal.name] } as Signal
  })
  const sides = Object.fromEntries(
    (['width', 'height'] as const).flatMap((side) => (typeof values[side] === 'number' ? [[side, values[side]]] : [])),
  )
  return { ...spec, ...sides, signals }
}
