import type { Scene } from '../../../src/story/deck.ts'

/** A row of the chart that is moved two ways. */
export interface Bar {
  id: string
  name: string
  value: number
}

/** How long each move takes in ms, as in a talk. */
export const DURATION = 650

/** Bars that each step adds: all of them one by one would take half a minute. */
const AT_ONCE = 3

/**
 * A ladder of ranked bars with names, values and an axis that grows at every step, so that every mark moves in every frame.
 * All its parameters are numbers: Vega can tween them by its signals, and the same steps can be compiled.
 */
export function ladder(bars: readonly Bar[]): Scene {
  const params = (told: number) => ({ told, top: 1.1 * (bars[told - 1]?.value ?? 1), slots: Math.max(told, 10) })
  return {
    spec: ({ width, height }) => ({
      width: width - 80,
      height: height - 80,
      padding: 40,
      autosize: { type: 'none' },
      config: { view: { stroke: null }, aria: false },
      params: Object.entries(params(1)).map(([name, value]) => ({ name, value })),
      data: { values: bars.map((bar, index) => ({ ...bar, index })) },
      transform: [
        { calculate: 'clamp(told - datum.index, 0, 1)', as: 'shown' },
        { calculate: 'datum.value * datum.shown', as: 'height' },
        { calculate: 'datum.index + 0.8', as: 'right' },
        { calculate: 'datum.index + 0.4', as: 'middle' },
      ],
      encoding: {
        key: { field: 'id' },
        y: { field: 'height', type: 'quantitative', title: null, scale: { domain: [0, { expr: 'top' }], nice: false } },
      },
      layer: [
        {
          name: 'record',
          mark: { type: 'rect', fill: { expr: `datum.index >= told - ${AT_ONCE} ? '#c00' : '#888'` } },
          encoding: {
            x: { field: 'index', type: 'quantitative', axis: null, scale: { domain: [0, { expr: 'slots' }], nice: false } },
            x2: { field: 'right' },
            y2: { datum: 0 },
          },
        },
        text('value', 'middle', "format(datum.height, '.3s')", -4),
        text('name', 'middle', 'datum.name', -18),
      ],
    }),
    steps: bars
      .map((_, index) => index + 1)
      .filter((told) => told % AT_ONCE === 0)
      .map((told) => ({ id: `${told}`, params: params(told), name: `${told} bars`, duration: DURATION })),
  }
}

function text(name: string, x: string, expression: string, dy: number) {
  return {
    name,
    mark: { type: 'text', dy, fontSize: 11, text: { expr: expression }, opacity: { expr: 'datum.shown' } },
    encoding: { x: { field: x, type: 'quantitative' } },
  } as const
}
