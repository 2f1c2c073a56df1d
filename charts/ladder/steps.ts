import { duration } from 'countdown-story/charts'
import * as figures from '../../data/figures.ts'
import { billions, count, percent, usd } from '../../data/format.ts'
import { type CountryRecord, records } from '../../data/records.ts'
import { tradeWords } from '../parts/trade-words.ts'

/** A scale of the ladder: how many countries have a place on it, and how far its axis goes. */
export interface LadderScale {
  slots: number
  /** Upper end of the axis in dollars. */
  top: number
  /** Distance of gridlines in dollars. */
  gridline: number
}

/** A step of the ladder. */
export interface LadderStep {
  id: string
  /** Countries with this rank and worse stand on the ladder. */
  told: number
  /** Id of the country whose bar is the signal; empty for none. */
  current: string
  scale: LadderScale
  /** The door of an act, where the scale changes; or a pause that looks at all so far. */
  kind: 'country' | 'door' | 'beat'
  name: string
  duration?: number
}

/** Rank of the largest country of each act. */
const lastOf = { squares: 35, handfuls: 20, tens: 11 } as const

/** The two scales; the second is exactly a fifth of the first, so that the shrink can be named. */
export const scales = {
  handfuls: { slots: slotsTo(lastOf.handfuls), top: 9e9, gridline: 2e9 },
  tens: { slots: slotsTo(lastOf.tens), top: 45e9, gridline: 10e9 },
} as const satisfies Record<string, LadderScale>

/** How many times smaller a dollar is drawn after the second door. */
export const zoom = scales.tens.top / scales.handfuls.top

/** Two acts, each with its door; the pauses stand between the countries. */
export const ladderSteps: readonly LadderStep[] = [
  door('handfuls', lastOf.squares, scales.handfuls),
  ...countries(34, 28, scales.handfuls),
  beat('midway', 28),
  ...countries(27, 21, scales.handfuls),
  beat('twenty-three', 21),
  ...countries(20, lastOf.handfuls, scales.handfuls),
  door('tens', lastOf.handfuls, scales.tens),
  ...countries(19, lastOf.tens, scales.tens),
]

/** The countries on the ladder, smallest first. */
export function toldBy({ told }: Pick<LadderStep, 'told'>): readonly CountryRecord[] {
  return records.filter(({ rank }) => rank >= told)
}

/** Their deficits together, in dollars. */
export function dollarsOf(step: Pick<LadderStep, 'told'>): number {
  return toldBy(step).reduce((sum, { deficit }) => sum + deficit, 0)
}

function slotsTo(rank: number): number {
  return records.length + 1 - rank
}

function countries(from: number, to: number, scale: LadderScale): LadderStep[] {
  return records
    .filter(({ rank }) => rank <= from && rank >= to)
    .map((record) => ({
      id: record.id,
      told: record.rank,
      current: record.id,
      scale,
      kind: 'country',
      name: `Bars of the deficits from zero, smallest first: ${record.name} is #${record.rank} with ${usd(record.deficit)}; ${tradeWords(record)}.`,
    }))
}

function door(id: string, told: number, scale: LadderScale): LadderStep {
  const shrink = scale === scales.tens ? `, drawn at a fifth of the scale before` : ''
  return {
    id,
    told,
    current: '',
    scale,
    kind: 'door',
    name: `Bars of the deficits from zero, on an axis up to ${billions(scale.top)}${shrink}: ${soFar(told)}.`,
    duration: duration.zoom,
  }
}

function beat(id: string, told: number): LadderStep {
  return {
    id,
    told,
    current: '',
    scale: scales.handfuls,
    kind: 'beat',
    name: `Bars of the deficits from zero: ${soFar(told)}.`,
  }
}

function soFar(told: number): string {
  const dollars = dollarsOf({ told })
  return `${count(slotsTo(told))} countries so far have ${billions(dollars)}, ${percent(dollars / figures.total)} of the total`
}
