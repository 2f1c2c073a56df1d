import { exceeds } from '../../data/estimate.ts'
import * as figures from '../../data/figures.ts'
import { recordOf, records } from '../../data/records.ts'
import {
  ahead,
  before,
  type Claim,
  deficit,
  exports,
  from,
  gdpPerHead,
  imports,
  leads,
  near,
  order,
  perHead,
  sold,
  told,
  trade,
  trails,
  weight,
  withGdp,
} from './measures.ts'

/** Austria to China, and what follows. */
export const claimsOfTheTop: readonly Claim[] = [
  ['tens', 'the next nine', () => figures.runningCount('ireland') - figures.runningCount('france') === 9],
  [
    'tens',
    'just over twice',
    () => near((figures.runningTotal('ireland') - figures.runningTotal('france')) / figures.runningTotal('france'), 2.04, 0.01),
  ],
  [
    'austria',
    'a hair short of a hundred',
    () => figures.runningTotal('austria') < 1e11 && near(figures.runningTotal('austria'), 1e11, 0.01),
  ],
  ['austria', 'Twenty-five countries', () => figures.runningCount('austria') === 25],
  ['sweden', 'matches Austria’s sales', () => recordOf('sweden').exports === recordOf('austria').exports],
  [
    'sweden',
    'the order turns',
    () => ahead(weight, 'austria', 'sweden') && recordOf('sweden').deficit > recordOf('austria').deficit,
  ],
  [
    'israel',
    'three in a row at over a thousand dollars',
    () =>
      ['austria', 'sweden', 'israel'].every((id) => perHead(recordOf(id)).low > 1000) && perHead(recordOf('france')).high < 1000,
  ],
  ['cambodia', 'the steepest ratio on the list', () => leads(records, sold, 'cambodia')],
  ['cambodia', 'the highest share of the', () => leads(withGdp(), weight, 'cambodia')],
  ['cambodia', 'or buys less', () => trails(records, imports, 'cambodia')],
  ['switzerland', 'side by side', () => recordOf('cambodia').rank - recordOf('switzerland').rank === 1],
  ['map', 'Twelve of the countries so far are European', () => figures.europeansSoFar('switzerland').length === 12],
  ['map', 'Russia among them', () => figures.europeansSoFar('switzerland').some(({ id }) => id === 'russia')],
  ['map', 'without it eleven', () => figures.europeanShareSoFar('switzerland', ['russia']) < 0.5],
  [
    'map',
    'the next three countries share one region',
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
    'the third in a row from South-eastern Asia',
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
  ['ireland', 'GDP per head is the highest of them too', () => leads(withGdp(), gdpPerHead, 'ireland')],
  ['ireland', 'the largest deficit per inhabitant of the', () => leads(withGdp(), perHead, 'ireland', 'canada')],
  [
    'scatter',
    'Cambodia’s deficit weighs',
    () => leads(withGdp(), weight, 'cambodia') && trails(withGdp(), weight, 'saudi-arabia'),
  ],
  [
    'scatter',
    'Venezuela, has no',
    () =>
      told('ireland')
        .filter(({ gdp }) => gdp === null)
        .map(({ id }) => id)
        .join() === 'venezuela',
  ],
  ['ten', 'Ten countries remain', () => figures.countryCount - figures.runningCount('ireland') === 10],
  ['ten', 'one fifth of the money', () => near(figures.runningShare('ireland'), 0.2, 0.05)],
  ['india', 'a little over twice', () => near(sold(recordOf('india')), 2.07, 0.02)],
  ['india', 'the lowest among the ten', () => trails(withGdp(from('india')), gdpPerHead, 'india')],
  ['chinese-taipei', 'about as much as India', () => near(recordOf('chinese-taipei').exports, recordOf('india').exports, 0.01)],
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
  ['germany', 'The largest of the', () => leads(figures.countriesOfContinent('Europe'), deficit, 'germany')],
  ['japan', 'edges ahead', () => recordOf('japan').deficit > recordOf('germany').deficit],
  ['japan', 'thirty-nine countries', () => figures.runningCount('japan') === 39],
  ['four', 'Thirty-nine countries', () => figures.countriesBeforeHalf === 39],
  ['four', 'Four are left', () => figures.countryCount - figures.countriesBeforeHalf === 4],
  ['four', 'None of those before them', () => told('japan').every((record) => record.deficit < figures.missingToHalf)],
  ['half', 'or four from above', () => figures.largestToHalf === 4],
  [
    'half',
    'cross the line',
    () => figures.runningTotal('japan') < figures.half && figures.runningTotal('vietnam') > figures.half,
  ],
  ['vietnam', 'about what South Korea sells', () => near(recordOf('vietnam').exports, recordOf('south-korea').exports, 0.01)],
  ['canada', 'more than any other on the list', () => leads(records, imports, 'canada')],
  ['canada', 'the lowest ratio of the ten', () => trails(from('india'), sold, 'canada')],
  ['canada', 'Only one country on the list trades more', () => leads(records, trade, 'mexico', 'canada')],
  ['mexico', 'more than China does', () => leads(records, exports, 'mexico', 'china')],
  ['mexico', 'only Canada buys more', () => leads(records, imports, 'canada', 'mexico')],
  [
    'china',
    'lighter than in most',
    () => withGdp().filter((r) => exceeds(weight(r), weight(recordOf('china')))).length > withGdp().length / 2,
  ],
  ['china', 'nearly', () => figures.squares('china') * 1e9 > recordOf('china').deficit],
  [
    'thirty-three',
    'Every country from Libya to Ireland',
    () => figures.runningCount('ireland') === figures.smallestBelow('china'),
  ],
  [
    'explore',
    'the order changes each time',
    () => new Set([exports, imports, gdpPerHead].map((measure) => order(withGdp(), measure).join())).size === 3,
  ],
  ['sources', 'two of them lack', () => figures.countriesWithoutGdpCount === 2],
  [
    'sources',
    'Venezuela, Chinese Taipei',
    () => figures.countriesWithoutGdp.map(({ name }) => name).join(', ') === 'Venezuela, Chinese Taipei',
  ],
  ['half', 'Counted up from the smallest', () => figures.runningCount('vietnam') === figures.countriesBeforeHalf + 1],
  ['canada', 'The best customer', () => leads(records, imports, 'canada') && recordOf('canada').rank === 3],
  ['south-korea', 'From here to the top every country', () => from('south-korea').every((record) => exports(record).low > 1e11)],
  ['before-china', 'The most so far were Mexico’s', () => leads(told('mexico'), deficit, 'mexico')],
  ['four', 'The largest so far, Japan', () => leads(told('japan'), deficit, 'japan')],
  ['ranking', 'between the bars for Japan and Vietnam', () => figures.runningCount('japan') === figures.countriesBeforeHalf],
  ['weights', 'now with all of them', () => records.at(-1)?.id === 'china'],
  ['weights', 'weigh the most', () => leads(withGdp(), weight, 'cambodia', 'vietnam')],
  ['weights', 'in the middle of the cloud', () => near(figures.heavierThan('china') / figures.countriesWithGdpCount, 0.6, 0.05)],
  [
    'weights',
    'China is first by far',
    () => recordOf('china').rank === 1 && recordOf('china').deficit > 1.3 * recordOf('mexico').deficit,
  ],
  ['thirty-three', 'China alone outweighs', () => figures.smallestTogether(33) < recordOf('china').deficit],
  ['thirty-three', 'all of the first three acts', () => figures.runningCount('ireland') === 33],
  ['total', 'deficits only', () => records.every((record) => record.deficit > 0)],
  ['total', 'only countries with a deficit', () => records.every((record) => record.deficit > 0)],
  [
    'half',
    'nearly as much as these',
    () => near((figures.total - figures.runningTotal('vietnam')) / figures.runningTotal('vietnam'), 0.95, 0.05),
  ],
  ['half', 'The three still to come', () => figures.countryCount - figures.runningCount('vietnam') === 3],
  ['vietnam', 'Half is passed', () => figures.runningCount('vietnam') === figures.countriesBeforeHalf + 1],
  ['ending', 'fill more than half', () => figures.shareFromHalf > 0.5],
  ['vietnam', 'only Cambodia’s ratio is steeper', () => leads(records, sold, 'cambodia', 'vietnam')],
  ['ending', 'China comes first, then', () => String(from('vietnam').map(({ id }) => id)) === 'vietnam,canada,mexico,china'],
  ['ending', 'smallest fill', () => figures.runningTotal('iraq') === figures.smallestTogether(figures.runningCount('iraq'))],
  ['figures', 'stand in one table, from China’s', () => records.at(-1)?.id === 'china' && records[0]?.id === 'libya'],
  ['figures', 'two cells', () => figures.countriesWithoutGdpCount === 2],
]
