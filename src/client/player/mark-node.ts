import type { SvgElement } from '../../motion/attributes.ts'

const SVG = 'http://www.w3.org/2000/svg'

/** The name under which an element's text is kept among its attributes. */
export const TEXT = '#text'

/** Attribute values by name; the text of a text element is one of them. */
export type Values = Readonly<Record<string, string>>

/** One element on the stage, and what was last written to it. */
export interface Sprite {
  readonly element: SVGElement
  readonly tag: string
  written: Record<string, string>
  /** What it is, or will be when the move is over. */
  target: Values
  moving: boolean
}

/** The values of a mark's element. */
export function valuesOf({ attributes, text }: SvgElement): Values {
  return text === undefined ? attributes : { ...attributes, [TEXT]: text }
}

/** Makes an element. */
export function svgNode(tag: string, attributes: Values = {}): SVGElement {
  const element = document.createElementNS(SVG, tag)
  for (const name of Object.keys(attributes)) element.setAttribute(name, attributes[name] as string)
  return element
}

/** Makes a sprite that shows `values`; it is not on the stage yet. */
export function createSprite(tag: string, values: Values): Sprite {
  const sprite: Sprite = { element: svgNode(tag), tag, written: {}, target: values, moving: false }
  writeAll(sprite, values)
  return sprite
}

/** Writes one value, if it is not there already; undefined removes it. */
export function write({ element, written }: Sprite, name: string, value: string | undefined): void {
  if (written[name] === value) return
  if (value === undefined) {
    delete written[name]
    element.removeAttribute(name)
    return
  }
  written[name] = value
  if (name === TEXT) element.textContent = value
  else element.setAttribute(name, value)
}

/** Makes the sprite show exactly `values`. */
export function writeAll(sprite: Sprite, values: Values): void {
  for (const name of Object.keys(sprite.written)) if (!(name in values)) write(sprite, name, undefined)
  for (const name of Object.keys(values)) write(sprite, name, values[name])
}
