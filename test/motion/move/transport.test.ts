import { expect, test } from 'vitest'
import type { Ground } from '../../../src/motion/move/ground.ts'
import { boxTransport, transportOf } from '../../../src/motion/move/transport.ts'
import { ground, linear } from '../fixtures/grounds.ts'

const plot = (least: number, most: number, field?: string): Ground => ({
  ...ground(field === undefined ? {} : { x: linear(field) }),
  x: [least, most],
})

test('the box of a plot carries what stands in it and beside it, unless the two show nothing in common or one has none', () => {
  const carried = (to: Ground) => [0, 50, 120].map((position) => boxTransport(plot(0, 100, 'age'), to, 'x')(position))
  expect(carried(plot(10, 210, 'age'))).toEqual([10, 110, 230])
  expect(carried(plot(10, 210, 'height'))).toEqual([0, 50, 120])
  expect(carried(plot(10, 210))).toEqual([0, 50, 120])
  expect(carried(plot(10, 10, 'age'))).toEqual([0, 50, 120])
})

test('what is in any cell of a facet goes by its value', () => {
  const facet = { ...plot(0, 100, 'age'), cells: { x: [0, 150], y: [0, 0] } }
  const carry = transportOf(facet, ground({ x: linear('age', [0, 20]) }), 'x')
  expect([20, 170].map((position) => carry(position))).toEqual([10, 10])
})
