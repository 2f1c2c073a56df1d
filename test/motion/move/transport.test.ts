import { expect, test } from 'vitest'
import type { Ground, GroundScale } from '../../../src/motion/move/ground.ts'
import { boxTransport, transportOf } from '../../../src/motion/move/transport.ts'

const scale = (field: string): GroundScale => ({
  isDiscrete: false,
  fields: [field],
  domain: [0, 10],
  place: Number,
  valueAt: Number,
  band: 0,
})
const ground = (least: number, most: number, field?: string): Ground => ({
  x: [least, most],
  y: [0, 100],
  scales: field === undefined ? {} : { x: scale(field) },
})

test('the box of a plot carries what stands in it and beside it, unless the two show nothing in common or one has none', () => {
  const carried = (to: Ground) => [0, 50, 120].map((position) => boxTransport(ground(0, 100, 'age'), to, 'x')(position))
  expect(carried(ground(10, 210, 'age'))).toEqual([10, 110, 230])
  expect(carried(ground(10, 210, 'height'))).toEqual([0, 50, 120])
  expect(carried(ground(10, 210))).toEqual([0, 50, 120])
  expect(carried(ground(10, 10, 'age'))).toEqual([0, 50, 120])
})

test('what is in any cell of a facet goes by its value', () => {
  const carry = transportOf({ ...ground(0, 100, 'age'), cells: { x: [0, 150], y: [0, 0] } }, ground(0, 200, 'age'), 'x')
  expect([20, 170].map((position) => carry(position))).toEqual([20, 20])
})
