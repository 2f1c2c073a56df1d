import { TEXT } from '../../motion/interpolate.ts'
import type { Notation } from '../../motion/notation.ts'
import { changeBetween, type Pace, type Tween, type Values, valueAt } from '../../motion/tween.ts'
import { type MarkNode, plainColors, write, writeAll } from './mark-node.ts'
import { createQueue } from './queue.ts'

/** A node on its way. */
interface Mover {
  node: MarkNode
  tweens: Tween[]
  /** The first time of the whole move at which any of it changes. */
  start: number
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

/** Attributes may take this long of a frame, in ms; where all would take longer, every mark is drawn in every second or third frame, in turn. */
const BUDGET = 0.8
const MOST_TURNS = 4

/** Every so many frames a text counts on: it is laid out anew each time, and nobody reads faster. */
const TEXTS = 3

/** Starts a move without anything in it; texts count in the given notation. Whatever its pace, but a slow one, it takes its time. */
export function createTransition(notation: Notation, pace: Pace = 'slow'): Transition {
  const movers: Mover[] = []
  let frames = 0
  let turns = 1
  let isEmpty = true
  const queue = createQueue()
  /** Writes what has changed of a node; what has arrived costs nothing any more. */
  const advance = ({ node, tweens }: Mover, time: number) => {
    const isHidden = isUnseen(node)
    let left = 0
    for (const tween of tweens) {
      const { name, delay, span } = tween
      const local = (time - delay) / span
      if (local >= 1) write(node, name, node.target[name])
      else {
        tweens[left++] = tween
        const waits = (isHidden && !PAINT.test(name)) || (name === TEXT && turns < TEXTS && frames % TEXTS > 0)
        const value = local > 0 && !waits ? valueAt(tween, time, pace) : undefined
        if (value !== undefined) write(node, name, value)
      }
    }
    tweens.length = left
  }
  return {
    later: queue.add,
    move(node, to, delay = 0, span = 1) {
      if (node.target === to && !node.moving) return
      node.target = to
      const { tweens, jumps } = changeBetween(plainColors(shifted(node, to)), to, notation, delay, span)
      for (const [name, value] of jumps) write(node, name, value)
      node.moving = tweens.length > 0
      if (!node.moving) return
      movers.push({ node, tweens, start: Math.min(...tweens.map((tween) => tween.delay)) })
      isEmpty = false
    },
    draw(time) {
      queue.run()
      const begun = performance.now()
      frames++
      for (let index = frames % turns; index < movers.length; index += turns) {
        const mover = movers[index] as Mover
        if (time <= mover.start) continue
        advance(mover, time)
        if (mover.tweens.length > 0) continue
        mover.node.moving = false
        movers[index] = movers.at(-1) as Mover
        movers.pop()
        index -= turns
      }
      turns = Math.min(Math.max(Math.ceil(((performance.now() - begun) * turns) / BUDGET), 1), MOST_TURNS)
    },
    finish() {
      queue.finish()
      for (const { node } of movers) {
        writeAll(node, node.target)
        node.moving = false
      }
    },
    get isBusy() {
      return !queue.isEmpty
    },
    get isEmpty() {
      return pace === 'slow' && isEmpty && queue.isEmpty
    },
  }
}

/** What is written of a node of which nothing is painted: that by which it comes to be seen. */
const PAINT = /^fill|^stroke|opacity$/

function isUnseen({ tag, written }: MarkNode): boolean {
  const isPainted = (paint = 'none', opacity?: string) => paint !== 'none' && opacity !== '0'
  const { fill, stroke, 'fill-opacity': fillOpacity, 'stroke-opacity': strokeOpacity } = written
  return tag !== 'image' && !isPainted(fill, fillOpacity) && !isPainted(stroke, strokeOpacity)
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
