import type { Frame, Mark, Move, StageState } from '../story/mark.ts'
import type { Track } from '../story/story.ts'
import { type Notation, notationOf } from './notation.ts'
import { round } from './round.ts'

/**
 * A track as JSON: every state as its difference from the one before, by columns. Keys are listed in drawing order and
 * meant by their position, texts are meant by their position in one table, so that an outline is stored once.
 */
export interface EncodedTrack {
  frame: Frame
  notation: Notation
  keys: string[]
  strings: string[]
  states: EncodedState[]
  moves?: EncodedMove[]
}

/** The position of the state that a move leads to, how long its stages take, in ms, and what it comes through. */
export type EncodedMove = [index: number, durations: readonly number[], keyframes: EncodedState[]]

/** Name (in the strings), duration in ms plus 1 or 0, ids that leave, what changes, and the drawing order when it is not that of the keys. */
export type EncodedState = [name: number, duration: number, leaving: number[], columns: Column[], order?: number[]]

/** One property, the marks whose value changes, and the values. Ids and numbers are differences from the one before. */
export type Column = [property: number, ids: number[], values: (number | null)[]]

/** A mark with its properties by name. */
type Loose = Record<string, string | number | boolean | undefined>

/** The position of a property here is its number in the track; new ones go to the end. */
const TEXTS = [
  'kind',
  'd',
  'text',
  'family',
  'anchor',
  'fill',
  'stroke',
  'strokeDash',
  'strokeCap',
  'strokeJoin',
  'clip',
  'entrance',
  'blend',
  'href',
]
const NUMBERS = [
  'x',
  'y',
  'width',
  'height',
  'radius',
  'x2',
  'y2',
  'size',
  'weight',
  'italic',
  'angle',
  'strokeWidth',
  'opacity',
  'fillOpacity',
  'strokeOpacity',
  'strokeDashOffset',
  'strokeMiter',
  'stretched',
  'pixelated',
]
const PROPERTIES = [...TEXTS, ...NUMBERS]
const NUMBER_OF = new Map(PROPERTIES.map((property, number) => [property, number]))

/** Properties that are true or absent. */
const FLAGS = new Set(['italic', 'stretched', 'pixelated'])

/** Decimals that any number of a mark has at most. */
const DECIMALS = 3

/** Packs a track for a page whose numbers are written as in `lang` (BCP 47); `decodeTrack` gives exactly the same states back. */
export function encodeTrack({ frame, states, moves = [] }: Track, lang = 'en'): EncodedTrack {
  const keys = mergeKeys(states.flatMap((state, index) => [...(moves[index]?.keyframes ?? []), state]))
  const ids = new Map(keys.map((key, id) => [key, id]))
  const strings = new Map<string, number>()
  const intern = (text: string) => {
    const known = strings.get(text) ?? strings.size
    strings.set(text, known)
    return known
  }
  let before: ReadonlyMap<string, Mark> = new Map()
  const encode = (state: StageState) => {
    const delta = encodeState(before, state, ids, intern)
    before = state.marks
    return delta
  }
  const encodedMoves: EncodedMove[] = []
  const encoded = states.map((state, index) => {
    const move = moves[index]
    if (move) encodedMoves.push([index, move.durations, move.keyframes.map(encode)])
    return encode(state)
  })
  return {
    frame,
    notation: notationOf(lang),
    keys,
    strings: [...strings.keys()],
    states: encoded,
    ...(encodedMoves.length > 0 && { moves: encodedMoves }),
  }
}

/** All keys in one order that agrees with the drawing order of as many states as possible: new ones stand behind the one before them. */
function mergeKeys(states: readonly StageState[]): string[] {
  // What stands before the first key is undefined, and so is what stands behind the last.
  const following = new Map<string | undefined, string | undefined>()
  for (const { marks } of states) {
    let last: string | undefined
    for (const key of marks.keys()) {
      if (!following.has(key)) {
        following.set(key, following.get(last))
        following.set(last, key)
      }
      last = key
    }
  }
  const merged: string[] = []
  for (let key = following.get(undefined); key !== undefined; key = following.get(key)) merged.push(key)
  return merged
}

