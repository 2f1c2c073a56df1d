import { absoluteCommands, type OutlineCommand } from '../../motion/outline.ts'
import type { PathMark } from '../../story/mark.ts'
import { extentOf } from '../../util/extent.ts'
import { type Box, emu, xml } from './xml.ts'

/** A command of an outline and its points on the slide, in px. */
type Stroke = readonly [letter: string, points: readonly Point[]]

/** A path as DrawingML has it: where it is, and its outline in there. */
interface Geometry {
  box: Box
  outline: string
}

/**
 * The outline of a path with as many points as the mark's, so that PowerPoint can move one into another. Only where it leaves
 * `room` are curves drawn as short lines and cut. Undefined where nothing is left.
 */
export function outlineGeometry(mark: PathMark, room: Box): Geometry | undefined {
  const strokes = strokesOf(mark)
  const inRoom = isWithin(boundsOf(strokes), room) ? strokes : clipped(strokes, room, mark.fill !== undefined)
  if (inRoom.length === 0) return undefined
  const box = boundsOf(inRoom)
  return { box, outline: customGeometry(inRoom, box) }
}

function strokesOf({ x, y, d, angle = 0 }: PathMark): Stroke[] {
  const [sin, cos] = [Math.sin((angle * Math.PI) / 180), Math.cos((angle * Math.PI) / 180)]
  return absoluteCommands(d, 0, 0, 1, 1).map(([letter, ...numbers]: OutlineCommand) => {
    const points = numbers.flatMap((value, index): Point[] => {
      const other = numbers[index + 1]
      return index % 2 === 0 && other !== undefined ? [[x + value * cos - other * sin, y + value * sin + other * cos]] : []
    })
    return [letter, points] as const
  })
}

function boundsOf(strokes: readonly Stroke[]): Box {
  const points = strokes.flatMap(([, each]) => each)
  const [[left, right], [top, bottom]] = [extentOf(points.map(([x]) => x)), extentOf(points.map(([, y]) => y))]
  return { x: left, y: top, width: right - left, height: bottom - top }
}

function isWithin(box: Box, room: Box): boolean {
  return (
    box.x >= room.x && box.y >= room.y && box.x + box.width <= room.x + room.width && box.y + box.height <= room.y + room.height
  )
}

function clipped(strokes: readonly Stroke[], room: Box, isArea: boolean): Stroke[] {
  return linesOf(strokes).flatMap((line) => {
    if (isArea) return drawn(clipArea(line, room), true)
    return line.slice(1).flatMap((point, index) => drawn(clipLine(line[index] ?? point, point, room) ?? [], false))
  })
}

function drawn(points: readonly Point[], closed: boolean): Stroke[] {
  if (points.length < 2) return []
  const strokes = points.map((point, index): Stroke => [index === 0 ? 'm' : 'l', [point]])
  return closed ? [...strokes, ['z', []]] : strokes
}

/** How many straight lines stand for a curve that is cut. */
const PIECES = 8

/** Each part of an outline as the corners of a line. */
function linesOf(strokes: readonly Stroke[]): Point[][] {
  const lines: Point[][] = []
  for (const [letter, points] of strokes) {
    const line = lines.at(-1)
    const [start, last] = [line?.[0], line?.at(-1)]
    if (letter === 'm') lines.push([...points])
    else if (letter === 'z' && start) line?.push(start)
    else if (line && last) line.push(...(letter === 'l' ? points : pieces([last, ...points])))
  }
  return lines
}

/** Points on a curve, by de Casteljau's rule; the first is known. */
function pieces(controls: readonly Point[]): Point[] {
  return Array.from({ length: PIECES }, (_, index) => pointOn(controls, (index + 1) / PIECES))
}

function pointOn(controls: readonly Point[], part: number): Point {
  const [first = [0, 0]] = controls
  return controls.length < 2
    ? first
    : pointOn(
        controls.slice(1).map((point, index) => between(controls[index] ?? point, point, part)),
        part,
      )
}

const NAMES: Readonly<Record<string, string>> = { m: 'a:moveTo', l: 'a:lnTo', c: 'a:cubicBezTo', q: 'a:quadBezTo', z: 'a:close' }

function customGeometry(strokes: readonly Stroke[], box: Box): string {
  const path = strokes.map(([letter, points]) =>
    xml(NAMES[letter] ?? 'a:lnTo', {}, ...points.map(([x, y]) => xml('a:pt', { x: emu(x - box.x), y: emu(y - box.y) }))),
  )
  const size = { w: Math.max(1, emu(box.width)), h: Math.max(1, emu(box.height)) }
  return xml(
    'a:custGeom',
    {},
    '<a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/><a:rect l="0" t="0" r="r" b="b"/>',
    xml('a:pathLst', {}, xml('a:path', size, ...path)),
  )
}

/** A point in px. */
type Point = readonly [x: number, y: number]

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
function clipArea(corners: readonly Point[], { x, y, width, height }: Box): Point[] {
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
function between([x1, y1]: Point, [x2, y2]: Point, part: number): Point {
  return [x1 + (x2 - x1) * part, y1 + (y2 - y1) * part]
}
