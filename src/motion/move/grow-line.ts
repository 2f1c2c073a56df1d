import type { Frame, Mark, PathMark } from '../../story/mark.ts'
import { compactOutline } from '../outline.ts'
import { round } from '../round.ts'
import { outlineOf, type SceneItem } from '../scenegraph.ts'
import { DIRECTIONS, type Direction, type Ground, isShared } from './ground.ts'
import type { Source, Vertex } from './sources.ts'
import type { Done } from './stages.ts'
import type { Carrier, Transports } from './transport.ts'

/** A point of the line in either state. */
interface Knot {
  from?: Vertex
  to?: Vertex
}

/** A line as it is, on another ground. */
export function carryLine(mark: PathMark, source: Source, transports: Partial<Transports>): Mark {
  const { vertices = [] } = source
  const points = vertices.map((vertex) => {
    const point: Vertex = { ...vertex }
    for (const name of ['x', 'x2', 'y', 'y2'] as const) {
      const position = vertex[name]
      if (position !== undefined) point[name] = transports[name[0] as Direction]?.(position) ?? position
    }
    return point
  })
  const knots = vertices.map((to) => ({ to }))
  return { ...mark, x: 0, y: 0, d: redraw(vertices[0]?.item, source.type, knots, points) }
}

/** What a line is drawn between with, and how far the move has come. */
export interface LineMoment {
  forth: Carrier
  back: Carrier
  frame: Frame
  done: Done
}

/** Whether a line can grow into another: both run along the same scale, and meet on it. */
export function canGrow(source: Source, target: Source, a: Ground, b: Ground): boolean {
  if (source.type !== target.type || !source.vertices || !target.vertices) return false
  if (curveOf(source) !== curveOf(target)) return false
  const along = alongOf(source, target, a, b)
  return along !== undefined && knotsOf(source, target, a, b, along).some(({ from, to }) => from && to)
}

/** How a line goes from row to row. */
function curveOf({ vertices }: Source): unknown {
  return vertices?.[0]?.item.interpolate ?? 'linear'
}

/** The direction in which both go on and on, of the two that a line may have. */
function alongOf(source: Source, target: Source, a: Ground, b: Ground): Direction | undefined {
  return DIRECTIONS.find(
    (direction) => isShared(a, b, direction) && isSteady(source.vertices, direction) && isSteady(target.vertices, direction),
  )
}

function isSteady(vertices: readonly Vertex[] = [], direction: Direction): boolean {
  const sign = Math.sign((vertices.at(-1)?.[direction] ?? 0) - (vertices[0]?.[direction] ?? 0)) || 1
  return vertices.every(
    (vertex, index) => index === 0 || sign * (vertex[direction] - (vertices[index - 1]?.[direction] ?? 0)) > 0,
  )
}

function knotsOf(source: Source, target: Source, a: Ground, b: Ground, along: Direction): Knot[] {
  const knots = new Map<string, Knot & { at: number }>()
  const order = b.scales[along]?.domain ?? []
  const note = (side: 'from' | 'to', vertices: readonly Vertex[], ground: Ground) => {
    for (const vertex of vertices) {
      const value = valueAt(ground, along, vertex[along])
      const at = ground.scales[along]?.isDiscrete ? order.indexOf(value) : Number(value)
      const key = typeof value === 'number' ? value.toPrecision(9) : String(value)
      knots.set(key, { at, ...knots.get(key), [side]: vertex })
    }
  }
  note('from', source.vertices ?? [], a)
  note('to', target.vertices ?? [], b)
  return [...knots.values()].sort((one, other) => one.at - other.at)
}

/** The value on a scale at a position: that of the band it lies in, or the number there. */
function valueAt(ground: Ground, direction: Direction, position: number): unknown {
  const scale = ground.scales[direction]
  if (!scale?.isDiscrete) return Number(scale?.valueAt(position))
  const distance = (value: unknown) => Math.abs((scale.place(value) ?? Number.NaN) + scale.band / 2 - position)
  return [...scale.domain].sort((one, other) => distance(one) - distance(other))[0]
}

/**
 * A line on its way from one shape to another: a row that comes or goes between two others lies on the line between them, and where
 * rows come or go at an end, the line is drawn no farther than it has come.
 */
