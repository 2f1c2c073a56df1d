import { expect, test } from 'vitest'
import type { Estimate } from '../../data/estimate.ts'
import * as figures from '../../data/figures.ts'
import { billions, inWords, percent, times, usd } from '../../data/format.ts'
import { records } from '../../data/records.ts'

/** Figures are compared as printed, so that the test reads as the story does. */
const plain = (text: string) => text.replaceAll('\u00a0', ' ')
const share = (value: number | Estimate | null) => plain(percent(value ?? Number.NaN))

test('the 43 deficits add up to more than the overall deficit; surpluses elsewhere offset the difference', () => {
  expect(figures.countryCount).toBe(43)
  expect(plain(billions(figures.total))).toBe('$1,337.3 billion')
  expect(plain(usd(figures.overallDeficit))).toBe('$1.1 trillion')
  expect(plain(inWords(figures.surplusesInTens))).toBe('$240 billion')
  expect([figures.surplusesElsewhere.low / 1e9, figures.surplusesElsewhere.high / 1e9].map(Math.round)).toEqual([187, 287])
  expect(figures.totalPerOverallDeficit.value).toBeCloseTo(1.2157, 4)
  expect(plain(usd(figures.overallImports))).toBe('$3.0 trillion')
  expect(plain(usd(figures.overallExports))).toBe('$1.9 trillion')
})

test('what the countries sold and bought', () => {
  expect(plain(billions(figures.totalExports))).toBe('$2,595.8 billion')
})

test('23 countries, #43 to #21, together are 6 %', () => {
  expect(figures.runningCount('iraq')).toBe(23)
  expect(plain(billions(figures.runningTotal('iraq')))).toBe('$81.3 billion')
  expect(figures.runningShare('iraq')).toBeCloseTo(0.0608, 4)
})

test('the running total passes half only at #4 Vietnam: 39 countries make 44 %, four make 56 %', () => {
  expect(figures.countriesBeforeHalf).toBe(39)
  expect(figures.countriesFromHalfCount).toBe(4)
  expect(figures.largestToHalf).toBe(4)
  expect(share(figures.shareBeforeHalf)).toBe('44 %')
  expect(share(figures.shareFromHalf)).toBe('56 %')
  expect(figures.totalBeforeHalf).toBe(figures.runningTotal('japan'))
  expect(plain(billions(figures.missingToHalf))).toBe('$75.8 billion')
  expect(figures.runningTotal('japan')).toBeLessThan(figures.half)
  expect(figures.runningTotal('vietnam')).toBeGreaterThan(figures.half)
})

test('China alone is more than the 33 smallest together', () => {
  expect(figures.smallestBelow('china')).toBe(33)
  expect(plain(billions(figures.smallestTogether(33)))).toBe('$272.5 billion')
  expect(figures.smallestTogether(34)).toBeGreaterThan(282.7e9)
  expect(figures.smallestBelow('libya')).toBe(0)
})

test.each([
  ['cambodia', 37.5],
  ['vietnam', 12.3],
  ['russia', 8.2],
  ['china', 2.8],
])('%s sells $%d for every $1 it buys', (id, dollars) => {
  expect(figures.dollarsSoldPerDollarBought(id).value).toBeCloseTo(dollars, 1)
})

test.each([
  ['cambodia', '28 %'],
  ['vietnam', '25 %'],
  ['mexico', '12 %'],
  ['guyana', '11 %'],
  ['china', '1.6 %'],
])('the deficit with %s is %s of its GDP', (id, expected) => {
  expect(share(figures.deficitShareOfGdp(id))).toBe(expected)
})

test('six South-East Asian countries are on the list, five in the top 16; Mexico and Canada together are 26 %', () => {
  expect(figures.southEastAsianCount).toBe(6)
  expect(figures.southEastAsianInTop16).toBe(5)
  expect(share(figures.neighboursShare)).toBe('26 %')
})

test('continents', () => {
  expect([figures.africanCount, figures.europeanCount]).toEqual([4, 15])
  expect(plain(usd(figures.africanTotal))).toBe('$12.6 billion')
  expect(figures.europeansSoFar('switzerland').map(({ id }) => id)).not.toContain('ireland')
  expect(figures.europeanShareSoFar('slovenia')).toBeCloseTo(2.1 / 15)
})

test('two countries have no GDP: what needs it is null for them, never 0', () => {
  expect(figures.countriesWithoutGdp.map(({ name }) => name)).toEqual(['Venezuela', 'Chinese Taipei'])
  expect(figures.countriesWithoutGdpCount).toBe(2)
  for (const figure of [figures.deficitShareOfGdp, figures.exportsShareOfGdp, figures.impliedMillions, figures.deficitPerHead])
    expect(figure('venezuela')).toBeNull()
})

test('persons and dollars per person, as GDP implies them', () => {
  expect(figures.impliedMillions('guyana')?.value).toBeCloseTo(0.828_317, 6)
  expect(figures.deficitPerHead('guyana')?.value).toBeCloseTo(2293.8, 1)
  expect(figures.exportsShareOfGdp('mexico')?.value).toBeCloseTo(0.2536, 4)
})

test('ties at one decimal', () => {
  const tied = records.filter(({ id }) => figures.tiedWith(id).length > 0).map(({ id }) => id)
  expect(tied).toEqual(['jordan', 'nicaragua', 'saudi-arabia', 'guyana', 'sri-lanka', 'romania'])
})

test('exports minus imports misses the printed deficit by one decimal at most, fifteen times', () => {
  const gaps = records.map(({ id }) => figures.roundingGap(id))
  expect([...new Set(gaps.map(Math.abs))].toSorted((a, b) => a - b)).toEqual([0, 1e8])
  expect(figures.countriesWithRoundingGap).toBe(15)
  expect(figures.roundingGap('jordan')).toBe(1e8)
  expect(figures.roundingGap('libya')).toBe(-1e8)
})

test('shares and comparisons of single countries', () => {
  expect(share(figures.shareOfTotal('china'))).toBe('21 %')
  expect(records.reduce((sum, { id }) => sum + figures.shareOfTotal(id), 0)).toBeCloseTo(1)
  expect(figures.runningShare('china')).toBe(1)
  expect(times(figures.timesDeficitOf('china', 'libya'))).toBe('260×')
  expect(plain(usd(figures.tradeBothWays('mexico')))).toBe('$699.9 billion')
  expect([figures.squares('libya'), figures.squares('china')]).toEqual([1, 283])
  expect(plain(usd(figures.medianDeficit))).toBe('$6.7 billion')
  expect(plain(usd(figures.meanDeficit))).toBe('$31.1 billion')
  expect(figures.threshold).toBeLessThanOrEqual(records[0]?.deficit ?? 0)
})

test('an unknown id is named with the nearest', () => {
  expect(() => figures.runningTotal('veitnam')).toThrow('did you mean `vietnam`?')
  expect(() => figures.combinedShare('mexico', 'cananda')).toThrow('did you mean `canada`?')
})
