import { expect, test } from 'vitest'
import { chartLook } from '../../src/motion/chart-look.ts'

test('all of a chart that has a length is as much larger as its type', () => {
  const twice = JSON.parse(JSON.stringify(chartLook(10, { isNarrow: true })), (name, value) =>
    typeof value === 'number' && !/Weight|Count|columns|symbolLimit/.test(name) ? value * 2 : value,
  )
  expect(JSON.parse(JSON.stringify(chartLook(20, { isNarrow: true })))).toEqual(twice)
})

test('labels are turned, and legends stand below, where that is asked for', () => {
  const [plain, other] = [chartLook(10), chartLook(10, { isTurned: true, isNarrow: true })]
  expect([plain, other].map(({ axisXDiscrete, legend }) => [axisXDiscrete?.labelAngle, legend?.orient])).toEqual([
    [0, undefined],
    [-90, 'bottom'],
  ])
})
