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
    data: { url: 'https://example.com/letters.csv' },
    transform: [{ filter: 'datum.rank >= top' }],
    name: 'record',
    mark: { type: 'bar', aria: false },
    encoding: {
      x: { field: 'size', type: 'quantitative', axis: null, scale: { domain: [0, 10] } },
      y: { field: 'name', type: 'nominal', axis: null, scale: { domain: records.map(({ name }) => name) } },
      key: { field: 'id' },
    },
  }),
  steps: ['gamma', 'beta', 'door', 'alpha'].map((id, index) => ({
    id,
    params: { top: 3 - Math.min(index, 2) },
    name: `Bar chart of the letters down to ${id}`,
  })),
}
