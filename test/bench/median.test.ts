import { expect, test } from 'vitest'
import { median } from './median.ts'

test('the middle of an odd count, whatever the order', () => {
  expect(median([9, 1, 100])).toBe(9)
})

test('between the two middle ones of an even count', () => {
  expect(median([4, 1, 2, 100])).toBe(3)
})

test('nothing has no middle', () => {
  expect(median([])).toBeNaN()
})
