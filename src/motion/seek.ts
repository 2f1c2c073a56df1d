import type { Mark, Move, StageState } from '../story/mark.ts'
import { remember } from '../util/remember.ts'
import { svgElement } from './attributes.ts'
import { referenceTo, TEXT } from './interpolate.ts'
import type { Notation } from './notation.ts'
import { type Change, changeBetween, type Pace, paceOf, type Values, valueAt } from './tween.ts'

/** An element of a picture. */
export interface SeenMark {
  tag: string
  values: Values
}

/** A picture of a move, by key, in drawing order. */
export type Picture = ReadonlyMap<string, SeenMark>

/** A move as a function of time alone. */
export interface SeekableMove {
  /** Of the whole move, in ms. */
  duration: number
  /** How long each stage takes, in ms. */
  stages: readonly number[]
  /** What is seen at a time, in ms: the state before until 0, the state after from the end on. */
  at(ms: number): Picture
}

/** Makes a move that can be looked at anywhere. */
export function createSeekable(before: StageState, after: StageState, move: Move, notation: Notation): SeekableMove {
  const duration = move.durations.reduce((sum, each) => sum + each, 0)
  const stages = new Map<number, (time: number) => Picture>()
  return {
    duration,
    stages: move.durations.filter((stage) => stage > 0),
    at(ms) {
      if (ms >= duration) return picture(after)
      if (ms <= 0) return picture(before)
      let [stage, start] = [0, 0]
      while (ms >= start + (move.durations[stage] ?? Infinity)) start += move.durations[stage++] ?? 0
      const [from, to] = [move.keyframes[stage] as StageState, move.keyframes[stage + 1] as StageState]
      const draw = remember(stages, stage, () => between(picture(from), picture(to), notation, paceOf(move, stage), move.timing))
      return draw((ms - start) / (move.durations[stage] as number))
    },
  }
}

/** A state as a picture. */
export function picture({ marks }: StageState): Picture {
  return new Map([...marks].map(([key, mark]) => [key, seen(mark)]))
}

const known = new WeakMap<Mark, SeenMark>()

/** The element of a mark, the same whenever it is asked for. */
export function seen(mark: Mark): SeenMark {
  return remember(known, mark, () => {
    const { tag, attributes, text } = svgElement(mark, referenceTo)
    if (text !== undefined) attributes[TEXT] = text
    return { tag, values: attributes }
  })
}

function between(from: Picture, to: Picture, notation: Notation, pace: Pace, timing: Move['timing']): (time: number) => Picture {
  const changes = [...to].map(([key, { tag, values }]): [string, SeenMark, Change] => {
    const start = from.get(key) ?? { tag, values }
    return [key, start, changeBetween(start.values, values, notation, ...(timing?.get(key) ?? []))]
  })
  return (time) => new Map(changes.map(([key, start, change]) => [key, at(start, change, time, pace)]))
}

function at({ tag, values }: SeenMark, { tweens, jumps }: Change, time: number, pace: Pace): SeenMark {
  if (tweens.length === 0 && jumps.length === 0) return { tag, values }
  const now: Record<string, string> = { ...values }
  for (const [name, value] of pace === 'held' ? [] : jumps) {
    if (value === undefined) delete now[name]
    else now[name] = value
  }
  for (const tween of tweens) {
    const value = valueAt(tween, time, pace)
    if (value !== undefined) now[tween.name] = value
  }
  return { tag, values: now }
}
