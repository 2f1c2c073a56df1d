import type { Mark, Move, StageState } from '../story/mark.ts'
import { isAlike } from './interpolate.ts'
import { mergeKeys } from './move/merge-keys.ts'
import { scalesOf } from './read-scales.ts'

/** From how far above its place a mark falls, in px of the frame. */
const FALL = 90

/** The part of a move in which each falls. */
const FALLING = 0.3

/** Most marks that move at the same time where nothing says which belong together. */
const MOST = 120

type Marks = ReadonlyMap<string, Mark>

type Timing = Map<string, readonly [delay: number, span: number]>

/** The move between any two pictures that nobody planned: all at once, what leaves and what comes along the scales of the other one. */
export function generalMove(from: StageState, to: StageState, duration: number): Move {
  const [before, after] = [scalesOf(from), scalesOf(to)]
  const [first, last] = [new Map<string, Mark>(), new Map<string, Mark>()]
  for (const key of mergeKeys([to.marks, from.marks])) {
    const [old, mark] = [from.marks.get(key), to.marks.get(key)]
    const isSame = old && mark && suits(old, mark)
    if (old && !isSame) {
      const own = mark ? leaving(key) : key
      first.set(own, old)
      last.set(own, placed(outside(old, 0), key, after))
    }
    if (mark) {
      first.set(key, isSame ? old : placed(outside(mark, FALL), key, before))
      last.set(key, mark)
    }
  }
  const keyframes = [first, last].map((marks) => ({ name: to.name, marks }))
  return { keyframes, durations: [duration], timing: timingOf(first, last, from.marks) }
}

/** The key of what leaves where another mark comes under its own. */
export function leaving(key: string): string {
  return `${key} leaving`
}

function suits(a: Mark, b: Mark): boolean {
  return a.kind === b.kind && (a.kind !== 'path' || isAlike(a.d, (b as typeof a).d))
}

/** What drops falls one after another, and what is counted counts what has come. */
function timingOf(first: Marks, last: Marks, from: Marks): Timing {
  const timing: Timing = new Map()
  const [dropping, others]: [string[], string[]] = [[], []]
  for (const [key, mark] of last)
    if (mark.entrance === 'drop' && !from.has(key)) dropping.push(key)
    else if (mark !== first.get(key)) others.push(key)
  inTurn(others, 1, timing)
  if (dropping.length > 1) for (const key of others) if (last.get(key)?.kind === 'text') timing.set(key, [FALLING, 1 - FALLING])
  inTurn(dropping, FALLING, timing)
  return timing
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
  const gone: Mark = { ...mark }
  if (gone.fill !== undefined) gone.fillOpacity = 0
  if (gone.stroke !== undefined) gone.strokeOpacity = 0
  if (gone.kind === 'image') gone.opacity = 0
  if (entrance === 'drop' && (gone.kind === 'rect' || gone.kind === 'text')) gone.y -= fall
  if (gone.kind !== 'rect' || entrance !== 'centre') return gone
  return { ...gone, x: gone.x + gone.width / 2, y: gone.y + gone.height / 2, width: 0, height: 0, radius: 0 }
}

/** A tick, a grid line or its label where the scales have its value. */
function placed(mark: Mark, key: string, scales: ReturnType<typeof scalesOf>): Mark {
  return { ...mark, ...scales(key, mark) }
}
