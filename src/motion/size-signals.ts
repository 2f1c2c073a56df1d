import type { Spec } from 'vega'
import type { ChartSpec } from '../story/slide-chart.ts'
import { type Part, partsOf } from './parts-of.ts'

/** A size that a compiled chart is built on, in px: of a view, or of a step of a discrete axis. */
export interface SizeSignal {
  name: string
  direction: 'x' | 'y'
  isStep: boolean
  /** Its value in the chart itself. */
  base: number
}

/** A view this small, in px, is a row or a column of one. */
const ONE_STEP = 30

/** Names that Vega-Lite gives them: `width`, `child_height`, `concat_0_x_step`, `yOffset_step`. */
const NAME = /^(?:\w+_)?(?:(?:child)?(width|height)|([xy])(?:Offset)?_step)$/i

/** The sizes of a chart that may be set from outside; a chart that is laid out in px by its author has none. */
export function sizeSignals(chart: ChartSpec, { signals = [], width, height }: Spec): SizeSignal[] {
  const { params } = chart as { params?: readonly { name: string }[] }
  const own = new Set(Array.isArray(params) ? params.map(({ name }) => name) : [])
  const named: [string, unknown][] = [
    ['width', width],
    ['height', height],
    ...signals.map((signal): [string, unknown] => [signal.name, 'value' in signal ? signal.value : undefined]),
  ]
  return named.flatMap(([name, base]) => {
    const [, side, axis] = NAME.exec(name) ?? []
    if (typeof base !== 'number' || own.has(name) || (side ?? axis) === undefined) return []
    const direction = axis === 'x' || /^(?:child)?width$/i.test(side ?? '') ? 'x' : 'y'
    return [{ name, direction, isStep: axis !== undefined || base <= ONE_STEP, base }]
  })
}

/** Vega-Lite writes the step of grouped bars into what it computes of it; as a signal of its own it can be set from outside. */
export function freeSteps({ signals = [], scales = [] }: Spec): void {
  for (const signal of [...signals] as { name: string; update?: string }[]) {
    const [, size, rest] = /^(\d+)( \* bandspace\(.*)$/.exec(signal.update ?? '') ?? []
    if (size === undefined) continue
    const name = signal.name.replace(/_step$/, 'Offset_step')
    signal.update = name + rest
    signals.push({ name, value: Number(size) })
    for (const scale of scales) if (`${scale.name}_step` === name) Object.assign(scale, { range: { step: { signal: name } } })
  }
}

/** Properties of marks whose px say how large something is beside something else. */
const IN_PIXELS = new Set('innerRadius outerRadius radius radius2 fontSize labelFontSize titleFontSize bandSize'.split(' '))
const WIDE_MARKS = new Set(['bar', 'rect', 'image', 'tick'])
/** Channels whose values are px of the view. */
const CHANNELS = new Set(['x', 'y', 'x2', 'y2', 'xOffset', 'yOffset', 'radius', 'radius2', 'theta'])

/** Whether a chart says in px where things are or how large: one view of it cannot get another size than all the rest. */
export function isInPixels(chart: ChartSpec): boolean {
  return [...partsOf(chart)].some((part) =>
    Object.entries(part).some(([property, value]) => {
      if (IN_PIXELS.has(property) && typeof value === 'number' && value > 0) return true
      if (property === 'mark' && isSizedMark(value)) return true
      if (CHANNELS.has(property) && isPixelChannel(value)) return true
      return property === 'projection' && ('scale' in Object(value) || 'translate' in Object(value))
    }),
  )
}

function isSizedMark(mark: unknown): boolean {
  const { type, size, width, height } = Object(mark) as Part
  return WIDE_MARKS.has(String(type)) && [size, width, height].some((each) => typeof each === 'number')
}

function isPixelChannel(channel: unknown): boolean {
  const { value, scale } = Object(channel) as { value?: unknown; scale?: { range?: unknown } | null }
  const isPlace = typeof value === 'number' && value !== 0
  return isPlace || (Array.isArray(scale?.range) && scale.range.some((each) => typeof each === 'number' && each > 1))
}

/** Whether a chart keeps its proportions: they are its author's, or a circle's. A map keeps its own in a view of any. */
export function isProportioned(chart: ChartSpec): boolean {
  return [...partsOf(chart)].some(
    ({ width, height, mark }) =>
      (typeof width === 'number' && typeof height === 'number') || (Object(mark).type ?? mark) === 'arc',
  )
}
