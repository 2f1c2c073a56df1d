import type { Frame, Mark, PathMark, RectMark } from '../../story/mark.ts'
import type { Actor } from './actors.ts'
import { boxTransportsOf, isData, isMap, type Transports, transportsOf } from './changes.ts'
import { carry, isAround, isNear, type Span, spanOf, unseen, withSpan } from './geometry.ts'
import { areRelated, DIRECTIONS, type Direction, type Ground, isShared } from './ground.ts'
import { carryLine, drawLine } from './grow-line.ts'
import type { Side } from './match.ts'
import { drawOutline } from './morph.ts'
import type { Source } from './sources.ts'
import type { Changes, Factor } from './stages.ts'
import type { Transport } from './transport.ts'

/** Whether a factor has happened. */
type Done = (factor: Factor) => boolean

/** The mark that an element is seen as when some factors have happened. */
export type Pose = (actor: Actor) => Mark | undefined

interface Carriers {
  /** From the first ground to the second. */
  forth: { data: Transports; box: Transports }
  back: { data: Transports; box: Transports }
}

/** What poses depend on beside the elements. */
interface Setting {
  frame: Frame
  changes: Changes
  isFading: boolean
}

/** Draws the elements of a move in between, for what has happened by then. */
export function createPoses(
  actors: readonly Actor[],
  a: Side,
  b: Side,
  { frame, changes, isFading }: Setting,
): (done: Done) => Pose {
  const [from, to] = [a.ground, b.ground]
  const carriers: Carriers = {
    forth: { data: transportsOf(from, to), box: boxTransportsOf(from, to) },
    back: { data: transportsOf(to, from), box: boxTransportsOf(to, from) },
  }
  const byKey = new Map(actors.map((actor) => [actor.key, actor]))
  const parents = new Set(actors.map(({ parent }) => parent))
  const grounds = { a: from, b: to, forth: carriers.forth.data, back: carriers.back.data, frame }
  return (has) => {
    const done = completed(has, changes)
    const pose: Pose = (actor) => {
      if (actor.isLine) return poseLine(actor)
      if (!actor.from || !actor.to) return poseOne(actor)
      if (actor.outlines) return poseOutline(actor)
      return poseBoth(actor)
    }
    const isStanding = (direction: Direction) => done(`frame-${direction}`)
    const ground: Ground = {
      x: (isStanding('x') ? to : from).x,
      y: (isStanding('y') ? to : from).y,
      scales: { ...(isStanding('x') ? to : from).scales, ...scaleOf(isStanding('y') ? to : from, 'y') },
    }

    const poseLine = ({ from: first, to: second, source, target }: Actor) => {
      const paint = (done('paint') ? second : first) as PathMark
      const progress = {
        frame: { x: done('frame-x'), y: done('frame-y') },
        place: { x: done('place-x'), y: done('place-y') },
        hasLeft: done('leave'),
        hasEntered: done('enter'),
      }
      return drawLine(paint, source as Source, target as Source, grounds, progress)
    }

    /** One outline until the marks are placed anew, then the other, each on the ground that there is. */
    const poseOutline = ({ from: first, to: second, outlines }: Actor) => {
      const isPlaced = done('place-x') && done('place-y') && done('paint')
      const carrier = isPlaced ? carriers.back : carriers.forth
      const place = (point: readonly [number, number]): [number, number] => {
        const [x, y] = DIRECTIONS.map((direction, index) => {
          const position = point[index] ?? 0
          return done(`frame-${direction}`) === isPlaced ? position : (carrier.data[direction](position) ?? position)
        })
        return [x ?? 0, y ?? 0]
      }
      const { from: start, to: end } = outlines as NonNullable<Actor['outlines']>
      return drawOutline((isPlaced ? second : first) as Mark, isPlaced ? end : start, place)
    }

    /** What is in both states is where it was, or where it will be, along each direction by itself. */
    const poseBoth = (actor: Actor) => {
      const { from: first, to: second, source, target } = actor as Required<Actor>
      const isPainted = done(isData(actor) ? 'paint' : paintOf(source))
      let mark: Mark = isPainted ? second : first
      for (const direction of DIRECTIONS)
        mark = withSpan(mark, direction, spanAlong(actor, direction), isPainted ? target : source)
      if (mark.kind === 'text' && second.kind === 'text' && first.kind === 'text' && isData(actor))
        mark = { ...mark, text: (done('place-x') && done('place-y') ? second : first).text }
      return mark.kind === 'rect' ? rounded(mark, first as RectMark, second as RectMark, done) : mark
    }

    const spanAlong = (actor: Actor, direction: Direction): Span => {
      const { from: first, to: second, source, target } = actor as Required<Actor>
      const [before, after] = [spanOf(first, direction, source), spanOf(second, direction, target)]
      const [stands, placed] = [
        done(`frame-${direction}`),
        isData(actor) ? done(`place-${direction}`) : done(`frame-${direction}`),
      ]
      if (stands === placed) return stands ? after : before
      // What no scale moves, and stands where it stood, stays there.
      if (!isShared(from, to, direction) && isNear(before, after)) return after
      const { forth, back } = carriers
      if (stands) return carriedSpan(actor, before, after, forth, direction) ?? after
      return carriedSpan(actor, after, before, back, direction) ?? before
    }

    /** What is in one state only comes, or goes, on the ground that there is then. */
    const poseOne = (actor: Actor) => {
      const { from: first, to: second, source, target } = actor
      const isComing = second !== undefined
      const own = (second ?? first) as Mark
      const isSeen = isComing ? done(whenOf(actor)) : !done(whenOf(actor))
      const carrier = isComing ? carriers.back : carriers.forth
      let mark = own
      // A map is drawn where it is, whatever stands around it; what leaves goes along the scales that both charts have.
      const moves = (direction: Direction) =>
        done(`frame-${direction}`) !== isComing && (isComing || !isData(actor) || isShared(from, to, direction))
      const directions = isMap(target ?? source) ? [] : DIRECTIONS.filter(moves)
      if (mark.kind === 'path' && (target ?? source)?.vertices && directions.length > 0) {
        const transports = Object.fromEntries(directions.map((direction) => [direction, carrier.data[direction]]))
        mark = carryLine(mark, (target ?? source) as Source, transports)
      } else
        for (const direction of directions) {
          const span = carryOne(actor, spanOf(own, direction, target ?? source), carrier, direction)
          const room = isComing || !isData(actor) ? span : span && within(span, mark, to[direction])
          if (room) mark = withSpan(mark, direction, room, target ?? source)
        }
      if (isSeen) return mark
      const parent = byKey.get(actor.parent ?? '')
      const group = parent && pose(parent)
      // The points of a line are where it is drawn.
      if (group) return group.kind === 'path' ? unseen(mark) : inside(mark, target ?? source, group)
      if (parents.has(actor.key)) return narrowed(mark)
      return isData(actor) && !isFading ? folded(mark, ground) : unseen(mark)
    }

    const whenOf = (actor: Actor): Factor => {
      if (isData(actor)) return !actor.to ? 'leave' : isMap(actor.target) ? 'land' : 'enter'
      // A chart's own paper is drawn from nothing.
      const { along }: Partial<Source> = actor.target ?? actor.source ?? {}
      if (!along) return 'paint'
      if (!actor.to && !areRelated(from, to) && changes.factors.has('leave')) return 'leave'
      return changes.encoded.has(along) ? `place-${along}` : `frame-${along}`
    }

    /** Along its axis a tick goes with its value, across it with the box. */
    const carryOne = (actor: Actor, span: Span, carrier: Carriers['forth'], direction: Direction): Span | undefined => {
      if (isData(actor)) return carry(span, carrier.data[direction]) ?? carry(span, carrier.box[direction])
      const { along, value, role }: Partial<Source> = actor.target ?? actor.source ?? {}
      if (role?.startsWith('legend'))
        return beside(span, (carrier === carriers.forth ? from : to)[direction], carrier.box[direction])
      if (along !== direction || value === undefined || changes.encoded.has(along)) return carry(span, carrier.box[direction])
      const shift = shiftOf(value, along, carrier === carriers.forth ? [from, to] : [to, from])
      return shift === undefined ? undefined : [span[0] + shift, span[1] + shift]
    }
    return pose
  }
}

