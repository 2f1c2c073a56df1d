import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import * as figures from '../../data/figures.ts'
import { type CountryRecord, recordOf, records } from '../../data/records.ts'

/*
 * Numbers in prose are expressions and cannot drift from the data. Comparisons in words can: "only Libya buys less" stays in the
 * sentence when a revision makes it wrong. Each such claim stands here with the phrase that makes it and the sum that holds it.
 */

type Claim = [slide: string, phrase: string, holds: () => boolean]

const told = (id: string) => records.slice(0, figures.runningCount(id))
const before = (id: string) => told(id).slice(0, -1)
const from = (id: string) => records.slice(figures.runningCount(id) - 1)
const trade = ({ id }: CountryRecord) => figures.tradeBothWays(id)
const sold = ({ id }: CountryRecord) => figures.dollarsSoldPerDollarBought(id)
const cancelled = ({ imports, exports }: CountryRecord) => imports / exports
const perHead = ({ id }: CountryRecord) => figures.deficitPerHead(id) ?? 0
const people = ({ id }: CountryRecord) => figures.impliedPopulation(id) ?? 0
const weight = ({ id }: CountryRecord) => figures.deficitShareOfGdp(id) ?? 0
const known = records.filter(({ gdp }) => gdp !== null)

/** Ids of some records, the one with the largest measure first. */
const order = (rows: readonly CountryRecord[], measure: (record: CountryRecord) => number) =>
  [...rows].sort((a, b) => measure(b) - measure(a)).map(({ id }) => id)
const largest = (rows: readonly CountryRecord[], measure: (record: CountryRecord) => number) => order(rows, measure)[0]
const smallest = (rows: readonly CountryRecord[], measure: (record: CountryRecord) => number) => order(rows, measure).at(-1)
const near = (a: number, b: number, tolerance: number) => Math.abs(a / b - 1) <= tolerance
const share = (id: string) => figures.deficitShareOfGdp(id) ?? 0
const deficit = (record: CountryRecord) => record.deficit
const exports = (record: CountryRecord) => record.exports
const imports = (record: CountryRecord) => record.imports
const gdpPerHead = (record: CountryRecord) => record.gdpPerCapita ?? 0
const ofRegion = (location: string) => figures.countriesIn(location).map(({ id }) => id)

