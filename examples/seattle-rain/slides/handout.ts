import { between, type Handout } from 'countdown-story'
import { ticks } from 'countdown-story/charts'
import { ratio, shareOf, summer, year } from '../data/figures.ts'
import { count, mm, percent, times } from '../data/format.ts'
import { type Month, recordOf, records } from '../data/records.ts'

/** The months from one rank down to another. */
const months = (from: number, to: number) => between(records, from, to).map(({ id }) => id)
const wettest = Math.max(...records.map(({ rain }) => rain))

/** The handout: a cover with all twelve, three pages of story, the table and the sources. */
export const handout: Handout<Month> = {
  bars: {
    column: 'rain',
    value: ({ rain }) => rain,
    title: 'Bars: average rain of the month, on one scale throughout this handout',
    marks: ticks(0, wettest, 4).map((at) => ({ at, label: `${count(at)} mm` })),
    share: ({ count: months, here, total }) =>
      `${count(months)} ${months === 1 ? 'month' : 'months'}, ${mm(here)}: ${percent(here / total)} of the year’s rain.`,
  },
  columns: ['rain', 'wet', 'high', 'least', 'most'],
  cover: {
    kicker: 'Rain by month, average of 2012 to 2015',
    finding: `One November holds the rain of ${times(ratio('november', 'july')).replace('×', '')} Julys`,
    lead: `Seattle gets ${mm(year)} of rain in an average year. The five months from May to September bring ${percent(shareOf(...summer))} of it.`,
    chart: `Bars of the average rain of all twelve months, from ${mm(wettest)} in November to ${mm(records.at(-1)?.rain ?? 0)} in July.`,
    unit: '',
    groups: [],
    contents: 'Inside',
  },
  sheets: [
    {
      header: 'The wet half',
      parts: [
        {
          kind: 'opener',
          title: 'The wet half',
          lead: `Six months, none of them with less than ${mm(recordOf('february').rain)}. We count from the wettest down.`,
          records: months(12, 7),
        },
        { kind: 'rows', records: months(12, 7) },
        { kind: 'beats', slides: ['half'] },
        { kind: 'figure', slide: 'half', height: 270 },
      ],
    },
    {
      header: 'The way down',
      parts: [
        {
          kind: 'opener',
          title: 'The way down',
          lead: 'From April on it rains less with each month that is told, and the days grow warmer.',
          records: months(6, 2),
        },
        { kind: 'rows', records: months(6, 2) },
        { kind: 'beats', slides: ['warmth'] },
        { kind: 'figure', slide: 'warmth', height: 330 },
      ],
    },
    {
      header: 'The driest',
      parts: [
        { kind: 'opener', title: 'The driest', lead: 'One month is left.', records: months(1, 1) },
        { kind: 'rows', records: months(1, 1) },
        { kind: 'beats', slides: ['year'] },
        { kind: 'figure', slide: 'year', height: 600 },
      ],
    },
    {
      header: 'All twelve',
      parts: [
        { kind: 'opener', title: 'All twelve', lead: 'The driest first.' },
        { kind: 'table', caption: 'Rain, wet days and the average of the days’ highest temperatures; averages of 2012 to 2015.' },
        { kind: 'figure', slide: 'ranking', height: 300 },
        { kind: 'opener', title: 'Sources' },
        { kind: 'beats', slides: ['sources'] },
      ],
    },
  ],
}
