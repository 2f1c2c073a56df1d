import type { Mark } from '../../story/mark.ts'
import { carry, isNear, type Span, spanOf } from './geometry.ts'
import { DIRECTIONS, type Direction, type Ground, isShared } from './ground.ts'
import type { JoinedMark } from './join-marks.ts'
import type { Side } from './match.ts'
import type { Changes, Factor } from './stages.ts'
import { boxTransport, carrierOf, type Transports, transportOf } from './transport.ts'

/** Finds what happens between two states. */
export function changesOf(joined: readonly JoinedMark[], a: Side, b: Side, isSameChart: boolean): Changes {
  const factors = new Set<Factor>()
  const data = joined.filter(isData)
  const guides = joined.filter((one) => !isData(one))
  const encoded = new Map(
    DIRECTIONS.filter((direction) => isEncoded(guides, a, b, direction)).map((direction) => {
      const isReplaced = a.ground.scales[direction] && b.ground.scales[direction]
      return [direction, isReplaced ? ('replaced' as const) : ('added or removed' as const)]
    }),
  )
  const parents = new Set(data.map(({ parent }) => parent))
  const isChange = hardlyAnyStays(data)
  const going = data.filter(({ key, to, parent }) => !to && (isChange || parent !== undefined || parents.has(key)))
  const exchanged = new Set(going.map(({ key }) => key))
  for (const one of data) {
    if (!one.to) factors.add(exchanged.has(one.key) ? 'enter' : 'leave')
    else if (!one.from) factors.add(isMap(one.target) ? 'land' : 'enter')
    else if (one.outlines || isRepainted(one.from, one.to)) factors.add('paint')
    if (one.isLine) noteRows(one, a, factors, b)
  }
  const transports = carrierOf(a.ground, b.ground).data
  for (const direction of DIRECTIONS) {
    if (isMoved(a.ground, b.ground, direction)) factors.add(`frame-${direction}`)
    if (encoded.has(direction) || data.some((one) => isReplaced(one, direction, transports))) factors.add(`place-${direction}`)
  }
  const legends = guides.filter(({ from, to, source, target }) => isLegend(source ?? target) && !(from && to))
  if (guides.some((one) => !(one.source ?? one.target)?.along && changesByItself(one))) factors.add('paint')
  const both = data.filter(({ from, to }) => from && to)
  const coming = data.filter(({ from }) => !from)
  const order: Changes['order'] = {}
  for (const direction of DIRECTIONS) {
    if (!isShared(a.ground, b.ground, direction)) continue
    const has = (some: readonly JoinedMark[], side: 'from' | 'to') => haveRoom(some, side, direction, a, b)
    if (!has(going, 'from')) order[direction] = 'gather-first'
    else if (!has(both, 'from')) order[direction] = has(both, 'to') ? 'place-first' : 'together'
    else if (!has(coming, 'to')) order[direction] = 'frame-first'
  }
  return {
    factors: ensured(factors, joined),
    encoded,
    order,
    exchanged,
    first: DIRECTIONS.find((direction) => isTransposed(a.ground, b.ground, direction)),
    isOtherType: data.some(({ source, target, outlines }) => outlines || (source && target && source.type !== target.type)),
    legend: legends.some(({ to }) => to) ? 'changes' : legends.length > 0 ? 'goes' : undefined,
    isSameChart,
  }
}

/** The part of the shapes that must stay for a chart not to look empty between those that go and those that come. */
const ENOUGH = 1 / 6

/** Texts, and rules such as one at a mean, are no chart by themselves. */
function hardlyAnyStays(data: readonly JoinedMark[]): boolean {
  const shapes = data.filter(({ from, to }) => !/text|rule/.test((from ?? to)?.kind ?? ''))
  const stay = shapes.filter(({ from, to }) => from && to).length
  const [go, come] = [shapes.filter(({ to }) => !to).length, shapes.filter(({ from }) => !from).length]
  return go > 0 && come > 0 && stay <= ENOUGH * Math.min(go, come)
}

/** Whether what stood along the other direction stands along this one, by name, and the other way round. */
function isTransposed(a: Ground, b: Ground, direction: Direction): boolean {
  const [from, to] = direction === 'x' ? [a.scales.y, b.scales.y] : [a.scales.x, b.scales.x]
  const turned = { ...b, scales: { x: b.scales.y, y: b.scales.x } as Ground['scales'] }
  return (
    b.scales[direction]?.isDiscrete === true &&
    from?.isDiscrete === true &&
    !to?.isDiscrete &&
    DIRECTIONS.every((each) => isShared(a, turned, each))
  )
}

/** Whether a mark is a piece of a map, which other marks lie on. */
export function isMap(source: JoinedMark['source']): boolean {
  return source?.type === 'shape'
}

/** Whether an element stands for data. */
export function isData({ source, target }: JoinedMark): boolean {
  const known = target ?? source
  return known?.role === 'mark' && known.row !== undefined
}

