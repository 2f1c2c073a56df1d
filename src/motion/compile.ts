import type { Scene, SceneStep } from '../story/deck.ts'
import type { Frame, Mark, StageState } from '../story/mark.ts'
import type { Problem } from '../util/diagnostic.ts'
import { suggest } from '../util/nearest.ts'
import { progress } from '../util/progress.ts'
import { checkType } from './check-type.ts'
import type { DataFiles } from './data-files.ts'
import { type OpenChart, openForFrame } from './open-chart.ts'
import { type Bounds, boundsOf, placeMarks, placingOf } from './place-marks.ts'
import type { PlotArea } from './plot-area.ts'
import { walkScene } from './walk.ts'

/** The states of a scene by step id, and the mistakes found in its chart. */
export interface CompiledScene {
  states: Map<string, StageState>
  problems: Problem[]
  /** What its author should know although it is drawn, in words that follow the chart's name. */
  notes?: string[]
}

/** What a scene is compiled with beside its frame. */
export interface SceneOptions {
  /** How many marks all steps may have together. */
  most?: number
  files?: DataFiles
  /** Where a chart stands that is not drawn for the whole frame. */
  area?: PlotArea
}

/** Collects mistakes, each once however many steps repeat it. */
interface Report {
  (message: string, cause?: unknown): void
  step?: string
}

/** Marks of all steps together: more than these, at four sizes, do not fit the memory of a small machine. */
const MOST_MARKS = 1_000_000

/**
 * Compiles a scene for one frame: its chart is run headless at every step and flattened into marks. A chart that is not drawn for the
 * whole frame is given the sizes with which it fills its area, or is enlarged or reduced as a whole. `name` is the scene's name in the
 * deck. Steps of a chart with mistakes may be missing from the result.
 */
export function compileScene(name: string, scene: Scene, frame: Frame, options: SceneOptions = {}): CompiledScene {
  const problems = new Map<string, Problem>()
  const report: Report = (message, cause) => {
    if (!problems.has(message)) problems.set(message, { message: `${chartAt(name, frame, report.step)}: ${message}`, cause })
  }
  const notes: string[] = []
  let states = new Map<string, StageState>()
  try {
    begin(name, frame)
    const chart = openForFrame(scene.spec(frame), frame, { ...options, report: (message) => report(message) })
    if (chart) states = runSteps({ name, scene, frame, chart, report, notes, most: options.most ?? MOST_MARKS })
  } catch (error) {
    report(error instanceof Error ? error.message : String(error), error)
  }
  return { states, problems: [...problems.values()], ...(notes.length > 0 && { notes }) }
}

/** What a chart's mistakes are told of. */
function chartAt(name: string, frame: Frame, step?: string): string {
  return `chart \`${name}\`${step === undefined ? '' : `, step \`${step}\``} (${frame.id})`
}

/** Tells that a chart is drawn up, or run at a step. */
export function begin(name: string, frame: Frame, step?: string): void {
  progress.at({ file: 'slides/deck.ts', what: chartAt(name, frame, step) })
}

/** A chart about to be run. */
interface Run {
  name: string
  scene: Scene
  frame: Frame
  chart: OpenChart
  report: Report
  notes: string[]
  most: number
}

function runSteps({ name, scene, frame, chart, report, notes, most }: Run): Map<string, StageState> {
  const walked = new Map<string, { step: SceneStep; marks: ReadonlyMap<string, Mark> }>()
  const { view, area } = chart
  const initial = initialParams(scene, chart, report)
  let bounds: Bounds | undefined
  let before: ReadonlyMap<string, Mark> = new Map()
  let count = 0
  for (const step of scene.steps) {
    report.step = step.id
    begin(name, frame, step.id)
    if (walked.has(step.id)) report('two steps have this id')
    view.run(pickParams(initial, step))
    bounds = boundsOf(view, bounds)
    const origin = area ? { x: 0, y: 0 } : view.origin()
    const marks = shareMarks(before, walkScene(view.root(), origin, { ...chart.walk, chart: name }))
    before = marks
    count += marks.size
    if (count > most) report(tooManyMarks(marks.size, scene.steps.length, most))
    else walked.set(step.id, { step, marks })
    if (count > most) break
  }
  delete report.step
  for (const problem of chart.fields.problems()) report(problem)
  view.finalize()
  const states = placeStates(walked, bounds, chart)
  if (area) notes.push(...checkType(states, area))
  return states
}

/** Puts the marks of all steps where they belong in the frame, those of all steps alike. */
function placeStates(
  walked: ReadonlyMap<string, { step: SceneStep; marks: ReadonlyMap<string, Mark> }>,
  bounds: Bounds | undefined,
  { area, isWhole }: OpenChart,
): Map<string, StageState> {
  const placing = area && bounds && placingOf(bounds, area, isWhole)
  const placed = new Map<Mark, Mark>()
  return new Map(
    [...walked].map(([id, { step, marks }]) => {
      const there = placing ? placeMarks(marks, placing, placed) : marks
      return [id, { name: step.name, marks: there, ...(step.duration === undefined ? {} : { duration: step.duration }) }]
    }),
  )
}

function tooManyMarks(marks: number, steps: number, most: number): string {
  return (
    `found ${marks} marks at a step, and ${steps} steps, expected at most ${most} marks in all; ` +
    'draw only what the step tells, such as the last forty records, with a `filter` by a parameter, or tell fewer records'
  )
}

/** The marks of a step; those that are as they were at the step before are the same objects. */
function shareMarks(before: ReadonlyMap<string, Mark>, marks: Map<string, Mark>): Map<string, Mark> {
  for (const [key, mark] of marks) {
    const old = before.get(key)
    if (old && isSame(old, mark)) marks.set(key, old)
  }
  return marks
}

function isSame(a: Mark, b: Mark): boolean {
  for (const property in a) if (a[property as keyof Mark] !== b[property as keyof Mark]) return false
  for (const property in b) if (!(property in a)) return false
  return true
}

/**
 * The value that each parameter set by any step has in the chart itself. Every step sets all of them,
 * so that a state depends on its step alone and not on the steps before it.
 */
function initialParams(scene: Scene, { spec }: OpenChart, report: Report): Map<string, unknown> {
  const known = new Map(
    (spec.signals ?? []).flatMap((signal) =>
      'update' in signal ? [] : [[signal.name, 'value' in signal ? signal.value : null]],
    ),
  )
  const initial = new Map<string, unknown>()
  for (const step of scene.steps) {
    if (step.duration !== undefined && !(step.duration >= 0 && step.duration < Infinity))
      report(`step \`${step.id}\` has the duration ${step.duration}, expected milliseconds from 0 up`)
    for (const [param, value] of Object.entries(step.params)) {
      if (value === undefined || Number.isNaN(value))
        report(`step \`${step.id}\` sets \`${param}\` to ${value}, expected a value of the parameter`)
      if (known.has(param)) initial.set(param, known.get(param))
      else
        report(
          `step \`${step.id}\` sets \`${param}\`, which is no parameter with a value of the chart; ${suggest(param, known.keys())}`,
        )
    }
  }
  return initial
}

function pickParams(initial: ReadonlyMap<string, unknown>, step: SceneStep): Record<string, unknown> {
  return Object.fromEntries([...initial].map(([param, value]) => [param, step.params[param] ?? value]))
}
