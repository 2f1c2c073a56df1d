import { type Colour, colourOf, fade } from './colours.ts'
import { styleOf } from './computed-styles.ts'
import { strokeOf } from './painted-shapes.ts'
import { type Painter, PICTURES } from './painters.ts'

/** Less than this, and something can be seen through it. */
const OPAQUE = 0.95

/** What a painter paints; undefined where that is not one colour. `within` is the element around it whose own opacity does not count. */
export function surfaceOf({ element }: Painter, within: Element | null): Colour | undefined {
  const colour = element instanceof SVGElement ? inkOf(element) : backgroundOf(element)
  return colour && fade(colour, opacityOf(element, within))
}

/** Nothing that lies under it can be seen. Pictures count as whole. */
export function isOpaque(painter: Painter): boolean {
  return (surfaceOf(painter, null)?.alpha ?? opacityOf(painter.element, null)) >= OPAQUE
}

const backgrounds = new Map<Element, Colour | undefined>()

/** Forgets what it knew, since another theme has other colours. */
export function forgetColours(): void {
  backgrounds.clear()
}

/** The colour behind what stands in an element; undefined for a picture. */
export function backgroundOf(element: Element): Colour | undefined {
  if (!backgrounds.has(element)) backgrounds.set(element, readBackground(element))
  return backgrounds.get(element)
}

function readBackground(element: Element): Colour | undefined {
  const { backgroundColor, backgroundImage } = styleOf(element)
  return backgroundImage === 'none' && !PICTURES.test(element.localName) ? colourOf(backgroundColor) : undefined
}

/** Of a text, its outline. */
function inkOf(shape: Element): Colour | undefined {
  if (shape.localName === 'image') return undefined
  const { fill, fillOpacity, stroke, strokeOpacity } = styleOf(shape)
  const filled = !(shape instanceof SVGTextElement) && (fill !== 'none' || strokeOf(shape) === 0)
  const colour = colourOf(filled ? fill : stroke)
  return colour && fade(colour, Number(filled ? fillOpacity : strokeOpacity))
}

/** The part of an element that its own opacity and that of those around it leave. */
function opacityOf(element: Element, within: Element | null): number {
  let opacity = 1
  for (let each: Element | null = element; each && each !== within; each = each.parentElement)
    opacity *= Number(styleOf(each).opacity)
  return opacity
}
