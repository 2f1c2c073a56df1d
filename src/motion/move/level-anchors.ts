import type { Mark, Move, StageState, TextMark } from '../../story/mark.ts'
import type { Track } from '../../story/story.ts'
import { textWidth } from '../measure-text.ts'
import { round } from '../round.ts'

/** What part of a text lies before its anchor. */
const BEFORE = { start: 0, middle: 0.5, end: 1 } as const

/** Lets texts whose anchor changes somewhere begin at it everywhere, so that they move from where they are seen and do not jump by their width. */
export function levelAnchors(track: Track): Track {
  const { states, moves } = track
  const anchors = new Map<string, Set<string>>()
  const all = [...states, ...(moves ?? []).flatMap((move) => move?.keyframes ?? [])]
  for (const { marks } of all)
    for (const [key, mark] of marks) {
      if (mark.kind !== 'text') continue
      const known = anchors.get(key) ?? new Set()
      anchors.set(key, known.add(mark.anchor ?? 'start'))
    }
  const turned = new Set([...anchors].flatMap(([key, { size }]) => (size > 1 ? [key] : [])))
  if (turned.size === 0) return track
  const level = (state: StageState) => levelState(state, turned)
  const levelMove = (move: Move | undefined) => move && { ...move, keyframes: move.keyframes.map(level) }
  return { ...track, states: states.map(level), ...(moves && { moves: moves.map(levelMove) }) }
}

/** What has been made of a state is made once, so that what has not changed is the same. */
const levelled = new WeakMap<StageState, { keys: string; state: StageState }>()

function levelState(state: StageState, turned: ReadonlySet<string>): StageState {
  const own = [...turned].filter((key) => state.marks.get(key)?.kind === 'text')
  if (own.length === 0) return state
  const keys = own.join('\n')
  const known = levelled.get(state)
  if (known?.keys === keys) return known.state
  const marks = new Map([...state.marks].map(([key, mark]): [string, Mark] => [key, turned.has(key) ? atStart(mark) : mark]))
  const made = { ...state, marks }
  levelled.set(state, { keys, state: made })
  return made
}

function atStart(mark: Mark): Mark {
  if (mark.kind !== 'text' || mark.anchor === undefined) return mark
  const { anchor, ...rest } = mark
  const length = BEFORE[anchor] * widthOf(mark)
  const angle = ((mark.angle ?? 0) * Math.PI) / 180
  return { ...rest, x: round(mark.x - length * Math.cos(angle), 2), y: round(mark.y - length * Math.sin(angle), 2) }
}

function widthOf({ text, size, family, weight }: TextMark): number {
  return textWidth(text, size, family ?? 'var(--sans)', weight)
}
