import { duration } from 'countdown-story/charts'
import * as figures from '../../data/figures.ts'
import { billions, count, percent, usd } from '../../data/format.ts'
import { type CountryRecord, records } from '../../data/records.ts'

/** A step of the field. */
export interface FieldStep {
  id: string
  /** Countries with this rank and worse are in the field. */
  told: number
  /** Id of the country whose squares are the signal; empty for none. */
  current: string
  /** Whether the many small ones are set apart from the ten large ones. */
  emphasis: boolean
  name: string
  duration?: number
}

/** Rank of nobody: the field is empty. */
const NOBODY = 1000
const largest = records.at(-1) as CountryRecord
const all = `${count(figures.countryCount)} deficits, ${billions(figures.total)} together`

const opening: FieldStep[] = [
  step('question', NOBODY, `Empty frame as large as ${all}, with a line at half, ${billions(figures.half)}.`),
  step(
    'basis',
    NOBODY,
    `Empty frame as large as ${all}, with a line at about ${usd(figures.overallDeficit)}, the deficit that is left after surpluses elsewhere.`,
  ),
  step(
    'unit',
    NOBODY,
    `The empty frame and the first square: one square is $1 billion, and ${count(figures.total / 1e9)} of them fill the frame.`,
  ),
]

const countries = records
  .filter(({ rank }) => rank >= 35)
  .map((record) => ({ ...step(record.id, record.rank, countryName(record)), current: record.id }))

const china: FieldStep[] = [
  {
    duration: duration.fill,
    ...step(
      'before-china',
      largest.rank + 1,
      `Field of squares of $1 billion: ${count(figures.countryCount - 1)} countries fill ${billions(figures.total - largest.deficit)}; the place of the last country, ${usd(largest.deficit)}, is empty.`,
    ),
  },
  { ...step(largest.id, largest.rank, countryName(largest)), current: largest.id, duration: duration.pour },
  {
    ...step(
      'thirty-three',
      largest.rank,
      `Field of squares of $1 billion: ${largest.name}'s ${usd(largest.deficit)} are more than the ${count(smallCount())} smallest deficits together, ${billions(figures.smallestTogether(smallCount()))}.`,
    ),
    current: largest.id,
    emphasis: true,
  },
]

/** Empty frame, the nine smallest one by one, then the last country and what it weighs. */
export const fieldSteps: readonly FieldStep[] = [
  ...opening,
  ...countries,
  step(
    'nine-so-far',
    35,
    `Field of squares of $1 billion: the ${countries.length} smallest deficits fill ${billions(figures.smallestTogether(countries.length))}, ${percent(figures.smallestTogether(countries.length) / figures.total)} of the frame.`,
  ),
  ...china,
]

/** How many of the smallest deficits together stay below the largest. */
export function smallCount(): number {
  return figures.smallestBelow(largest.id)
}

function step(id: string, told: number, name: string): FieldStep {
  return { id, told, current: '', emphasis: false, name }
}

function countryName({ id, name, deficit }: CountryRecord): string {
  const soFar = `${billions(figures.runningTotal(id))} so far, ${percent(figures.runningShare(id))} of the total`
  return `Field of squares of $1 billion: ${name} adds ${usd(deficit)}; ${soFar}.`
}
