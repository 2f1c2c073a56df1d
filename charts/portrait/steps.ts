import { duration } from 'countdown-story/charts'
import * as figures from '../../data/figures.ts'
import { count, percent, times, usd } from '../../data/format.ts'
import { type CountryRecord, records } from '../../data/records.ts'

/** A step of the portraits. */
export interface PortraitStep {
  id: string
  /** Countries with this rank and worse have been told. */
  told: number
  /** The country portrayed; none at the door. */
  record?: CountryRecord
  name: string
  duration?: number
}

/** The one scale of all portraits, in dollars: Mexico's exports fit, and a bar means the same on each. */
export const scale = { top: 480e9, gridline: 100e9 } as const

/** Largest and smallest rank portrayed here; the largest deficit of all has a chart of its own. */
const ranks = { from: 10, to: 2 } as const

/** The door of the ten and their portraits. */
export const portraitSteps: readonly PortraitStep[] = [
  { id: 'ten', told: ranks.from + 1, name: tenName(), duration: duration.scene },
  ...records
    .filter(({ rank }) => rank <= ranks.from && rank >= ranks.to)
    .map((record) => ({ id: record.id, told: record.rank, record, name: portraitName(record) })),
]

/** Countries told by a step, smallest first. */
export function toldBy({ told }: Pick<PortraitStep, 'told'>): readonly CountryRecord[] {
  return records.filter(({ rank }) => rank >= told)
}

/** Whether the running total passes half with this step's country. */
export function passesHalf({ record }: PortraitStep): boolean {
  if (!record) return false
  const soFar = figures.runningTotal(record.id)
  return soFar > figures.half && soFar - record.deficit <= figures.half
}

function portraitName({ id, name, exports, imports, deficit }: CountryRecord): string {
  const flows = `${name} sold the United States ${usd(exports)} and bought ${usd(imports)}`
  const ratio = times(figures.dollarsSoldPerDollarBought(id))
  return `Two bars on one scale, exports and imports, with a bracket for the difference: ${flows}; the deficit is ${usd(deficit)}. A strip of all ${count(figures.countryCount)} shows that it sells ${ratio} what it buys.`
}

function tenName(): string {
  const told = records.filter(({ rank }) => rank > ranks.from)
  const dollars = figures.smallestTogether(told.length)
  return `Strip of all deficits: ${count(told.length)} countries fill ${percent(dollars / figures.total)}; ${count(ranks.from)} fill the rest.`
}
