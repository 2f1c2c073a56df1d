import type { Box } from '../sheet.ts'
import { colourOf } from './colours.ts'
import { styleOf } from './computed-styles.ts'
import { boxOf } from './containers.ts'
import { paintsShape, shapesOf } from './painted-shapes.ts'

/** Something that paints a surface: a box with a background, a picture, a mark of a chart. */
export interface Painter {
  element: Element
  boxes: Box[]
  /** Whether it paints all of its boxes. */
  isWhole: boolean
  /** From the window to the coordinates of its shape, once they are asked for. */
  inverse?: DOMMatrix | undefined
}

/** Elements that show something other than colours of their own. */
export const PICTURES = /^(?:img|video|canvas)$/

/** Everything that paints surfaces in a sheet, in the order of the document. */
export function findPainters(sheet: Element, ignore: string): Painter[] {
  const found: Painter[] = []
  const visit = (element: Element) => {
    if (element.matches(ignore)) return
    if (element !== sheet && paintsItsBox(element))
      found.push({ element, boxes: [...element.getClientRects()].map(boxOf), isWhole: true })
    if (element instanceof SVGElement) found.push(...shapesOf(element))
    else for (const child of element.children) visit(child)
  }
  visit(sheet)
  return found
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

/** Whether a painter paints a point of the window. */
export function paints(painter: Painter, x: number, y: number): boolean {
  const isIn = ({ left, top, right, bottom }: Box) => x >= left && x < right && y >= top && y < bottom
  return painter.boxes.some(isIn) && (painter.isWhole || paintsShape(painter, x, y))
}
