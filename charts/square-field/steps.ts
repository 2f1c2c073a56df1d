import { duration } from 'countdown-story/charts'
import * as figures from '../../data/figures.ts'
import { billions, count, inWords, percent, usd } from '../../data/format.ts'
import { type CountryRecord, records } from '../../data/records.ts'
import { tradeWords } from '../parts/trade-words.ts'
import { UNIT } from './squares.ts'

/** A step of the field. */
export interface FieldStep {
  id: string
  /** Countries with this rank and worse are in the field. */
  told: number
  /** Id of the country whose squares are the signal; empty for none. */
  current: string
  /** How the squares stand: as they fell, the small ones moved onto the largest, or the few that make half set apart. */
  look: '' | 'moved' | 'few'
  /** Dollars up to which squares stand; those beyond have been taken off. */
  upTo: number
  name: string
  duration?: number
}

/** The lens follows the first countries, down to this rank. */
const LENS_TO = 35
/** Rank of nobody: the field is empty. */
const NOBODY = 1000
const [first, largest] = [records[0], records.at(-1)] as [CountryRecord, CountryRecord]
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
    first.rank,
    `The empty frame and the first square: one square is $1 billion, and ${count(figures.total / 1e9)} of them fill the frame.`,
    { current: first.id, upTo: UNIT },
  ),
]

const countries = records
  .filter(({ rank }) => rank >= LENS_TO)
  .map((record) => step(record.id, record.rank, countryName(record), { current: record.id }))

/** The country whose squares pass half. */
const passing = records[figures.countriesBeforeHalf] as CountryRecord
const field = 'Field of squares of $1 billion'

/** The door of the ten largest: what they are still to fill. */
const TEN = 11
const ten = step(
  'ten',
  TEN,
  `${field}: ${count(figures.countriesTo(TEN).length)} countries fill ${percent(figures.totalTo(TEN) / figures.total)} of the frame; ${tenToCome()}.`,
  { duration: duration.fill },
)

const half: FieldStep[] = [
  step(
    'four',
    passing.rank + 1,
    `${field}: ${count(figures.countriesBeforeHalf)} countries fill ${billions(figures.totalBeforeHalf)}, and a bracket holds the ${billions(figures.missingToHalf)} that are missing to half.`,
    { duration: duration.fill },
  ),
  step(
    'half',
    passing.rank,
    `${field}: the ${usd(passing.deficit)} of ${passing.name} pour across the line at half, ${billions(figures.half)}; it takes ${count(figures.countriesBeforeHalf + 1)} countries from the smallest or ${count(figures.largestToHalf)} from the largest.`,
    { current: passing.id, duration: duration.fill },
  ),
]

const china: FieldStep[] = [
  step(
    'before-china',
    largest.rank + 1,
    `${field}: ${count(figures.countryCount - 1)} countries fill ${billions(figures.total - largest.deficit)}; the place of the last country, ${usd(largest.deficit)}, is empty.`,
    { duration: duration.fill },
  ),
  step(largest.id, largest.rank, countryName(largest), { current: largest.id, duration: duration.pour }),
  step(
    'thirty-three',
    largest.rank,
    `${field}: the ${count(smallCount())} smallest deficits, ${billions(figures.smallestTogether(smallCount()))}, lie on the ${usd(largest.deficit)} of ${largest.name}; ${billions(uncovered())} stay uncovered.`,
    { current: largest.id, look: 'moved', duration: duration.fill },
  ),
]

const reckoning: FieldStep[] = [
  step(
    'total',
    largest.rank,
    `${field}: the full frame of ${all}, with a line at ${usd(figures.overallDeficit)}, the deficit with the whole world.`,
  ),
  step(
    'net',
    largest.rank,
    `${field}: surpluses elsewhere take off roughly ${inWords(figures.surplusesInTens)}, give or take ${inWords(figures.netError)}, and ${usd(figures.overallDeficit)} stays.`,
    { upTo: figures.overallDeficit, duration: duration.fill },
  ),
  step(
    'ending',
    largest.rank,
    `${field}: in the full frame the blocks of ${few()
      .map(({ name }) => name)
      .join(', ')} are named, ${percent(figures.shareFromHalf)} of it; ${count(figures.countriesBeforeHalf)} countries are grey.`,
    { look: 'few', duration: duration.fill },
  ),
]

/** Empty frame, the nine smallest one by one, the line at half, the last country and what it weighs, what comes off, and the frame at the end. */
export const fieldSteps: readonly FieldStep[] = [
  ...opening,
  ...countries,
  step(
    'nine-so-far',
    35,
    `Field of squares of $1 billion: the ${countries.length} smallest deficits fill ${billions(figures.smallestTogether(countries.length))}, ${percent(figures.smallestTogether(countries.length) / figures.total)} of the frame.`,
  ),
  ten,
  ...half,
  ...china,
  ...reckoning,
]

/** Whether a step looks at its country's squares through the lens. */
export function isUnderLens({ id, current, told }: FieldStep): boolean {
  return id === current && told >= LENS_TO
}

/** How many of the smallest deficits together stay below the largest. */
export function smallCount(): number {
  return figures.smallestBelow(largest.id)
}

/** What the last ten fill. */
export function tenToCome(): string {
  const rest = figures.countryCount - figures.countriesTo(TEN).length
  return `${count(rest)} countries to come: ${percent(1 - figures.totalTo(TEN) / figures.total)}`
}

/** What of the largest they leave uncovered, in dollars. */
export function uncovered(): number {
  return largest.deficit - figures.smallestTogether(smallCount())
}

/** The few that make more than half, smallest first. */
export function few(): readonly CountryRecord[] {
  return records.slice(figures.countriesBeforeHalf)
}

function step(id: string, told: number, name: string, more: Partial<FieldStep> = {}): FieldStep {
  return { id, told, current: '', look: '', upTo: figures.total, name, ...more }
}

function countryName(record: CountryRecord): string {
  return `Field of squares of $1 billion: ${record.name} adds ${usd(record.deficit)}; ${tradeWords(record)}.`
}
