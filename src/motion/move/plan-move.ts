import type { Frame, Mark, Move, StageState } from '../../story/mark.ts'
import { changesOf, isData } from './changes.ts'
import { unseen } from './geometry.ts'
import { areRelated } from './ground.ts'
import { type JoinedMark, joinMarks } from './join-marks.ts'
import { createKeyframes } from './keyframe.ts'
import { matchStates, type Side } from './match.ts'
import { chooseStages } from './stages.ts'

/** A move, and the second state with the keys under which its marks have moved. */
export interface Planned {
  move: Move
  after: StageState
  /** The key in `after` of each mark of the second state. */
  renamed: ReadonlyMap<string, string>
}

/** What a move is planned with beside its two states. */
export interface Planning {
  frame: Frame
  /** How many stages at most, as the author says. */
  stages?: number
  /** Of the whole move, in ms, as the author says. */
  duration?: number
  /** Fields that tell what is the same in both charts, as the author says. */
  key?: readonly string[]
  /** The second state is a next step of the same chart, whose keys hold for both. */
  isSameChart?: boolean
  /** What comes and goes is seen through, and does not grow: nothing ever has another value than its own. */
  isFading?: boolean
}

/** Plans the move from one state to another: what is the same in both, what happens when, and what is seen between. */
export function planMove(
  a: Side,
  b: Side,
  { frame, isSameChart = false, isFading = false, stages, duration, key }: Planning,
): Planned {
  const match = isSameChart ? sameKeys(a, b) : matchStates(a, b, key)
  const { joined, renamed } = joinMarks(a, b, match)
  const after = { ...b.state, marks: new Map([...b.state.marks].map(([own, mark]) => [renamed.get(own) ?? own, mark])) }
  if (!isSameChart && isUnrelated(joined, a, b)) return { move: exchange(joined, b.state.name, duration), after, renamed }
  const changes = changesOf(joined, a, b, isSameChart)
  const { stageOf, durations } = chooseStages(changes, mostStages(stages, duration))
  const keyframeAt = createKeyframes(joined, a, b, { frame, changes, isFading })
  const keyframes = Array.from({ length: durations.length + 1 }, (_, done) => {
    const draw = keyframeAt((factor) => (stageOf.get(factor) ?? 0) < done)
    return { name: b.state.name, marks: new Map(joined.map((one) => [one.key, draw(one)])) }
  })
  return {
    move: { keyframes: durations.length === 0 ? [] : keyframes, durations: stretched(durations, duration) },
    after,
    renamed,
  }
}

/** Nothing of one chart stands for anything of the other, on no scale that both have. */
function isUnrelated(joined: readonly JoinedMark[], a: Side, b: Side): boolean {
  return (
    joined.every((one) => !isData(one) || (one.parent === undefined && !(one.from && one.to))) && !areRelated(a.ground, b.ground)
  )
}

/** In ms. */
const EXCHANGE = 1000

/** One chart goes where it is, and the other comes. */
function exchange(joined: readonly JoinedMark[], name: string, duration = EXCHANGE): Move {
  const first = new Map(joined.map(({ key, from, to }) => [key, from ?? unseen(to as Mark)]))
  const last = new Map(joined.map(({ key, from, to }) => [key, to ?? unseen(from as Mark)]))
  return { keyframes: [first, last].map((marks) => ({ name, marks })), durations: [duration] }
}

function sameKeys(a: Side, b: Side) {
  const pairs = new Map([...b.state.marks.keys()].filter((key) => a.state.marks.has(key)).map((key) => [key, key]))
  return { pairs, parents: new Map<string, string>() }
}

/** Two unless the author says otherwise; a stage takes half a second, so that a short move has fewer. */
function mostStages(stages = 2, duration = Infinity): number {
  return Math.max(1, Math.min(stages, Math.floor(duration / 500)))
}

function stretched(durations: readonly number[], whole: number | undefined): number[] {
  const total = durations.reduce((sum, duration) => sum + duration, 0)
  return whole === undefined || total === 0 ? [...durations] : durations.map((duration) => Math.round((duration * whole) / total))
}
