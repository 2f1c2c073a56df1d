/** A chart that makes more values than these by itself shows none of them, and with a few zeros more it takes all memory. */
export const MOST_VALUES = 100_000

/** Settings that are themselves a number of values. */
const COUNTS = new Set(['steps', 'minsteps', 'maxsteps', 'maxbins', 'tickCount'])

type Json = Readonly<Record<string, unknown>>

/** What a part of a chart makes too many of, in words that follow the chart's name; undefined when it does not. */
export function tooManyValues(property: string, value: unknown, part: Json): string | undefined {
  const count = countOf(property, value, part)
  return count > MOST_VALUES ? countMessage(property, count) : undefined
}

/** How many there are, and how many there may be. */
export function countMessage(name: string, count: number): string {
  const found = Number.isFinite(count) ? Math.ceil(count) : 'endless'
  return `found ${found} values at \`${name}\`, expected at most ${MOST_VALUES}: a chart cannot show more`
}

function countOf(property: string, value: unknown, part: Json): number {
  if (COUNTS.has(property)) return numberOr(value, 0)
  if (property === 'quantile') return 1 / Math.abs(numberOr(part.step, 1))
  if (typeof value !== 'object' || value === null) return 0
  if (property === 'sequence' || property === 'keyvals') return lengthOf(value as Json)
  return property === 'graticule' ? graticuleLength(value as Json) : 0
}

function lengthOf({ start, stop, step }: Json): number {
  return sequenceLength(numberOr(start, 0), numberOr(stop, 0), numberOr(step, 1))
}

/** How many numbers lie from `start` up to `stop`. */
export function sequenceLength(start: number, stop: number, step: number): number {
  return Math.max(0, Math.ceil((stop - start) / step))
}

/** Points of the lines of a globe, in degrees. */
function graticuleLength(graticule: Json): number {
  const [x, y] = [graticule.stepMinor, graticule.step].find(Array.isArray) ?? []
  const lines = 360 / numberOr(x, 10) + 180 / numberOr(y, 10)
  return Math.abs((lines * 180) / numberOr(graticule.precision, 2.5))
}

function numberOr(value: unknown, otherwise: number): number {
  return typeof value === 'number' && !Number.isNaN(value) ? value : otherwise
}
