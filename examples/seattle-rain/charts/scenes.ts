import { createOverview } from 'countdown-story/charts'
import { mm } from '../data/format.ts'
import { records } from '../data/records.ts'
import { calendar } from './calendar.ts'
import { warmth } from './warmth.ts'

/** The charts by the names that slides use. */
export const scenes = {
  calendar,
  warmth,
  overview: createOverview({ records, value: ({ rain }) => rain, print: mm, title: 'Average rain of the month' }),
}
