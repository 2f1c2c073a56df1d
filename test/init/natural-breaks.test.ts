import { expect, test } from 'vitest'
import { naturalBreaks } from '../../src/init/natural-breaks.ts'

test.each([
  ['clusters', [1, 2, 1.5, 10, 11, 10.5, 30], 3, [3, 3, 1]],
  ['orders of magnitude', [1, 2, 3, 10, 20, 30, 100, 200, 300], 3, [3, 3, 3]],
  ['falling values', [30, 11, 10, 2, 1], 3, [1, 2, 2]],
  ['values on both sides of zero', [-9, -8, 0, 0.5, 9], 3, [2, 2, 1]],
  ['equal values stay together', [1, 1, 1, 1, 9], 3, [4, 1]],
  ['one value', [5], 3, [1]],
])('%s', (_, values, classes, sizes) =>
  expect(
    naturalBreaks(
      values.toSorted((a, b) => (values[0] === 30 ? b - a : a - b)),
      classes,
    ),
  ).toEqual(sizes),
)

test('thousands of values take no time to speak of, and every one is in a class', () => {
  const values = Array.from({ length: 20_000 }, (_, index) => index ** 2)
  const start = process.cpuUsage().user
  const sizes = naturalBreaks(values, 5)
  expect(sizes).toHaveLength(5)
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(values.length)
  expect(process.cpuUsage(undefined).user - start).toBeLessThan(2_000_000)
})
