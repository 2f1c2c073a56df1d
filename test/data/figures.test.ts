import { expect, test } from 'vitest'
import type { Estimate } from '../../data/estimate.ts'
import * as figures from '../../data/figures.ts'
import { billions, inWords, percent, times, usd } from '../../data/format.ts'
import { records } from '../../data/records.ts'

/** Figures are compared as printed, so that the test reads as the story does. */
const plain = (text: string) => text.replaceAll('\u00a0', ' ')
const share = (value: number | Estimate | null) => plain(percent(value ?? Number.NaN))
const named = (found: readonly { id: string }[]) => found.map(({ id }) => id).join()

test.each<[string, unknown, unknown]>([
  ['countries', figures.countryCount, 43],
  ['their deficits', plain(billions(figures.total)), '$1,337.3 billion'],
  ['the overall deficit, which surpluses elsewhere make smaller', plain(usd(figures.overallDeficit)), '$1.1 trillion'],
  ['these surpluses', plain(inWords(figures.surplusesInTens)), '$240 billion'],
  ['the least that they may be, in billions', Math.round(figures.surplusesElsewhere.low / 1e9), 187],
  ['the most', Math.round(figures.surplusesElsewhere.high / 1e9), 287],
  ['the deficits for each dollar of the overall one', figures.totalPerOverallDeficit.value.toFixed(4), '1.2157'],
  ['overall imports', plain(usd(figures.overallImports)), '$3.0 trillion'],
  ['overall exports', plain(usd(figures.overallExports)), '$1.9 trillion'],
  ['what the countries sold', plain(billions(figures.totalExports)), '$2,595.8 billion'],
  ['countries down to Iraq', figures.runningCount('iraq'), 23],
  ['their deficits together', plain(billions(figures.runningTotal('iraq'))), '$81.3 billion'],
  ['their share', figures.runningShare('iraq').toFixed(4), '0.0608'],
  ['all share everything', figures.runningShare('china'), 1],
  ['countries before half is passed', figures.countriesBeforeHalf, 39],
  ['countries from there', figures.countriesFromHalfCount, 4],
  ['countries to half, from the largest', figures.largestToHalf, 4],
  ['the share before', share(figures.shareBeforeHalf), '44 %'],
  ['the share from there', share(figures.shareFromHalf), '56 %'],
  ['what is missing to half', plain(billions(figures.missingToHalf)), '$75.8 billion'],
  ['what half is passed from', figures.totalBeforeHalf, figures.runningTotal('japan')],
  ['Japan is before half', figures.runningTotal('japan') < figures.half, true],
  ['Vietnam is behind it', figures.runningTotal('vietnam') > figures.half, true],
  ['the smallest that China outweighs together', figures.smallestBelow('china'), 33],
  ['these together', plain(billions(figures.smallestTogether(33))), '$272.5 billion'],
  ['one more is too many', figures.smallestTogether(34) > 282.7e9, true],
  ['none is below Libya', figures.smallestBelow('libya'), 0],
  ['sold for a dollar bought: Cambodia', figures.dollarsSoldPerDollarBought('cambodia').value.toFixed(1), '37.5'],
  ['Vietnam', figures.dollarsSoldPerDollarBought('vietnam').value.toFixed(1), '12.3'],
  ['Russia', figures.dollarsSoldPerDollarBought('russia').value.toFixed(1), '8.2'],
  ['China', figures.dollarsSoldPerDollarBought('china').value.toFixed(1), '2.8'],
  ['of its GDP: Cambodia', share(figures.deficitShareOfGdp('cambodia')), '28 %'],
  ['of its GDP: Vietnam', share(figures.deficitShareOfGdp('vietnam')), '25 %'],
  ['of its GDP: Mexico', share(figures.deficitShareOfGdp('mexico')), '12 %'],
  ['of its GDP: Guyana', share(figures.deficitShareOfGdp('guyana')), '11 %'],
  ['of its GDP: China', share(figures.deficitShareOfGdp('china')), '1.6 %'],
  ['South-East Asian countries', [figures.southEastAsianCount, figures.southEastAsianInTop16], [6, 5]],
  ['Mexico and Canada', share(figures.neighboursShare), '26 %'],
  ['African and European countries', [figures.africanCount, figures.europeanCount], [4, 15]],
  ['the African ones together', plain(usd(figures.africanTotal)), '$12.6 billion'],
  [
    'Ireland is not yet among the Europeans at Switzerland',
    figures.europeansSoFar('switzerland').some(({ id }) => id === 'ireland'),
    false,
  ],
  ['the European share at Slovenia, in fifteenths', (figures.europeanShareSoFar('slovenia') * 15).toFixed(3), '2.100'],
  [
    'countries without GDP',
    [named(figures.countriesWithoutGdp), figures.countriesWithoutGdpCount],
    ['venezuela,chinese-taipei', 2],
  ],
  ['millions that GDP implies: Guyana', figures.impliedMillions('guyana')?.value.toFixed(6), '0.828317'],
  ['dollars for each of them', figures.deficitPerHead('guyana')?.value.toFixed(1), '2293.8'],
  ['what Mexico sells, of its GDP', figures.exportsShareOfGdp('mexico')?.value.toFixed(4), '0.2536'],
  [
    'ties at one decimal',
    named(records.filter(({ id }) => figures.tiedWith(id).length > 0)),
    'jordan,nicaragua,saudi-arabia,guyana,sri-lanka,romania',
  ],
  ['countries whose exports minus imports miss their deficit', figures.countriesWithRoundingGap, 15],
  ['by one decimal at most', [...new Set(records.map(({ id }) => Math.abs(figures.roundingGap(id))))].sort(), [0, 1e8]],
  ['Jordan and Libya miss it', [figures.roundingGap('jordan'), figures.roundingGap('libya')], [1e8, -1e8]],
  ['the share of China', share(figures.shareOfTotal('china')), '21 %'],
  ['all shares', records.reduce((sum, { id }) => sum + figures.shareOfTotal(id), 0).toFixed(6), '1.000000'],
  ['China for one Libya', times(figures.timesDeficitOf('china', 'libya')), '260×'],
  ['trade with Mexico both ways', plain(usd(figures.tradeBothWays('mexico'))), '$699.9 billion'],
  ['squares of Libya and China', [figures.squares('libya'), figures.squares('china')], [1, 283]],
  ['the median', plain(usd(figures.medianDeficit)), '$6.7 billion'],
  ['the mean', plain(usd(figures.meanDeficit)), '$31.1 billion'],
  ['none is below the threshold', figures.threshold <= (records[0]?.deficit ?? 0), true],
])('%s', (_, found, expected) => expect(found).toEqual(expected))

test('what needs a GDP is null for those that have none, never 0', () => {
  for (const figure of [figures.deficitShareOfGdp, figures.exportsShareOfGdp, figures.impliedMillions, figures.deficitPerHead])
    expect(figure('venezuela')).toBeNull()
})

test('an unknown id is named with the nearest', () => {
  expect(() => figures.runningTotal('veitnam')).toThrow('did you mean `vietnam`?')
  expect(() => figures.combinedShare('mexico', 'cananda')).toThrow('did you mean `canada`?')
})
