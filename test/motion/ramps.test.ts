import { expect, test } from 'vitest'
import { pageColor, rampColor, sidesColor, standIn } from '../../src/motion/ramps.ts'

const mix = (from: string, to: string, part: number) => `color-mix(in oklab,var(--${from}),var(--${to}) ${part}%)`

test.each([
  [rampColor(0), 'var(--ramp-start)'],
  [rampColor(1), 'var(--ramp-end)'],
  [rampColor(0.1234), mix('ramp-start', 'ramp-end', 12.3)],
  [sidesColor(0.25), mix('side-start', 'side-middle', 50)],
  [sidesColor(0.5), 'var(--side-middle)'],
  [sidesColor(0.75), mix('side-middle', 'side-end', 50)],
  // A fifth of 255 is a whole number.
  [pageColor(standIn(1)(0.2)), mix('ramp-start', 'ramp-end', 20)],
  [pageColor(standIn(2)(0.8)), mix('side-middle', 'side-end', 60)],
  [pageColor(standIn(1)(-1)), 'var(--ramp-start)'],
  [pageColor('rgb(1, 3, 254)'), 'rgb(1, 3, 254)'],
])('%s is %s', (found, expected) => expect(found).toBe(expected))
