import { records, type Year } from './records.ts'

/* Every number that a slide quotes and no year holds. Differences are in °C from the mean of 1951 to 1980. */

const inOrder = [...records].sort((a, b) => a.year - b.year)
const mean = (years: readonly Year[]) => years.reduce((sum, { anomaly }) => sum + anomaly, 0) / years.length

/** The first and the last year of the table. */
export const [begin, end] = [inOrder[0]?.year ?? 0, inOrder.at(-1)?.year ?? 0]
/** How many years were warmer than the mean of 1951 to 1980. */
export const above = records.filter(({ anomaly }) => anomaly > 0).length
/** How many were not. */
export const notAbove = records.length - above
/** The coldest and the warmest. */
export const [coldest, warmest] = [records[0] as Year, records.at(-1) as Year]
/** How far they lie apart. */
export const span = warmest.anomaly - coldest.anomaly

/** The record of a rank. */
export const ranked = (rank: number): Year => records[records.length - rank] as Year
/** Of the years told down to a rank, the latest: for the first 40 it is 1964. */
export const latestTo = (rank: number): number =>
  Math.max(...records.filter((record) => record.rank >= rank).map(({ year }) => year))
/** Of the `count` warmest, the earliest. */
export const earliestOf = (count: number): number =>
  Math.min(...records.filter(({ rank }) => rank <= count).map(({ year }) => year))
/** The years since the last that was not above the mean. */
export const yearsAbove = end - latestTo(above + 1)

/** The decade of a year: 1909 is in 1900. */
export const decadeOf = ({ year }: Year): number => Math.floor(year / 10) * 10
/** All decades, the first one first, each with its years and its mean. */
export const decades = [...Map.groupBy(inOrder, decadeOf)].map(([decade, years]) => ({ decade, years, mean: mean(years) }))
/** The mean of the latest decade. */
export const latestDecade = decades.at(-1)?.mean ?? Number.NaN
/** The mean of a year's decade. */
export const decadeMean = (record: Year): number => mean(inOrder.filter((other) => decadeOf(other) === decadeOf(record)))
/** How many years of its decade are told with this one, and how many it has. */
export const toldOfDecade = (record: Year): { told: number; count: number } => {
  const years = inOrder.filter((other) => decadeOf(other) === decadeOf(record))
  return { told: years.filter(({ rank }) => rank >= record.rank).length, count: years.length }
}

/** Whether every later year was warmer. */
export const isLastAsCool = ({ year, anomaly }: Year): boolean =>
  year < end && inOrder.every((other) => other.year <= year || other.anomaly > anomaly)
/** Whether no year before it had been as warm. */
export const isRecord = ({ year, anomaly }: Year): boolean =>
  year > begin && inOrder.every((other) => other.year >= year || other.anomaly < anomaly)
/** The rank that a year had when it was over, among the years until then. */
export const rankInItsDay = ({ year, anomaly }: Year): { rank: number; count: number } => {
  const until = inOrder.filter((other) => other.year <= year)
  return { rank: until.filter((other) => other.anomaly > anomaly).length + 1, count: until.length }
}