export function drawLine(paint: PathMark, source: Source, target: Source, moment: LineMoment): Mark {
  const { done, frame } = moment
  const { from: a, to: b } = moment.forth
  const along = alongOf(source, target, a, b) ?? 'x'
  const knots = knotsOf(source, target, a, b, along)
  const [first, last] = [knots.findIndex(isInBoth), knots.findLastIndex(isInBoth)]
  const points = knots.map((knot) => pointOf(knot, moment))
  const ends = [knots.slice(0, first), knots.slice(last + 1)]
  const isClean = ends.map((end) => new Set(end.map(({ from }) => from !== undefined)).size < 2)
  knots.forEach((knot, index) => {
    const isInside = index > first && index < last
    const shown = isInBoth(knot) || (isInside || !isClean[index < first ? 0 : 1] ? isThere(knot, done) : true)
    const held = shown ? undefined : between(points, knots, index, done, along)
    if (held) points[index] = held
  })
  const d = redraw(target.vertices?.[0]?.item ?? source.vertices?.[0]?.item, source.type, knots, points as Vertex[])
  const visible = knots.map((knot, index) => isInBoth(knot) || isThere(knot, done) || (index > first && index < last))
  const clip = clipTo(
    paint.clip,
    along,
    extent(points, visible, along),
    ends.some(({ length }) => length > 0),
    frame,
  )
  const { clip: _, ...rested } = paint
  return { ...rested, x: 0, y: 0, d, ...(clip !== undefined && { clip }) }
}

function isInBoth({ from, to }: Knot): boolean {
  return from !== undefined && to !== undefined
}

function isThere({ from, to }: Knot, done: Done): boolean {
  return from ? to !== undefined || !done('leave') : done('enter')
}

/** Where a row stands by itself. */
function pointOf({ from, to }: Knot, { forth, back, done }: LineMoment): Vertex {
  const point: Vertex = { ...((to ?? from) as Vertex) }
  for (const direction of DIRECTIONS) {
    const usesTo = to !== undefined && (from === undefined || done(`place-${direction}`))
    const vertex = (usesTo ? to : from) as Vertex
    const isMoved = usesTo !== done(`frame-${direction}`)
    const transport = (usesTo ? back : forth).data[direction]
    for (const name of direction === 'x' ? (['x', 'x2'] as const) : (['y', 'y2'] as const)) {
      const position = vertex[name]
      if (position === undefined) continue
      point[name] = isMoved ? (transport(position) ?? position) : position
    }
  }
  return point
}

/** On the line between its neighbours, or at the end that it is next to. */
function between(
  points: readonly Vertex[],
  knots: readonly Knot[],
  index: number,
  done: Done,
  along: Direction,
): Vertex | undefined {
  const isFixed = (knot: Knot) => isInBoth(knot) || isThere(knot, done)
  const before = knots.slice(0, index).findLastIndex(isFixed)
  const after = knots.findIndex((knot, at) => at > index && isFixed(knot))
  const [own, left, right] = [points[index], points[before], points[after]] as (Vertex | undefined)[]
  if (!own || !left || !right) return left ?? right
  const part = right[along] === left[along] ? 0 : (own[along] - left[along]) / (right[along] - left[along])
  const mixed: Vertex = { ...own }
  for (const name of ['x', 'y', 'x2', 'y2'] as const) {
    const [start, end] = [left[name], right[name]]
    if (start !== undefined && end !== undefined) mixed[name] = start + (end - start) * part
  }
  return mixed
}

/** Drawn by Vega itself, curve and all. */
function redraw(like: SceneItem | undefined, marktype: string, knots: readonly Knot[], points: readonly Vertex[]): string {
  const mark = { marktype, items: [] as SceneItem[] }
  mark.items = points.map(({ x, y, x2, y2 }, index) => {
    const own = (knots[index]?.to ?? knots[index]?.from)?.item ?? like
    const item = Object.create(own ?? null) as SceneItem
    return Object.assign(item, {
      mark,
      x,
      y,
      width: x2 === undefined ? undefined : x2 - x,
      height: y2 === undefined ? undefined : y2 - y,
    })
  })
  return mark.items[0] ? compactOutline(outlineOf(mark.items[0])) : ''
}

function extent(points: readonly (Vertex | undefined)[], visible: readonly boolean[], along: Direction): [number, number] {
  const positions = points.filter((_, index) => visible[index]).map((point) => point?.[along] ?? 0)
  return [Math.min(...positions), Math.max(...positions)]
}

/** Half a stroke beside its end, in px. */
const STROKE = 2

function clipTo(
  clip: string | undefined,
  along: Direction,
  [start, end]: [number, number],
  isLimited: boolean,
  frame: Frame,
): string | undefined {
  if (!isLimited || (clip !== undefined && !/^[-\d. ]+$/.test(clip))) return clip
  const [x = 0, y = 0, width = frame.width, height = frame.height] = clip?.split(' ').map(Number) ?? []
  const box = { x: [x, x + width], y: [y, y + height] }
  const [least = 0, most = 0] = box[along]
  box[along] = [Math.max(least, start - STROKE), Math.min(most, end + STROKE)]
  const [[left = 0, right = 0], [top = 0, bottom = 0]] = [box.x, box.y]
  return [left, top, Math.max(0, right - left), Math.max(0, bottom - top)].map((value) => round(value)).join(' ')
}
