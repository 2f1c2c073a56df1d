import type { Direction } from '../../motion/move/ground.ts'
import type { SeenMark } from '../../motion/seek.ts'

/** The least opacity that is seen. */
const SEEN = 0.05

/** Whether anything of an element is seen. */
export function isVisible({ tag, values }: SeenMark): boolean {
  const part = (name: string) => Number(values[name] ?? 1)
  if (part('opacity') < SEEN) return false
  const isPainted = (paint = 'none') => paint !== 'none' && !paint.endsWith('transparent 100%)')
  const isEmpty = tag === 'rect' && (Number(values.width) < 0.05 || Number(values.height) < 0.05)
  if (isEmpty && !isPainted(values.stroke)) return false
  if (tag === 'image') return true
  const fill = isPainted(values.fill) && part('fill-opacity') >= SEEN
  return fill || (isPainted(values.stroke) && part('stroke-opacity') >= SEEN)
}

/** The two edges of an element along a direction, in px; of a text or an outline with a place of its own both are its place. */
export function edgesOf({ tag, values }: SeenMark, direction: Direction): [number, number] {
  if (tag === 'line') return [Number(values[`${direction}1`]), Number(values[`${direction}2`])]
  if (tag === 'path') {
    const [x = 0, y = 0] =
      /translate\( ?([-\d.]+) ([-\d.]+)\)/
        .exec(values.transform ?? '')
        ?.slice(1)
        .map(Number) ?? []
    return direction === 'x' ? [x, x] : [y, y]
  }
  const start = Number(values[direction])
  const size = tag === 'text' ? 0 : Number(values[direction === 'x' ? 'width' : 'height'])
  return [start, start + size]
}

/** Whether every number of an element is one, and no size is negative. */
export function isSound({ values }: SeenMark): boolean {
  for (const name of ['width', 'height', 'rx', 'font-size', 'stroke-width']) if (!(Number(values[name] ?? 0) >= 0)) return false
  return !Object.entries(values).some(([name, value]) => name !== '#text' && /NaN|undefined|Infinity/.test(value))
}

/** The points that the outline of an element comes through, in px of the frame. */
export function pointsOf(mark: SeenMark): [number, number][] {
  const [[startX], [startY]] = [edgesOf(mark, 'x'), edgesOf(mark, 'y')]
  const points: [number, number][] = []
  let [x, y] = [startX, startY]
  let part = [x, y] as const
  for (const [, letter = '', text = ''] of (mark.values.d ?? '').matchAll(/([a-z])([^a-z]*)/gi)) {
    const numbers = (text.match(/-?\d*\.?\d+/g) ?? []).map(Number)
    const size = letter === 'c' ? 6 : letter === 'q' ? 4 : 2
    for (let end = size; end <= numbers.length; end += size) {
      x += numbers[end - 2] ?? 0
      y += numbers[end - 1] ?? 0
      points.push([x, y])
      if (letter === 'm' && end === size) part = [x, y]
    }
    // A part begins where the one before it did.
    if (letter === 'z') [x, y] = part
  }
  return points
}

/** Half way between two edges. */
export function middle([start, end]: [number, number]): number {
  return (start + end) / 2
}

/** How far a place is from a line of points, in px. */
export function distanceTo(points: readonly [number, number][], x: number, y: number): number {
  return Math.min(...points.map((point, index) => toSegment(points[index - 1] ?? point, point, x, y)))
}

function toSegment([x1, y1]: readonly [number, number], [x2, y2]: readonly [number, number], x: number, y: number): number {
  const length = (x2 - x1) ** 2 + (y2 - y1) ** 2
  const part = length === 0 ? 0 : Math.max(0, Math.min(1, ((x - x1) * (x2 - x1) + (y - y1) * (y2 - y1)) / length))
  return Math.hypot(x1 + (x2 - x1) * part - x, y1 + (y2 - y1) * part - y)
}
