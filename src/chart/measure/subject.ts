import type { Direction } from '../../motion/move/ground.ts'
import { matchStates, type Side } from '../../motion/move/match.ts'
import type { Source } from '../../motion/move/sources.ts'
import { type Picture, picture, type SeekableMove } from '../../motion/seek.ts'
import { edgesOf } from './seen-shape.ts'

/** A move that is measured, and the two charts that it leads from and to; the second with the keys of its elements. */
export interface Subject {
  a: Side
  b: Side
  /** The second chart with its own keys. */
  own: Side
  move: SeekableMove
  /** The key of the element that each mark of the second chart ended as. */
  renamed: ReadonlyMap<string, string>
  /** The stills of the charts, which a move begins and ends with. */
  stills: Record<'a' | 'b', Picture>
  /** Elements that come out of a group, or go into one. */
  parents: ReadonlySet<string>
  /** What an element stands for, in either chart. */
  sourceOf(key: string): Source | undefined
  /** How far a guide stands beside the place of its value in one of the charts; undefined where it is not there. */
  offset(side: 'a' | 'b', key: string, direction: Direction, place: number): number | undefined
}

/** Prepares a move for measuring; `b` has its chart's own keys. */
export function createSubject(a: Side, b: Side, move: SeekableMove, renamed: ReadonlyMap<string, string>): Subject {
  const after = new Map(
    [...b.sources].flatMap(([key, source]) => (renamed.has(key) ? [[renamed.get(key) as string, source]] : [])),
  )
  const { parents } = matchStates(a, b)
  const marks = new Map([...b.state.marks].map(([key, mark]) => [renamed.get(key) ?? key, mark]))
  const stills = { a: picture(a.state), b: picture({ ...b.state, marks }) }
  return {
    a,
    b: { ...b, state: { ...b.state, marks }, sources: after },
    stills,
    parents: new Set([...parents.keys()].map((key) => renamed.get(key) ?? key)),
    own: b,
    move,
    renamed,
    sourceOf: (key) => after.get(key) ?? a.sources.get(key),
    offset(side, key, direction, place) {
      const seen = stills[side].get(key)
      return seen && edgesOf(seen, direction)[0] - place
    },
  }
}
