import { roundingError } from './checks.ts'

/** A calculated figure, with the bounds between which the rounding of its inputs leaves it. */
export interface Estimate {
  value: number
  low: number
  high: number
}

/** Units of its last printed place by which a figure may be off. */
const TRUST = 2

/** An amount as the source prints it. */
export function printed(value: number): Estimate {
  const error = roundingError(value)
  return { value, low: value - error, high: value + error }
}

/** What one figure is of another; both are above zero. */
export function quotient(part: Estimate, whole: Estimate): Estimate {
  return { value: part.value / whole.value, low: part.low / whole.high, high: part.high / whole.low }
}

/** Both figures multiplied; both are above zero. */
export function product(a: Estimate, b: Estimate): Estimate {
  return { value: a.value * b.value, low: a.low * b.low, high: a.high * b.high }
}

/** Whether one figure is above another whatever the rounding hides. Where this is false, no sentence may compare the two. */
export function exceeds(a: Estimate, b: Estimate): boolean {
  return a.low >= b.high
}

/** The last place that a figure may be printed to, as a power of ten: its inputs leave it uncertain by no more than two units there. */
export function lastPlace({ low, high }: Estimate): number {
  return 10 ** Math.ceil(Math.log10((high - low) / 2 / TRUST))
}

/** The whole number that a figure is certain to reach, for "more than". */
export function atLeast({ low }: Estimate): number {
  return Math.floor(low)
}
