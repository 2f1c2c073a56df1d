import type { Scene } from 'countdown-story'
import { records } from '../data/records.ts'

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
    name: 'record',
    mark: { type: 'bar', aria: false },
    encoding: {
      x: { field: 'size', type: 'quantitative', axis: null, scale: { domain: [0, 10] } },
      y: { field: 'name', type: 'nominal', axis: null, scale: { domain: records.map(({ name }) => name) } },
      key: { field: 'id' },
    },
  }),
  steps: ['gamma', 'beta', 'alpha'].map((id, index) => ({
    id,
    params: { top: 3 - index },
    name: `Bar chart of the letters down to ${id}`,
  })),
}
