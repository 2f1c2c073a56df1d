import type { Scene } from 'countdown-story'
import { records } from '../data/records.ts'

/** On a slide the text stands beside it, and the headline above. */
const leftOf = (width: number) => (width > 1000 ? 430 : 20)

export const bars: Scene = {
  spec: ({ width, height }) => ({
    width: width - leftOf(width) - 20,
    height: height - leftOf(width) / 2 - 20,
    padding: { left: leftOf(width), top: leftOf(width) / 2, right: 20, bottom: 20 },
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
