import type { Scene } from 'countdown-story'
import { records } from '../data/records.ts'

/** Bars with their names, down to the rank that a step sets. */
export const bars: Scene = {
  spec: ({ width, height }) => ({
    width: width - 20,
    height: height - 20,
    padding: 10,
    autosize: { type: 'none' },
    config: { view: { stroke: null } },
    params: [{ name: 'top', value: 1 }],
    data: { values: records },
    transform: [{ filter: 'datum.rank >= top' }],
    encoding: {
      y: { field: 'name', type: 'nominal', axis: null, scale: { domain: records.map(({ name }) => name) } },
      key: { field: 'id' },
    },
    layer: [
      {
        name: 'record',
        mark: { type: 'bar', aria: false },
        encoding: { x: { field: 'size', type: 'quantitative', axis: null, scale: { domain: [0, 10] } } },
      },
      { name: 'label', mark: { type: 'text', align: 'left', aria: false, x: 0 }, encoding: { text: { field: 'name' } } },
    ],
  }),
  steps: records.map(({ id, rank, name }) => ({ id, params: { top: rank }, name: `Bar chart of the letters down to ${name}` })),
}
