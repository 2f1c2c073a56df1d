import { createOverview } from 'countdown-story/charts'
import { difference } from '../data/format.ts'
import { records } from '../data/records.ts'
import { timeline } from './timeline.ts'

/** The charts by the names that slides use. */
export const scenes = {
  timeline,
  overview: createOverview({
    records,
    value: ({ anomaly }) => anomaly,
    print: difference,
    title: 'Difference from the mean of 1951 to 1980',
  }),
}
