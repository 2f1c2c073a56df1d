import { expect, test } from 'vitest'
import { atLeast, type Estimate, exceeds, lastPlace, printed, quotient } from '../../data/estimate.ts'
import * as figures from '../../data/figures.ts'
import { percent, times, usd } from '../../data/format.ts'
import { records } from '../../data/records.ts'

const plain = (text: string) => text.replaceAll('\u00a0', ' ')

test('an amount is good to half of its last printed place', () => {
  expect(printed(2.1e12)).toEqual({ value: 2.1e12, low: 2.05e12, high: 2.15e12 })
  expect(printed(425.3e6)).toEqual({ value: 425.3e6, low: 425.25e6, high: 425.35e6 })
})

test.each([
  ['canada', '$3,600'],
  ['finland', '$990'],
  ['slovenia', '$1,000'],
  ['ireland', '$8,160'],
  ['indonesia', '$60'],
])('dollars per inhabitant of %s are printed as %s, which their inputs bear', (id, text) => {
  expect(usd(figures.deficitPerHead(id) ?? Number.NaN)).toBe(text)
})

test.each([
  ['iraq', 'libya', '7×'],
  ['algeria', 'libya', '1.8×'],
  ['china', 'libya', '260×'],
])('%s has the deficit of %s %s', (id, other, text) => expect(times(figures.timesDeficitOf(id, other))).toBe(text))

test('no printed figure is off by more than two units of its last place', () => {
  const printers = [
    [figures.deficitPerHead, usd, 1],
    [figures.deficitShareOfGdp, percent, 100],
    [figures.dollarsSoldPerDollarBought, times, 1],
    [figures.cancelled, percent, 100],
  ] as const
  for (const [measure, print, unit] of printers)
    for (const { id } of records) {
      const estimate: Estimate | null = measure(id)
      if (!estimate) continue
      const value = Number(plain(print(estimate)).replaceAll(/[^\d.]/g, ''))
      const step = Math.max(lastPlace(estimate) * unit, 0)
      expect(Math.abs(value - estimate.value * unit), `${id} ${print(estimate)}`).toBeLessThanOrEqual(Math.max(step / 2, 0.5))
      expect((estimate.high - estimate.low) / 2 / lastPlace(estimate)).toBeLessThanOrEqual(2)
    }
})

test('figures are compared only where they differ beyond the rounding', () => {
  const perHead = (id: string) => figures.deficitPerHead(id) as Estimate
  expect(exceeds(perHead('slovenia'), perHead('finland'))).toBe(false)
  expect(exceeds(perHead('finland'), perHead('slovenia'))).toBe(false)
  expect(exceeds(perHead('ireland'), perHead('canada'))).toBe(true)
  expect(exceeds(printed(4.8e9), printed(4.7e9))).toBe(true)
  expect(exceeds(printed(1.7e9), printed(1.7e9))).toBe(false)
})

test('"more than" is said of what is certain', () => {
  expect(atLeast(figures.dollarsSoldPerDollarBought('cambodia'))).toBe(37)
  expect(atLeast(quotient(printed(1e9), printed(1e9)))).toBe(0)
})
