import type { Box } from '../sheet.ts'
import { styleOf } from './computed-styles.ts'
import type { Painter } from './painters.ts'

/** Shapes that are drawn where they stand. */
const SHAPES = 'rect,circle,ellipse,path,polygon,polyline,line,image'
const DRAWN_ELSEWHERE = 'defs,clipPath,mask,marker,pattern,symbol'

/** The shapes of a picture, but for thin lines. */
export function shapesOf(picture: SVGElement): Painter[] {
  return [...picture.querySelectorAll(SHAPES)]
    .filter((element) => element.localName !== 'line' || strokeOf(element) > 0)
    .filter((element) => !element.parentElement?.closest(DRAWN_ELSEWHERE))
    .map((element) => ({ element, boxes: [drawnBox(element)], isWhole: element.localName === 'image' }))
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
