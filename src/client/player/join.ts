import { leaving } from '../../motion/general-move.ts'
import { isAlike } from '../../motion/interpolate.ts'
import { type Picture, picture, type SeenMark, seen } from '../../motion/seek.ts'
import type { Values } from '../../motion/tween.ts'
import type { Mark, Move, StageState } from '../../story/mark.ts'
import { createClips } from './clips.ts'
import { createSprite, type Sprite } from './mark-node.ts'
import { cut, type Transition } from './transition.ts'

/** The sprites of a stage. */
export interface Cast {
  /** Shows a picture and nothing else. */
  show(shown: Picture): void
  /** Sets out on a move: all that is there and not under way looks like its first picture, which tells the drawing order, too. */
  begin(first: StageState): void
  /** Sends all from one picture of the move to the next; what has not been there comes as soon as there is time for it. */
  enter(from: StageState, to: StageState, timing: Move['timing'], transition: Transition): void
  /** Takes away what is not in a state. */
  leave(state: StageState, transition: Transition): void
}

/** Starts an empty cast in an `<svg>`; what that holds stays until the first picture. */
export function createCast(svg: SVGElement): Cast {
  const clips = createClips()
  const live = new Map<string, Sprite>()
  /** All keys in drawing order, also those of what is still to come. */
  let order: readonly string[] = []
  svg.prepend(clips.element)

  return {
    show(shown) {
      for (const [key, mark] of shown) {
        const sprite = live.get(key)
        if (sprite && suits(sprite.tag, sprite.target, mark)) rest(sprite, mark)
        else create(key, mark)
      }
      arrange(shown.keys())
    },
    begin(first) {
      for (const [key, mark] of picture(first)) {
        const sprite = live.get(key)
        if (!sprite) continue
        if (!suits(sprite.tag, sprite.target, mark)) {
          live.delete(key)
          live.set(leaving(key), sprite)
        } else if (!sprite.moving) rest(sprite, mark)
      }
      arrange(first.marks.keys())
    },
    enter(from, to, timing, transition) {
      order.forEach((key, place) => {
        const mark = seen(to.marks.get(key) as Mark)
        const [delay = 0, span] = timing?.get(key) ?? []
        const known = live.get(key)
        const sprite = known && suits(known.tag, known.target, mark) ? known : undefined
        const send = (own: Sprite) => transition.move(own, mark.values, delay, span)
        if (sprite && delay === 0) send(sprite)
        else transition.later(() => send(sprite ?? enrol(key, place, seen(from.marks.get(key) as Mark), mark)))
      })
    },
    leave({ marks }, transition) {
      for (const [key, { element }] of live) if (!marks.has(key)) transition.later(() => element.remove())
    },
  }

  /** Makes a sprite, under a key that may have had another. */
  function create(key: string, { tag, values }: SeenMark): Sprite {
    live.get(key)?.element.remove()
    const sprite = createSprite(tag, values, clips.url)
    live.set(key, sprite)
    return sprite
  }

  /** Makes the sprite of a newcomer, and puts it behind the nearest element that is drawn before it. */
  function enrol(key: string, place: number, start: SeenMark, mark: SeenMark): Sprite {
    const sprite = create(key, suits(start.tag, start.values, mark) ? start : mark)
    let before = place - 1
    while (before >= 0 && !live.has(order[before] as string)) before--
    const neighbour = live.get(order[before] ?? '')?.element ?? clips.element
    neighbour.after(sprite.element)
    return sprite
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

/** Leaves a sprite where it is to be, without any move. */
function rest(sprite: Sprite, { values }: SeenMark): void {
  if (sprite.moving || sprite.target !== values) cut.move(sprite, values)
}

/** Whether an element that shows some values can become the one of a mark. */
function suits(tag: string, { d }: Values, mark: SeenMark): boolean {
  return tag === mark.tag && (tag !== 'path' || isAlike(d, mark.values.d))
}
