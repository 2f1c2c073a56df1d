import { DIRECTIONS } from '../../motion/move/ground.ts'
import type { Picture, SeenMark } from '../../motion/seek.ts'
import { distanceTo, edgesOf, isVisible, pointsOf } from './seen-shape.ts'
import type { Subject } from './subject.ts'

/** In px; a move begins and ends without a jump. */
const JUMP = 1.5

/** At its ends a move shows the stills of the charts, mark by mark, and right beside them nearly the same. */
export function endFaults({ move, stills: { a, b } }: Subject): string[] {
  if (move.duration === 0) return []
  const ends = [
    ['start', a, move.at(0), move.at(0.5)],
    ['end', b, move.at(move.duration), move.at(move.duration - 0.5)],
  ] as const
  return ends.flatMap(([name, still, end, beside]) =>
    [...notTheStill(still, end), ...unlike(still, beside)].map((fault) => `at the ${name} ${fault}`),
  )
}

function notTheStill(still: Picture, end: Picture): string[] {
  const text = (seen: SeenMark | undefined) => seen && JSON.stringify([seen.tag, Object.entries(seen.values).sort()])
  const keys = new Set([...still.keys(), ...end.keys()])
  return [...keys].filter((key) => text(still.get(key)) !== text(end.get(key))).map((key) => `${key} is not as in the still`)
}

function unlike(still: Picture, beside: Picture): string[] {
  const visible = (picture: Picture) => new Map([...picture].filter(([, seen]) => isVisible(seen)))
  const [there, near] = [visible(still), visible(beside)]
  const faults = [...near.keys()].filter((key) => !there.has(key)).map((key) => `${key} should not be seen`)
  for (const [key, seen] of there) {
    const other = near.get(key)
    if (!other) faults.push(`${key} is not seen`)
    else if (jump(seen, other) > JUMP) faults.push(`${key} jumps by ${jump(seen, other).toFixed(1)} px`)
  }
  return faults
}

/** Of two outlines every point of the still is on the other; else they are the same for the eye where they fill the same box. */
function jump(one: SeenMark, other: SeenMark): number {
  if (one.tag === 'path' && other.tag === 'path') {
    const points = pointsOf(other)
    return Math.max(0, ...pointsOf(one).map(([x, y]) => distanceTo(points, x, y)))
  }
  const [box, otherBox] = [boxOf(one), boxOf(other)]
  return Math.max(...box.map((edge, index) => Math.abs(edge - (otherBox[index] ?? Number.NaN))))
}

function boxOf(seen: SeenMark): number[] {
  if (seen.tag !== 'path') return DIRECTIONS.flatMap((direction) => edgesOf(seen, direction))
  const points = pointsOf(seen)
  return [0, 1].flatMap((axis) => {
    const positions = points.map((point) => point[axis] ?? 0)
    return [Math.min(...positions), Math.max(...positions)]
  })
}
