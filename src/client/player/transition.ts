import { TEXT } from '../../motion/interpolate.ts'
import type { Notation } from '../../motion/notation.ts'
import { changeBetween, type Pace, type Tween, type Values, valueAt } from '../../motion/tween.ts'
import { type MarkNode, write, writeAll } from './mark-node.ts'
import { createQueue } from './queue.ts'

/** One attribute of a node on its way. */
interface Moving extends Tween {
  node: MarkNode
  /** The frames that a slow machine draws it in: the even ones or the odd ones, the same for all of a node. */
  turn: number
}

/** A move of the stage from whatever it shows to a state. */
export interface Transition {
  /** Sends a node to values; `delay` and `span` are parts of the whole move. */
  move(node: MarkNode, to: Values, delay?: number, span?: number): void
  /** Leaves work, which may make moves, for the first frame that has time for it. */
  later(work: () => void): void
  /** Shows the stage at a time between 0 and 1. */
  draw(time: number): void
  /** Shows the end exactly. */
  finish(): void
  /** Whether work waits for its frame. */
  readonly isBusy: boolean
  /** Whether anything moves at all. */
  readonly isEmpty: boolean
}

/** A frame whose attributes would take longer than this, in ms, is too much for the machine. */
const SLOW = 2

/** Every so many frames a text counts on: it is laid out anew each time, and nobody reads faster. */
const TEXTS = 3

/** Starts a move without anything in it; texts count in the given notation. Whatever its pace, but a slow one, it takes its time. */
export function createTransition(notation: Notation, pace: Pace = 'slow'): Transition {
  const tweens: Moving[] = []
  let frames = 0
  let isSlow = false
  const moved: MarkNode[] = []
  const queue = createQueue()
  return {
    later: queue.add,
    move(node, to, delay = 0, span = 1) {
      if (node.target === to && !node.moving) return
      node.target = to
      const change = changeBetween(plainColors(shifted(node, to)), to, notation, delay, span)
      for (const tween of change.tweens) tweens.push({ ...tween, node, turn: moved.length % 2 })
      for (const [name, value] of change.jumps) write(node, name, value)
      node.moving = change.tweens.length > 0
      if (node.moving) moved.push(node)
    },
    draw(time) {
      queue.run()
      const begun = performance.now()
      const odd = ++frames % 2
      let left = 0
      for (const tween of tweens) {
        const { node, name, delay, span, turn } = tween
        const local = (time - delay) / span
        // What has arrived costs nothing any more.
        if (local >= 1) write(node, name, node.target[name])
        else {
          tweens[left++] = tween
          const waits = (isSlow && turn === odd) || (name === TEXT && frames % TEXTS > 0) || isUnseen(node, name)
          if (local > 0 && !waits) write(node, name, valueAt(tween, time, pace))
        }
      }
      tweens.length = left
      isSlow = (performance.now() - begun) * (isSlow ? 2 : 1) > SLOW
    },
    finish() {
      queue.finish()
      for (const node of moved) {
        writeAll(node, node.target)
        node.moving = false
      }
    },
    get isBusy() {
      return !queue.isEmpty
    },
    get isEmpty() {
      return pace === 'slow' && moved.length === 0 && queue.isEmpty
    },
  }
}

/** Whether a value makes no difference, since nothing of the node is painted. */
function isUnseen({ tag, written }: MarkNode, name: string): boolean {
  const isPainted = (paint: string) => (written[paint] ?? 'none') !== 'none' && written[`${paint}-opacity`] !== '0'
  return tag !== 'image' && !/^fill|^stroke|opacity$/.test(name) && !isPainted('fill') && !isPainted('stroke')
}

/** A move that takes no time. */
export const cut: Transition = {
  move(node, to) {
    node.target = to
    node.moving = false
    writeAll(node, to)
  },
  later: (work) => work(),
  draw() {},
  finish() {},
  isBusy: false,
  isEmpty: true,
}

/** A text is at its goal from the beginning, and shifted to where it is seen: browsers lay a text out anew at every place, and draw a shifted one at once. */
function shifted(node: MarkNode, to: Values): MarkNode {
  const { tag, written } = node
  if (tag !== 'text' || to.transform) return node
  const [x = 0, y = 0] = written.transform?.match(/-?[\d.]+/g)?.map(Number) ?? []
  const from = `translate(${Number(written.x) - Number(to.x) + x} ${Number(written.y) - Number(to.y) + y})`
  for (const name of ['x', 'y']) write(node, name, to[name])
  write(node, 'transform', from)
  return node
}

/** What a node shows; a move that is interrupted would nest one mix of colours in the next. */
function plainColors({ element, written }: MarkNode): Values {
  const names = (['fill', 'stroke'] as const).filter((name) => written[name]?.startsWith('color-mix'))
  if (names.length === 0) return written
  const style = getComputedStyle(element)
  return { ...written, ...Object.fromEntries(names.map((name) => [name, style[name]])) }
}
