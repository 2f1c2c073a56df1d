import type { Mark, Move, StageState } from '../../story/mark.ts'
import type { Track } from '../../story/story.ts'
import { mergeKeys } from '../move/merge-keys.ts'
import { notationOf } from '../notation.ts'
import { round } from '../round.ts'
import {
  type Column,
  DECIMALS,
  type EncodedKey,
  type EncodedMove,
  type EncodedState,
  type EncodedTrack,
  type Loose,
  PROPERTIES,
} from './format.ts'

const NUMBER_OF = new Map(PROPERTIES.map((property, number) => [property, number]))

/** Packs a track for a page whose numbers are written as in `lang` (BCP 47); `decodeTrack` gives exactly the same states back. */
export function encodeTrack({ frame, states, moves = [] }: Track, lang = 'en'): EncodedTrack {
  const keys = mergeKeys(states.flatMap((state, index) => [...(moves[index]?.keyframes ?? []), state].map(({ marks }) => marks)))
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
    if (move) encodedMoves.push([index, move.durations, move.keyframes.map(encode), ...encodeRun(move)])
    return encode(state)
  })
  return {
    frame,
    notation: notationOf(lang),
    keys: packKeys(keys),
    strings: [...strings.keys()],
    states: encoded,
    ...(encodedMoves.length > 0 && { moves: encodedMoves }),
  }
}

/** The rows of a map are numbered one after the other. */
function packKeys(keys: readonly string[]): EncodedKey[] {
  const packed: EncodedKey[] = []
  for (const key of keys) {
    const [, start, digits = ''] = /^(.*?)(0|[1-9]\d{0,8})$/.exec(key) ?? []
    const last = packed.at(-1)
    if (start !== undefined && Array.isArray(last) && last[0] === start && last[1] + last[2] === Number(digits)) last[2]++
    else packed.push(start === undefined ? key : [start, Number(digits), 1])
  }
  return packed.map((each) => (Array.isArray(each) && each[2] === 1 ? `${each[0]}${each[1]}` : each))
}

function encodeRun({ run }: Move): [[number, number]] | [] {
  return run ? [[run.start, Number(run.isHeld)]] : []
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
    return [number, differences(ids) as number[], differences(numbers)]
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
