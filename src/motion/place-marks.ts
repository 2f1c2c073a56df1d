import type { Mark, PathMark } from '../story/mark.ts'
import { compactOutline } from './outline.ts'
import type { PlotArea } from './plot-area.ts'
import { round } from './round.ts'
import type { HeadlessView } from './view.ts'

/** What a chart covers, in px from the origin of its scenegraph. */
export interface Bounds {
  left: number
  top: number
  width: number
  height: number
}

/** What a view covers as it was last computed, together with what it covered before. */
export function boundsOf(view: HeadlessView, before?: Bounds): Bounds {
  const [{ x, y }, { width, height }] = [view.origin(), view.size()]
  const [left, top] = [Math.min(-x, before?.left ?? -x), Math.min(-y, before?.top ?? -y)]
  const right = Math.max(width - x, before ? before.left + before.width : -Infinity)
  const bottom = Math.max(height - y, before ? before.top + before.height : -Infinity)
  return { left, top, width: right - left, height: bottom - top }
}

/** How a chart is put into its frame: enlarged about its origin, then moved; px. */
export interface Placing {
  zoom: number
  x: number
  y: number
}

/** A chart is enlarged so many times at most. */
const MOST_ZOOM = 4

/** In the middle of the area, reduced where it is too large, and enlarged if it is a whole whose parts cannot be given other sizes. */
export function placingOf({ left, top, width, height }: Bounds, area: PlotArea, isWhole: boolean): Placing {
  const room = Math.min(area.width / width, area.height / height)
  const zoom = Math.min(room, isWhole ? MOST_ZOOM : 1)
  const x = area.left + (area.width - width * zoom) / 2 - left * zoom
  const y = area.top + (area.height - height * zoom) / 2 - top * zoom
  return { zoom, x: round(x), y: round(y) }
}

/** Marks where they stand in the frame. What is enlarged keeps its strokes and type in proportion. `known` are those already placed. */
export function placeMarks(marks: ReadonlyMap<string, Mark>, placing: Placing, known: Map<Mark, Mark>): Map<string, Mark> {
  const place = (mark: Mark) => {
    const placed = known.get(mark) ?? placeMark(mark, placing)
    known.set(mark, placed)
    return placed
  }
  return new Map([...marks].map(([key, mark]) => [key, place(mark)]))
}

function placeMark(mark: Mark, placing: Placing): Mark {
  const placed = mark.kind === 'path' && mark.clip !== undefined ? placeOutline(mark, placing) : placeElement(mark, placing)
  if (mark.clip !== undefined) placed.clip = placeClip(mark.clip, placing)
  return placing.zoom === 1 ? placed : zoomStroke(placed, placing.zoom)
}

/** An outline that is clipped has its place within itself. */
function placeOutline(mark: PathMark, { zoom, x, y }: Placing): PathMark {
  return { ...mark, d: compactOutline(mark.d, x, y, zoom) }
}

function placeElement(mark: Mark, { zoom, x, y }: Placing): Mark {
  const placed = { ...mark, x: round(mark.x * zoom + x, 2), y: round(mark.y * zoom + y, 2) }
  if (placed.kind === 'rule') return { ...placed, x2: round(placed.x2 * zoom + x, 2), y2: round(placed.y2 * zoom + y, 2) }
  return zoom === 1 ? placed : enlarge(placed, zoom)
}

function enlarge(mark: Mark, zoom: number): Mark {
  if (mark.kind === 'rect' || mark.kind === 'image') {
    const box = { ...mark, width: round(mark.width * zoom, 2), height: round(mark.height * zoom, 2) }
    return box.kind === 'rect' && box.radius !== undefined ? { ...box, radius: round(box.radius * zoom, 3) } : box
  }
  if (mark.kind === 'path') return { ...mark, d: compactOutline(mark.d, 0, 0, zoom) }
  return mark.kind === 'text' ? { ...mark, size: round(mark.size * zoom, 2) } : mark
}

function zoomStroke(mark: Mark, zoom: number): Mark {
  if (mark.stroke === undefined) return mark
  const stroked = { ...mark, strokeWidth: round((mark.strokeWidth ?? 1) * zoom, 2) }
  if (stroked.strokeDashOffset !== undefined) stroked.strokeDashOffset = round(stroked.strokeDashOffset * zoom, 2)
  if (stroked.strokeDash !== undefined) stroked.strokeDash = zoomed(stroked.strokeDash, zoom)
  return stroked
}

function placeClip(clip: string, { zoom, x, y }: Placing): string {
  const shapes = clip.split(';').map((shape) => {
    if (/^[a-z]/i.test(shape)) return compactOutline(shape, x, y, zoom)
    const [left = 0, top = 0, width = 0, height = 0] = shape.split(' ').map(Number)
    return [left * zoom + x, top * zoom + y, width * zoom, height * zoom].map((value) => round(value)).join(' ')
  })
  return shapes.join(';')
}

function zoomed(numbers: string, zoom: number): string {
  return numbers
    .split(' ')
    .map((value) => round(Number(value) * zoom, 2))
    .join(' ')
}
