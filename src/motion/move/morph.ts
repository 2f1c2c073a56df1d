import type { Mark, PathMark } from '../../story/mark.ts'
import { absoluteCommands, compactOutline } from '../outline.ts'
import { round } from '../round.ts'

type Point = readonly [x: number, y: number]

/** One part of an outline as points, in px of the frame; in both states it has as many. */
export interface Ring {
  points: readonly Point[]
  isClosed: boolean
}

/** How many points a part is drawn through at least while it becomes another: corners and round edges keep their looks. */
const POINTS = 64

/** Points that a curve is drawn through. */
const STEPS = 8

/** The corners of a mark's outline, part by part; undefined for one of more than `most` parts, and for what has none. */
export function ringsOf(mark: Mark, most = 1): Ring[] | undefined {
  if (mark.kind === 'rect') return [{ points: rectPath(mark), isClosed: true }]
  if (mark.kind !== 'path' || mark.angle) return undefined
  const commands = absoluteCommands(mark.d, mark.x, mark.y, 1, 1)
  const isClosed = commands.at(-1)?.[0] === 'z' || (mark.fill !== undefined && mark.fill !== 'none')
  const starts = commands.flatMap(([letter], index) => (letter === 'm' ? [index] : []))
  const rings = starts
    .map((start, part) => ({ points: cornersOf(commands.slice(start, starts[part + 1])), isClosed }))
    .filter(({ points }) => points.length > 1)
  return rings.length > 0 && rings.length <= most ? rings : undefined
}

function rectPath({ x, y, width, height, radius = 0 }: Extract<Mark, { kind: 'rect' }>): Point[] {
  const r = Math.min(radius, width / 2, height / 2)
  const corner = (cx: number, cy: number, from: number) =>
    Array.from({ length: r === 0 ? 1 : STEPS + 1 }, (_, step): Point => {
      const angle = ((from + (90 * step) / STEPS) * Math.PI) / 180
      return [cx + r * Math.cos(angle), cy + r * Math.sin(angle)]
    })
  return [
    ...corner(x + r, y + r, 180),
    ...corner(x + width - r, y + r, 270),
    ...corner(x + width - r, y + height - r, 0),
    ...corner(x + r, y + height - r, 90),
  ]
}

function cornersOf(commands: ReturnType<typeof absoluteCommands>): Point[] {
  const corners: Point[] = []
  for (const [letter, ...numbers] of commands) {
    const [fromX = 0, fromY = 0] = corners.at(-1) ?? []
    const [x1 = 0, y1 = 0, x2 = 0, y2 = 0, x3 = 0, y3 = 0] = numbers
    if (letter === 'm' || letter === 'l') corners.push([x1, y1])
    for (let step = 1; step <= STEPS && (letter === 'c' || letter === 'q'); step++) {
      const [t, s] = [step / STEPS, 1 - step / STEPS]
      const along = (a: number, b: number, c: number, d: number) =>
        letter === 'q' ? s * s * a + 2 * s * t * b + t * t * c : s ** 3 * a + 3 * s * s * t * b + 3 * s * t * t * c + t ** 3 * d
      corners.push([along(fromX, x1, x2, x3), along(fromY, y1, y2, y3)])
    }
  }
  const [first, last] = [corners[0], corners.at(-1)]
  if (first && last && distance(first, last) < 0.01) corners.pop()
  return corners
}

/** So many points of a part, at least as many as it has corners: these, and others between them, by length. */
export function spread({ points: corners, isClosed }: Ring, count = POINTS): Ring {
  const ends = isClosed ? [...corners.slice(1), corners[0] as Point] : corners.slice(1)
  // Where all lie on one place, each side is as long as the next.
  const lengths = ends.map((end, index) => distance(corners[index] as Point, end) || 1e-9)
  const total = lengths.reduce((sum, length) => sum + length, 0)
  const free = count - corners.length
  let passed = 0
  const points: Point[] = []
  ends.forEach((end, index) => {
    const start = corners[index] as Point
    const before = Math.round((passed / total) * free)
    passed += lengths[index] ?? 0
    const steps = Math.round((passed / total) * free) - before + 1
    for (let step = 0; step < steps; step++) points.push(between(start, end, step / steps))
  })
  return { points: isClosed ? points : [...points, corners.at(-1) as Point], isClosed }
}

