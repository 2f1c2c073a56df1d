import { records } from '../data/records.ts'

/** Bars named by their letters, of the family that is chosen, with every fact as a tooltip. */
export const explorer = {
  params: [
    {
      name: 'picked',
      value: records[0]?.name,
      bind: { input: 'select', name: 'Letter', options: records.map(({ name }) => name) },
    },
  ],
  data: { values: records },
  mark: 'bar',
  encoding: {
    y: { field: 'name', type: 'nominal', axis: { labelLimit: 0 } },
    x: { field: 'size', type: 'quantitative' },
    color: { condition: { test: 'datum.name === picked', value: '#c2410c' }, value: '#888888' },
    tooltip: [
      { field: 'name', title: 'Letter', type: 'nominal' },
      { field: 'family', title: 'Family', type: 'nominal' },
    ],
  },
}
