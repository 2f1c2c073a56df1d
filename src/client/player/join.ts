import { leaving } from '../../motion/general-move.ts'
import { isAlike } from '../../motion/interpolate.ts'
import { type Picture, type SeenMark, seen } from '../../motion/seek.ts'
import type { Values } from '../../motion/tween.ts'
import type { Mark, Move, StageState } from '../../story/mark.ts'
import { createClips } from './clips.ts'
import { createNode, type MarkNode } from './mark-node.ts'
import { cut, type Transition } from './transition.ts'

/** Marks that set out in the very first frame; of a crowd, the others follow in the next ones, while nothing has come far. */
const AT_ONCE = 150

/** The nodes of a stage, none at first, in an `<svg>`; what that holds stays until the first picture. */
export function createJoin(svg: SVGElement) {
  const clips = createClips()
  const live = new Map<string, MarkNode>()
  /** All keys in drawing order, also those of what is still to come. */
  let order: readonly string[] = []
  svg.prepend(clips.element)

  return {
    /** Shows a picture and nothing else. */
    show(shown: Picture) {
      for (const [key, mark] of shown) {
        const node = live.get(key)
        if (node && suits(node.tag, node.target, mark)) rest(node, mark)
        else create(key, mark)
      }
      arrange(shown.keys())
    },
    /** Sets out on a move: all that is there and not under way looks like its first picture, which tells the drawing order, too. */
    begin(first: StageState) {
      for (const [key, own] of first.marks) {
        const node = live.get(key)
        if (!node) continue
        const mark = seen(own)
        if (!suits(node.tag, node.target, mark)) {
          live.delete(key)
          live.set(leaving(key), node)
        } else if (!node.moving) rest(node, mark)
      }
      arrange(first.marks.keys())
    },
    /** Sends all from one picture of the move to the next; what has not been there comes as soon as there is time for it. */
    enter(from: StageState, to: StageState, timing: Move['timing'], transition: Transition) {
      order.forEach((key, place) => {
        const [delay = 0, span] = timing?.get(key) ?? []
        const known = live.get(key)
        const send = () => {
          const mark = seen(to.marks.get(key) as Mark)
          const node = known && suits(known.tag, known.target, mark) ? known : undefined
          transition.move(node ?? enrol(key, place, seen(from.marks.get(key) as Mark), mark), mark.values, delay, span)
        }
        if (known && delay === 0 && place < AT_ONCE) send()
        else transition.later(send)
      })
    },
    /** Takes away what is not in a state. */
    leave({ marks }: StageState, transition: Transition) {
      for (const [key, { element }] of live) if (!marks.has(key)) transition.later(() => element.remove())
    },
  }

  /** Makes a node, under a key that may have had another. */
  function create(key: string, { tag, values }: SeenMark): MarkNode {
    live.get(key)?.element.remove()
    const node = createNode(tag, values, clips.url)
    live.set(key, node)
    return node
  }

  /** Makes the node of a newcomer, and puts it behind the nearest element that is drawn before it. */
  function enrol(key: string, place: number, start: SeenMark, mark: SeenMark): MarkNode {
    const node = create(key, suits(start.tag, start.values, mark) ? start : mark)
    let before = place - 1
    while (before >= 0 && !live.has(order[before] as string)) before--
    const neighbour = live.get(order[before] ?? '')?.element ?? clips.element
    neighbour.after(node.element)
    return node
  }

  /** Puts the elements in drawing order; what has no place in it goes. */
  function arrange(keys: Iterable<string>): void {
    order = [...keys]
    const known = new Set(order)
    for (const key of live.keys()) if (!known.has(key)) live.delete(key)
    let cursor = clips.element.nextSibling
    for (const key of order) {
      const element = live.get(key)?.element
      if (element && element === cursor) cursor = cursor.nextSibling
      else if (element) svg.insertBefore(element, cursor)
    }
    while (cursor) {
      const next: ChildNode | null = cursor.nextSibling
      cursor.remove()
      cursor = next
    }
  }
}

/** Leaves a node where it is to be, without any move. */
function rest(node: MarkNode, { values }: SeenMark): void {
  if (node.moving || node.target !== values) cut.move(node, values)
}

/** Whether an element that shows some values can become the one of a mark. */
function suits(tag: string, { d }: Values, mark: SeenMark): boolean {
  return tag === mark.tag && (tag !== 'path' || isAlike(d, mark.values.d))
}
