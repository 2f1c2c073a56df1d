import { expect, test } from 'vitest'
import { halfOf, rankingMdx } from '../../../src/init/templates/prose.ts'
import { inferred } from '../tell-inferred.ts'

const draftOf = (...values: number[]) =>
  inferred(`Name,Value\n${values.map((value, at) => `${'abcdefgh'[at]},${value}\n`).join('')}`).draft
const side = (...values: number[]) => halfOf(draftOf(...values))

test('a half is told of where one is, and no more than a half', () => {
  expect(side(8, 7, 5, 4, 3, 1)).toBe('below')
  expect(side(8, 7, 5, 4, 3)).toBe('below')
  expect(side(8, 7, 4, 4, 3, 1)).toBeUndefined()
  expect(side(8, 7)).toBeUndefined()
  expect(rankingMdx(draftOf(8, 7))).not.toMatch(/undefined|middle/)
  expect(rankingMdx(draftOf(8, 7, 5))).toContain('amountOf(middle)')
})
