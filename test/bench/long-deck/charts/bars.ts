import type { Scene } from 'countdown-story'
import { largest, records } from '../data/records.ts'

/** The records on the chart at once: those told last. With all of them the marks would grow with the square of the records. */
const AT_ONCE = 40

/** A window over the ranked bars that moves on by one at each step. */
export const bars: Scene = {
  spec: ({ width, height }) => ({
    width: width - 20,
    height: height - 20,
    padding: 10,
    autosize: { type: 'none' },
    config: { view: { stroke: null } },
    params: [{ name: 'told', value: 1 }],
    data: { values: records },
    transform: [
      { filter: `datum.rank >= told && datum.rank < told + ${AT_ONCE}` },
      { calculate: 'datum.rank - told', as: 'place' },
      { calculate: 'datum.place + 0.8', as: 'end' },
    ],
    name: 'record',
    mark: { type: 'rect', aria: false },
    encoding: {
      x: { field: 'place', type: 'quantitative', axis: null, scale: { domain: [AT_ONCE, 0] } },
      x2: { field: 'end' },
      y: { field: 'size', type: 'quantitative', axis: null, scale: { type: 'sqrt', domain: [0, largest] } },
      y2: { datum: 0 },
      key: { field: 'id' },
    },
  }),
  steps: records.map(({ id, rank, name }) => ({ id, params: { told: rank }, name: `Bars of the sizes: ${name} is the last` })),
}
