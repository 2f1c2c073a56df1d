import { describedBy, TEXT } from '../../motion/interpolate.ts'
import type { Values } from '../../motion/tween.ts'

const SVG = 'http://www.w3.org/2000/svg'

/** One element on the stage, and what was last written to it. */
export interface MarkNode {
  readonly element: SVGElement
  readonly tag: string
  written: Record<string, string>
  /** What it is, or will be when the move is over. */
  target: Values
  moving: boolean
  /** The reference to what a value describes. */
  readonly refer: Refer
}

/** Gives the reference to a definition; what is on its way has one of its own for each element and attribute. */
export type Refer = (described: string, owner: SVGElement, name: string) => string

/** Makes an element. */
export function svgNode(tag: string, attributes: Values = {}): SVGElement {
  const element = document.createElementNS(SVG, tag)
  for (const name of Object.keys(attributes)) element.setAttribute(name, attributes[name] as string)
  return element
}

/** Makes a node that shows `values`; it is not on the stage yet. */
export function createNode(tag: string, values: Values, refer: Refer = (described) => described): MarkNode {
  const node: MarkNode = { element: svgNode(tag), tag, written: {}, target: values, moving: false, refer }
  writeAll(node, values)
  return node
}

/** Writes one value, if it is not there already; undefined removes it. */
export function write({ element, written, refer }: MarkNode, name: string, value: string | undefined): void {
  if (written[name] === value) return
  if (value === undefined) {
    delete written[name]
    element.removeAttribute(name)
    return
  }
  written[name] = value
  if (name === TEXT) element.textContent = value
  else {
    const described = describedBy(value)
    element.setAttribute(name, described === undefined ? value : refer(described, element, name))
  }
}

/** Makes the node show exactly `values`. */
export function writeAll(node: MarkNode, values: Values): void {
  for (const name of Object.keys(node.written)) if (!(name in values)) write(node, name, undefined)
  for (const name of Object.keys(values)) write(node, name, values[name])
}

/** What a node shows; a move that is interrupted would nest one mix of colours in the next. */
export function plainColors({ element, written }: MarkNode): Values {
  const names = (['fill', 'stroke'] as const).filter((name) => written[name]?.startsWith('color-mix'))
  if (names.length === 0) return written
  const style = getComputedStyle(element)
  return { ...written, ...Object.fromEntries(names.map((name) => [name, style[name]])) }
}
