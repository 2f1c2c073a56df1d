import { duration } from 'countdown-story/charts'
import * as figures from '../../data/figures.ts'
import { billions, count, percent, usd } from '../../data/format.ts'
import { type CountryRecord, records } from '../../data/records.ts'

/** A step of the portraits. */
export interface PortraitStep {
  id: string
  /** Countries with this rank and worse have been told. */
  told: number
  /** The country portrayed; none at the doors. */
  record?: CountryRecord
  scale: PortraitScale
  name: string
  duration?: number
}

/** A scale of the portraits, in dollars. */
export interface PortraitScale {
  top: number
  gridline: number
}

/** The two scales; the second is exactly a third of the first, so that the change can be named. */
export const scales = {
  ten: { top: 160e9, gridline: 50e9 },
  neighbours: { top: 480e9, gridline: 100e9 },
} as const satisfies Record<string, PortraitScale>

/** How many times smaller a dollar is drawn on the second. */
export const zoom = scales.neighbours.top / scales.ten.top

/** Largest and smallest rank portrayed here; the largest deficit of all has a chart of its own. */
const ranks = { from: 10, half: 4, to: 2 } as const

/** The door of the ten, their portraits, and the door before half of the total is passed. */
export const portraitSteps: readonly PortraitStep[] = [
  door('ten', ranks.from + 1, scales.ten, tenName()),
  ...portraits(ranks.from, ranks.half + 1, scales.ten),
  door('four', ranks.half + 1, scales.ten, fourName()),
  ...portraits(ranks.half, ranks.half, scales.ten),
  ...portraits(ranks.half - 1, ranks.to, scales.neighbours),
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

function portraits(from: number, to: number, scale: PortraitScale): PortraitStep[] {
  return records
    .filter(({ rank }) => rank <= from && rank >= to)
    .map((record) => ({ id: record.id, told: record.rank, record, scale, name: portraitName(record) }))
}

function door(id: string, told: number, scale: PortraitScale, name: string): PortraitStep {
  return { id, told, scale, name, duration: duration.scene }
}

function portraitName({ id, name, rank, exports, imports, deficit }: CountryRecord): string {
  const flows = `${name} sold the United States ${usd(exports)} and bought ${usd(imports)}`
  const soFar = `#${rank} brings the running total to ${billions(figures.runningTotal(id))}, ${percent(figures.runningShare(id))}`
  return `Two bars on one scale, exports and imports: ${flows}; the gap is ${usd(deficit)}. ${soFar}.`
}

function tenName(): string {
  const told = records.filter(({ rank }) => rank > ranks.from)
  const dollars = figures.smallestTogether(told.length)
  return `Strip of all deficits: ${count(told.length)} countries fill ${percent(dollars / figures.total)}; ${count(ranks.from)} fill the rest.`
}

function fourName(): string {
  return `Strip of all deficits: ${count(figures.countriesBeforeHalf)} countries fill ${percent(figures.shareBeforeHalf)}; ${billions(figures.missingToHalf)} are missing to half.`
}
