import type { Mark, Move, StageState } from '../story/mark.ts'
import { canBecome, unseen } from './move/geometry.ts'
import { mergeKeys } from './move/merge-keys.ts'
import { scalesOf } from './read-scales.ts'

/** From how far above its place a mark falls, in px of the frame. */
const FALL = 90

/** The part of a move in which each falls, and the one by which all has left that is on no scale. */
const FALLING = 0.3
const LEAVING = 0.5

/** Most marks that move at the same time where nothing says which belong together. */
const MOST = 120

type Timing = Map<string, readonly [delay: number, span: number]>

/** How long a move takes, in ms, and one between pictures of which less than a part is the same. */
const DURATION = 650
const CHANGE = 1200
const SAME = 1 / 6

/**
 * The move between any two pictures that nobody planned: all at once, what leaves and what comes along the scales of the other one. It takes
 * as long as the second picture says, else as much changes.
 */
export function generalMove(from: StageState, to: StageState, duration = to.duration): Move {
  const [before, after] = [scalesOf(from), scalesOf(to)]
  const [first, last] = [new Map<string, Mark>(), new Map<string, Mark>()]
  const timing: Timing = new Map()
  const [dropping, others]: [string[], string[]] = [[], []]
  let kept = 0
  for (const key of mergeKeys([to.marks, from.marks])) {
    const [old, mark] = [from.marks.get(key), to.marks.get(key)]
    const isSame = old && mark && canBecome(old, mark)
    if (isSame) kept++
    if (old && !isSame) {
      const own = mark ? leaving(key) : key
      const place = after(key, old)
      first.set(own, old)
      last.set(own, Object.assign(outside(old, 0), place))
      if (!place) timing.set(own, [0, LEAVING])
    }
    if (!mark) continue
    first.set(key, isSame ? old : Object.assign(outside(mark, FALL), before(key, mark)))
    last.set(key, mark)
    if (mark.entrance === 'drop' && !old) dropping.push(key)
    else if (mark !== old) others.push(key)
  }
  inTurn(others, 1, timing)
  // What is counted counts what has come.
  if (dropping.length > 1) for (const key of others) if (last.get(key)?.kind === 'text') timing.set(key, [FALLING, 1 - FALLING])
  inTurn(dropping, FALLING, timing)
  const keyframes = [first, last].map((marks) => ({ name: to.name, marks }))
  const [fewer = 0, more = 0] = [from.marks.size, to.marks.size].sort((a, b) => a - b)
  const isChange = fewer > 0 && kept < more * SAME
  return { keyframes, durations: [duration ?? (isChange ? CHANGE : DURATION)], timing }
}

/** The key of what leaves where another mark comes under its own. */
export function leaving(key: string): string {
  return `${key} leaving`
}

/** Where there are very many, each is on its way for a part of the time only, which is at most `longest`: one after another. */
function inTurn(keys: readonly string[], longest: number, timing: Timing): void {
  const { length } = keys
  const span = Math.min(longest + (1 - longest) / length, Math.max(MOST / length, 0.1))
  keys.forEach((key, turn) => {
    timing.set(key, [length > 1 ? ((1 - span) * turn) / (length - 1) : 0, span])
  })
}

/** A mark before it has come, and after it has gone; what drops comes from as far above its place as `fall` says, in px. */
function outside(mark: Mark, fall: number): Mark {
  const { entrance } = mark
  if (mark.kind === 'rect' && entrance === 'up') return { ...mark, y: mark.y + mark.height, height: 0 }
  if (mark.kind === 'rect' && entrance === 'right') return { ...mark, width: 0 }
  const gone = unseen(mark)
  if (entrance === 'drop' && (gone.kind === 'rect' || gone.kind === 'text')) gone.y -= fall
  if (gone.kind !== 'rect' || entrance !== 'centre') return gone
  return { ...gone, x: gone.x + gone.width / 2, y: gone.y + gone.height / 2, width: 0, height: 0, radius: 0 }
}