function encodeState(
  before: ReadonlyMap<string, Mark>,
  state: StageState,
  ids: ReadonlyMap<string, number>,
  intern: (text: string) => number,
): EncodedState {
  const idOf = (key: string) => ids.get(key) ?? -1
  const order = [...state.marks.keys()].map(idOf)
  const sorted = order.toSorted((a, b) => a - b)
  const leaving = [...before.keys()].filter((key) => !state.marks.has(key)).map(idOf)
  const columns = changesBetween(before, state, idOf).map(({ ids, values }, number): Column => {
    const numbers = values.map((value) =>
      typeof value === 'string' ? intern(value) : value === undefined ? null : Number(value),
    )
    return [number, differences(ids) as number[], number < TEXTS.length ? numbers : differences(numbers)]
  })
  const encoded: EncodedState = [
    intern(state.name),
    state.duration === undefined ? 0 : state.duration + 1,
    differences(leaving.toSorted((a, b) => a - b)) as number[],
    columns.filter(([, ids]) => ids.length > 0),
  ]
  if (order.some((id, i) => id !== sorted[i])) encoded.push(differences(order) as number[])
  return encoded
}

/** What becomes of one property: the ids of the marks that change it, ascending, and their new values. */
interface Changes {
  ids: number[]
  values: Loose[string][]
}

/** The changes of every property, in the order of PROPERTIES. */
function changesBetween(before: ReadonlyMap<string, Mark>, { marks }: StageState, idOf: (key: string) => number): Changes[] {
  const changes = PROPERTIES.map((): Changes => ({ ids: [], values: [] }))
  const note = (id: number, property: string, value: Loose[string]) => {
    const { ids, values } = changes[NUMBER_OF.get(property) ?? -1] as Changes
    ids.push(id)
    values.push(value)
  }
  const byId = [...marks].map(([key, mark]): [number, Loose, Loose] => [
    idOf(key),
    mark as unknown as Loose,
    (before.get(key) ?? {}) as unknown as Loose,
  ])
  for (const [id, mark, old] of byId.sort(([a], [b]) => a - b)) {
    if (mark === old) continue
    for (const property in mark) if (mark[property] !== old[property]) note(id, property, mark[property])
    for (const property in old) if (old[property] !== undefined && !(property in mark)) note(id, property, undefined)
  }
  return changes
}

function differences(values: readonly (number | null)[]): (number | null)[] {
  let last = 0
  return values.map((value) => {
    if (value === null) return null
    const difference = round(value - last, DECIMALS)
    last = value
    return difference
  })
}

function sums(values: readonly (number | null)[]): (number | null)[] {
  let sum = 0
  return values.map((value) => {
    if (value !== null) sum = round(sum + value, DECIMALS)
    return value === null ? null : sum
  })
}

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
  let live = new Map<number, Mark>()
  const read = (delta: EncodedState) => {
    live = applyDelta(live, delta, encoded.strings)
    return readState(live, delta, encoded)
  }
  const state = (index: number) => {
    for (let next = states.length; next <= index; next++) {
      const delta = encoded.states[next]
      if (!delta) throw new RangeError(`no state ${index} among ${encoded.states.length}`)
      const [, durations = [], keyframes = []] = encoded.moves?.find(([to]) => to === next) ?? []
      moves.push(durations.length > 0 ? { durations, keyframes: keyframes.map(read) } : undefined)
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

/** Gives the states of a packed track one by one. */
export function createDecoder(encoded: EncodedTrack): (index: number) => StageState {
  return createReader(encoded).state
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
    const plain = isText ? values : sums(values)
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

function readState(
  live: ReadonlyMap<number, Mark>,
  [name, duration, , , order]: EncodedState,
  { keys, strings }: EncodedTrack,
): StageState {
  const ids = order ? (sums(order) as number[]) : [...live.keys()].sort((a, b) => a - b)
  const marks = new Map(ids.map((id) => [keys[id] as string, live.get(id) as Mark]))
  return { name: strings[name] as string, marks, ...(duration ? { duration: duration - 1 } : {}) }
}
