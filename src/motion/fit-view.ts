import type { ChartSpec } from '../story/slide-chart.ts'
import type { PlotArea } from './plot-area.ts'
import { isProportioned, type SizeSignal } from './size-signals.ts'
import type { HeadlessView } from './view.ts'

/** How often sizes are tried; axes and legends take room of their own, which depends on the size. */
const TRIES = 3

/** A chart this much smaller than its area, in px, is as large as it gets. */
const NEAR = 3

/** A step of a discrete axis takes at most this part of the area: two bars do not fill a wall. */
const WIDEST_STEP = 0.2

/** The sides of a view are at least so many times the size of type, unless their author has them smaller. */
const LEAST_VIEW = 5

type Direction = 'x' | 'y'
/** How many times its own sizes a chart has. */
export type Factors = Readonly<Record<Direction, number>>

/**
 * Gives a chart, whose labels are of a size in px, the sizes with which it fills its area, as far as they can be set; no step is smaller
 * than `leastStep`, in px. The factors that were found are a good `start` for the same chart with something more or less.
 */
export function fitView(
  view: HeadlessView,
  sizes: readonly SizeSignal[],
  chart: ChartSpec,
  area: PlotArea,
  { type, leastStep, start }: { type: number; leastStep: number; start: Factors },
): Factors {
  if (sizes.length === 0) return start
  const isEven = isProportioned(chart)
  const target: Factors = { x: area.width, y: area.height }
  const attempts: Attempt[] = []
  const attempt = (factors: Factors) => {
    if (factors.x !== 1 || factors.y !== 1 || attempts.length > 0) view.run(valuesOf(sizes, factors, target, type, leastStep))
    const { width, height } = view.size()
    const made = { factors, size: { x: width, y: height } }
    attempts.push(made)
    return made
  }
  let last = attempt(start)
  for (let turn = 0; turn < TRIES && !isNear(last.size, target); turn++) {
    const next = nextFactors(last, target, attempts.at(-2), sizes)
    const even = Math.min(next.x, next.y)
    last = attempt(isEven ? { x: even, y: even } : next)
  }
  const best = bestOf(attempts, target)
  if (best !== last) attempt(best.factors)
  return best.factors
}

/** The sizes of a chart with factors that were tried. */
interface Attempt {
  factors: Factors
  size: Factors
}

/** Where legends grow with what they explain, sizes may swing; what need not be reduced most is best, and of several the largest. */
function bestOf(attempts: readonly Attempt[], target: Factors): Attempt {
  const zoom = ({ size }: Attempt) => Math.min(1, target.x / (size.x - 1), target.y / (size.y - 1))
  const area = ({ factors }: Attempt) => factors.x * factors.y
  return attempts.reduce((best, each) => {
    const gain = zoom(each) - zoom(best)
    return gain > 0.01 || (gain > -0.01 && area(each) >= area(best)) ? each : best
  })
}

function isNear(size: Factors, target: Factors): boolean {
  return (['x', 'y'] as const).every((each) => size[each] <= target[each] + 0.5 && size[each] >= target[each] - NEAR)
}

/**
 * Once two sizes are known, their difference tells how much of the size does not grow; where there is one view alone, what grows is
 * known from the first.
 */
function nextFactors(
  { factors, size }: Attempt,
  target: Factors,
  before: Attempt | undefined,
  sizes: readonly SizeSignal[],
): Factors {
  const alone = (each: Direction) => {
    const [only, ...others] = sizes.filter(({ direction }) => direction === each)
    const isOneView = only && !only.isStep && others.length === 0 && /^(?:width|height)$/.test(only.name)
    return isOneView ? only.base : size[each] / factors[each]
  }
  const next = (each: Direction) => {
    const [factor, wanted] = [factors[each], target[each]]
    const slope = before ? (size[each] - before.size[each]) / (factor - before.factors[each]) : alone(each)
    if (!Number.isFinite(slope) || slope < 1) return factor
    return Math.max(factor + (wanted - 0.5 - size[each]) / slope, 0.02)
  }
  return { x: next('x'), y: next('y') }
}

function valuesOf(
  sizes: readonly SizeSignal[],
  factors: Factors,
  target: Factors,
  type: number,
  leastStep: number,
): Record<string, number> {
  return Object.fromEntries(
    sizes.map(({ name, base, direction, isStep }) => {
      const value = base * factors[direction]
      const [least, most] = isStep ? [leastStep, WIDEST_STEP * target[direction]] : [Math.min(base, LEAST_VIEW * type)]
      return [name, Math.min(Math.max(value, least ?? 0), most ?? Infinity)]
    }),
  )
}
