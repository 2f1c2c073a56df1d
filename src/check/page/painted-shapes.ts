import type { Box } from '../sheet.ts'
import { styleOf } from './computed-styles.ts'
import type { Painter, Surface } from './painters.ts'

/** Shapes that are drawn where they stand. */
const SHAPES = 'rect,circle,ellipse,path,polygon,polyline,line,image'
const DRAWN_ELSEWHERE = 'defs,clipPath,mask,marker,pattern,symbol'
/** The shapes of a picture, but for thin lines. */
export function shapesOf(picture: SVGElement): Surface[] {
  const matrix = picture instanceof SVGSVGElement ? picture.getScreenCTM() : null
  return [...picture.querySelectorAll(SHAPES)].flatMap((element): Surface[] => {
    const isChild = element.parentNode === (picture as Node)
    const bar = isChild && matrix ? barOf(element, matrix) : undefined
    if (bar) return [{ element, boxes: [bar], isWhole: true }]
    if (element.localName === 'line' && strokeOf(element) === 0) return []
    if (!isChild && element.parentElement?.closest(DRAWN_ELSEWHERE)) return []
    return [{ element, boxes: [drawnBox(element)], isWhole: element.localName === 'image' }]
  })
}

/** Where a bar is, by its attributes, all of which are read. */
const BAR = ['x', 'y', 'width', 'height', 'fill']

/** Most marks are rectangles that stand where their attributes say, which is told much faster than it is measured. */
function barOf(element: Element, { a, d, e, f }: DOMMatrix): Box | undefined {
  if (element.localName !== 'rect' || element.attributes.length !== BAR.length) return undefined
  const values = BAR.map((name) => element.getAttribute(name))
  if (values.includes(null) || values.includes('none')) return undefined
  const [x = 0, y = 0, width = 0, height = 0] = values.map(Number)
  return { left: x * a + e, top: y * d + f, right: (x + width) * a + e, bottom: (y + height) * d + f }
}

function drawnBox(shape: Element): Box {
  const by = strokeOf(shape) / 2
  const { left, top, right, bottom } = shape.getBoundingClientRect()
  return { left: left - by, top: top - by, right: right + by, bottom: bottom + by }
}

/** Strokes thinner than this, in units of their picture, are lines that letters stay legible under. */
const BROAD = 4

/** How broad the stroke of a shape is; 0 of a thin one. */
export function strokeOf(shape: Element): number {
  const width = Number(shape.getAttribute('stroke-width') ?? 1)
  return width >= BROAD ? width : 0
}

/** Whether a painter that is a shape paints a point of the window. */
export function paintsShape(painter: Painter, x: number, y: number): boolean {
  const { element } = painter
  if (!(element instanceof SVGGeometryElement)) return true
  painter.inverse ??= element.getScreenCTM()?.inverse()
  const point = new DOMPoint(x, y).matrixTransform(painter.inverse)
  return isInShape(element, point) && (clipOf(element)?.isPointInFill(point) ?? true)
}

function isInShape(shape: SVGGeometryElement, point: DOMPoint): boolean {
  const { fill, stroke } = styleOf(shape)
  return (
    (fill !== 'none' && shape.isPointInFill(point)) || (stroke !== 'none' && strokeOf(shape) > 0 && shape.isPointInStroke(point))
  )
}

/** What a mark is clipped to. */
function clipOf(shape: Element): SVGGeometryElement | undefined {
  const id = /^url\(#(.*)\)$/.exec(shape.getAttribute('clip-path') ?? '')?.[1]
  const clip = document.getElementById(id ?? '')?.firstElementChild
  return clip instanceof SVGGeometryElement ? clip : undefined
}
