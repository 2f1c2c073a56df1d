import type { Mark } from '../../story/mark.ts'
import type { Actor } from './actors.ts'
import { carry, isNear, spanOf } from './geometry.ts'
import { DIRECTIONS, type Direction, type Ground, isShared } from './ground.ts'
import type { Side } from './match.ts'
import type { Changes, Factor } from './stages.ts'
import { boxTransport, type Transport, transportOf } from './transport.ts'

/** The transports between two grounds, by direction. */
export type Transports = Record<Direction, Transport>

/** Carries data from one ground to another. */
export function transportsOf(from: Ground, to: Ground): Transports {
  return { x: transportOf(from, to, 'x'), y: transportOf(from, to, 'y') }
}

/** Carries what stands beside the plot, or spans it. */
export function boxTransportsOf(from: Ground, to: Ground): Transports {
  return { x: boxTransport(from, to, 'x'), y: boxTransport(from, to, 'y') }
}

/** Finds what happens between two states. */
export function changesOf(actors: readonly Actor[], a: Side, b: Side, isSameChart: boolean): Changes {
  const factors = new Set<Factor>()
  const data = actors.filter(isData)
  const guides = actors.filter((actor) => !isData(actor))
  const encoded = new Map(
    DIRECTIONS.filter((direction) => isEncoded(guides, a, b, direction)).map((direction) => {
      const isReplaced = a.ground.scales[direction] && b.ground.scales[direction]
      return [direction, isReplaced ? ('replaced' as const) : ('added or removed' as const)]
    }),
  )
  for (const actor of data) {
    if (!actor.to) factors.add('leave')
    else if (!actor.from) factors.add(isMap(actor.target) ? 'land' : 'enter')
    else if (actor.outlines || isRepainted(actor.from, actor.to)) factors.add('paint')
    if (actor.isLine) noteRows(actor, a, factors, b)
  }
  const transports = transportsOf(a.ground, b.ground)
  for (const direction of DIRECTIONS) {
    if (isMoved(a.ground, b.ground, direction)) factors.add(`frame-${direction}`)
    if (encoded.has(direction) || data.some((actor) => isReplaced(actor, direction, transports)))
      factors.add(`place-${direction}`)
  }
  const hasLegend = guides.some(({ from, to, source, target }) => isLegend(source ?? target) && !(from && to))
  if (guides.some((actor) => isLegendOrTitle(actor) && changesByItself(actor))) factors.add('paint')
  const order = Object.fromEntries(DIRECTIONS.flatMap((direction) => orderOf(direction, data, a, b)))
  return {
    factors: ensured(factors, actors),
    encoded,
    order,
    isExchanged: actors.some(({ parent }) => parent !== undefined) || !data.some(({ from, to }) => from && to),
    first: DIRECTIONS.find((direction) => isTransposed(a.ground, b.ground, direction)),
    isOtherType: data.some(({ source, target, outlines }) => outlines || (source && target && source.type !== target.type)),
    hasLegend,
    isSameChart,
  }
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
export function isMap(source: Actor['source']): boolean {
  return source?.type === 'shape'
}

/** Whether an element stands for data. */
export function isData({ source, target }: Actor): boolean {
  const known = target ?? source
  return known?.role === 'mark' && known.row !== undefined
}

function isLegend(source: Actor['source']): boolean {
  return source?.role.startsWith('legend') ?? false
}

/** What has neither a row nor an axis. */
function isLegendOrTitle({ source, target }: Actor): boolean {
  return !(source ?? target)?.along
}

function changesByItself({ from, to }: Actor): boolean {
  if (!from || !to) return true
  return isRepainted(from, to) || (from.kind === 'text' && to.kind === 'text' && from.text !== to.text)
}

/** What changes in no other way changes its paint. */
function ensured(factors: Set<Factor>, actors: readonly Actor[]): Set<Factor> {
  if (factors.size === 0 && actors.some(({ from, to }) => JSON.stringify(from) !== JSON.stringify(to))) factors.add('paint')
  return factors
}

/** An axis comes or goes, or gives way to one of another field. */
function isEncoded(guides: readonly Actor[], a: Side, b: Side, direction: Direction): boolean {
  if (isShared(a.ground, b.ground, direction)) return false
  if (a.ground.scales[direction] || b.ground.scales[direction]) return true
  return guides.some(({ from, to, source, target }) => (source ?? target)?.along === direction && !(from && to))
}

function isMoved(a: Ground, b: Ground, direction: Direction): boolean {
  const transport = transportOf(a, b, direction)
  const scale = a.scales[direction]
  const places = scale && isShared(a, b, direction) ? scale.domain.map((value) => scale.place(value)) : a[direction]
  const isStill = (position: number | undefined) =>
    position === undefined ||
    Math.abs((transport(position + (scale?.band ?? 0) / 2) ?? Infinity) - position - (scale?.band ?? 0) / 2) <= 0.6
  if (!places.every(isStill)) return true
  const box = boxTransport(a, b, direction)
  return !a[direction].every((position) => Math.abs((box(position) ?? Infinity) - position) <= 0.6)
}

/** Whether an element has another place on the ground than before. */
function isReplaced({ from, to, source, target, isLine }: Actor, direction: Direction, transports: Transports): boolean {
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
function noteRows({ source, target }: Actor, a: Side, factors: Set<Factor>, b: Side): void {
  const [some, others] = [source?.vertices ?? [], target?.vertices ?? []]
  const direction: Direction = isShared(a.ground, b.ground, 'x') ? 'x' : 'y'
  const [from, to] = [a.ground.scales[direction], b.ground.scales[direction]]
  const key = (ground: typeof from, position: number) => {
    const value = ground?.isDiscrete ? position : Number(ground?.valueAt(position))
    return value.toPrecision(9)
  }
  const transports = transportsOf(a.ground, b.ground)
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

/** Whether values have room on the ground that they are to be shown on between: else their places change first, or both at once. */
function orderOf(
  direction: Direction,
  data: readonly Actor[],
  a: Side,
  b: Side,
): [Direction, NonNullable<Changes['order'][Direction]>][] {
  if (!isShared(a.ground, b.ground, direction)) return []
  const fits = (
    mark: Mark | undefined,
    source: Actor['source'],
    transport: Transport,
    [least, most]: readonly [number, number],
  ) => {
    const span = mark && carry(spanOf(mark, direction, source), transport)
    return !mark || (span?.every((position) => position >= least - 2 && position <= most + 2) ?? false)
  }
  const both = data.filter(({ from, to, isLine }) => from && to && !isLine)
  const [forth, back] = [transportOf(a.ground, b.ground, direction), transportOf(b.ground, a.ground, direction)]
  const gathering = data.filter(({ to, parent }) => !to && parent !== undefined)
  if (!gathering.every(({ from, source }) => fits(from, source, forth, b.ground[direction]))) return [[direction, 'gather-first']]
  if (both.every(({ from, source }) => fits(from, source, forth, b.ground[direction]))) return []
  const fitsBefore = both.every(({ to, target }) => fits(to, target, back, a.ground[direction]))
  return [[direction, fitsBefore ? 'place-first' : 'together']]
}
