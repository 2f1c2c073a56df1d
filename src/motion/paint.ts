import type { Mark, Paint } from '../story/mark.ts'
import { shown } from '../util/diagnostic.ts'
import { type Gradient, gradientText, isGradient } from './definitions.ts'
import { pageColor } from './ramps.ts'
import { round } from './round.ts'
import { numberOf, type SceneItem, stringOf, UnfitMark } from './scenegraph.ts'

/** How an item is painted, defaults left out. `fill` and `stroke` are absent when nothing is painted. */
export function paintOf(item: SceneItem): Paint {
  const paint: Paint = {}
  const [fill, stroke] = [colorOf(item, 'fill'), colorOf(item, 'stroke')]
  const opacity = numberOf(item, 'opacity', 1)
  // The opacity of what has only a fill or only a stroke is that of its paint: browsers and PDFs draw it far faster than a layer.
  const own = fill === undefined || stroke === undefined ? opacity : 1
  if (fill !== undefined) {
    paint.fill = fill
    setOpacity(paint, 'fillOpacity', own * numberOf(item, 'fillOpacity', 1))
  }
  if (stroke !== undefined) {
    setStroke(paint, item, stroke)
    setOpacity(paint, 'strokeOpacity', own * numberOf(item, 'strokeOpacity', 1))
  }
  if (own !== opacity) setOpacity(paint, 'opacity', opacity)
  const blend = stringOf(item, 'blend')
  if (blend !== undefined && blend !== 'normal') paint.blend = blend
  return paint
}

function setOpacity(paint: Paint, property: 'opacity' | 'fillOpacity' | 'strokeOpacity', value: number): void {
  const opacity = round(value, 3)
  if (opacity !== 1) paint[property] = opacity
}

function setStroke(paint: Paint, item: SceneItem, stroke: string): void {
  paint.stroke = stroke
  const width = round(numberOf(item, 'strokeWidth', 1), 2)
  if (width !== 1) paint.strokeWidth = width
  const dash = item.strokeDash
  if (Array.isArray(dash) && dash.length > 0) paint.strokeDash = dash.join(' ')
  const offset = numberOf(item, 'strokeDashOffset')
  if (offset !== 0) paint.strokeDashOffset = offset
  const miter = numberOf(item, 'strokeMiterLimit', MITER)
  if (miter !== MITER) paint.strokeMiter = miter
  const cap = stringOf(item, 'strokeCap')
  if (cap === 'round' || cap === 'square') paint.strokeCap = cap
  const join = stringOf(item, 'strokeJoin')
  if (join === 'round' || join === 'bevel') paint.strokeJoin = join
}

/** How far the corner of a stroke may reach where nothing is said; SVG has the same. */
const MITER = 4

function colorOf(item: SceneItem, property: 'fill' | 'stroke'): string | undefined {
  const color = item[property]
  if (color === undefined || color === null || color === '' || color === 'transparent' || color === 'none') return undefined
  if (typeof color === 'object') return gradientText(withColors(color as Gradient, property))
  return plainColor(String(color), property)
}

function withColors(gradient: Gradient, property: string): Gradient {
  const stops = gradient.stops.map(({ offset, color }) => ({ offset, color: plainColor(String(color), property) }))
  return { ...gradient, stops }
}

function plainColor(color: string, property: string): string {
  // It may come from a cell of the data, and a browser would go and get it.
  if (isGradient(color) || /url\(\s*(?!["']?#)/i.test(color))
    throw new UnfitMark(`its ${property} is ${shown(color)}; use a plain colour`)
  return pageColor(color)
}

/** Whether anything of the mark is seen at all. */
export function isSeen(mark: Mark): boolean {
  const { fill, fillOpacity, stroke, strokeOpacity, strokeWidth, opacity } = mark
  if (mark.kind === 'image') return opacity !== 0
  const hasFill = fill !== undefined && fillOpacity !== 0
  const hasStroke = stroke !== undefined && strokeOpacity !== 0 && strokeWidth !== 0
  return opacity !== 0 && (hasFill || hasStroke)
}
