import type { Ranked } from './ranked.ts'

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
  const isFromZero = placing === undefined || values.length === 0
  const all = isFromZero ? [0, ...values] : values
  const [least, most] = [Math.min(...all), Math.max(...all)]
  if (isFromZero) return least === most ? { low: 0, high: 1 } : { low: least, high: most }
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

/** Values of an axis with their labels, printed here: `axis: { ...labelled([0, 1e9], usd), grid: true }`. */
export function labelled(values: readonly number[], print: (value: number) => string) {
  const said = Object.fromEntries(values.map((value) => [String(value), print(value)]))
  return { values: [...values], labelExpr: `${JSON.stringify(said)}[datum.value]`, labelOverlap: false as const }
}

/** A title that lies above the upper end of an upright axis, from so many px left of it on. */
export function titleAbove(title: string, { left = 0, up = 8 } = {}) {
  return { title, titleAngle: 0, titleAlign: 'left', titleBaseline: 'alphabetic', titleX: -left, titleY: -up } as const
}

/** Maps values onto px, as Vega's linear scale does. */
export function linear([low, high]: readonly [number, number], [from, to]: readonly [number, number]): (value: number) => number {
  return (value) => from + ((to - from) * (value - low)) / (high - low)
}

/** The same on a scale by magnitude. */
export function logarithmic([low, high]: readonly [number, number], range: readonly [number, number]): (value: number) => number {
  const place = linear([Math.log(low), Math.log(high)], range)
  return (value) => place(Math.log(value))
}

/** Round values from `low` to `high`, both ends within reach: steps of 1, 2 or 5 times a power of ten, at most `most` of them. */
export function ticks(low: number, high: number, most: number): number[] {
  if (!(high > low)) return [low]
  const step = roundStep((high - low) / most)
  const first = Math.ceil(low / step - 1e-9)
  const last = Math.floor(high / step + 1e-9)
  return Array.from({ length: last - first + 1 }, (_, index) => clean((first + index) * step))
}

function roundStep(least: number): number {
  const power = 10 ** Math.floor(Math.log10(least))
  return power * ([1, 2, 5, 10].find((factor) => factor * power >= least * (1 - 1e-9)) ?? 10)
}

/** 3 × 0.1 is 0.3, and there is no minus zero. */
function clean(value: number): number {
  return Number(value.toPrecision(12)) + 0
}
