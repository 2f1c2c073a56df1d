import { expect, test } from 'vitest'
import { typedFigures } from '../../src/mdx/typed-figures.ts'

test.each([
  ['It cost $5 billion', ['$5']],
  ['12 % of it, 12% again', ['12 %', '12%']],
  ['€1,234.5 and 7 €', ['€1,234.5', '7 €']],
  ['4.8× as much', ['4.8×']],
  ['#17 of 43', ['#17', '43']],
  ['in 2023, or 1975.', []],
  ['24/7 Wall St. and CO2', []],
  ['no figure at all', []],
])('%s', (text, figures) => {
  expect(typedFigures(text).map(({ figure }) => figure)).toEqual(figures)
})

test('says where a figure stands', () => {
  expect(typedFigures('It cost $5')).toEqual([{ figure: '$5', offset: 8 }])
})
