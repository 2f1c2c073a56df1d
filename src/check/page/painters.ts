import type { Box } from '../sheet.ts'
import { colourOf } from './colours.ts'
import { boxOf } from './rooms.ts'
import { styleOf } from './styles.ts'

/** Something that paints a surface: a box with a background, a picture, a mark of a chart. */
export interface Painter {
  element: Element
  boxes: Box[]
  /** Position in the document, among all that paint in its sheet. */
  at: number
  /** From the window to the coordinates of its shape, once they are asked for. */
  inverse?: DOMMatrix | undefined
}

/** Shapes that are drawn where they stand. */
const SHAPES = 'rect,circle,ellipse,path,polygon,polyline,line,image'
const DRAWN_ELSEWHERE = 'defs,clipPath,mask,marker,pattern,symbol'
/** Elements that show something other than colours of their own. */
export const PICTURES = /^(?:img|video|canvas)$/

/** Everything that paints surfaces in a sheet, in the order of the document. */
export function findPainters(sheet: Element, ignore: string | undefined): Painter[] {
  const found: Omit<Painter, 'at'>[] = []
  const visit = (element: Element) => {
    if (ignore !== undefined && element.matches(ignore)) return
    if (element !== sheet && paintsItsBox(element)) found.push({ element, boxes: [...element.getClientRects()].map(boxOf) })
    if (element instanceof SVGElement) found.push(...shapesOf(element))
    else for (const child of element.children) visit(child)
  }
  visit(sheet)
  return found.map((painter, at) => ({ ...painter, at }))
}

function paintsItsBox(element: Element): boolean {
  if (PICTURES.test(element.localName)) return true
  const style = styleOf(element)
  return colourOf(style.backgroundColor)?.alpha !== 0 || fillsWithPicture(style)
}

/** A small picture that is not repeated, such as the sign of a link, fills nothing. */
function fillsWithPicture({ backgroundImage, backgroundRepeat, backgroundSize }: CSSStyleDeclaration): boolean {
  return backgroundImage !== 'none' && !(/no-repeat/.test(backgroundRepeat) && /auto/.test(backgroundSize))
}

function shapesOf(picture: SVGElement): Omit<Painter, 'at'>[] {
  const matrix = picture instanceof SVGSVGElement ? picture.getScreenCTM() : null
  return [...picture.querySelectorAll(SHAPES)]
    .filter((shape) => picture.isSameNode(shape.parentNode) || !shape.parentElement?.closest(DRAWN_ELSEWHERE))
    .map((element) => ({ element, boxes: [(matrix && barOf(element, matrix)) ?? drawnBox(element)] }))
}

/** Most marks are rectangles that stand where their attributes say, which is told much faster than it is measured. */
function barOf(element: Element, { a, d, e, f }: DOMMatrix): Box | undefined {
  if (!isUprightBar(element)) return undefined
  const [x = 0, y = 0, width = 0, height = 0] = ['x', 'y', 'width', 'height'].map((name) => Number(element.getAttribute(name)))
  return { left: x * a + e, top: y * d + f, right: (x + width) * a + e, bottom: (y + height) * d + f }
}

function isUprightBar(shape: Element): boolean {
  const fill = shape.getAttribute('fill')
  if (shape.localName !== 'rect' || fill === null || fill === 'none' || shape.parentElement?.localName !== 'svg') return false
  return ['rx', 'stroke', 'transform', 'clip-path'].every((name) => !shape.hasAttribute(name))
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

/** Whether a painter paints a point of the window. */
export function paints(painter: Painter, x: number, y: number): boolean {
  const { element, boxes } = painter
  if (!boxes.some(({ left, top, right, bottom }) => x >= left && x < right && y >= top && y < bottom)) return false
  if (!(element instanceof SVGGeometryElement) || isUprightBar(element)) return true
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
  const clip = id === undefined ? undefined : document.getElementById(id)?.firstElementChild
  return clip instanceof SVGGeometryElement ? clip : undefined
}
