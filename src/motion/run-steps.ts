import type { Scene, SceneStep } from '../story/deck.ts'
import type { Mark, StageState } from '../story/mark.ts'
import { eachWithTimeout } from '../util/with-timeout.ts'
import { checkColours } from './check-colours.ts'
import { type Ground, groundOf, placeGround } from './move/ground.ts'
import { noteOrigins, type Origins, placeSource, type Source, sourceOf } from './move/sources.ts'
import type { OpenChart } from './open-chart.ts'
import { isPaper, onPaper } from './own-paper.ts'
import { type Bounds, boundsOf, type Placing, placeMarks, placingOf } from './place-marks.ts'
import { checkType } from './plot-area.ts'
import { atTime, initialParams, pickParams, runTimes, stopOf } from './step-params.ts'
import { type Walk, walkScene } from './walk.ts'

/** Collects mistakes, each once however many steps repeat it. */
export interface Report {
  (message: string, cause?: unknown): void
  step?: string
}

/** A chart about to be run. */
export interface ChartRun {
  name: string
  scene: Scene
  chart: OpenChart
  report: Report
  note(message: string): void
  /** How many marks all steps may have together. */
  most: number
  isStill: boolean
}

/** The states that a chart comes through on its way to a step, one for each value of time; it stops at the one with the number `at`. */
export interface Run {
  states: readonly StageState[]
  at: number
  /** How long each is shown, in ms. */
  step: number
}

/** What the chart is run for: a step, or a step at a value of time. */
interface Shot {
  id: string
  step: SceneStep
  params: Readonly<Record<string, unknown>>
}

/** The shots of a step, of which it stops at the one with the number `at`. */
interface Shots {
  step: SceneStep
  shots: readonly Shot[]
  at: number
}

/** A shot as it was walked, before its marks are put where they belong. */
interface Walked {
  marks: ReadonlyMap<string, Mark>
  sources: ReadonlyMap<string, Source>
  groundAt(placing: Placing): Ground
}

/** Runs a chart at all steps of its scene, and flattens it into marks. */
export function runSteps({ name, scene, chart, report, note: tell, most, isStill }: ChartRun): {
  states: Map<string, StageState>
  runs: Map<string, Run>
} {
  const all = shotsOf(scene, chart, isStill, report, tell)
  const walked = new Map<string, Walked>()
  const { view, area } = chart
  let bounds: Bounds | undefined
  let before: ReadonlyMap<string, Mark> = new Map()
  let count = 0
  const shots = all.flatMap((each) => each.shots)
  eachWithTimeout(shots, ({ id, step, params }) => {
    report.step = step.id
    if (walked.has(id)) return true
    view.run(params)
    bounds = boundsOf(view, bounds)
    const origin = area ? { x: 0, y: 0 } : view.origin()
    const sources = new Map<string, Source>()
    const source: Walk['source'] = (key, item, { x, y }) => sources.set(key, sourceOf(item, x, y))
    const zoom = area ? placingOf(bounds, area, chart.isWhole).zoom : 1
    const marks = shareMarks(
      before,
      walkScene(view.root(), origin, { ...chart.walk, chart: name, source, zoom, ...(area && { note: tell }) }),
    )
    before = marks
    count += marks.size
    if (count > most) report(tooManyMarks(marks.size, shots.length, most))
    else walked.set(id, { marks, sources, groundAt: readGround(chart, origin) })
    return count <= most
  })
  delete report.step
  for (const diagnostic of chart.fields.diagnostics()) report(diagnostic)
  const paper = area ? view.background() : undefined
  view.finalize()
  const place = createPlacer(bounds, chart, isPaper(paper) ? { name, color: paper } : undefined)
  const placed = new Map([...walked].map(([id, shot]) => [id, place(shot)]))
  const found = statesOf(all, placed, chart)
  if (area) for (const message of [...checkType(found.states, area), ...checkColours(found.states)]) tell(message)
  return found
}

/** What the chart is run for, step by step. */
function shotsOf(scene: Scene, chart: OpenChart, isStill: boolean, report: Report, note: ChartRun['note']): Shots[] {
  const initial = initialParams(scene, chart, report)
  const { times } = chart
  const ids = new Set<string>()
  for (const { id, at } of scene.steps) {
    report.step = id
    if (ids.has(id)) report('two steps have this id')
    if (at !== undefined && !times) report(`found at = ${String(at)}, expected a chart with a \`time\` encoding`)
    ids.add(id)
  }
  const stops = scene.steps.map((step) => {
    report.step = step.id
    return times && stopOf(step, times, report)
  })
  delete report.step
  const values = times && runTimes(times, stops)
  if (times && values && values.length < times.values.length && !isStill)
    note(`found ${times.values.length} values of \`${times.field}\`, of which it comes through ${values.length}, evenly chosen`)
  return scene.steps.map((step, index) => {
    const params = pickParams(initial, step)
    if (!values) return { step, shots: [{ id: step.id, step, params }], at: 0 }
    const shown = isStill ? [stops[index]] : values
    const shots = shown.map((value) => ({ id: JSON.stringify([params, value]), step, params: atTime(params, value) }))
    return { step, shots, at: shown.indexOf(stops[index]) }
  })
}

/** A shot in its place. */
interface Placed extends Origins {
  marks: ReadonlyMap<string, Mark>
}

/** Puts the marks of all shots where they belong in the frame, those of all alike. */
function createPlacer(
  bounds: Bounds | undefined,
  { area, isWhole }: OpenChart,
  paper: { name: string; color: string } | undefined,
): (walked: Walked) => Placed {
  const placing = area && bounds && placingOf(bounds, area, isWhole)
  const placed = new Map<Mark, Mark>()
  return ({ marks, sources, groundAt }) => {
    const own = paper && bounds ? withPaper(marks, bounds, paper) : marks
    return {
      marks: placing ? placeMarks(own, placing, placed) : marks,
      ground: groundAt(placing ?? UNPLACED),
      sources: placing ? new Map([...sources].map(([key, source]) => [key, placeSource(source, placing)])) : sources,
    }
  }
}

/** The states of all steps that were drawn, and what the chart comes through on its way there. */
function statesOf(
  all: readonly Shots[],
  placed: ReadonlyMap<string, Placed>,
  { times }: OpenChart,
): { states: Map<string, StageState>; runs: Map<string, Run> } {
  const [states, runs] = [new Map<string, StageState>(), new Map<string, Run>()]
  for (const { step, shots, at } of all) {
    const drawn = shots.flatMap(({ id }) => placed.get(id) ?? []).map((shot) => stateOf(step, shot))
    const state = drawn[at]
    if (!state || drawn.length < shots.length) continue
    states.set(step.id, state)
    if (times) runs.set(step.id, { states: drawn, at, step: times.whole === undefined ? times.step : times.whole / drawn.length })
  }
  return { states, runs }
}

function stateOf({ name, cut, duration }: SceneStep, { marks, ground, sources }: Placed): StageState {
  const own = cut ? 0 : duration
  const state = { name, marks, ...(own === undefined ? {} : { duration: own }) }
  noteOrigins(state, { ground, sources })
  return state
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
