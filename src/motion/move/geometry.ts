import type { ImageMark, Mark, PathMark, RuleMark, TextMark } from '../../story/mark.ts'
import { isAlike } from '../interpolate.ts'
import { round } from '../round.ts'
import type { Direction } from './ground.ts'
import type { Source } from './sources.ts'
import type { Transport } from './transport.ts'

/** How a mark lies along a direction: from edge to edge, or at a point that it stands around. px of the frame. */
export type Span = readonly [start: number, end: number]

/** The extent of a mark along a direction; a symbol, a text, an outline with a place of its own is a point. */
export function spanOf(mark: Mark, direction: Direction, source?: Source): Span {
  const start = mark[direction]
  if (mark.kind === 'rule') return [start, direction === 'x' ? mark.x2 : mark.y2]
  if (mark.kind !== 'rect' && mark.kind !== 'image') return [start, start]
  const size = direction === 'x' ? mark.width : mark.height
  return isAround(mark, source) ? [start + size / 2, start + size / 2] : [start, start + size]
}

/** Whether a box stands around its place, as symbols do, whose size says something else. */
export function isAround(mark: Mark, source?: Source): boolean {
  return mark.kind === 'image' || (mark.kind === 'rect' && source?.type === 'symbol')
}

/** The same mark with another extent along a direction. */
export function withSpan(mark: Mark, direction: Direction, [start, end]: Span, source?: Source): Mark {
  const moved = { ...mark }
  if (moved.kind === 'rule') {
    moved[direction] = round(start, 2)
    moved[direction === 'x' ? 'x2' : 'y2'] = round(end, 2)
    return moved
  }
  if (moved.kind === 'rect' || moved.kind === 'image') {
    const size = direction === 'x' ? 'width' : 'height'
    const half = isAround(mark, source) || (start === end && source?.type === 'symbol') ? moved[size] / 2 : 0
    moved[direction] = round(Math.min(start, end) - half, 2)
    if (half === 0) moved[size] = round(Math.abs(end - start), 2)
    return moved
  }
  moved[direction] = round(start, 2)
  return moved
}

/** An extent on another ground; undefined where any part of it has no place there. */
export function carry([start, end]: Span, transport: Transport): Span | undefined {
  const middle = (start + end) / 2
  const [from, to] = [transport(start, middle), transport(end, middle)]
  return from === undefined || to === undefined ? undefined : [from, to]
}

/** Whether two extents are the same for the eye. */
export function isNear(a: Span, b: Span, tolerance = 0.6): boolean {
  return Math.abs(a[0] - b[0]) <= tolerance && Math.abs(a[1] - b[1]) <= tolerance
}

/** Whether a mark can move into another without a break. */
export function canBecome(a: Mark, b: Mark): boolean {
  if (a.kind !== b.kind) return false
  if (a.kind === 'path') return isAlike(a.d, (b as PathMark).d)
  if (a.kind === 'rule') return slantOf(a) === slantOf(b as RuleMark)
  // A text that turns is read at no time.
  if (a.kind === 'text') return (a.angle ?? 0) === ((b as TextMark).angle ?? 0)
  return a.kind !== 'image' || a.href === (b as ImageMark).href
}

/** A rule across is no rule upright; one that turns on its way says something that is not meant. */
function slantOf({ x, y, x2, y2 }: RuleMark): string {
  return x === x2 && y !== y2 ? 'upright' : y === y2 && x !== x2 ? 'level' : 'any'
}

/** The same mark while nothing of it is seen. */
export function unseen(mark: Mark): Mark {
  const hidden = { ...mark }
  if (hidden.kind === 'image') hidden.opacity = 0
  if (hidden.fill !== undefined) hidden.fillOpacity = 0
  if (hidden.stroke !== undefined) hidden.strokeOpacity = 0
  return hidden
}
