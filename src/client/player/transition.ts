import type { Notation } from '../../motion/notation.ts'
import { type Interpolator, interpolate } from './interpolate.ts'
import { type Sprite, TEXT, type Values, write, writeAll } from './mark-node.ts'
import { createQueue } from './queue.ts'

/** One attribute on its way. Times are parts of the whole move. */
interface Tween {
  sprite: Sprite
  name: string
  at: Interpolator
  delay: number
  span: number
  /** The frames that a slow machine draws it in: the even ones or the odd ones, the same for all of a sprite. */
  turn?: number
  /** Told when it has arrived. */
  over?: () => void
}

/** A move of the stage from whatever it shows to a state. */
export interface Transition {
  /** Sends a sprite to values; `delay` and `span` are parts of the whole move. `over` may be told when it has arrived. */
  move(sprite: Sprite, to: Values, delay?: number, span?: number, over?: () => void): void
  /** Leaves work, which may make moves, for the first frame that has time for it. */
  later(work: () => void): void
  /** Shows the stage at a time between 0 and 1. */
  draw(time: number): void
  /** Shows the end exactly. */
  finish(): void
  /** The time that is shown. */
  readonly time: number
  /** Whether work waits for its frame. */
  readonly isBusy: boolean
  /** Whether anything moves at all. */
  readonly isEmpty: boolean
}

/** A frame whose attributes take longer than this, in ms, is too much for the machine. */
const SLOW = 4

/** Entering marks are faded in when most of the leaving ones have gone. */
const FADE_IN = 0.25
const FADE_OUT = 0.6

/** Starts a move without anything in it; texts count in the given notation. */
export function createTransition(notation: Notation): Transition {
  let tweens: Tween[] = []
  let shown = 0
  let frames = 0
  let isSlow = false
  const moved: Sprite[] = []
  const queue = createQueue()
  return {
    later: queue.add,
    move(sprite, to, delay = 0, span = 1, over) {
      if (sprite.target === to && !sprite.moving) return
      sprite.target = to
      const before = tweens.length
      const change = (name: string) => {
        const value = to[name]
        if (sprite.written[name] === value) return
        const at = interpolate(sprite, name, value, notation)
        if (at) tweens.push({ sprite, name, at, ...timing(sprite, name, value, delay, span) })
        else if (name === TEXT) tweens.push(...exchange(sprite, value ?? '', delay, span))
        else write(sprite, name, value)
      }
      for (const name in to) change(name)
      for (const name in sprite.written) if (!(name in to)) change(name)
      sprite.moving = tweens.length > before
      if (!sprite.moving) return
      for (const tween of tweens.slice(before)) tween.turn = moved.length % 2
      Object.assign(tweens.at(-1) as Tween, { over })
      moved.push(sprite)
    },
    draw(time) {
      shown = time
      queue.run()
      const begun = performance.now()
      const odd = ++frames % 2
      // What has arrived costs nothing any more.
      tweens = tweens.filter((tween) => {
        const { sprite, name, at, delay, span, turn, over } = tween
        const local = (time - delay) / span
        if (local >= 1) {
          write(sprite, name, sprite.target[name])
          over?.()
        }
        // What fades evenly is seen to move for longer.
        else if (local > 0 && !(isSlow && turn === odd)) write(sprite, name, at(name.endsWith('opacity') ? local : ease(local)))
        return local < 1
      })
      isSlow = performance.now() - begun > SLOW
    },
    finish() {
      queue.finish()
      for (const sprite of moved) {
        writeAll(sprite, sprite.target)
        sprite.moving = false
      }
    },
    get time() {
      return shown
    },
    get isBusy() {
      return !queue.isEmpty
    },
    get isEmpty() {
      return moved.length === 0 && queue.isEmpty
    },
  }
}

/** A move that takes no time. */
export const cut: Transition = {
  move(sprite, to) {
    sprite.target = to
    sprite.moving = false
    writeAll(sprite, to)
  },
  later: (work) => work(),
  draw() {},
  finish() {},
  time: 0,
  isBusy: false,
  isEmpty: true,
}

function timing(
  sprite: Sprite,
  name: string,
  value: string | undefined,
  delay: number,
  span: number,
): { delay: number; span: number } {
  if (!name.endsWith('opacity')) return { delay, span }
  const appears = Number(sprite.written[name] ?? 1) < Number(value ?? 1)
  return appears ? { delay: delay + FADE_IN * span, span: span * (1 - FADE_IN) } : { delay, span: span * FADE_OUT }
}

/** Words are exchanged while they are not seen. */
function exchange(sprite: Sprite, to: string, delay: number, span: number): Tween[] {
  const from = sprite.written[TEXT] ?? ''
  const dip: Interpolator = (time) => `${Math.round(Math.abs(1 - 2 * time) * 100) / 100}`
  return [
    { sprite, name: TEXT, at: (time) => (time < 0.5 ? from : to), delay, span },
    { sprite, name: 'fill-opacity', at: dip, delay, span },
  ]
}

/** Things come to rest; nothing bounces. */
function ease(time: number): number {
  return 1 - (1 - time) ** 3
}
