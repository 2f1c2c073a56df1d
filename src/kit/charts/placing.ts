import { linear, logarithmic } from './axis.ts'
import { domainOf, type Ranked } from './ranked.ts'
import { ticks } from './ticks.ts'

/** Both ends of a scale. */
export interface Domain {
  low: number
  high: number
}

type Placing = Ranked<never>['placing']

/** Room beyond the least and the largest of dots, as a share of what lies between them. */
const MARGIN = 0.08

/** The ends of the scale on which these values stand: with zero among them for bars, close around them for dots. */
export function domainFor(placing: Placing, values: readonly number[]): Domain {
  if (placing === undefined || values.length === 0) return domainOf(values)
  const [least, most] = [Math.min(...values), Math.max(...values)]
  if (placing === 'log') return { low: least / (most / least) ** MARGIN, high: most * (most / least) ** MARGIN }
  const room = MARGIN * (most - least || Math.abs(most) || 1)
  return { low: least >= 0 ? Math.max(0, least - room) : least - room, high: most + room }
}

/** The same for Vega-Lite; ends may be expressions. */
export function scaleFor(placing: Placing, { low, high }: Record<keyof Domain, number | { expr: string }>) {
  const type = placing === 'log' ? ({ type: 'log' } as const) : ({ type: 'linear', zero: false } as const)
  return { ...type, domain: [low, high], nice: false, clamp: true }
}

/** Where a value stands on such a scale from one px to another. */
export function placeOn(placing: Placing, { low, high }: Domain, from: number, to: number): (value: number) => number {
  return (placing === 'log' ? logarithmic : linear)([low, high], [from, to])
}

/** Values to mark on a scale, at most so many where it can be; on one by magnitude they are powers of ten, as far apart as each other. */
export function marksOf(placing: Placing, { low, high }: Domain, most: number): number[] {
  if (placing !== 'log') return ticks(low, high, most)
  const [least, last] = [Math.log10(low), Math.log10(high)]
  const step = Math.max(1, Math.ceil((last - least) / most))
  const first = Math.ceil(least / step)
  const powers = Array.from({ length: Math.max(0, Math.floor(last / step) - first + 1) }, (_, index) => (first + index) * step)
  // As a literal, a power below one is exact.
  return powers.length > 0 ? powers.map((power) => Number(`1e${power}`)) : ticks(low, high, most)
}
