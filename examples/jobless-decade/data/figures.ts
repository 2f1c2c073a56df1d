import { type Industry, records, years } from './records.ts'

/* What slides say and the chart draws of the industries, beside their rates. */

/** The rank of an industry in a year: 1 is the highest rate. */
export function rankIn({ rates }: Industry, year: number): number {
  const at = years.indexOf(year)
  const own = rates[at] ?? Number.NaN
  return 1 + records.filter((other) => (other.rates[at] ?? Number.NaN) > own).length
}

/** The first and the last year. */
export const [begin, end] = [years[0] ?? Number.NaN, years.at(-1) ?? Number.NaN]

/** How many places an industry rose from the first year to the last; below zero where it fell. */
export const climbed = (industry: Industry): number => rankIn(industry, begin) - rankIn(industry, end)

/** The year in which an industry changed most places at once, and how many; below zero where it fell. */
export const leap = (industry: Industry): { year: number; places: number } =>
  years
    .slice(1)
    .map((year) => ({ year, places: rankIn(industry, year - 1) - rankIn(industry, year) }))
    .reduce((most, next) => (Math.abs(next.places) > Math.abs(most.places) ? next : most))

/** Points of percent by which a rate rose in the last of the years. */
export const lastStep = ({ rates }: Industry): number => (rates.at(-1) ?? Number.NaN) - (rates.at(-2) ?? Number.NaN)

/** How often an industry had the highest rate of all. */
export const yearsOnTop = (industry: Industry): number => years.filter((year) => rankIn(industry, year) === 1).length

/** A row for each industry and year: where its line stands. */
export const ranks = records.flatMap((industry) =>
  years.map((year) => ({ industry: industry.name, year: String(year), rank: rankIn(industry, year) })),
)
