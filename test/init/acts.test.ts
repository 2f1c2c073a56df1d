import { expect, test } from 'vitest'
import { actsOf } from '../../src/init/acts.ts'
import { randomFrom } from '../random.ts'

const spans = (values: readonly number[], follows = true) => actsOf(values, follows).map(({ from, to }) => `${from}-${to}`)

test.each([
  ['a few are one act', [1, 5, 9, 20, 21], ['5-1']],
  ['acts break where the values do', [1, 2, 3, 40, 41, 42, 43, 44, 45, 46], ['10-8', '7-1']],
  ['falling values, too', [46, 45, 44, 43, 42, 41, 40, 3, 2, 1], ['10-4', '3-1']],
  ['the largest stands alone where it is far away', [1, 2, 3, 40, 41, 42, 43, 44, 45, 500], ['10-8', '7-1']],
  [
    'the smallest does not',
    [1, ...Array.from({ length: 12 }, (_, index) => 500 + index), ...Array.from({ length: 12 }, (_, index) => 900 + index)],
    ['25-19', '18-13', '12-1'],
  ],
  [
    'a few are told with those that are nearer, before them',
    [10, 11, 12, 13, 14, 20, 21, 100, 101, 102, 103, 104, 105, 106, 107],
    ['15-9', '8-5', '4-1'],
  ],
  ['or after them', [10, 11, 12, 13, 14, 90, 91, 100, 101, 102, 103, 104, 105, 106, 107], ['15-11', '10-5', '4-1']],
  ['values of many sizes are parted by them', [1, 2, 3, 10, 20, 30, 100, 200, 300, 1000, 2000, 3000], ['12-9', '8-4', '3-1']],
  ['equal values are one act', [5, 5, 5, 5, 5, 5, 5], ['7-1']],
])('%s', (_, values, expected) => expect(spans(values)).toEqual(expected))

test('values that do not go along the order make acts of one size', () => {
  expect(spans([5, 1, 9, 2, 8, 3, 7, 4, 6, 0, 11, 12], false)).toEqual(['12-9', '8-5', '4-1'])
})

test.each([
  [5, 1],
  [6, 2],
  [11, 2],
  [12, 3],
  [59, 3],
  [60, 4],
  [399, 4],
  [400, 5],
])('%d records make %d acts', (count, acts) =>
  expect(
    actsOf(
      Array.from({ length: count }, () => 1),
      false,
    ),
  ).toHaveLength(acts),
)

test('every act of any list has three records at least, and every record is in one', () => {
  const random = randomFrom(3)
  for (let count = 3; count <= 130; count++) {
    const values = Array.from({ length: count }, () => Math.round(random() ** 6 * 1e6)).sort((a, b) => a - b)
    const acts = actsOf(values, true)
    expect(acts.map(({ from, to }) => from - to + 1).reduce((sum, size) => sum + size, 0)).toBe(count)
    expect(acts.every(({ from, to }) => from - to >= 2)).toBe(true)
    expect(acts.slice(1).map(({ from }) => from)).toEqual(acts.slice(0, -1).map(({ to }) => to - 1))
  }
})
