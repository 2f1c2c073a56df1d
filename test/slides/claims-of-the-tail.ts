import * as figures from '../../data/figures.ts'
import { recordOf, records } from '../../data/records.ts'
import {
  before,
  type Claim,
  cancelled,
  from,
  gdpPerHead,
  imports,
  known,
  largest,
  near,
  ofRegion,
  order,
  people,
  perHead,
  smallest,
  sold,
  tiedWith,
  told,
  trade,
} from './measures.ts'

/** Libya to France: the first two acts. */
export const claimsOfTheTail: readonly Claim[] = [
  ['libya', 'opens the count', () => records[0]?.id === 'libya'],
  ['trinidad-and-tobago', 'nearly two thirds', () => near(cancelled(recordOf('trinidad-and-tobago')), 2 / 3, 0.05)],
  ['trinidad-and-tobago', 'The only country on the list from the Caribbean', () => ofRegion('Caribbean').length === 1],
  [
    'venezuela',
    'much like Trinidad and Tobago',
    () => near(cancelled(recordOf('venezuela')), cancelled(recordOf('trinidad-and-tobago')), 0.02),
  ],
  ['venezuela', 'Two of the', () => figures.countriesWithoutGdpCount === 2],
  ['venezuela', 'The other gap waits among the top ten', () => figures.countriesWithoutGdp.some(({ rank }) => rank <= 10)],
  ['jordan', 'four countries', () => figures.runningCount('jordan') === 4],
  ['nicaragua', 'also stands at', () => tiedWith('nicaragua').join() === 'jordan'],
  ['nicaragua', 'a third the size', () => near((recordOf('nicaragua').gdp ?? 0) * 3, recordOf('jordan').gdp ?? 0, 0.06)],
  ['saudi-arabia', 'the largest share on the whole list', () => largest(records, cancelled) === 'saudi-arabia'],
  ['guyana', 'also comes to', () => tiedWith('guyana').join() === 'saudi-arabia'],
  ['guyana', 'with the smallest GDP on the list', () => smallest(known, ({ gdp }) => gdp ?? 0) === 'guyana'],
  ['algeria', 'eight countries', () => figures.runningCount('algeria') === 8],
  ['algeria', 'not quite one percent', () => figures.runningShare('algeria') < 0.01],
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
  ['romania', 'also brings', () => tiedWith('romania').join() === 'sri-lanka'],
  ['romania', 'The third tie and the last one', () => records.filter(({ id }) => tiedWith(id).length > 0).length === 6],
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
]
