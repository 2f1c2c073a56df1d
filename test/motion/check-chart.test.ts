import { expect, test } from 'vitest'
import { checkChart } from '../../src/motion/check-chart.ts'
import { chart, x, y } from './fixtures/charts.ts'

const bars = { name: 'tree', mark: 'bar', encoding: { x, y, key: { field: 'id' } } }
const withRows = (...values: object[]) => checkChart(chart([bars], { data: { values } }))

test('a chart with marks of every kind of notation has nothing wrong', () => {
  expect(checkChart(chart([bars, { ...bars, name: 'b', mark: { type: 'text', text: 'now (and then)' } }]))).toEqual([])
})

test('a missing figure is null; anything else that is no number is told with its row', () => {
  expect(withRows({ id: 'oak', height: 40 }, { id: 'elm', height: null })).toEqual([])
  expect(withRows({ id: 'oak', height: Number.NaN }, { id: 'elm', height: 'tall' })).toEqual([
    'row 1: found height = `NaN`, expected a number, or null where there is none',
    'row 2: found height = `tall`, expected a number, or null where there is none',
  ])
})

test('a figure written as text is a figure, and a name may be any text', () => {
  expect(withRows({ id: 'NaN', name: 'Infinity', height: '40' })).toEqual([])
})

test('a misspelt mark is told with the nearest one, and the clock wherever it stands', () => {
  expect(checkChart(chart([{ ...bars, mark: { type: 'lien' } as never }]))[0]).toMatch(
    /^unknown mark `lien`; did you mean `line`\?/,
  )
  expect(checkChart(chart([bars], { transform: [{ calculate: 'now() - datum.height', as: 'age' }] }))).toEqual([
    'found the clock in `now() - datum.height`, expected the data alone: the same chart is drawn tomorrow',
  ])
})

test('what a chart makes by itself has a limit, which no chart that can be read comes near', () => {
  const made = (extra: object) => checkChart(chart([bars], extra))
  const limit = 'expected at most 100000: a chart cannot show more'
  expect(made({ data: { sequence: { start: 0, stop: 1e9 } } })).toEqual([`found 1000000000 values at \`sequence\`, ${limit}`])
  expect(made({ data: { sequence: { start: 0, stop: 1, step: 0 } } })).toEqual([`found endless values at \`sequence\`, ${limit}`])
  expect(made({ data: { graticule: { step: [1e-6, 1e-6] } } })[0]).toMatch(/values at `graticule`/)
  expect(made({ transform: [{ density: 'height', steps: 1e6 }] })).toEqual([`found 1000000 values at \`steps\`, ${limit}`])
  expect(made({ transform: [{ quantile: 'height', step: 1e-7 }] })).toEqual([`found 10000000 values at \`quantile\`, ${limit}`])
  const keyvals = { start: 0, stop: 1e7 }
  expect(made({ transform: [{ impute: 'height', key: 'id', keyvals }] })[0]).toMatch(/^found 10000000 values at `keyvals`/)
  const binned = chart([{ ...bars, encoding: { ...bars.encoding, x: { ...x, bin: { step: 1e-5 } } } } as never], {
    data: { values: [{ [String((x as { field?: string }).field)]: 40 }] },
  })
  expect(checkChart(binned)).toEqual([`found 4000000 values at \`bin\`, ${limit}`])
  expect(made({ data: { sequence: { start: 0, stop: 100 } }, transform: [{ density: 'height', steps: 200 }] })).toEqual([])
})
