import { isAlike } from '../../motion/interpolate.ts'
import type { Mark, Move, StageState } from '../../story/mark.ts'
import { outside } from './outside.ts'
import { type Scales, scalesOf } from './scale.ts'

/** The move between any two states that nobody planned: all at once, what leaves and what comes along the scales of the other state. */
export function generalMove(from: StageState, to: StageState, duration: number): Move {
  const [before, after] = [scalesOf(from), scalesOf(to)]
  const [first, last] = [new Map<string, Mark>(), new Map<string, Mark>()]
  for (const [key, mark] of from.marks) {
    const next = to.marks.get(key)
    if (next && suits(mark, next)) continue
    const own = next ? `${key} leaving` : key
    first.set(own, mark)
    last.set(own, placed(outside(mark), key, after))
  }
  for (const [key, mark] of to.marks) {
    const old = from.marks.get(key)
    first.set(key, old && suits(old, mark) ? old : placed(outside(mark), key, before))
    last.set(key, mark)
  }
  const keyframes = [first, last].map((marks) => ({ name: to.name, marks }))
  return { keyframes, durations: [duration] }
}

function suits(a: Mark, b: Mark): boolean {
  return a.kind === b.kind && (a.kind !== 'path' || isAlike(a.d, (b as typeof a).d))
}

/** A tick, a grid line or its label where the scales have its value. */
function placed(mark: Mark, key: string, scales: Scales): Mark {
  const place = scales.place(key, mark)
  if (!place) return mark
  const at = (name: string, otherwise: number) => (place[name] === undefined ? otherwise : Number(place[name]))
  if (mark.kind === 'rule')
    return { ...mark, x: at('x1', mark.x), y: at('y1', mark.y), x2: at('x2', mark.x2), y2: at('y2', mark.y2) }
  return { ...mark, x: at('x', mark.x), y: at('y', mark.y) }
}
