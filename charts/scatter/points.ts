import * as figures from '../../data/figures.ts'
import { count, percent } from '../../data/format.ts'
import { type CountryRecord, records } from '../../data/records.ts'

/** Rank of the largest country in the cloud, which pauses the story after it. */
export const LARGEST = 11

/** Countries told by then. */
export const told = records.filter(({ rank }) => rank >= LARGEST)
/** Those without a GDP figure. */
export const without = told.filter(({ gdp }) => gdp === null)

/** A country in the cloud itself. */
export interface Weighed extends CountryRecord {
  gdpPerCapita: number
  weight: number
}

/** Those with one. */
export const points: readonly Weighed[] = told.flatMap((record) => {
  const { gdpPerCapita } = record
  const weight = figures.deficitShareOfGdp(record.id)?.value ?? null
  return gdpPerCapita === null || weight === null ? [] : [{ ...record, gdpPerCapita, weight }]
})

/** The extremes of both axes and the country told last; their names are never left out. */
export const extremes = [...new Set([byWeight(-1), byWeight(0), byWealth(-1), byWealth(0), told.at(-1)?.id ?? ''])]

function byWeight(position: number): string {
  return points.toSorted((a, b) => a.weight - b.weight).at(position)?.id ?? ''
}

function byWealth(position: number): string {
  return points.toSorted((a, b) => a.gdpPerCapita - b.gdpPerCapita).at(position)?.id ?? ''
}

/** What the chart shows, in a sentence. */
export function scatterName(): string {
  const [heaviest, lightest] = [points.find(({ id }) => id === byWeight(-1)), points.find(({ id }) => id === byWeight(0))]
  const ends =
    heaviest && lightest
      ? `from ${percent(lightest.weight)} in ${lightest.name} to ${percent(heaviest.weight)} in ${heaviest.name}`
      : ''
  const missing = `${without.map(({ name }) => name).join(', ')}: no 2023 figure`
  return `Points for ${count(points.length)} countries by GDP per head and by deficit as a share of GDP, both axes logarithmic: the share runs ${ends}. ${missing}.`
}