function between([x1, y1]: Point, [x2, y2]: Point, part: number): Point {
  return [x1 + (x2 - x1) * part, y1 + (y2 - y1) * part]
}

function distance([x1, y1]: Point, [x2, y2]: Point): number {
  return Math.hypot(x2 - x1, y2 - y1)
}

/** The outlines of two marks, part by part, where one can become the other by them; undefined where it cannot. */
export function joinOutlines(a: Mark, b: Mark, most = 1): Record<'from' | 'to', Ring[]> | undefined {
  if (a.kind === b.kind && a.kind !== 'path') return undefined
  const [some, others] = [a, b].map((mark) => ringsOf(mark, most)?.toSorted((one, other) => sizeOf(other) - sizeOf(one)))
  if (!some?.[0] || !others?.[0] || some[0].isClosed !== others[0].isClosed) return undefined
  const [from, to]: [Ring[], Ring[]] = [[], []]
  for (let part = 0; part < Math.max(some.length, others.length); part++) {
    const count = Math.max(part === 0 ? POINTS : POINTS / 8, ...[some, others].map((rings) => rings[part]?.points.length ?? 0))
    // A part that is small beside the others needs fewer points. What has no counterpart, such as an island, comes out of the middle
    // of the largest part.
    const first = spread(some[part] ?? centreOf(some[0]), count)
    from.push(first)
    to.push(aligned(spread(others[part] ?? centreOf(others[0]), count), first))
  }
  return { from, to }
}

function sizeOf({ points }: Ring): number {
  return Math.abs(area(points))
}

function centreOf({ points, isClosed }: Ring): Ring {
  const [x, y] = [0, 1].map((axis) => points.reduce((sum, point) => sum + (point[axis] ?? 0), 0) / points.length)
  return { points: Array(2).fill([x ?? 0, y ?? 0]), isClosed }
}

/** The points of a part in the order in which they have the shortest way to those of another. */
export function aligned(ring: Ring, other: Ring): Ring {
  if (!ring.isClosed) return ring
  const points = Math.sign(area(ring.points)) === Math.sign(area(other.points)) ? ring.points : ring.points.toReversed()
  // However far the other is, the shortest ways begin at the same point.
  const ways = points.map((_, shift) =>
    other.points.reduce((way, goal, index) => way + distance(points[(index + shift) % points.length] as Point, goal) ** 2, 0),
  )
  const first = ways.indexOf(Math.min(...ways))
  return { ...ring, points: [...points.slice(first), ...points.slice(0, first)] }
}

function area(points: readonly Point[]): number {
  return points.reduce((sum, [x, y], index) => {
    const [nextX, nextY] = points[(index + 1) % points.length] as Point
    return sum + x * nextY - nextX * y
  }, 0)
}

/** An outline in the paint of a mark, about its place; `place` says where a point of it is on the ground that it stands on. */
export function drawOutline(mark: Mark, rings: readonly Ring[], place: (point: Point) => Point): PathMark {
  const half = mark.kind === 'rect' ? [mark.width / 2, mark.height / 2] : [0, 0]
  const [left, top] = place([mark.x + (half[0] ?? 0), mark.y + (half[1] ?? 0)]).map((value) => round(value, 2)) as [
    number,
    number,
  ]
  const text = rings.map(({ points, isClosed }) => {
    const lines = points.map(place).map(([x, y], index) => `${index === 0 ? 'M' : 'L'}${x - left},${y - top}`)
    return lines.join('') + (isClosed ? 'Z' : '')
  })
  const paint: Partial<Record<string, unknown>> = { ...mark }
  for (const property of ['width', 'height', 'radius']) delete paint[property]
  return { ...paint, kind: 'path', x: left, y: top, d: compactOutline(text.join('')) } as PathMark
}
