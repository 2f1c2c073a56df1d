import { expect, test } from 'vitest'
import { extentOf } from '../../src/util/extent.ts'

test('the least and the largest, of however many', () => {
  expect(extentOf([3, -1, 2])).toEqual([-1, 3])
  expect(extentOf(Array.from({ length: 300_000 }, (_, index) => index))).toEqual([0, 299_999])
  expect(extentOf([])).toEqual([Infinity, -Infinity])
})
