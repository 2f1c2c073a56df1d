import { records } from '../data/records.ts'

/** Bars named by their letters, in the table's order, with every fact as a tooltip. */
export const explorer = {
  labels: { name: 'Letter', family: 'Family', size: 'Size' },
  measures: ['size'],
  filter: 'family',
  spec: {
    width: 400,
    height: 200,
    padding: 0,
    autosize: { type: 'none' as const },
    params: [
      { name: 'order', value: records.map(({ id }) => id) },
      { name: 'measure', value: 'size' },
      { name: 'focus', value: '' },
    ],
    data: { values: records },
    transform: [
      { filter: 'indexof(order, datum.id) >= 0' },
      { calculate: 'datum[measure]', as: 'value' },
      { calculate: "datum.id === focus ? '#c2410c' : '#888888'", as: 'fill' },
    ],
    encoding: { y: { field: 'name', type: 'nominal' as const, axis: null } },
    layer: [
      {
        mark: { type: 'bar' as const, aria: false },
        encoding: {
          x: { field: 'value', type: 'quantitative' as const, axis: null },
          color: { field: 'fill', type: 'nominal' as const, scale: null },
          tooltip: [
            { field: 'name', title: 'Letter', type: 'nominal' as const },
            { field: 'family', title: 'Family', type: 'nominal' as const },
          ],
        },
      },
      {
        mark: { type: 'text' as const, align: 'left' as const, aria: false, x: 0 },
        encoding: { text: { field: 'name', type: 'nominal' as const } },
      },
    ],
  },
}
