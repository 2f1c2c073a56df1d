import type { Frame, Mark, PathMark } from '../../story/mark.ts'
import { remember } from '../../util/remember.ts'
import { isData, isLegend, isMap } from './changes.ts'
import { carry, isAround, isNear, type Span, spanOf, unseen, withSpan } from './geometry.ts'
import { areRelated, DIRECTIONS, type Direction, isShared, middleOf } from './ground.ts'
import { carryLine, drawLine } from './grow-line.ts'
import type { JoinedMark } from './join-marks.ts'
import type { Side } from './match.ts'
import { drawOutline } from './morph.ts'
import type { Source } from './sources.ts'
import type { Changes, Done, Factor } from './stages.ts'
import { type Carrier, carrierOf } from './transport.ts'

/** What pictures of a move depend on beside its marks. */
interface Setting {
  frame: Frame
  changes: Changes
  isFading: boolean
}

/** A mark of both states. */
type InBoth = JoinedMark & { from: Mark; to: Mark; source: Source; target: Source }

/** When some of what happens has happened. */
interface Moment extends Setting {
  done: Done
  /** From the first ground to the second. */
  forth: Carrier
  back: Carrier
  byKey: ReadonlyMap<string, JoinedMark>
  /** Keys of what others come out of or go into. */
  parents: ReadonlySet<string | undefined>
}

/** Draws the marks of a move as they are seen when some factors have happened. */
export function createKeyframes(
  joined: readonly JoinedMark[],
  { ground: from }: Side,
  { ground: to }: Side,
  setting: Setting,
): (has: Done) => (one: JoinedMark) => Mark {
  const [forth, back] = [carrierOf(from, to), carrierOf(to, from)]
  const byKey = new Map(joined.map((one) => [one.key, one]))
  const parents = new Set(joined.map(({ parent }) => parent))
  return (has) => {
    const moment = { ...setting, forth, back, byKey, parents, done: completed(has, setting.changes) }
    return (one) => draw(one, moment)
  }
}

/** A factor that is not part of the move goes with the one that it belongs to. */
function completed(has: Done, { factors }: Changes): Done {
  const find: Done = (factor) => {
    if (factors.has(factor)) return has(factor)
    const [kind, direction] = factor.split('-') as [string, Direction | undefined]
    const others: Factor[] = direction
      ? [kind === 'frame' ? `place-${direction}` : `frame-${direction}`, 'paint']
      : ['place-y', 'place-x', 'frame-y', 'frame-x', 'paint', 'enter', 'leave']
    const other = [...others, ...factors].find((each) => factors.has(each))
    return other === undefined || has(other)
  }
  // Every mark asks.
  const known = new Map<Factor, boolean>()
  return (factor) => remember(known, factor, () => find(factor))
}

function draw(one: JoinedMark, moment: Moment): Mark {
  const { from, to, source, target, isLine, outlines } = one
  if (isLine) return drawLine((moment.done('paint') ? to : from) as PathMark, source as Source, target as Source, moment)
  if (!from || !to) return drawOne(one, moment)
  return outlines ? drawMorph(one, moment) : drawBoth(one, moment)
}

/** One outline until the marks are placed anew, then the other, each on the ground that there is. */
function drawMorph({ from, to, outlines }: JoinedMark, { done, forth, back }: Moment): Mark {
  const isPlaced = done('place-x') && done('place-y') && done('paint')
  const { data } = isPlaced ? back : forth
  const place = (point: readonly [number, number]): [number, number] => {
    const on = (direction: Direction, position: number) =>
      done(`frame-${direction}`) === isPlaced ? position : (data[direction](position) ?? position)
    return [on('x', point[0]), on('y', point[1])]
  }
  const { from: start, to: end } = outlines as NonNullable<JoinedMark['outlines']>
  return drawOutline((isPlaced ? to : from) as Mark, isPlaced ? end : start, place)
}

/** What is in both states is where it was, or where it will be, along each direction by itself. */
function drawBoth(one: JoinedMark, moment: Moment): Mark {
  const { from, to, source, target } = one as InBoth
  const { done } = moment
  // The paint of an axis changes with its scale.
  const isPainted = done(!isData(one) && source.along ? `frame-${source.along}` : 'paint')
  const isPlaced = done('place-x') && done('place-y')
  let mark = isPainted ? to : from
  for (const direction of DIRECTIONS)
    mark = withSpan(mark, direction, spanBetween(one, direction, moment), isPainted ? target : source)
  if (mark.kind === 'text' && from.kind === 'text' && to.kind === 'text' && isData(one))
    return { ...mark, text: (isPlaced ? to : from).text }
  if (mark.kind !== 'rect' || from.kind !== 'rect' || to.kind !== 'rect') return mark
  // Corners become round when the last of the places has changed.
  const { radius } = isPlaced && done('paint') ? to : from
  const { radius: _, ...plain } = mark
  return radius === undefined ? plain : { ...plain, radius }
}

function spanBetween(one: JoinedMark, direction: Direction, { done, forth, back, changes }: Moment): Span {
  const { from, to, source, target } = one as InBoth
  const [before, after] = [spanOf(from, direction, source), spanOf(to, direction, target)]
  const stands = done(`frame-${direction}`)
  // The entries of a legend make room for others when these come.
  const isPlaced = isData(one) ? done(`place-${direction}`) : isLegend(source) ? done('paint') : stands
  if (stands === isPlaced) return stands ? after : before
  // What no scale moves, and stands where it stood, stays there.
  if (!isShared(forth.from, forth.to, direction) && isNear(before, after)) return after
  return stands
    ? (carried(one, before, forth, direction, changes, after) ?? after)
    : (carried(one, after, back, direction, changes, before) ?? before)
}

