import { type Month, recordOf, records } from './records.ts'

/* Every number that a slide quotes and no month holds. Rain is in mm, shares are ratios of 1. */

const sum = (months: readonly Month[]) => months.reduce((total, { rain }) => total + rain, 0)

/** Rain of the average year. */
export const year = sum(records)
/** Rain of some months as a share of the year: `shareOf('july')`. */
export const shareOf = (...ids: readonly string[]): number => sum(ids.map(recordOf)) / year
/** Rain from the wettest month down to this one, as a share of the year. */
export const shareSoFar = (id: string): number => sum(toldTo(id)) / year
/** What falls on a wet day of a month, on average. */
export const perWetDay = (id: string): number => recordOf(id).rain / recordOf(id).wet
/** The rain of one month as a multiple of another's. */
export const ratio = (id: string, other: string): number => recordOf(id).rain / recordOf(other).rain
/** How much less it rains in one month than in another. */
export const lessThan = (id: string, other: string): number => recordOf(other).rain - recordOf(id).rain
/** How much warmer the days of one month are than those of another, in °C. */
export const warmerThan = (id: string, other: string): number => recordOf(id).high - recordOf(other).high
/** Months from May to September, as the locals count summer. */
export const summer = ['may', 'june', 'july', 'august', 'september'] as const
/** How many months at the wet end bring more than half of the year's rain. */
export const monthsToHalf = records.findIndex(({ id }) => shareSoFar(id) > 0.5) + 1
/** How many months have at least one year without a drop. */
export const everDry = records.filter(({ least }) => least === 0).length

function toldTo(id: string): readonly Month[] {
  return records.slice(0, records.indexOf(recordOf(id)) + 1)
}
