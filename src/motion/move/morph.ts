import type { Mark, PathMark } from '../../story/mark.ts'
import { absoluteCommands, compactOutline } from '../outline.ts'
import { round } from '../round.ts'

type Point = readonly [x: number, y: number]

/** An outline as points, in px of the frame; all outlines have as many. */
export interface Outline {
  points: readonly Point[]
  isClosed: boolean
}

/** How many points an outline is drawn through while it becomes another: corners and round edges keep their looks. */
const POINTS = 64

/** Points that a curve is drawn through. */
const STEPS = 8

/** The outline of a mark; undefined for one of several parts, and for what has none. */
export function outlineOfMark(mark: Mark): Outline | undefined {
  if (mark.kind === 'rect') return { points: spread(rectPath(mark), true), isClosed: true }
  if (mark.kind !== 'path' || mark.angle) return undefined
  const commands = absoluteCommands(mark.d, mark.x, mark.y, 1, 1)
  if (commands.filter(([letter]) => letter === 'm').length !== 1) return undefined
  const isClosed = commands.at(-1)?.[0] === 'z' || (mark.fill !== undefined && mark.fill !== 'none')
  const corners = cornersOf(commands)
  return corners.length < 2 ? undefined : { points: spread(corners, isClosed), isClosed }
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

/** As many points as every outline has: its corners, as far as they go, and others between them, by length. */
function spread(corners: readonly Point[], isClosed: boolean): Point[] {
  const few =
    corners.length > POINTS / 2
      ? Array.from({ length: POINTS / 2 }, (_, i) => at(corners, (i * (corners.length - 1)) / (POINTS / 2 - 1)))
      : corners
  const ends = isClosed ? [...few.slice(1), few[0] as Point] : few.slice(1)
  const lengths = ends.map((end, index) => distance(few[index] as Point, end))
  const total = lengths.reduce((sum, length) => sum + length, 0) || 1
  const free = POINTS - few.length
  let passed = 0
  const points: Point[] = []
  ends.forEach((end, index) => {
    const start = few[index] as Point
    const before = Math.round((passed / total) * free)
    passed += lengths[index] ?? 0
    const count = Math.round((passed / total) * free) - before + 1
    for (let step = 0; step < count; step++) points.push(between(start, end, step / count))
  })
  return isClosed ? points : [...points, few.at(-1) as Point]
}

function at(points: readonly Point[], place: number): Point {
  return between(points[Math.floor(place)] as Point, points[Math.ceil(place)] as Point, place % 1)
}

function between([x1, y1]: Point, [x2, y2]: Point, part: number): Point {
  return [x1 + (x2 - x1) * part, y1 + (y2 - y1) * part]
}

function distance([x1, y1]: Point, [x2, y2]: Point): number {
  return Math.hypot(x2 - x1, y2 - y1)
}

/** Whether a mark can become another by its outline, though not by its numbers. */
export function canMorph(a: Mark, b: Mark): boolean {
  if (a.kind === b.kind && a.kind !== 'path') return false
  const [from, to] = [outlineOfMark(a), outlineOfMark(b)]
  return from !== undefined && to !== undefined && from.isClosed === to.isClosed
}

/** The points of an outline in the order in which they have the shortest way to those of another. */
export function aligned(outline: Outline, other: Outline): Outline {
  if (!outline.isClosed) return outline
  const points = Math.sign(area(outline.points)) === Math.sign(area(other.points)) ? outline.points : outline.points.toReversed()
  // However far the other is, the shortest ways begin at the same point.
  const ways = points.map((_, shift) =>
    other.points.reduce((way, goal, index) => way + distance(points[(index + shift) % POINTS] as Point, goal) ** 2, 0),
  )
  const first = ways.indexOf(Math.min(...ways))
  return { ...outline, points: [...points.slice(first), ...points.slice(0, first)] }
}

function area(points: readonly Point[]): number {
  return points.reduce((sum, [x, y], index) => {
    const [nextX, nextY] = points[(index + 1) % points.length] as Point
    return sum + x * nextY - nextX * y
  }, 0)
}

/** An outline in the paint of a mark, about its place; `place` says where a point of it is on the ground that it stands on. */
export function drawOutline(mark: Mark, { points, isClosed }: Outline, place: (point: Point) => Point): PathMark {
  const half = mark.kind === 'rect' ? [mark.width / 2, mark.height / 2] : [0, 0]
  const [left, top] = place([mark.x + (half[0] ?? 0), mark.y + (half[1] ?? 0)]).map((value) => round(value, 2)) as [
    number,
    number,
  ]
  const text = points.map(place).map(([x, y], index) => `${index === 0 ? 'M' : 'L'}${x - left},${y - top}`)
  const paint: Partial<Record<string, unknown>> = { ...mark }
  for (const property of ['width', 'height', 'radius']) delete paint[property]
  return { ...paint, kind: 'path', x: left, y: top, d: compactOutline(text.join('') + (isClosed ? 'Z' : '')) } as PathMark
}
