import type { SceneStep } from '../../story/deck.ts'
import type { Frame, Move, StageState } from '../../story/mark.ts'
import type { Track } from '../../story/story.ts'
import type { Run } from '../run-steps.ts'
import { levelAnchors } from './level-anchors.ts'
import type { Side } from './match.ts'
import { type Planning, planMove } from './plan-move.ts'
import { afterMove, arrival, planRun } from './plan-run.ts'
import { noteOrigins, originsOf } from './sources.ts'

/** What a state is a step of; nothing for one without a chart. */
export interface StepOf {
  scene: string | undefined
  step: SceneStep | undefined
  /** What it comes through, where a timer drives its chart. */
  run?: Run
}

/** Elements that a slow machine brings within one frame; where there are more, they come a few at a time, and the move is not planned. */
const MOST = 600

/** Keys under which the marks of a chart are on the stage, by those that the chart itself gives them. */
type Names = Map<string, string>

/**
 * Plans the moves of a track, from every state to the next, where another chart comes or the author asks for stages. What is the same in
 * two charts has the same key from then on.
 */
export function planMoves({ frame, states }: Track, steps: readonly StepOf[]): Track {
  const moves: (Move | undefined)[] = []
  const named: StageState[] = []
  const namesOf = new Map<string, Names>()
  states.forEach((state, index) => {
    const { scene = '', step } = steps[index] ?? {}
    const [before, isSameChart] = [named[index - 1], steps[index - 1]?.scene === scene]
    const [a, b] = [before && sideOf(before), sideOf(state)]
    const isPlanned = a && b && !step?.cut && (!isSameChart || step?.stages !== undefined)
    const run = !step?.cut && steps[index]?.run
    if (!isPlanned || isSameChart) {
      const after = rename(state, namesOf.get(scene))
      const own = isPlanned ? sideOf(after) : undefined
      if (a && own) moves[index] = planMove(a, own, { frame, isSameChart, ...wishesOf(step) }).move
      if (before && run) {
        const from = isSameChart ? (steps[index - 1]?.run?.at ?? 0) : 0
        const through = runThrough(run, from, namesOf.get(scene), frame, step)
        if (through) moves[index] = isSameChart ? through : afterMove(arrival(through), through)
      }
      named.push(after)
      return
    }
    const first = (run ? run.states[0] && sideOf(run.states[0]) : undefined) ?? b
    const { move: lead, names } = planOnce(a, first, { frame, ...(!run && wishesOf(step)) })
    namesOf.set(scene, names)
    const through = run && runThrough(run, 0, names, frame, step)
    const move = through ? afterMove(lead, through) : lead
    const size = move.keyframes[0]?.marks.size ?? 0
    moves[index] = size > 0 && size <= MOST ? move : undefined
    named.push(rename(state, names))
  })
  return levelAnchors({ frame, states: named, ...(moves.some(Boolean) && { moves: named.map((_, index) => moves[index]) }) })
}

/** From one value of time to the one at which a step stops, forth or back; undefined where it is there already. */
function runThrough(
  { states, at, step }: Run,
  from: number,
  names: Names | undefined,
  frame: Frame,
  { duration }: Partial<SceneStep> = {},
): Move | undefined {
  const path = from < at ? states.slice(from, at + 1) : states.slice(at, from + 1).reverse()
  const sides = path.flatMap((state) => sideOf(rename(state, names)) ?? [])
  if (sides.length < 2) return undefined
  return planRun(sides, frame, duration === undefined ? step : duration / (sides.length - 1))
}

interface Remembered {
  before: StageState
  planning: string
  move: Move
  names: Names
}

/** Moves by the state that they lead to. What neither a chart nor its step has changed is not planned again. */
const remembered = new WeakMap<StageState, Remembered>()

function planOnce(a: Side, b: Side, planning: Planning): Remembered {
  const known = remembered.get(b.state)
  const text = JSON.stringify(planning)
  if (known?.before === a.state && known.planning === text) return known
  const { move, renamed } = planMove(a, b, planning)
  const plan = { before: a.state, planning: text, move, names: new Map(renamed) }
  remembered.set(b.state, plan)
  return plan
}

function wishesOf({ stages, duration, key }: Partial<SceneStep> = {}) {
  return {
    ...(stages !== undefined && { stages }),
    ...(duration !== undefined && { duration }),
    ...(key !== undefined && { key: [key].flat() as string[] }),
  }
}

/** An empty stage is no side of a move. */
function sideOf(state: StageState): Side | undefined {
  const origins = state.marks.size > 0 ? originsOf(state) : undefined
  return origins && { state, ...origins }
}

const renamedStates = new WeakMap<StageState, { names: Names; renamed: StageState }>()

/** A state under the names that its chart has on the stage; a mark that comes for the first time gets one that nothing else has. */
function rename(state: StageState, names: Names | undefined): StageState {
  if (!names) return state
  const known = renamedStates.get(state)
  if (known?.names === names) return known.renamed
  const used = new Set(names.values())
  for (const key of state.marks.keys()) {
    if (names.has(key)) continue
    let free = key
    while (used.has(free)) free += "'"
    names.set(key, free)
    used.add(free)
  }
  const own = <T>(map: ReadonlyMap<string, T>) => new Map([...map].map(([key, value]) => [names.get(key) ?? key, value]))
  const renamed = { ...state, marks: own(state.marks) }
  const origins = originsOf(state)
  if (origins) noteOrigins(renamed, { ground: origins.ground, sources: own(origins.sources) })
  renamedStates.set(state, { names, renamed })
  return renamed
}
