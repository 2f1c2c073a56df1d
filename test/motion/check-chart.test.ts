import { expect, test } from 'vitest'
import { checkChart } from '../../src/motion/check-chart.ts'
import { chart, x, y } from './fixtures/charts.ts'

const bars = { name: 'tree', mark: 'bar', encoding: { x, y, key: { field: 'id' } } }

test('a chart with marks of every kind of notation has nothing wrong', () => {
  expect(checkChart(chart([bars, { ...bars, name: 'b', mark: { type: 'text', text: 'now (and then)' } }]))).toEqual([])
})

test('a misspelt mark is told with the nearest one, and the clock wherever it stands', () => {
  expect(checkChart(chart([{ ...bars, mark: { type: 'lien' } as never }]))[0]).toMatch(
    /^unknown mark `lien`; did you mean `line`\?/,
  )
  expect(checkChart(chart([bars], { transform: [{ calculate: 'now() - datum.height', as: 'age' }] }))).toEqual([
    'found the clock in `now() - datum.height`, expected the data alone: the same chart is drawn tomorrow',
  ])
})

test('a chart says what it draws, and of what type', () => {
  expect(checkChart({ data: { values: [] }, encoding: {} } as never)).toEqual([
    expect.stringMatching(/^found no `mark`, expected one such/),
  ])
  const typed = (type: string) => checkChart(chart([{ ...bars, encoding: { x: { field: 'id', type } } } as never]))
  expect([typed('nominl')[0], typed('Q')]).toEqual([expect.stringMatching(/^unknown type `nominl`; did you mean `nominal`/), []])
})

test('what a chart makes by itself has a limit, which no chart that can be read comes near', () => {
  const made = (extra: object) => checkChart(chart([bars], extra))
  const limit = 'expected at most 100000: a chart cannot show more'
  expect(made({ data: { sequence: { start: 0, stop: 1, step: 0 } } })).toEqual([`found endless values at \`sequence\`, ${limit}`])
  expect(made({ transform: [{ quantile: 'height', step: 1e-7 }] })).toEqual([`found 10000000 values at \`quantile\`, ${limit}`])
  expect(made({ data: { sequence: { start: 0, stop: 100 } }, transform: [{ density: 'height', steps: 200 }] })).toEqual([])
})
