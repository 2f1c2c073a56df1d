import type { Scene, SceneStep } from '../story/deck.ts'
import { suggest } from '../util/nearest.ts'
import { FRAME_PARAM, plainTime } from './animation.ts'
import type { ChartTimes, OpenChart } from './open-chart.ts'

/** Told of mistakes, in words that follow the chart's name. */
type Report = (message: string) => void

/** More parts than these are not followed as one move. */
const MOST_STAGES = 3

/**
 * The value that each parameter set by any step has in the chart itself. Every step sets all of them,
 * so that a state depends on its step alone and not on the steps before it.
 */
export function initialParams(scene: Scene, { spec }: OpenChart, report: Report): Map<string, unknown> {
  const known = new Map(
    (spec.signals ?? []).flatMap((signal) =>
      'update' in signal ? [] : [[signal.name, 'value' in signal ? signal.value : null]],
    ),
  )
  const initial = new Map<string, unknown>()
  for (const step of scene.steps) {
    if (step.duration !== undefined && !(step.duration >= 0 && step.duration < Infinity))
      report(`step \`${step.id}\` has the duration ${step.duration}, expected milliseconds from 0 up`)
    if (step.stages !== undefined && !(Number.isInteger(step.stages) && step.stages >= 1 && step.stages <= MOST_STAGES))
      report(`step \`${step.id}\` has ${step.stages} stages, expected a whole number from 1 to ${MOST_STAGES}`)
    const authors = [...known.keys()].filter((name) => !isGenerated(name, known))
    for (const [param, value] of Object.entries(step.params)) {
      if (value === undefined || Number.isNaN(value))
        report(`step \`${step.id}\` sets \`${param}\` to ${value}, expected a value of the parameter`)
      if (known.has(param)) initial.set(param, known.get(param))
      else
        report(
          `step \`${step.id}\` sets \`${param}\`, which is no parameter with a value of the chart; ${suggest(param, authors)}`,
        )
    }
  }
  return initial
}

/** Sizes of views and the parts of selections, to which Vega-Lite gives names. */
function isGenerated(name: string, known: ReadonlyMap<string, unknown>): boolean {
  return /^unit$|(?:width|height|_step)$/i.test(name) || [...known.keys()].some((other) => name.startsWith(`${other}_`))
}

/** The values of all parameters at a step. */
export function pickParams(initial: ReadonlyMap<string, unknown>, step: SceneStep): Record<string, unknown> {
  return Object.fromEntries([...initial].map(([param, value]) => [param, step.params[param] ?? value]))
}

/** The most values of time that are shown one after another. */
const MOST_TIMES = 120

/** The values that a run goes through: all, or of very many evenly chosen ones, with those that steps stop at. */
export function runTimes({ values }: ChartTimes, stops: readonly unknown[]): unknown[] {
  if (values.length <= MOST_TIMES) return [...values]
  const chosen = Array.from({ length: MOST_TIMES }, (_, index) => Math.round((index * (values.length - 1)) / (MOST_TIMES - 1)))
  const kept = new Set([...chosen.map((index) => values[index]), ...stops])
  return values.filter((value) => kept.has(value))
}

/** The value of time at which a step stops: the last unless it says so. Undefined, and told, where no row has it. */
export function stopOf({ at }: SceneStep, { field, values }: ChartTimes, report: Report): unknown {
  if (at === undefined) return values.at(-1)
  const plain = plainTime(at)
  const found = values.find((value) => value === plain || (typeof value === 'number' && value === Date.parse(String(plain))))
  if (found === undefined)
    report(
      `found at = ${String(at)}, expected one of the ${values.length} values of \`${field}\`, ${String(values[0])} to ${String(values.at(-1))}`,
    )
  return found
}

/** Parameters that show a value of time. */
export function atTime(params: Readonly<Record<string, unknown>>, value: unknown): Record<string, unknown> {
  return { ...params, [FRAME_PARAM]: value }
}
