import type { Box } from './units.ts'

/** A point in px. */
export type Point = readonly [x: number, y: number]

/** The part of a straight line that lies in a box; undefined where none does. */
export function clipLine([x1, y1]: Point, [x2, y2]: Point, { x, y, width, height }: Box): [Point, Point] | undefined {
  const [dx, dy] = [x2 - x1, y2 - y1]
  let [from, to] = [0, 1]
  for (const [step, room] of [
    [-dx, x1 - x],
    [dx, x + width - x1],
    [-dy, y1 - y],
    [dy, y + height - y1],
  ] as const) {
    if (step === 0 && room < 0) return undefined
    if (step < 0) from = Math.max(from, room / step)
    if (step > 0) to = Math.min(to, room / step)
  }
  if (from > to) return undefined
  return [
    [x1 + dx * from, y1 + dy * from],
    [x1 + dx * to, y1 + dy * to],
  ]
}

/** The part of an area that lies in a box, by its corners; one edge of the box after another is cut along. */
export function clipArea(corners: readonly Point[], { x, y, width, height }: Box): Point[] {
  const edges: readonly [axis: 0 | 1, sign: 1 | -1, at: number][] = [
    [0, 1, x],
    [0, -1, x + width],
    [1, 1, y],
    [1, -1, y + height],
  ]
  return edges.reduce<readonly Point[]>((left, edge) => cut(left, ...edge), corners) as Point[]
}

function cut(corners: readonly Point[], axis: 0 | 1, sign: 1 | -1, at: number): Point[] {
  const inside = (point: Point) => (point[axis] - at) * sign >= 0
  return corners.flatMap((point, index) => {
    const before = corners.at(index - 1) ?? point
    const crossing =
      inside(before) === inside(point) ? [] : [between(before, point, (at - before[axis]) / (point[axis] - before[axis]))]
    return inside(point) ? [...crossing, point] : crossing
  })
}

/** The point at a part of the way from one to another. */
export function between([x1, y1]: Point, [x2, y2]: Point, part: number): Point {
  return [x1 + (x2 - x1) * part, y1 + (y2 - y1) * part]
}
