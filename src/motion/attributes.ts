import type { ImageMark, Mark, Paint, PathMark, RectMark, RuleMark, TextMark } from '../story/mark.ts'
import { isGradient } from './gradient.ts'

/** A mark as an SVG element: presentation attributes only, so that it holds under a policy that forbids inline style. */
export interface SvgElement {
  tag: 'rect' | 'line' | 'path' | 'text' | 'image'
  attributes: Record<string, string>
  /** What a text element says. */
  text?: string
}

/**
 * The element of a mark; stills and the moving stage are both made from it, and so are equal.
 * `urlOf` gives the reference to the definition of a clip or a gradient (`definitions.ts`).
 */
export function svgElement(mark: Mark, urlOf: (described: string) => string): SvgElement {
  const element = plainElement(mark)
  const { attributes } = element
  paint(attributes, mark, mark.kind !== 'rule' && mark.kind !== 'image')
  for (const name of ['fill', 'stroke']) if (isGradient(attributes[name])) attributes[name] = urlOf(attributes[name])
  if (mark.clip !== undefined) attributes['clip-path'] = urlOf(mark.clip)
  if (mark.blend !== undefined) attributes.class = `blend-${mark.blend}`
  return element
}

function plainElement(mark: Mark): SvgElement {
  if (mark.kind === 'rect') return { tag: 'rect', attributes: rectAttributes(mark) }
  if (mark.kind === 'rule') return { tag: 'line', attributes: ruleAttributes(mark) }
  if (mark.kind === 'path') return { tag: 'path', attributes: pathAttributes(mark) }
  if (mark.kind === 'image') return { tag: 'image', attributes: imageAttributes(mark) }
  return { tag: 'text', attributes: textAttributes(mark), text: mark.text }
}

function rectAttributes({ x, y, width, height, radius }: RectMark): Record<string, string> {
  const attributes = { x: `${x}`, y: `${y}`, width: `${width}`, height: `${height}` }
  return radius ? { ...attributes, rx: `${radius}` } : attributes
}

function ruleAttributes({ x, y, x2, y2 }: RuleMark): Record<string, string> {
  return { x1: `${x}`, y1: `${y}`, x2: `${x2}`, y2: `${y2}` }
}

function pathAttributes({ x, y, d, angle }: PathMark): Record<string, string> {
  if (angle) return { d, transform: `translate(${x} ${y}) rotate(${angle})` }
  return x === 0 && y === 0 ? { d } : { d, transform: `translate(${x} ${y})` }
}

function imageAttributes({ x, y, width, height, href, stretched, pixelated }: ImageMark): Record<string, string> {
  const attributes: Record<string, string> = { x: `${x}`, y: `${y}`, width: `${width}`, height: `${height}`, href }
  if (stretched) attributes.preserveAspectRatio = 'none'
  if (pixelated) attributes['image-rendering'] = 'pixelated'
  return attributes
}

function textAttributes({ x, y, size, family, weight, italic, anchor, angle }: TextMark): Record<string, string> {
  const attributes: Record<string, string> = { x: `${x}`, y: `${y}`, 'font-size': `${size}` }
  if (family !== undefined) attributes['font-family'] = family
  if (weight !== undefined) attributes['font-weight'] = `${weight}`
  if (italic) attributes['font-style'] = 'italic'
  if (anchor !== undefined) attributes['text-anchor'] = anchor
  if (angle) attributes.transform = `rotate(${angle} ${x} ${y})`
  return attributes
}

/** Attribute names of the optional parts of a paint, which are left out when they are SVG's defaults. */
const OPTIONAL: readonly [keyof Paint, string][] = [
  ['stroke', 'stroke'],
  ['strokeWidth', 'stroke-width'],
  ['strokeDash', 'stroke-dasharray'],
  ['strokeDashOffset', 'stroke-dashoffset'],
  ['strokeMiter', 'stroke-miterlimit'],
  ['strokeCap', 'stroke-linecap'],
  ['strokeJoin', 'stroke-linejoin'],
  ['opacity', 'opacity'],
  ['fillOpacity', 'fill-opacity'],
  ['strokeOpacity', 'stroke-opacity'],
]

function paint(attributes: Record<string, string>, mark: Paint, hasInside: boolean): void {
  if (hasInside) attributes.fill = mark.fill ?? 'none'
  for (const [property, name] of OPTIONAL) {
    const value = mark[property]
    if (value !== undefined) attributes[name] = `${value}`
  }
}
