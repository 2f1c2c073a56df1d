import type { Mark, Move, StageState } from '../../story/mark.ts'
import type { Track } from '../../story/story.ts'
import { round } from '../round.ts'
import {
  DECIMALS,
  type EncodedKey,
  type EncodedState,
  type EncodedTrack,
  FLAGS,
  type Loose,
  PROPERTIES,
  TEXTS,
} from './format.ts'

/** All that is in a packed track. */
export function decodeTrack(encoded: EncodedTrack): Track {
  const { state, move } = createReader(encoded)
  const states = encoded.states.map((_, index) => state(index))
  return { frame: encoded.frame, states, ...(encoded.moves && { moves: states.map((_, index) => move(index)) }) }
}

/** Gives the parts of a packed track one by one; each is unpacked when it or a later one is first asked for. */
export interface TrackReader {
  /** Throws RangeError when there is no such state. */
  state(index: number): StageState
  /** The planned move into a state from the one before it. */
  move(index: number): Move | undefined
}

/** Starts reading a packed track. */
export function createReader(encoded: EncodedTrack): TrackReader {
  const states: StageState[] = []
  const moves: (Move | undefined)[] = []
  const keys = encoded.keys.flatMap(unpackKey)
  let live = new Map<number, Mark>()
  const read = (delta: EncodedState) => {
    live = applyDelta(live, delta, encoded.strings)
    return readState(live, delta, keys, encoded.strings)
  }
  const state = (index: number) => {
    for (let next = states.length; next <= index; next++) {
      const delta = encoded.states[next]
      if (!delta) throw new RangeError(`no state ${index} among ${encoded.states.length}`)
      const [, durations = [], keyframes = [], run] = encoded.moves?.find(([to]) => to === next) ?? []
      const move = { durations, keyframes: keyframes.map(read), ...(run && { run: { start: run[0], isHeld: run[1] === 1 } }) }
      moves.push(durations.length > 0 ? move : undefined)
      states.push(read(delta))
    }
    return states[index] as StageState
  }
  return {
    state,
    move(index) {
      state(index)
      return moves[index]
    },
  }
}

/** Marks that stay as they are stay the same objects. */
function applyDelta(
  before: ReadonlyMap<number, Mark>,
  [, , leaving, columns]: EncodedState,
  strings: readonly string[],
): Map<number, Mark> {
  const live = new Map(before)
  for (const id of sums(leaving)) live.delete(id as number)
  const changed = new Map<number, Loose>()
  for (const [property, ids, values] of columns) {
    const isText = property < TEXTS.length
    const plain = sums(values)
    sums(ids).forEach((key, i) => {
      const id = key as number
      const mark = changed.get(id) ?? { ...(live.get(id) as Loose | undefined) }
      changed.set(id, mark)
      setProperty(mark, PROPERTIES[property] as string, plain[i] ?? null, isText ? strings : undefined)
    })
  }
  for (const [id, mark] of changed) live.set(id, mark as unknown as Mark)
  return live
}

function setProperty(mark: Loose, property: string, value: number | null, strings?: readonly string[]): void {
  if (value === null) delete mark[property]
  else mark[property] = strings ? strings[value] : FLAGS.has(property) ? value === 1 : value
}

function unpackKey(key: EncodedKey): string | string[] {
  if (typeof key === 'string') return key
  const [start, first, count] = key
  return Array.from({ length: count }, (_, index) => `${start}${first + index}`)
}

function readState(
  live: ReadonlyMap<number, Mark>,
  [name, duration, , , order]: EncodedState,
  keys: readonly string[],
  strings: readonly string[],
): StageState {
  const ids = order ? (sums(order) as number[]) : [...live.keys()].sort((a, b) => a - b)
  const marks = new Map(ids.map((id) => [keys[id] as string, live.get(id) as Mark]))
  return { name: strings[name] as string, marks, ...(duration ? { duration: duration - 1 } : {}) }
}

function sums(values: readonly (number | null)[]): (number | null)[] {
  let sum = 0
  return values.map((value) => {
    if (value !== null) sum = round(sum + value, DECIMALS)
    return value === null ? null : sum
  })
}
