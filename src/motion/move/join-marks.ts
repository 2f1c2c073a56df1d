import type { Mark, StageState } from '../../story/mark.ts'
import { canBecome } from './geometry.ts'
import { canGrow } from './grow-line.ts'
import type { Match, Side } from './match.ts'
import { mergeKeys } from './merge-keys.ts'
import { joinOutlines } from './morph.ts'
import type { Source } from './sources.ts'

/** A mark of either state, or one that stands for the same in both, and has one element. */
export interface JoinedMark {
  key: string
  from?: Mark | undefined
  to?: Mark | undefined
  /** What it was drawn from, in either state. */
  source?: Source | undefined
  target?: Source | undefined
  /** What it comes out of or goes into. */
  parent?: string | undefined
  /** An outline through many rows that is drawn anew between. */
  isLine?: boolean
  /** The outlines that it has in both states, where it cannot move from one to the other by its numbers. */
  outlines?: ReturnType<typeof joinOutlines>
}

/** The second state with the keys of the first for what is the same, and the marks of the move in drawing order. */
export interface Join {
  /** The key that each mark of the second state has from now on. */
  renamed: ReadonlyMap<string, string>
  joined: readonly JoinedMark[]
}

/** Joins the marks of two states. What stands for the same and cannot move into each other is two marks. */
export function joinMarks(a: Side, b: Side, { pairs, parents }: Match): Join {
  const renamed = new Map<string, string>()
  const taken = new Set<string>()
  for (const key of b.state.marks.keys()) {
    const found = pairs.get(key)
    if (found === undefined || taken.has(found) || !isFit(a, b, found, key)) continue
    renamed.set(key, found)
    taken.add(found)
  }
  for (const key of b.state.marks.keys()) if (!renamed.has(key)) renamed.set(key, freeKey(key, taken, a.state))
  const sourceOf = new Map([...renamed].map(([key, own]) => [own, key]))
  const after = new Map([...b.state.marks.keys()].map((key) => [renamed.get(key) ?? key, key]))
  const joined = mergeKeys([after, a.state.marks]).map((own) => joinedMark(own, sourceOf.get(own), a, b, parents, renamed))
  return { renamed, joined }
}

function isFit(a: Side, b: Side, from: string, to: string): boolean {
  const [mark, other] = [a.state.marks.get(from), b.state.marks.get(to)]
  if (!mark || !other) return false
  const [source, target] = [a.sources.get(from), b.sources.get(to)]
  const grows = source !== undefined && target !== undefined && canGrow(source, target, a.ground, b.ground)
  return canBecome(mark, other) || grows || outlinesOf(mark, other, source, target) !== undefined
}

/** Of marks of data that are no line through rows. A map has islands; else what has several parts is two marks. */
function outlinesOf(from: Mark, to: Mark, source: Source | undefined, target: Source | undefined): JoinedMark['outlines'] {
  const isPlain = [source, target].every((each) => each?.role === 'mark' && !each.vertices)
  const isMap = source?.type === 'shape' || target?.type === 'shape'
  return isPlain ? joinOutlines(from, to, isMap ? Infinity : 1) : undefined
}

/** A key that neither state has yet. */
function freeKey(key: string, taken: Set<string>, { marks }: StageState): string {
  let free = key
  while (taken.has(free) || marks.has(free)) free += "'"
  taken.add(free)
  return free
}

function joinedMark(
  key: string,
  keyAfter: string | undefined,
  a: Side,
  b: Side,
  parents: ReadonlyMap<string, string>,
  renamed: ReadonlyMap<string, string>,
): JoinedMark {
  const from = a.state.marks.get(key)
  const to = keyAfter === undefined ? undefined : b.state.marks.get(keyAfter)
  const source = from && a.sources.get(key)
  const target = keyAfter === undefined ? undefined : b.sources.get(keyAfter)
  const parent = to && !from ? parents.get(keyAfter ?? '') : renamed.get(parents.get(key) ?? '')
  const isLine = source !== undefined && target !== undefined && canGrow(source, target, a.ground, b.ground)
  const outlines = from && to && !isLine && !canBecome(from, to) ? outlinesOf(from, to, source, target) : undefined
  return { key, from, to, source, target, parent, isLine, outlines }
}
