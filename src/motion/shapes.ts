import type { Mark, Paint, PathMark, RectMark } from '../story/mark.ts'
import type { DataFiles } from '../story/slide-chart.ts'
import { imageMark } from './image.ts'
import { compactOutline } from './outline.ts'
import { paintOf } from './paint.ts'
import { round } from './round.ts'
import { numberOf, outlineOf, type SceneItem } from './scenegraph.ts'
import { textMarks } from './text.ts'

/** What items are drawn with. */
export interface Material {
  /** Told of what its author should know although it is drawn. */
  note?: ((message: string) => void) | undefined
  /** Outlines that were simplified together with others, in place. */
  outlines?: ReadonlyMap<SceneItem, string> | undefined
  /** Where pictures are; unless given, there are none. */
  files?: DataFiles | undefined
}

/** Makes marks of one item, at the offset of the group it lies in. */
type Draw = (item: SceneItem, groupX: number, groupY: number, material: Material) => Mark[]

const shapes: Readonly<Record<string, Draw>> = {
  rect: (item, x, y) => [rectMark(item, x, y)],
  group: (item, x, y) => [groupMark(item, x, y)],
  rule: (item, x, y) => [ruleMark(item, x, y)],
  symbol: (item, x, y) => [symbolMark(item, x, y)],
  text: textMarks,
  path: placedOutline,
  arc: placedOutline,
  shape: (item, x, y, { outlines }) => [fixedOutline(item, x, y, outlines?.get(item))],
  line: (item, x, y) => [fixedOutline(item, x, y)],
  area: (item, x, y) => [fixedOutline(item, x, y)],
  trail: (item, x, y) => [fixedOutline(item, x, y)],
  image: (item, x, y, { files }) => imageMark(item, x, y, files),
}

/** The marks that one item of Vega's scenegraph becomes; none of a type that Vega does not have. */
export function shapeMarks(item: SceneItem, groupX: number, groupY: number, material: Material = {}): Mark[] {
  return shapes[item.mark.marktype]?.(item, groupX, groupY, material) ?? []
}

function rectMark(item: SceneItem, groupX: number, groupY: number): Mark {
  const [x, y] = [groupX + numberOf(item, 'x'), groupY + numberOf(item, 'y')]
  const [width, height] = [numberOf(item, 'width'), numberOf(item, 'height')]
  if (hasUnevenCorners(item)) return pathMark(item, 0, 0, boxOutline(item, x, y))
  const [left, top] = [Math.min(x, x + width), Math.min(y, y + height)]
  return rect(left, top, Math.abs(width), Math.abs(height), numberOf(item, 'cornerRadius'), paintOf(item))
}

/** What is drawn over the content of a group: its outline, where that stands in front. */
export function foregroundMarks(item: SceneItem, groupX: number, groupY: number): Mark[] {
  if (!item.strokeForeground || !item.stroke) return []
  const outline = Object.assign(Object.create(item) as SceneItem, { fill: undefined, strokeForeground: false })
  return [groupMark(outline, groupX, groupY)]
}

const CORNERS = ['TopLeft', 'TopRight', 'BottomLeft', 'BottomRight']

function hasUnevenCorners(item: SceneItem): boolean {
  const radius = numberOf(item, 'cornerRadius')
  return CORNERS.some((corner) => numberOf(item, `cornerRadius${corner}`, radius) !== radius)
}

/** Whether any corner of a rectangle or group is rounded. */
export function hasRoundCorners(item: SceneItem): boolean {
  return ['', ...CORNERS].some((corner) => numberOf(item, `cornerRadius${corner}`) > 0)
}

/** The outline of a rectangle or group with its corners, at (x, y), as path data. */
export function boxOutline(item: SceneItem, x: number, y: number): string {
  const [width, height] = [numberOf(item, 'width'), numberOf(item, 'height')]
  const box: SceneItem = { mark: { marktype: 'rect', items: [] }, x: 0, y: 0, width, height }
  for (const corner of ['', ...CORNERS]) box[`cornerRadius${corner}`] = item[`cornerRadius${corner}`]
  return compactOutline(outlineOf(box), x, y)
}

