import { expect, test } from 'vitest'
import { isInPixels, isProportioned, sizeSignals } from '../../src/motion/size-signals.ts'
import type { ChartSpec } from '../../src/story/slide-chart.ts'

const chart = (spec: object) => spec as ChartSpec

test('sizes that may be set from outside, by the names that Vega-Lite gives them', () => {
  const signals = ['child_width', 'childHeight', 'x_step', 'yOffset_step', 'concat_0_x_step', 'widthless', 'my_stepper']
  const found = sizeSignals(chart({ params: [{ name: 'x_step' }] }), {
    width: 200,
    height: 30,
    signals: [
      ...signals.map((name) => ({ name, value: 40 })),
      { name: 'concat_1_width', value: 31 },
      { name: 'concat_2_width', update: 'width' },
      { name: 'concat_3_width', value: 'wide' as unknown as number },
    ],
  })
  expect(found.map(({ name, direction, isStep, base }) => `${name} ${direction}${isStep ? ' step' : ''} ${base}`)).toEqual([
    'width x 200',
    'height y step 30',
    'child_width x 40',
    'childHeight y 40',
    'yOffset_step y step 40',
    'concat_0_x_step x step 40',
    'concat_1_width x 31',
  ])
})

test.each([
  [true, { mark: { type: 'arc', innerRadius: 20 } }],
  [false, { mark: { type: 'arc', innerRadius: 0 } }],
  [true, { mark: { type: 'bar', size: 10 } }],
  [true, { mark: { type: 'tick', height: 10 } }],
  [false, { mark: { type: 'point', size: 10 } }],
  [false, { mark: { type: 'bar', size: { band: 1 } } }],
  [true, { encoding: { x: { value: 10 } } }],
  [false, { encoding: { x: { value: 0 } } }],
  [false, { encoding: { color: { value: 10 } } }],
  [true, { layer: [{ encoding: { y: { field: 'a', scale: { range: [0, 50] } } } }] }],
  [false, { encoding: { y: { field: 'a', scale: { range: [0, 1] } } } }],
  [true, { projection: { type: 'mercator', scale: 100 } }],
  [true, { projection: { translate: [1, 2] } }],
  [false, { projection: { type: 'mercator' } }],
  [false, { data: { values: [{ fontSize: 10, x: { value: 5 } }] } }],
  [false, { usermeta: { fontSize: 5 }, encoding: { fontSize: { field: 'a' } } }],
])('in px: %s of %j', (expected, spec) => {
  expect(isInPixels(chart(spec))).toBe(expected)
})

test.each([
  [true, { width: 10, height: 20, mark: 'bar' }],
  [false, { width: 10, mark: 'bar' }],
  [true, { mark: 'arc' }],
  [true, { mark: { type: 'arc' } }],
  [true, { hconcat: [{ mark: 'bar' }, { layer: [{ mark: 'arc' }] }] }],
  [true, { spec: { width: 1, height: 1 } }],
])('proportioned: %s of %j', (expected, spec) => {
  expect(isProportioned(chart(spec))).toBe(expected)
})
