import type { Scene } from 'countdown-story'
import { by, format, records } from '../data/records.ts'
import { words } from '../data/words.ts'

/** On a slide the words stand on the left. */
const leftOf = (frame: string) => (frame === 'wide' ? 480 : 80)

/** Texts by the story's own printer, and numbers and a date by Vega's. */
export const bars: Scene = {
  spec: ({ id, width, height }) => ({
    width: width - leftOf(id) - 20,
    height: height - 300,
    padding: { left: leftOf(id), top: 180, right: 20, bottom: 120 },
    autosize: { type: 'none' },
    config: { view: { stroke: null }, axis: { labelFontSize: 16 }, text: { fontSize: 16 } },
    params: [{ name: 'top', value: 1 }],
    data: { values: records.map((record) => ({ ...record, said: format.billions(record.amount) })) },
    transform: [{ filter: 'datum.rank >= top' }],
    encoding: {
      x: {
        field: 'amount',
        type: 'quantitative',
        scale: { domain: [0, 12e12] },
        axis: {
          title: null,
          values: [0, 6e12, 12e12],
          labelExpr: "format(datum.value / 1e9, ',.1f')",
          domain: false,
          ticks: false,
        },
      },
      y: { field: 'name', type: 'nominal', axis: { title: null }, scale: { domain: records.map(({ name }) => name) } },
      key: { field: 'id' },
    },
    layer: [
      { name: 'record', mark: { type: 'bar', aria: false } },
      { name: 'said', mark: { type: 'text', align: 'left', dx: 6, aria: false }, encoding: { text: { field: 'said' } } },
      {
        name: 'sum',
        transform: [
          { aggregate: [{ op: 'sum', field: 'amount', as: 'sum' }] },
          { calculate: "format(datum.sum / 1e9, ',.1f')", as: 'total' },
          { calculate: "'sum'", as: 'id' },
        ],
        mark: { type: 'text', align: 'left', aria: false },
        encoding: { text: { field: 'total' }, x: { value: 20 }, y: { value: -40 } },
      },
      {
        name: 'day',
        data: { values: [{ id: 'day' }] },
        mark: { type: 'text', align: 'left', aria: false },
        encoding: {
          text: { value: { expr: "timeFormat(datetime(2025, 2, 9), '%A, %-d. %B %Y')" } },
          x: { value: 20 },
          y: { value: -20 },
        },
      },
    ],
  }),
  steps: ['gamma', 'beta', 'alpha'].map((id, index) => ({
    id,
    params: { top: 3 - index },
    name: words.name(format.billions(by[id]?.amount ?? 0)),
  })),
}