/** Whether a mark is a part of a legend. */
export function isLegend(source: JoinedMark['source']): boolean {
  return source?.role.startsWith('legend') ?? false
}

function changesByItself({ from, to }: JoinedMark): boolean {
  if (!from || !to) return true
  return isRepainted(from, to) || (from.kind === 'text' && to.kind === 'text' && from.text !== to.text)
}

/** What changes in no other way changes its paint. */
function ensured(factors: Set<Factor>, joined: readonly JoinedMark[]): Set<Factor> {
  if (factors.size === 0 && joined.some(({ from, to }) => JSON.stringify(from) !== JSON.stringify(to))) factors.add('paint')
  return factors
}

/** An axis comes or goes, or gives way to one of another field. */
function isEncoded(guides: readonly JoinedMark[], a: Side, b: Side, direction: Direction): boolean {
  if (isShared(a.ground, b.ground, direction)) return false
  if (a.ground.scales[direction] || b.ground.scales[direction]) return true
  return guides.some(({ from, to, source, target }) => (source ?? target)?.along === direction && !(from && to))
}

/** A plot that is hardly larger, or a little aside, is no change of its own, and goes with another; in px. */
const LITTLE = 6

function isMoved(a: Ground, b: Ground, direction: Direction): boolean {
  const transport = transportOf(a, b, direction)
  const scale = a.scales[direction]
  const half = (scale?.band ?? 0) / 2
  const places = scale && isShared(a, b, direction) ? scale.domain.map((value) => scale.place(value)) : a[direction]
  const isStill = (position: number | undefined) =>
    position === undefined || Math.abs((transport(position + half) ?? Infinity) - position - half) <= LITTLE
  if (!places.every(isStill)) return true
  const box = boxTransport(a, b, direction)
  return !a[direction].every((position) => Math.abs((box(position) ?? Infinity) - position) <= LITTLE)
}

/** Whether an element has another place on the ground than before. */
function isReplaced({ from, to, source, target, isLine }: JoinedMark, direction: Direction, transports: Transports): boolean {
  if (!from || !to || isLine) return false
  const carried = carry(spanOf(from, direction, source), transports[direction])
  return !carried || !isNear(carried, spanOf(to, direction, target), 1)
}

/** A stroke that is hardly wider belongs to a picture that is hardly larger. */
function isRepainted(from: Mark, to: Mark): boolean {
  const widths = (to.strokeWidth ?? 1) / (from.strokeWidth ?? 1)
  if (widths > 2 || widths < 0.5) return true
  return (['fill', 'stroke', 'opacity', 'fillOpacity', 'strokeOpacity'] as const).some((name) => from[name] !== to[name])
}

/** Rows of a line that only one of the states has, and those that stand elsewhere. */
function noteRows({ source, target }: JoinedMark, a: Side, factors: Set<Factor>, b: Side): void {
  const [some, others] = [source?.vertices ?? [], target?.vertices ?? []]
  const direction: Direction = isShared(a.ground, b.ground, 'x') ? 'x' : 'y'
  const [from, to] = [a.ground.scales[direction], b.ground.scales[direction]]
  const key = (ground: typeof from, position: number) => {
    const value = ground?.isDiscrete ? position : Number(ground?.valueAt(position))
    return value.toPrecision(9)
  }
  const transports = carrierOf(a.ground, b.ground).data
  const known = new Map(some.map((vertex) => [key(from, vertex[direction]), vertex]))
  let met = 0
  for (const vertex of others) {
    const old = known.get(key(to, vertex[direction]))
    if (!old) {
      factors.add('enter')
      continue
    }
    met++
    for (const each of DIRECTIONS)
      if (Math.abs((transports[each](old[each]) ?? Infinity) - vertex[each]) > 1) factors.add(`place-${each}`)
  }
  if (met < some.length) factors.add('leave')
}

/** Whether some have room along a direction on the ground of the other state, if both show the same there. */
function haveRoom(some: readonly JoinedMark[], side: 'from' | 'to', direction: Direction, a: Side, b: Side): boolean {
  const [own, other] = side === 'from' ? [a.ground, b.ground] : [b.ground, a.ground]
  const transport = transportOf(own, other, direction)
  const [least, most] = other[direction]
  const fits = (span: Span) => carry(span, transport)?.every((position) => position >= least - 2 && position <= most + 2) ?? false
  return some.every((one) => spansOf(one, side, direction).every(fits))
}

/** Where an element lies in one of the states; a line at each of the points that it is drawn through. */
function spansOf({ from, to, source, target }: JoinedMark, side: 'from' | 'to', direction: Direction): Span[] {
  const [mark, known] = side === 'from' ? [from, source] : [to, target]
  if (known?.vertices) return known.vertices.map((vertex) => [vertex[direction], vertex[`${direction}2`] ?? vertex[direction]])
  return mark ? [spanOf(mark, direction, known)] : []
}
