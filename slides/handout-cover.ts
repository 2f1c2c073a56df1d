import type { Cover } from 'countdown-story'
import * as figures from '../data/figures.ts'
import { billions, count, percent, usd } from '../data/format.ts'
import { countdown, deficit, word } from './handout-words.ts'

const { countryCount, countriesBeforeHalf, countriesFromHalfCount, shareBeforeHalf, shareFromHalf } = figures
/** How many from below it takes to pass half. */
const fromBelow = countriesBeforeHalf + 1

/** The first page: the answer, and all countries on one scale. */
export const cover: Cover = {
  kicker: 'U.S. trade in goods, 2023',
  finding: `Counted up from the smallest, it takes ${count(fromBelow)} countries to make half of the deficits. Counted down from the largest, ${word(figures.largestToHalf)}.`,
  lead: `With ${count(countryCount)} countries the United States ran a goods-trade deficit of a billion dollars or more in 2023. They add up to ${billions(figures.total)}, before surpluses elsewhere; the deficit with the whole world was ${usd(figures.overallDeficit)}.`,
  chart: `Bar chart of the ${count(countryCount)} deficits on one scale, from ${deficit('libya')} with Libya to ${deficit('china')} with China: the first ${count(countriesBeforeHalf)} make ${percent(shareBeforeHalf)} of the total, the last ${count(countriesFromHalfCount)} ${percent(shareFromHalf)}.`,
  groups: [
    {
      records: countdown(countryCount, countriesFromHalfCount + 1),
      label: `${count(countriesBeforeHalf)} countries: ${billions(figures.totalBeforeHalf)}, ${percent(shareBeforeHalf)}`,
    },
    {
      records: countdown(countriesFromHalfCount, 1),
      label: `${count(countriesFromHalfCount)} countries: ${billions(figures.total - figures.totalBeforeHalf)}, ${percent(shareFromHalf)}`,
      strong: true,
    },
  ],
  unit: 'billion dollars',
  contents: 'Inside',
}
