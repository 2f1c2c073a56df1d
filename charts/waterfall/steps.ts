import * as figures from '../../data/figures.ts'
import { billions, count, inWords, percent, usd } from '../../data/format.ts'

/** How many of the largest have a place of their own; all others share the first. */
export const NAMED = 10

/** Places: the many, the named ones, what surpluses take away, and what is left. */
export const PLACES = NAMED + 3

/** Upper end of the axis in dollars, and distance of its lines. */
export const [TOP, GRIDLINE] = [1400e9, 500e9]

/** A country's place in the order: 0 for the many. */
export function placeOf(rank: number): number {
  return Math.max(0, NAMED + 1 - rank)
}

/** What surpluses elsewhere come to, no more exact than the rounded net allows. */
export const surpluses = `roughly ${inWords(figures.surplusesInTens)}`

/** Names of the two steps. */
export const names = { total: totalName(), net: netName() }

function totalName(): string {
  const parts = `${count(figures.countryCount - NAMED)} countries in one bar, then the ${count(NAMED)} largest one by one`
  return `Waterfall of the deficits, ${parts}: together ${billions(figures.total)}, of which the ${count(NAMED)} are ${percent(1 - figures.smallestTogether(figures.countryCount - NAMED) / figures.total)}.`
}

function netName(): string {
  return `Waterfall of the deficits: from ${billions(figures.total)}, surpluses elsewhere of ${surpluses} are taken away, and ${usd(figures.overallDeficit)} are left.`
}
