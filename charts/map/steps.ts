import type { SceneStep } from 'countdown-story'
import { STEP } from 'countdown-story/charts'
import * as figures from '../../data/figures.ts'
import { billions, count, percent } from '../../data/format.ts'
import { type CountryRecord, records } from '../../data/records.ts'

/** Rank of the largest country on the map, which pauses the story after it. */
const LARGEST = 15

/** The countries on the map, smallest first. */
export const mapped: readonly CountryRecord[] = records.filter(({ rank }) => rank >= LARGEST)

/** Their deficits together, in dollars. */
export const mappedDollars = figures.smallestTogether(mapped.length)

/** One look at all so far. */
export const mapSteps: readonly SceneStep[] = [{ id: 'map', params: { [STEP]: 'map' }, name: mapName() }]

function mapName(): string {
  const last = mapped.at(-1)?.id ?? ''
  const finding = `${count(figures.europeansSoFar(last).length)} of them European, Russia among them, with ${percent(figures.europeanShareSoFar(last))} of the sum`
  const sum = `${billions(mappedDollars)} together, ${percent(mappedDollars / figures.total)} of the total`
  return `World map with a circle by size of deficit for each of the ${count(mapped.length)} countries so far: ${finding}; ${sum}.`
}
