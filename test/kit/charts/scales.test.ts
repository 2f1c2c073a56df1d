import { expect, test } from 'vitest'
import { marksOf, ticks } from '../../../src/kit/charts/scales.ts'

test.each([
  [0, 8849, 4, [0, 5000]],
  [0, 100, 4, [0, 50, 100]],
  [0, 10, 5, [0, 2, 4, 6, 8, 10]],
  [-0.6, 1.2, 4, [-0.5, 0, 0.5, 1]],
  [0, 0.3, 3, [0, 0.1, 0.2, 0.3]],
  [0, 3e-7, 3, [0, 1e-7, 2e-7, 3e-7]],
  [5, 5, 4, [5]],
])('from %d to %d at most %d steps: %j', (low, high, most, expected) => expect(ticks(low, high, most)).toEqual(expected))

test('marks by magnitude are as far apart as each other', () => {
  expect(marksOf('log', { low: 0.0005, high: 600_000 }, 4)).toEqual([0.001, 1, 1000])
  expect(marksOf('log', { low: 3, high: 900 }, 4)).toEqual([10, 100])
  expect(marksOf('log', { low: 2, high: 9 }, 4)).toEqual([2, 4, 6, 8])
})
