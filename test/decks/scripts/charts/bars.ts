import type { Scene } from 'countdown-story'
import { by, records } from '../data/records.ts'

/** On a slide the words stand on the left. */
const leftOf = (frame: string) => (frame === 'wide' ? 640 : 200)

/** Names at the axis and, in bold, at the end of each bar. */
export const bars: Scene = {
  spec: ({ id, width, height }) => ({
    width: width - leftOf(id) - 20,
    height: height - 240,
    padding: { left: leftOf(id), top: 120, right: 20, bottom: 120 },
    autosize: { type: 'none' },
    config: { view: { stroke: null }, axis: { labelFontSize: 16, labelLimit: 0 }, text: { fontSize: 16 } },
    params: [{ name: 'top', value: 1 }],
    data: { values: records },
    transform: [{ filter: 'datum.rank >= top' }],
    encoding: {
      x: { field: 'size', type: 'quantitative', scale: { domain: [0, 60] }, axis: null },
      y: { field: 'name', type: 'nominal', axis: { title: null }, scale: { domain: records.map(({ name }) => name) } },
      key: { field: 'id' },
    },
    layer: [
      { name: 'record', mark: { type: 'bar', aria: false } },
      {
        name: 'named',
        mark: { type: 'text', align: 'left', dx: 6, fontWeight: 600, aria: false },
        encoding: { text: { field: 'name' } },
      },
    ],
  }),
  steps: records.map(({ id, rank }) => ({ id, params: { top: rank }, name: `Bars of sizes down to ${by[id]?.name}` })),
}
