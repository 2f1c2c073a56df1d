import { describe, expect, test } from 'vitest'
import { daylight, days, sunOver } from '../../examples/gallery-charts/data/daylight.ts'
import * as ranks from '../../examples/jobless-decade/data/figures.ts'
import { records as industries, by as industry } from '../../examples/jobless-decade/data/records.ts'
import * as months from '../../examples/seattle-rain/data/figures.ts'
import { type Month, recordOf, records } from '../../examples/seattle-rain/data/records.ts'
import * as years from '../../examples/warm-years/data/figures.ts'
import { records as allYears, inYear } from '../../examples/warm-years/data/records.ts'
import { acts } from '../../examples/warm-years/slides/acts.ts'

const largest = (some: readonly Month[], measure: (month: Month) => number) =>
  some.reduce((best, month) => (measure(month) > measure(best) ? month : best)).id
const wet = records.filter(({ rank }) => rank >= 7)

describe('what the slides of the months say in words', () => {
  test.each<[string, unknown, unknown]>([
    ['half: October to March are the six wettest', wet.map(({ place }) => place).sort((a, b) => a - b), [0, 1, 2, 9, 10, 11]],
    ['december: more wet days than any other', largest(records, (month) => month.wet), 'december'],
    ['december: the wettest single month of the four years', largest(records, (month) => month.most), 'december'],
    ['january: as cold as December, to a decimal', recordOf('january').high, recordOf('december').high],
    ['february: least rain a wet day of the six', largest(wet, ({ id }) => -months.perWetDay(id)), 'february'],
    [
      'may: warmer than those before it, September aside',
      largest(
        records.slice(0, 9).filter(({ id }) => id !== 'september'),
        ({ high }) => high,
      ),
      'may',
    ],
    ['september: one of the wettest of a year in a dry one', recordOf('september').most > recordOf('march').rain, true],
    ['august: a year without a drop', recordOf('august').least, 0],
    [
      'june: more wet days than August, and drier ones',
      recordOf('june').wet > recordOf('august').wet && months.perWetDay('june') < months.perWetDay('august'),
      true,
    ],
    [
      'warmth: the two warmest of those told are the two driest',
      records
        .slice(0, 11)
        .sort((a, b) => b.high - a.high)
        .slice(0, 2)
        .map(({ id }) => id)
        .sort(),
      records
        .slice(9, 11)
        .map(({ id }) => id)
        .sort(),
    ],
  ])('%s', (_, found, expected) => expect(found).toEqual(expected))
})

describe('what the slides of the years say in words', () => {
  const ten = acts.ten.told.map(({ year }) => year).sort((a, b) => a - b)
  test.each<[string, unknown, unknown]>([
    [
      'forty: the right third of the line is empty',
      years.latestTo(acts.coldest.to) < years.end - (years.end - years.begin) / 3,
      true,
    ],
    [
      'crossing: every year since is above the mean',
      allYears.filter(({ year, anomaly }) => year > years.latestTo(acts.below.to) && anomaly <= 0),
      [],
    ],
    ['degree: all more than half a degree above', acts.half.told.every(({ anomaly }) => anomaly > 0.5), true],
    ['ten: the ten warmest are the ten latest', ten, ten.map((_, index) => years.end - 9 + index)],
    [
      '2014: a record in its day, tenth today, warmer ever since',
      [years.isRecord(inYear(2014)), inYear(2014).rank, years.isLastAsCool(inYear(2014))],
      [true, 10, true],
    ],
    [
      '2015: the three records before it were broken by hundredths',
      [2005, 2010, 2014].map((year) => years.isRecord(inYear(year))),
      [true, true, true],
    ],
    [
      '2016: the first above one degree, and the record until 2023',
      allYears
        .filter(({ anomaly }) => anomaly > 1)
        .map(({ year }) => year)
        .sort((a, b) => a - b),
      [2016, 2020, 2023],
    ],
    ['2020: level with 2016', inYear(2020).anomaly, inYear(2016).anomaly],
    [
      'decades: each since the 1970s warmer than the one before',
      years.decades.slice(9).every(({ mean }, index) => mean > (years.decades[index + 8]?.mean ?? 0)),
      true,
    ],
    ['the coldest is 1909, the warmest 2023', [years.coldest.year, years.warmest.year], [1909, 2023]],
  ])('%s', (_, found, expected) => expect(found).toEqual(expected))
})

describe('the hours of daylight, which the slides compute', () => {
  const sunOn = (month: number, day: number) => sunOver(new Date(Date.UTC(2024, month - 1, day)))

  test('are those of almanacs, to three minutes', () => {
    const [june, december] = [sunOn(6, 20), sunOn(12, 21)]
    const almanac = [
      [64.1, june, 21 + 8 / 60],
      [64.1, december, 4 + 7 / 60],
      [-33.9, december, 14 + 25 / 60],
      [-33.9, june, 9 + 53 / 60],
      [0, june, 12 + 7 / 60],
    ] as const
    for (const [latitude, sun, hours] of almanac) expect(Math.abs(daylight(latitude, sun) - hours)).toBeLessThan(0.05)
  })

  test('are none or all of a day beyond the polar circles', () => {
    expect([daylight(80, sunOn(6, 20)), daylight(80, sunOn(12, 21)), daylight(-80, sunOn(6, 20))]).toEqual([24, 0, 0])
  })

  test('quito: no day of the year is much longer than another', () => {
    const hours = days.map((day) => daylight(-0.2, sunOver(day)))
    expect(Math.max(...hours) - Math.min(...hours)).toBeLessThan(0.1)
  })

  test('cape-town: its longest day is in the week of Christmas', () => {
    const hours = days.map((day) => daylight(-33.9, sunOver(day)))
    const longest = days[hours.indexOf(Math.max(...hours))]
    expect([longest?.getUTCMonth(), Math.abs((longest?.getUTCDate() ?? 0) - 25) < 7]).toEqual([11, true])
  })
})

describe('what the slides of the industries say in words', () => {
  const top = (count: number, year: number) => industries.filter((one) => ranks.rankIn(one, year) <= count).map(({ id }) => id)
  const foot = (year: number) => industries.filter((one) => ranks.rankIn(one, year) > industries.length - 4).map(({ id }) => id)
  const steps = industries.toSorted((a, b) => ranks.lastStep(b) - ranks.lastStep(a)).map(({ id }) => id)
  test.each<[string, unknown, unknown]>([
    ['under seven percent: the last four', industries.slice(0, 4).every(({ rate }) => rate < 7), true],
    [
      'opening: then construction takes over',
      [top(1, 2006), top(1, 2007), top(1, 2009)].flat(),
      ['agriculture', 'construction', 'construction'],
    ],
    [
      'construction: the highest rate in all ten years',
      Math.max(...industries.flatMap(({ rates }) => rates)),
      industry.construction?.rate,
    ],
    ['construction: only that of mining rose more', steps.slice(0, 2), ['mining', 'construction']],
    [
      'ending: the only one below one and a half points',
      industries.filter((one) => ranks.lastStep(one) < 1.5).map(({ id }) => id),
      ['government'],
    ],
    ['ending: the same four at the foot', foot(2009).sort(), foot(2000).sort()],
    ['ending: not the same four on top', top(4, 2009).includes('manufacturing') && !top(4, 2000).includes('manufacturing'), true],
    [
      'manufacturing: none of the top four came from so far below',
      top(4, 2009).toSorted((a, b) => ranks.climbed(industry[b] as never) - ranks.climbed(industry[a] as never))[0],
      'manufacturing',
    ],
  ])('%s', (_, found, expected) => expect(found).toEqual(expected))
})
