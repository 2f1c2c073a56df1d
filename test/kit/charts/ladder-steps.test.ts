import { expect, test } from 'vitest'
import { ladderScales, ladderSteps } from '../../../src/kit/charts/ladder-steps.ts'
import type { Ranked } from '../../../src/kit/charts/ranked.ts'
import type { RankedRecord } from '../../../src/story/deck.ts'

interface Weight extends RankedRecord {
  size: number
}

/** Records with these values, in the order of telling. */
const ranked = (values: readonly number[]): Ranked<Weight> => ({
  records: values.map((size, index) => ({ id: `r${index}`, rank: values.length - index, name: `R${index}`, size })),
  value: ({ size }) => size,
  print: (value) => `${value} m`,
  title: 'Height',
})
const acts = [
  { from: 5, to: 3 },
  { door: 'top', from: 2, to: 1 },
]

test('where values grow, a scale makes room for the bars before', () => {
  expect(ladderScales(ranked([1, 2, 3, 20, 50]), acts)).toEqual([
    { low: 0, high: 3, since: 5 },
    { low: 0, high: 50, since: 5 },
  ])
})

test('where values fall, an act leaves the longer bars behind', () => {
  expect(ladderScales(ranked([50, 20, 10, 2, 1]), acts)).toEqual([
    { low: 0, high: 50, since: 5 },
    { low: 0, high: 2, since: 2 },
  ])
})

test('where values fall by little, the bars before still fit', () => {
  expect(ladderScales(ranked([25, 12, 11, 10, 9]), acts)).toEqual([
    { low: 0, high: 25, since: 5 },
    { low: 0, high: 12, since: 4 },
  ])
  expect(ladderSteps(ranked([25, 12, 11, 10, 9]), acts)[3]).toMatchObject({ id: 'top', scale: 1 })
})

test('zero is always on the scale, and a scale is never empty', () => {
  expect(ladderScales(ranked([-9, -8, -7, -1, 4]), acts)[0]).toEqual({ low: -9, high: 0, since: 5 })
  expect(ladderScales(ranked([0, 0, 0, 0, 0]), acts)[0]).toEqual({ low: 0, high: 1, since: 5 })
})

test('each record has a step, and so has each door; the door has the scale that its bars fit', () => {
  const short = (values: readonly number[]) =>
    ladderSteps(ranked(values), acts).map(({ id, told, current, scale }) => `${id} ${told} ${current} ${scale}`)
  expect(short([1, 2, 3, 20, 50])).toEqual(['r0 5 r0 0', 'r1 4 r1 0', 'r2 3 r2 0', 'top 3  1', 'r3 2 r3 1', 'r4 1 r4 1'])
  expect(short([50, 20, 10, 2, 1])[3]).toBe('top 3  0')
})

test('a step says what it shows', () => {
  expect(ladderSteps(ranked([1, 2, 3, 20, 50]), acts)[3]?.name).toBe(
    'Bars of Height, from zero, the latest on top: #3 R2 with 3 m is the last of 3 so far.',
  )
})
