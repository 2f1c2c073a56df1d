import type { Move } from '../story/mark.ts'
import { type Interpolator, interpolate, TEXT } from './interpolate.ts'
import type { Notation } from './notation.ts'

/** Attribute values by name; the text of a text element is one of them. */
export type Values = Readonly<Record<string, string>>

/** One attribute on its way. Times are parts of the whole. */
export interface Tween {
  name: string
  at: Interpolator
  delay: number
  span: number
}

/** What becomes of an element: what is on its way, and what changes at once. */
export interface Change {
  tweens: Tween[]
  jumps: [name: string, value: string | undefined][]
}

/** What comes is faded in when most of what leaves has gone; there is always something to be seen. */
const FADE_IN = 0.35
const FADE_OUT = 0.65

/** The change from some values to others, in the part of a move that begins at `delay` and lasts `span`. */
export function changeBetween(from: Values, to: Values, notation: Notation, delay = 0, span = 1): Change {
  const change: Change = { tweens: [], jumps: [] }
  for (const name in to) note(change, name, from[name], to[name], notation, delay, span)
  for (const name in from) if (!(name in to)) note(change, name, from[name], undefined, notation, delay, span)
  return change
}

function note(
  { tweens, jumps }: Change,
  name: string,
  from: string | undefined,
  to: string | undefined,
  notation: Notation,
  delay: number,
  span: number,
): void {
  if (from === to) return
  const at = interpolate(name, from, to, notation)
  if (at) tweens.push({ name, at, ...timing(name, from, to, delay, span) })
  else if (name === TEXT) tweens.push(...exchange(from ?? '', to ?? '', delay, span))
  else jumps.push([name, to])
}

/** How a stage goes by: slow in and slow out, evenly, or at rest until its end. */
export type Pace = 'slow' | 'even' | 'held'

/** The value of an attribute at a time of the whole move; undefined before it begins. What fades evenly is seen to move for longer. */
export function valueAt({ name, at, delay, span }: Tween, time: number, pace: Pace = 'slow'): string | undefined {
  const local = (time - delay) / span
  if (local <= 0 || (pace === 'held' && local < 1)) return undefined
  return at(local >= 1 ? 1 : isEven(name, delay, pace) ? local : ease(local))
}

/** What counts what others bring counts with them. */
function isEven(name: string, delay: number, pace: Pace): boolean {
  return pace === 'even' || name.endsWith('opacity') || (name === TEXT && delay > 0)
}

/** The pace of a stage of a move. */
export function paceOf({ run }: Move, stage: number): Pace {
  return !run || stage < run.start ? 'slow' : run.isHeld ? 'held' : 'even'
}

function timing(
  name: string,
  from: string | undefined,
  to: string | undefined,
  delay: number,
  span: number,
): { delay: number; span: number } {
  if (!name.endsWith('opacity')) return { delay, span }
  const appears = Number(from ?? 1) < Number(to ?? 1)
  return appears ? { delay: delay + FADE_IN * span, span: span * (1 - FADE_IN) } : { delay, span: span * FADE_OUT }
}

/** Words are exchanged while they are not seen. */
function exchange(from: string, to: string, delay: number, span: number): Tween[] {
  const dip: Interpolator = (time) => `${Math.round(Math.abs(1 - 2 * time) * 100) / 100}`
  return [
    { name: TEXT, at: (time) => (time < 0.5 ? from : to), delay, span },
    { name: 'fill-opacity', at: dip, delay, span },
  ]
}

/** Slow in, slow out: what moves is followed most easily so. */
export function ease(time: number): number {
  return time < 0.5 ? 4 * time ** 3 : 1 - (2 - 2 * time) ** 3 / 2
}
