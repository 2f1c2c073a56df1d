import type { Scene, SceneStep } from '../story/deck.ts'
import type { Frame, Mark, StageState } from '../story/mark.ts'
import type { Problem } from '../util/diagnostic.ts'
import { suggest } from '../util/nearest.ts'
import { eachInTime, inTime } from '../util/with-timeout.ts'
import { createFieldCheck, type FieldCheck } from './fields.ts'
import { type SpecMark, toVega, type VegaSpec } from './vegaSpec.ts'
import { createView, type HeadlessView } from './view.ts'
import { walkScene } from './walk.ts'

/** The states of a scene by step id, and the mistakes found in its chart. */
export interface CompiledScene {
  states: Map<string, StageState>
  problems: Problem[]
}

/** Collects mistakes, each once however many steps repeat it. */
interface Report {
  (message: string, cause?: unknown): void
  step?: string
}

/** Marks of all steps together: more than these, at four sizes, do not fit the memory of a small machine. */
const MOST_MARKS = 1_000_000

/**
 * Compiles a scene for one frame: its chart is run headless at every step and flattened into marks.
 * `name` is the scene's name in the deck, `most` how many marks all its steps may have together. Steps of a chart with mistakes
 * may be missing from the result.
 */
export function compileScene(name: string, scene: Scene, frame: Frame, most = MOST_MARKS): CompiledScene {
  const problems = new Map<string, Problem>()
  const report: Report = (message, cause) => {
    const at = report.step === undefined ? '' : `, step \`${report.step}\``
    if (!problems.has(message)) problems.set(message, { message: `chart \`${name}\`${at} (${frame.id}): ${message}`, cause })
  }
  let states = new Map<string, StageState>()
  try {
    const chart = inTime(() => {
      const spec = scene.spec(frame)
      return { spec, vega: toVega(spec, report) }
    })
    if (chart.vega)
      states = runSteps({ name, scene, frame, vega: chart.vega, fields: createFieldCheck(chart.spec), report, most })
  } catch (error) {
    report(error instanceof Error ? error.message : String(error), error)
  }
  return { states, problems: [...problems.values()] }
}

/** A chart about to be run. */
interface Run {
  name: string
  scene: Scene
  frame: Frame
  vega: VegaSpec
  fields: FieldCheck
  report: Report
  most: number
}

function runSteps({ name, scene, frame, vega, fields, report, most }: Run): Map<string, StageState> {
  const states = new Map<string, StageState>()
  const initial = initialParams(scene, vega, report)
  const view = inTime(() => createView(vega.spec, report))
  const rowsOf = ({ from }: SpecMark) => (from?.data === undefined ? undefined : view.countRows(from.data))
  const walk = { chart: name, specs: vega.marks, report, visit: fields.visit, rowsOf }
  let before: ReadonlyMap<string, Mark> = new Map()
  let count = 0
  eachInTime(scene.steps, (step) => {
    report.step = step.id
    if (states.has(step.id)) report('two steps have this id')
    view.run(pickParams(initial, step))
    checkSize(view, frame, report)
    const marks = shareMarks(before, walkScene(view.root(), view.origin(), walk))
    before = marks
    count += marks.size
    if (count > most) report(tooManyMarks(marks.size, scene.steps.length, most))
    else states.set(step.id, { name: step.name, marks, ...(step.duration === undefined ? {} : { duration: step.duration }) })
    return count <= most
  })
  view.finalize()
  delete report.step
  for (const problem of fields.problems()) report(problem)
  return states
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
function initialParams(scene: Scene, { spec }: VegaSpec, report: Report): Map<string, unknown> {
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

function checkSize(view: HeadlessView, frame: Frame, report: Report): void {
  const { width, height } = view.size()
  if (Math.abs(width - frame.width) <= 0.5 && Math.abs(height - frame.height) <= 0.5) return
  report(
    `found a picture of ${Math.round(width)} × ${Math.round(height)} px, expected ${frame.width} × ${frame.height}; ` +
      'set `width`, `height` and `padding` to add up to the frame, with `autosize: { type: "none" }`',
  )
}