/** What leaves goes no farther than the plot: a bar ends at its edge, and a text that would be beyond stays where it is. */
function within([start, end]: Span, { kind }: Mark, [least, most]: Span): Span | undefined {
  const inside = (position: number) => Math.max(least, Math.min(most, position))
  if (kind === 'text') return inside(start) === start ? [start, end] : undefined
  return start === end ? [start, end] : [inside(start), inside(end)]
}

/** A legend goes as a whole with the edge of the plot that it stands at. */
function beside([start, end]: Span, [least, most]: Span, box: Transport): Span {
  const edge = start > most ? most : least
  const shift = (box(edge) ?? edge) - edge
  return [start + shift, end + shift]
}

function scaleOf({ scales }: Ground, direction: Direction): Ground['scales'] {
  return { [direction]: scales[direction] }
}

/** A factor that is not part of the move goes with the one that it belongs to. */
function completed(has: Done, { factors }: Changes): Done {
  return (factor) => {
    if (factors.has(factor)) return has(factor)
    const [kind, direction] = factor.split('-') as [string, Direction | undefined]
    const others: Factor[] = direction
      ? [kind === 'frame' ? `place-${direction}` : `frame-${direction}`, 'paint']
      : ['place-y', 'place-x', 'frame-y', 'frame-x', 'paint', 'enter', 'leave']
    const other = [...others, ...factors].find((each) => factors.has(each))
    return other === undefined || has(other)
  }
}

/** The paint of an axis changes with its scale. */
function paintOf({ along }: Source): Factor {
  return along ? `frame-${along}` : 'paint'
}

function shiftOf(value: unknown, direction: Direction, [from, to]: readonly [Ground, Ground]): number | undefined {
  const [source, target] = [from.scales[direction], to.scales[direction]]
  const [start, end] = [source?.place(value), target?.place(value)]
  return start === undefined || end === undefined ? undefined : end + (target?.band ?? 0) / 2 - start - (source?.band ?? 0) / 2
}

/** By its value, unless only the box takes it where it goes. */
function carriedSpan(
  actor: Actor,
  span: Span,
  goal: Span,
  { data, box }: Carriers['forth'],
  direction: Direction,
): Span | undefined {
  const withBox = carry(span, box[direction])
  if (!isData(actor) || (withBox && isNear(withBox, goal))) return withBox
  return carry(span, data[direction]) ?? withBox
}

/** Corners become round when the last of the places has changed. */
function rounded(mark: RectMark, from: RectMark, to: RectMark, done: Done): Mark {
  const { radius } = done('place-x') && done('place-y') && done('paint') ? to : from
  const { radius: _, ...plain } = mark
  return radius === undefined ? plain : { ...plain, radius }
}

/** Bars grow from their baseline, all else comes unseen. */
function folded(mark: Mark, ground: Ground): Mark {
  const direction = mark.entrance === 'up' ? 'y' : mark.entrance === 'right' ? 'x' : undefined
  if (mark.kind !== 'rect' || !direction) return unseen(mark)
  const [start, end] = spanOf(mark, direction)
  const zero = ground.scales[direction]?.place(0) ?? (direction === 'y' ? end : start)
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