const claims: Claim[] = [
  ['libya', 'opens the count', () => records[0]?.id === 'libya'],
  ['trinidad-and-tobago', 'nearly two thirds', () => near(cancelled(recordOf('trinidad-and-tobago')), 2 / 3, 0.05)],
  ['trinidad-and-tobago', 'The only country on the list from the Caribbean', () => ofRegion('Caribbean').length === 1],
  [
    'venezuela',
    'almost the same share',
    () => near(cancelled(recordOf('venezuela')), cancelled(recordOf('trinidad-and-tobago')), 0.02),
  ],
  ['venezuela', 'Two of the', () => figures.countriesWithoutGdpCount === 2],
  ['venezuela', 'The other gap waits among the top ten', () => figures.countriesWithoutGdp.some(({ rank }) => rank <= 10)],
  ['jordan', 'four countries', () => figures.runningCount('jordan') === 4],
  ['nicaragua', 'also stands at', () => figures.tiedWith('nicaragua')[0]?.id === 'jordan'],
  ['nicaragua', 'a third the size', () => near((recordOf('nicaragua').gdp ?? 0) * 3, recordOf('jordan').gdp ?? 0, 0.06)],
  ['saudi-arabia', 'the largest share on the whole list', () => largest(records, cancelled) === 'saudi-arabia'],
  ['guyana', 'also comes to', () => figures.tiedWith('guyana')[0]?.id === 'saudi-arabia'],
  ['guyana', 'with the smallest GDP on the list', () => smallest(known, ({ gdp }) => gdp ?? 0) === 'guyana'],
  ['algeria', 'eight countries', () => figures.runningCount('algeria') === 8],
  ['algeria', 'still under one percent', () => figures.runningShare('algeria') < 0.01],
  ['algeria', 'The second of two from Northern Africa', () => ofRegion('Northern Africa').join() === 'libya,algeria'],
  ['slovenia', 'the first European', () => figures.europeansSoFar('slovenia').length === 1],
  ['slovenia', 'about one square per million', () => near(perHead(recordOf('slovenia')), 1000, 0.03)],
  ['nine-so-far', 'Nine countries', () => figures.runningCount('slovenia') === 9],
  ['nine-so-far', 'two and a half squares or more', () => from('sri-lanka').every((record) => record.deficit >= 2.5e9)],
  ['handfuls', 'The next fifteen', () => figures.runningCount('france') - figures.runningCount('slovenia') === 15],
  ['sri-lanka', 'the steepest ratio so far', () => largest(told('sri-lanka'), sold) === 'sri-lanka'],
  ['sri-lanka', 'stayed under four', () => before('sri-lanka').every((record) => sold(record) < 4)],
  [
    'sri-lanka',
    'Of the ten countries so far only Libya buys less',
    () => order(told('sri-lanka'), imports).slice(-2).join() === 'sri-lanka,libya',
  ],
  ['romania', 'also brings', () => figures.tiedWith('romania')[0]?.id === 'sri-lanka'],
  ['romania', 'The third tie and the last one', () => records.filter(({ id }) => figures.tiedWith(id).length > 0).length === 6],
  ['nigeria', 'the most so far', () => largest(told('nigeria'), people) === 'nigeria'],
  ['nigeria', 'The only country from Western Africa', () => ofRegion('Western Africa').length === 1],
  [
    'nigeria',
    'lower than in any country before it',
    () =>
      smallest(
        told('nigeria').filter((r) => r.gdp),
        gdpPerHead,
      ) === 'nigeria',
  ],
  ['pakistan', 'Thirteen countries in', () => figures.runningCount('pakistan') === 13],
  ['pakistan', 'the lowest on the list', () => smallest(known, gdpPerHead) === 'pakistan'],
  ['pakistan', 'again about', () => Math.round(perHead(recordOf('pakistan'))) === Math.round(perHead(recordOf('nigeria')))],
  ['portugal', 'equal the whole deficit of Romania', () => recordOf('portugal').imports === recordOf('romania').deficit],
  [
    'russia',
    'it will stand until',
    () =>
      order(records, sold)
        .filter((id) => recordOf(id).rank > 4)
        .slice(0, 2)
        .join() === 'cambodia,russia',
  ],
  [
    'philippines',
    'so far only Saudi Arabia has bought more',
    () => order(told('philippines'), imports).slice(0, 2).join() === 'saudi-arabia,philippines',
  ],
  [
    'philippines',
    'The first of six from South-eastern Asia',
    () => ofRegion('South-eastern Asia').indexOf('philippines') === 0 && figures.southEastAsianCount === 6,
  ],
  ['philippines', 'The other five all stand in the top sixteen', () => figures.southEastAsianInTop16 === 5],
  ['philippines', 'the lowest ratio in this act so far', () => smallest(told('philippines').slice(9), sold) === 'philippines'],
  ['midway', 'Sixteen countries', () => figures.runningCount('philippines') === 16],
  [
    'midway',
    'each of the top twelve is larger',
    () => records.filter((r) => r.deficit > figures.runningTotal('philippines')).length === 12,
  ],
  ['midway', 'more than a third of the list', () => 16 / figures.countryCount > 1 / 3],
  [
    'hungary',
    'the first three countries together',
    () => figures.runningCount('venezuela') === 3 && recordOf('hungary').deficit > figures.runningTotal('venezuela'),
  ],
  ['slovakia', 'edges past Hungary', () => recordOf('slovakia').deficit > recordOf('hungary').deficit],
  [
    'slovakia',
    'sells less than Hungary and buys less than half as much',
    () =>
      recordOf('slovakia').exports < recordOf('hungary').exports &&
      recordOf('slovakia').imports * 2 < recordOf('hungary').imports,
  ],
  ['finland', 'the highest GDP per head so far', () => largest(told('finland'), gdpPerHead) === 'finland'],
  ['finland', 'close to Slovenia', () => near(perHead(recordOf('finland')), perHead(recordOf('slovenia')), 0.02)],
  [
    'south-africa',
    'last of four from Africa',
    () => figures.africanCount === 4 && figures.countriesOfContinent('Africa').at(-1)?.id === 'south-africa',
  ],
  [
    'south-africa',
    'more than the other three together',
    () => recordOf('south-africa').imports > ['libya', 'algeria', 'nigeria'].reduce((sum, id) => sum + recordOf(id).imports, 0),
  ],
  ['bangladesh', 'twenty-one countries in', () => figures.runningCount('bangladesh') === 21],
  ['bangladesh', 'a twentieth of the money', () => near(figures.runningShare('bangladesh'), 0.05, 0.02)],
  ['denmark', 'barely exceeds', () => near(recordOf('denmark').deficit, recordOf('bangladesh').deficit, 0.05)],
  ['denmark', 'in the very middle of the list', () => figures.runningCount('denmark') - 1 === recordOf('denmark').rank - 1],
  ['iraq', 'only Russia’s ratio is steeper', () => order(told('iraq'), sold).slice(0, 2).join() === 'russia,iraq'],
  ['twenty-three', 'More than half the list', () => figures.runningCount('iraq') === 23 && 23 / figures.countryCount > 0.5],
  ['twenty-three', 'Twenty remain', () => figures.countryCount - figures.runningCount('iraq') === 20],
  [
    'france',
    'only Saudi Arabia comes closer to balance',
    () => order(records, cancelled).slice(0, 2).join() === 'saudi-arabia,france',
  ],
  ['france', 'more than any country before it', () => largest(told('france'), trade) === 'france'],
  ['tens', 'the next nine', () => figures.runningCount('ireland') - figures.runningCount('france') === 9],
  [
    'tens',
    'just over twice',
    () => near((figures.runningTotal('ireland') - figures.runningTotal('france')) / figures.runningTotal('france'), 2.04, 0.01),
  ],
  [
    'austria',
    'just short of a hundred billion',
    () => figures.runningTotal('austria') < 1e11 && near(figures.runningTotal('austria'), 1e11, 0.01),
  ],
  ['austria', 'Twenty-five countries', () => figures.runningCount('austria') === 25],
  ['sweden', 'matches Austria’s sales', () => recordOf('sweden').exports === recordOf('austria').exports],
  [
    'sweden',
    'the order turns',
    () => share('sweden') < share('austria') && recordOf('sweden').deficit > recordOf('austria').deficit,
  ],
  [
    'israel',
    'three in a row at over a thousand dollars',
    () => ['austria', 'sweden', 'israel'].every((id) => perHead(recordOf(id)) > 1000) && perHead(recordOf('france')) < 1000,
  ],
  ['cambodia', 'tops every ratio', () => largest(records, sold) === 'cambodia'],
  ['cambodia', 'also the highest on the list', () => largest(known, weight) === 'cambodia'],
  ['cambodia', 'or buys less', () => smallest(records, imports) === 'cambodia'],
  ['switzerland', 'side by side', () => recordOf('cambodia').rank - recordOf('switzerland').rank === 1],
  ['map', 'twelve European countries', () => figures.europeansSoFar('switzerland').length === 12],
  [
    'map',
    'The next three share one region',
    () =>
      from('indonesia')
        .slice(0, 3)
        .every(({ location }) => location === 'South-eastern Asia'),
  ],
  [
    'map',
    'a little over half',
    () => figures.europeanShareSoFar('switzerland') > 0.5 && figures.europeanShareSoFar('switzerland') < 0.55,
  ],
  [
    'indonesia',
    'outweighs the whole first act, all nine',
    () => recordOf('indonesia').deficit > figures.runningTotal('slovenia'),
  ],
  ['indonesia', 'as Sweden does', () => near(sold(recordOf('indonesia')), sold(recordOf('sweden')), 0.02)],
  ['indonesia', 'more than twice Sweden', () => (recordOf('indonesia').gdp ?? 0) > 2 * (recordOf('sweden').gdp ?? 0)],
  [
    'malaysia',
    'longer than the whole bar of France',
    () => recordOf('malaysia').deficit - recordOf('indonesia').deficit > recordOf('france').deficit,
  ],
  [
    'malaysia',
    'The next step is taller still',
    () => recordOf('thailand').deficit + recordOf('indonesia').deficit > 2 * recordOf('malaysia').deficit,
  ],
  [
    'thailand',
    'third in a row from South-eastern Asia',
    () =>
      told('thailand')
        .slice(-3)
        .every(({ location }) => location === 'South-eastern Asia'),
  ],
  [
    'thailand',
    'larger than the first sixteen together',
    () => from('thailand').every((record) => record.deficit > figures.runningTotal('philippines')),
  ],
  ['ireland', 'highest GDP per head', () => largest(known, gdpPerHead) === 'ireland'],
  ['ireland', 'is the highest too. Canada’s follows', () => order(known, perHead).slice(0, 2).join() === 'ireland,canada'],
  [
    'scatter',
    'Cambodia’s deficit weighs',
    () => order(known, weight)[0] === 'cambodia' && smallest(known, weight) === 'saudi-arabia',
  ],
  ['ten', 'Ten countries remain', () => figures.countryCount - figures.runningCount('ireland') === 10],
  ['ten', 'one fifth of the money', () => near(figures.runningShare('ireland'), 0.2, 0.05)],
  ['india', 'a little over twice', () => near(sold(recordOf('india')), 2.07, 0.02)],
  [
    'india',
    'the lowest among the ten',
    () =>
      smallest(
        from('india').filter((r) => r.gdp),
        gdpPerHead,
      ) === 'india',
  ],
  ['chinese-taipei', 'about as much as India', () => near(recordOf('chinese-taipei').exports, recordOf('india').exports, 0.01)],
  ['chinese-taipei', 'two places up', () => recordOf('india').rank - recordOf('chinese-taipei').rank === 2],
  [
    'chinese-taipei',
    'the second of two',
    () => figures.countriesWithoutGdp.map(({ id }) => id).join() === 'venezuela,chinese-taipei',
  ],
  [
    'south-korea',
    'the first to pass a hundred billion',
    () => before('south-korea').every((r) => r.exports < 1e11) && from('south-korea').every((r) => r.exports > 1e11),
  ],
  ['south-korea', 'half as much again', () => near(recordOf('germany').imports / recordOf('south-korea').imports, 1.5, 0.05)],
  ['germany', 'only three of the', () => order(records, imports).indexOf('germany') === 3],
  ['germany', 'though not the very next', () => recordOf('japan').imports < recordOf('germany').imports],
  ['germany', 'The largest of the', () => largest(figures.countriesOfContinent('Europe'), deficit) === 'germany'],
  ['japan', 'edges ahead', () => recordOf('japan').deficit > recordOf('germany').deficit],
  ['japan', 'thirty-nine countries', () => figures.runningCount('japan') === 39],
  ['four', 'Thirty-nine countries', () => figures.countriesBeforeHalf === 39],
  ['four', 'Four are left', () => figures.countriesFromHalfCount === 4],
  ['four', 'Not one of the thirty-nine', () => told('japan').every((record) => record.deficit < figures.missingToHalf)],
  ['vietnam', 'or four from above', () => figures.largestToHalf === 4],
  [
    'vietnam',
    'passes half',
    () => figures.runningTotal('japan') < figures.half && figures.runningTotal('vietnam') > figures.half,
  ],
  ['vietnam', 'about what South Korea sells', () => near(recordOf('vietnam').exports, recordOf('south-korea').exports, 0.01)],
  ['canada', 'more than anyone else on the list', () => largest(records, imports) === 'canada'],
  ['canada', 'the lowest ratio of the ten', () => smallest(from('india'), sold) === 'canada'],
  ['canada', 'Only one country on the list trades more', () => order(records, trade).slice(0, 2).join() === 'mexico,canada'],
  ['mexico', 'more than China does', () => order(records, exports).slice(0, 2).join() === 'mexico,china'],
  ['mexico', 'only Canada buys more', () => order(records, imports).slice(0, 2).join() === 'canada,mexico'],
  ['china', 'lighter than in most', () => known.filter((r) => weight(r) > share('china')).length > known.length / 2],
  ['china', 'nearly', () => figures.squares('china') * 1e9 > recordOf('china').deficit],
  [
    'thirty-three',
    'Every country from Libya to Ireland',
    () => figures.runningCount('ireland') === figures.smallestBelow('china'),
  ],
  ['ranking', 'the other thirty-nine', () => figures.countriesBeforeHalf === 39],
  [
    'explore',
    'the order changes each time',
    () => new Set([exports, imports, gdpPerHead].map((measure) => order(records, measure).join())).size === 3,
  ],
  ['sources', 'two of them lack', () => figures.countriesWithoutGdpCount === 2],
  [
    'sources',
    'Venezuela, Chinese Taipei',
    () => figures.countriesWithoutGdp.map(({ name }) => name).join(', ') === 'Venezuela, Chinese Taipei',
  ],
]

test.each(claims)('%s: “%s”', (slide, phrase, holds) => {
  const rank = records.find(({ id }) => id === slide)?.rank
  const file = new URL(`../../slides/${rank === undefined ? '' : `${rank}-`}${slide}.mdx`, import.meta.url)
  expect(readFileSync(file, 'utf8')).toContain(phrase)
  expect(holds()).toBe(true)
})