/** Corners are rounded as far as the sides allow; edges, not sizes, are put on the grid so that neighbours stay flush. */
function rect(x: number, y: number, width: number, height: number, radius: number, paint: Paint): RectMark {
  const [left, top] = [round(x), round(y)]
  const mark: RectMark = {
    kind: 'rect',
    x: left,
    y: top,
    width: round(round(x + width) - left),
    height: round(round(y + height) - top),
    ...paint,
  }
  if (radius > 0) mark.radius = round(Math.min(radius, width / 2, height / 2))
  return mark
}

/** A painted group is its background. Vega sets thin outlines on the middle of the pixel. */
function groupMark(item: SceneItem, groupX: number, groupY: number): Mark {
  const width = numberOf(item, 'strokeWidth', 1)
  const thin = item.stroke && width > 0.5 && width < 1.5 ? 0.5 - Math.abs(width - 1) : 0
  const offset = numberOf(item, 'strokeOffset', thin)
  const mark = rectMark(item, groupX + offset, groupY + offset)
  if (item.strokeForeground) delete mark.stroke
  return mark
}

function ruleMark(item: SceneItem, groupX: number, groupY: number): Mark {
  const [x, y] = [numberOf(item, 'x'), numberOf(item, 'y')]
  const [x2, y2] = [numberOf(item, 'x2', x), numberOf(item, 'y2', y)]
  return {
    kind: 'rule',
    x: round(groupX + x),
    y: round(groupY + y),
    x2: round(groupX + x2),
    y2: round(groupY + y2),
    ...paintOf(item),
  }
}

/** Circles and squares are rectangles, so that they turn into bars and back; other shapes are outlines. */
function symbolMark(item: SceneItem, groupX: number, groupY: number): Mark {
  const shape = item.shape ?? 'circle'
  const [x, y] = [groupX + numberOf(item, 'x'), groupY + numberOf(item, 'y')]
  const side = Math.sqrt(numberOf(item, 'size', 64))
  if (shape === 'circle') return circle(x, y, side / 2, paintOf(item))
  if (shape === 'square' && numberOf(item, 'angle') === 0) return rect(x - side / 2, y - side / 2, side, side, 0, paintOf(item))
  return pathMark(item, x, y, symbolOutline(item, String(shape)))
}

/** Outlines of symbols by shape and size: the land of a map is one, of thousands of points, and the same at every step. */
const symbols = new Map<string, string>()
const MOST_REMEMBERED = 1000

function symbolOutline(item: SceneItem, shape: string): string {
  const key = `${numberOf(item, 'size', 64)} ${shape}`
  const outline = symbols.get(key) ?? compactOutline(outlineOf(item))
  if (symbols.size >= MOST_REMEMBERED) symbols.clear()
  symbols.set(key, outline)
  return outline
}

/** The radius stays exact to a hundredth, since areas are compared. */
function circle(x: number, y: number, radius: number, paint: Paint): RectMark {
  const side = round(2 * radius, 2)
  return {
    kind: 'rect',
    x: round(x - side / 2, 2),
    y: round(y - side / 2, 2),
    width: side,
    height: side,
    radius: round(side / 2, 3),
    ...paint,
  }
}

function placedOutline(item: SceneItem, groupX: number, groupY: number): Mark[] {
  const d = compactOutline(outlineOf(item), 0, 0, numberOf(item, 'scaleX', 1), numberOf(item, 'scaleY', 1))
  return [pathMark(item, groupX + numberOf(item, 'x'), groupY + numberOf(item, 'y'), d)]
}

function fixedOutline(item: SceneItem, groupX: number, groupY: number, known?: string): Mark {
  return pathMark(item, 0, 0, known ?? compactOutline(outlineOf(item), groupX, groupY))
}

function pathMark(item: SceneItem, x: number, y: number, d: string): PathMark {
  const mark: PathMark = { kind: 'path', x: round(x), y: round(y), d, ...paintOf(item) }
  const angle = round(numberOf(item, 'angle'))
  if (angle !== 0) mark.angle = angle
  return mark
}
