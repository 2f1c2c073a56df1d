import { expect, test } from 'vitest'
import { paceAt, plannedWeights, weightsOf } from '../../../src/client/speaker/pace.ts'

const acts = ['a', 'a', 'b', 'b']
const talk = { target: 60_000, weights: weightsOf([100, 100, 100, 300]), acts }

test('an act should be over when what is said of its slides has been said', () => {
  // Of each slide half of what is said of the average one is added, since it is looked at.
  expect(paceAt({ ...talk, elapsed: 0, current: 0 }).actEnd).toBeCloseTo((60_000 * 350) / 900)
  expect(paceAt({ ...talk, elapsed: 0, current: 3 }).actEnd).toBe(60_000)
})

test('without notes every slide takes as long', () => {
  expect(paceAt({ ...talk, weights: weightsOf([0, 0, 0, 0]), elapsed: 0, current: 1 }).actEnd).toBe(30_000)
})

test.each([
  ['in time while the slide is on', 14_000, 1, 0],
  ['late after that', 25_000, 1, 25_000 - (60_000 * 350) / 900],
  ['early before its slide was due', 10_000, 1, 10_000 - (60_000 * 175) / 900],
])('a talk is %s', (_, elapsed, current, late) => {
  expect(paceAt({ ...talk, elapsed, current }).late).toBeCloseTo(late)
})

test('an act has the time that the deck gives it, and the others go on as fast', () => {
  expect(
    plannedWeights(
      [1, 3, 2, 2],
      acts,
      new Map([
        ['a', 2],
        ['b', 1],
      ]),
    ),
  ).toEqual([30_000, 90_000, 30_000, 30_000])
  expect(plannedWeights([1, 3, 2, 2], acts, new Map([['a', 2]]))).toEqual([30_000, 90_000, 60_000, 60_000])
  expect(plannedWeights([1, 3, 2, 2], acts, new Map())).toEqual([1, 3, 2, 2])
})