/** What is in one state only comes, or goes, on the ground that there is then. */
function drawOne(one: JoinedMark, moment: Moment): Mark {
  const { done, forth, back, byKey, parents, isFading } = moment
  const isComing = one.to !== undefined
  const source = one.target ?? one.source
  const mark = onGround(one, moment)
  if (done(whenOf(one, moment)) === isComing) return mark
  const parent = byKey.get(one.parent ?? '')
  const group = parent && draw(parent, moment)
  // The points of a line are where it is drawn.
  if (group) return group.kind === 'path' ? unseen(mark) : inside(mark, source, group)
  if (parents.has(one.key)) return narrowed(mark)
  if (!isData(one) || isFading) return unseen(mark)
  const zeroOf = (direction: Direction) => (done(`frame-${direction}`) ? back : forth).from.scales[direction]?.place(0)
  return folded(mark, zeroOf)
}

function onGround(one: JoinedMark, { done, forth, back, changes }: Moment): Mark {
  const isComing = one.to !== undefined
  const source = one.target ?? one.source
  const carrier = isComing ? back : forth
  let mark = (one.to ?? one.from) as Mark
  // A map is drawn where it is, whatever stands around it.
  if (isMap(source)) return mark
  const directions = DIRECTIONS.filter((direction) => done(`frame-${direction}`) !== isComing)
  if (mark.kind === 'path' && source?.vertices)
    return carryLine(mark, source, Object.fromEntries(directions.map((direction) => [direction, carrier.data[direction]])))
  for (const direction of directions) {
    const span = carried(one, spanOf(mark, direction, source), carrier, direction, changes)
    const room = isComing || !isData(one) ? span : span && within(span, mark, carrier.to[direction])
    if (room) mark = withSpan(mark, direction, room, source)
  }
  return mark
}

function whenOf(one: JoinedMark, { changes, forth }: Moment): Factor {
  const leaving = changes.exchanged.has(one.key) ? 'enter' : 'leave'
  if (isData(one)) return !one.to ? leaving : isMap(one.target) ? 'land' : 'enter'
  // A chart's own paper is drawn from nothing.
  const along = (one.target ?? one.source)?.along
  if (!along) return 'paint'
  if (!one.to && !areRelated(forth.from, forth.to) && changes.factors.has(leaving)) return leaving
  return changes.encoded.has(along) ? `place-${along}` : `frame-${along}`
}

/**
 * Where a mark is on the other ground. Data go by their value, unless the box alone takes them to their `goal`; a tick that comes or goes
 * goes along its axis with its value, a legend with the edge of the plot that it stands at, all else with the box.
 */
function carried(
  one: JoinedMark,
  span: Span,
  { from, to, data, box }: Carrier,
  direction: Direction,
  { encoded }: Changes,
  goal?: Span,
): Span | undefined {
  const withBox = carry(span, box[direction])
  if (isData(one)) return goal && withBox && isNear(withBox, goal) ? withBox : (carry(span, data[direction]) ?? withBox)
  const { along, value }: Partial<Source> = one.target ?? one.source ?? {}
  const edge = span[0] > from[direction][1] ? 1 : 0
  if (isLegend(one.target ?? one.source)) return moved(span, from[direction][edge], to[direction][edge])
  if (goal) return withBox
  if (along !== direction || value === undefined || encoded.has(along)) return withBox
  return moved(span, middleOf(from, along, value), middleOf(to, along, value))
}

function moved([start, end]: Span, from: number | undefined, to: number | undefined): Span | undefined {
  return from === undefined || to === undefined ? undefined : [start + to - from, end + to - from]
}

/** What leaves goes no farther than the plot: a bar ends at its edge, and a text that would be beyond stays where it is. */
function within([start, end]: Span, { kind }: Mark, [least, most]: Span): Span | undefined {
  const inside = (position: number) => Math.max(least, Math.min(most, position))
  if (kind === 'text') return inside(start) === start ? [start, end] : undefined
  return start === end ? [start, end] : [inside(start), inside(end)]
}

/** Bars grow from their baseline, all else comes unseen. */
function folded(mark: Mark, zeroOf: (direction: Direction) => number | undefined): Mark {
  const direction = mark.entrance === 'up' ? 'y' : mark.entrance === 'right' ? 'x' : undefined
  if (mark.kind !== 'rect' || !direction) return unseen(mark)
  const [start, end] = spanOf(mark, direction)
  const zero = zeroOf(direction) ?? (direction === 'y' ? end : start)
  const base = Math.abs(zero - start) < Math.abs(zero - end) ? start : end
  return withSpan(mark.stroke === undefined ? mark : unseen(mark), direction, [base, base])
}

/** A bar that its members come out of, or go into, is as long as it was and has no width. */
function narrowed(mark: Mark): Mark {
  if (mark.kind !== 'rect' || mark.stroke !== undefined || mark.radius !== undefined) return unseen(mark)
  const direction = mark.entrance === 'right' ? 'y' : 'x'
  const [start, end] = spanOf(mark, direction)
  return withSpan(mark, direction, [(start + end) / 2, (start + end) / 2])
}

/** Unseen where its group stands. */
function inside(mark: Mark, source: Source | undefined, group: Mark): Mark {
  let moved = mark
  for (const direction of DIRECTIONS) {
    const span = spanOf(group, direction)
    const middle = (span[0] + span[1]) / 2
    const isBox = mark.kind === 'rect' && group.kind === 'rect' && !isAround(group, source)
    moved = withSpan(moved, direction, isBox ? span : [middle, middle], isBox ? undefined : source)
  }
  return unseen(moved)
}
