import type { DataFiles } from '../story/data-files.ts'
import type { Scene, SceneStep } from '../story/deck.ts'
import type { Frame, Mark, StageState } from '../story/mark.ts'
import type { Problem } from '../util/diagnostic.ts'
import { suggest } from '../util/nearest.ts'
import { eachInTime, inTime } from '../util/with-timeout.ts'
import { checkType } from './check-type.ts'
import { type Ground, groundOf, placeGround } from './move/ground.ts'
import { noteOrigins, placeSource, type Source, sourceOf } from './move/sources.ts'
import { type OpenChart, type Opening, openForFrame } from './open-chart.ts'
import { isPaper, onPaper } from './own-paper.ts'
import { type Bounds, boundsOf, type Placing, placeMarks, placingOf } from './place-marks.ts'
import { type PlotArea, plotArea } from './plot-area.ts'
import { type Walk, walkScene } from './walk.ts'

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
  /** What messages call the chart; by its name unless given. */
  label?: string
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

/** More parts than these are not followed as one move. */
const MOST_STAGES = 3

/**
 * Compiles a scene for one frame: its chart is run headless at every step and flattened into marks. A chart that is not drawn for the
 * whole frame is given the sizes with which it fills its area, or is enlarged or reduced as a whole. `name` is the scene's name in the
 * deck. Steps of a chart with mistakes may be missing from the result.
 */
export function compileScene(name: string, scene: Scene, frame: Frame, options: SceneOptions = {}): CompiledScene {
  const problems = new Map<string, Problem>()
  const report: Report = (message, cause) => {
    const at = report.step === undefined ? '' : `, step \`${report.step}\``
    if (!problems.has(message))
      problems.set(message, { message: `${options.label ?? `chart \`${name}\``}${at} (${frame.id}): ${message}`, cause })
  }
  const notes: string[] = []
  let states = new Map<string, StageState>()
  try {
    const chart = inTime(() =>
      openForFrame(scene.spec(frame), frame, { ...openingOf(scene, frame, options), report: (message) => report(message) }),
    )
    if (chart) states = runSteps({ name, scene, frame, chart, report, notes, most: options.most ?? MOST_MARKS })
  } catch (error) {
    report(error instanceof Error ? error.message : String(error), error)
  }
  return { states, problems: [...problems.values()], ...(notes.length > 0 && { notes }) }
}

function openingOf({ data, isBeside = true }: Scene, frame: Frame, { files, area }: SceneOptions): Omit<Opening, 'report'> {
  return { area: area ?? plotArea(frame, isBeside), ...(files && { files }), ...(data && { data }) }
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

/** A step as it was walked, before its marks are put where they belong. */
interface Walked {
  step: SceneStep
  marks: ReadonlyMap<string, Mark>
  sources: ReadonlyMap<string, Source>
  groundAt(placing: Placing): Ground
}

function runSteps({ name, scene, chart, report, notes, most }: Run): Map<string, StageState> {
  const walked = new Map<string, Walked>()
  const { view, area } = chart
  const initial = initialParams(scene, chart, report)
  const noted = new Set<string>()
  let bounds: Bounds | undefined
  let before: ReadonlyMap<string, Mark> = new Map()
  let count = 0
  eachInTime(scene.steps, (step) => {
    report.step = step.id
    if (walked.has(step.id)) report('two steps have this id')
    view.run(pickParams(initial, step))
    bounds = boundsOf(view, bounds)
    const origin = area ? { x: 0, y: 0 } : view.origin()
    const sources = new Map<string, Source>()
    const source: Walk['source'] = (key, item, { x, y }) => sources.set(key, sourceOf(item, x, y))
    const note = area && ((message: string) => void noted.add(message))
    const marks = shareMarks(
      before,
      walkScene(view.root(), origin, { ...chart.walk, chart: name, source, ...(note && { note }) }),
    )
    before = marks
    count += marks.size
    if (count > most) report(tooManyMarks(marks.size, scene.steps.length, most))
    else walked.set(step.id, { step, marks, sources, groundAt: readGround(chart, origin) })
    return count <= most
  })
  delete report.step
  for (const problem of chart.fields.problems()) report(problem)
  const paper = area ? view.background() : undefined
  view.finalize()
  const states = placeStates(walked, bounds, chart, isPaper(paper) ? { name, color: paper } : undefined)
  if (area) notes.push(...noted, ...checkType(states, area))
  return states
}

/** Puts the marks of all steps where they belong in the frame, those of all steps alike. */
function placeStates(
  walked: ReadonlyMap<string, Walked>,
  bounds: Bounds | undefined,
  { area, isWhole }: OpenChart,
  paper: { name: string; color: string } | undefined,
): Map<string, StageState> {
  const placing = area && bounds && placingOf(bounds, area, isWhole)
  const placed = new Map<Mark, Mark>()
  return new Map(
    [...walked].map(([id, { step, marks, sources, groundAt }]) => {
      const own = paper && bounds ? withPaper(marks, bounds, paper) : marks
      const there = placing ? placeMarks(own, placing, placed) : marks
      const duration = step.cut ? 0 : step.duration
      const state = { name: step.name, marks: there, ...(duration === undefined ? {} : { duration }) }
      const at = placing ?? UNPLACED
      const placedSources = placing ? new Map([...sources].map(([key, source]) => [key, placeSource(source, placing)])) : sources
      noteOrigins(state, { ground: groundAt(at), sources: placedSources })
      return [id, state]
    }),
  )
}

/** The marks on the paper that their chart brings along, in colours that are seen on it. */
function withPaper(
  marks: ReadonlyMap<string, Mark>,
  { left, top, width, height }: Bounds,
  { name, color }: { name: string; color: string },
): Map<string, Mark> {
  const sheet: Mark = { kind: 'rect', x: left, y: top, width, height, fill: color }
  return new Map([[`${name}:paper`, sheet], ...[...marks].map(([key, mark]): [string, Mark] => [key, onPaper(mark, color)])])
}

/** Where a chart stands that is drawn for its whole frame. */
const UNPLACED: Placing = { zoom: 1, x: 0, y: 0 }

/** The ground as it is now, for the place in the frame that is known when all steps are. */
function readGround({ view, spec }: OpenChart, origin: { x: number; y: number }): Walked['groundAt'] {
  const unplaced = groundOf(view.root(), origin, spec)
  return (placing) => placeGround(unplaced, placing)
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
    if (step.stages !== undefined && !(Number.isInteger(step.stages) && step.stages >= 1 && step.stages <= MOST_STAGES))
      report(`step \`${step.id}\` has ${step.stages} stages, expected a whole number from 1 to ${MOST_STAGES}`)
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
