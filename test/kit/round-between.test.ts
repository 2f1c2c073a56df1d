import { expect, test } from 'vitest'
import { roundBetween } from '../../src/kit/round-between.ts'

test.each([
  [8, 12, 10],
  [1.6, 2.1, 2],
  [0.198, 0.201, 0.2],
  [900, 7_400, 5_000],
  [49, 50, 50],
  [50, 53, undefined],
  [0.03, 1, 1],
  [0.03, 1000, 1000],
  [21, 49, undefined],
  [0, 3, 2],
  [-5, -1, undefined],
  [7, 7, undefined],
])('on the way from %d to %d, %d is reached', (low, high, round) => expect(roundBetween(low, high)).toBe(round))
