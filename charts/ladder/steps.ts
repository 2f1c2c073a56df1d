import type { Ranked } from 'countdown-story/charts'
import * as figures from '../../data/figures.ts'
import { billions, count, percent, usd } from '../../data/format.ts'
import { type CountryRecord, records } from '../../data/records.ts'
import { tradeWords } from '../parts/trade-words.ts'

/** A step of the ladder. */
export interface LadderStep {
  id: string
  /** Countries with this rank and worse stand on the ladder. */
  told: number
  /** Id of the country whose bar is the signal; empty for none. */
  current: string
  /** The number of its scale. */
  scale: 0 | 1
  /** The door of an act, where the scale changes; or a pause that looks at all so far. */
  kind: 'country' | 'door' | 'beat'
  name: string
}

/** What the ladder is made from. */
export const ranked: Ranked<CountryRecord> = {
  records,
  value: ({ deficit }) => deficit,
  print: Object.assign((dollars: number) => usd(dollars), { mark: (dollars: number) => count(dollars / 1e9) }),
  title: 'Deficit in billion dollars',
}

/** Rank of the largest country of each act. */
const lastOf = { squares: 35, handfuls: 20, tens: 11 } as const
const slotsTo = (rank: number) => records.length + 1 - rank

/** The scales of both acts: ends and distance of gridlines in dollars, and how many countries have a place. The second is exactly a fifth of the first, so that the shrink can be named. */
export const [HANDFULS, TENS] = [0, 1] as const
export const scales = [
  { low: 0, high: 9e9, gridline: 2e9, slots: slotsTo(lastOf.handfuls), since: records.length },
  { low: 0, high: 45e9, gridline: 10e9, slots: slotsTo(lastOf.tens), since: records.length },
] as const

/** How many times smaller a dollar is drawn after the second door. */
export const zoom = scales[TENS].high / scales[HANDFULS].high

/** Two acts, each with its door; the pauses stand between the countries. */
export const ladderSteps: readonly LadderStep[] = [
  pause('handfuls', lastOf.squares, HANDFULS, 'door', `, on an axis up to ${billions(scales[HANDFULS].high)}`),
  ...countries(34, 28, HANDFULS),
  pause('midway', 28, HANDFULS, 'beat', '', `; each of the ${count(largerThan(28))} largest has more alone`),
  ...countries(27, 21, HANDFULS),
  pause('twenty-three', 21, HANDFULS, 'beat', '', '; they are more than half of the list'),
  ...countries(20, lastOf.handfuls, HANDFULS),
  pause(
    'tens',
    lastOf.handfuls,
    TENS,
    'door',
    `, on an axis up to ${billions(scales[TENS].high)}, drawn at a fifth of the scale before`,
  ),
  ...countries(19, lastOf.tens, TENS),
]

function countries(from: number, to: number, scale: 0 | 1): LadderStep[] {
  return figures
    .countriesTo(to)
    .filter(({ rank }) => rank <= from)
    .map((record) => {
      const { id, name, rank, deficit } = record
      const words = `${name} is #${rank} with ${usd(deficit)}; ${tradeWords(record)}`
      return {
        id,
        told: rank,
        current: id,
        scale,
        kind: 'country',
        name: `Bars of the deficits from zero, smallest first: ${words}.`,
      }
    })
}

function pause(id: string, told: number, scale: 0 | 1, kind: 'door' | 'beat', axis = '', finding = ''): LadderStep {
  const dollars = figures.totalTo(told)
  const soFar = `${count(slotsTo(told))} countries so far have ${billions(dollars)}, ${percent(dollars / figures.total)} of the total`
  return { id, told, current: '', scale, kind, name: `Bars of the deficits from zero${axis}: ${soFar}${finding}.` }
}

/** How many deficits are larger than all up to a rank together. */
function largerThan(told: number): number {
  return records.filter(({ deficit }) => deficit > figures.totalTo(told)).length
}
