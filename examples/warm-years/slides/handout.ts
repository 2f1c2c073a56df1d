import type { Handout } from 'countdown-story'
import { above, coldest, notAbove, warmest, yearsAbove } from '../data/figures.ts'
import { count, difference } from '../data/format.ts'
import { records, type Year } from '../data/records.ts'

const idsOf = (some: readonly Year[]) => some.map(({ id }) => id)

/** The handout: a cover with all years, the story act by act, the full table. Bars go to the left where a year was colder than the mean. */
export const handout: Handout<Year> = {
  bars: {
    column: 'anomaly',
    value: ({ anomaly }) => anomaly,
    title: 'Bars: difference from the mean of 1951 to 1980, on one scale throughout this handout',
    marks: [-0.4, 0, 0.4, 0.8].map((at) => ({ at, label: difference(at) })),
  },
  columns: ['anomaly', 'before', 'after', 'decade', 'day'],
  cover: {
    kicker: 'Global temperature by year',
    finding: `The last ${count(yearsAbove)} years were all warmer than the mean of 1951 to 1980`,
    lead: `All ${count(records.length)} years, from the coldest, ${coldest.name}, at ${difference(coldest.anomaly)}, to the warmest, ${warmest.name}, at ${difference(warmest.anomaly)}.`,
    chart: `Bars of the difference from the mean for all ${count(records.length)} years by rank: from ${difference(coldest.anomaly)} over nothing to ${difference(warmest.anomaly)}.`,
    unit: '',
    groups: [
      { records: idsOf(records.filter(({ anomaly }) => anomaly <= 0)), label: `${count(notAbove)} years not above the mean` },
      { records: idsOf(records.filter(({ anomaly }) => anomaly > 0)), label: `${count(above)} above`, strong: true },
    ],
    contents: 'Inside',
  },
}
