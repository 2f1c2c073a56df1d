import type { Paint } from '../story/mark.ts'
import { shown } from '../util/diagnostic.ts'
import { round } from './round.ts'
import { numberOf, type SceneItem, stringOf } from './scenegraph.ts'

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
  const cap = stringOf(item, 'strokeCap')
  if (cap === 'round' || cap === 'square') paint.strokeCap = cap
  const join = stringOf(item, 'strokeJoin')
  if (join === 'round' || join === 'bevel') paint.strokeJoin = join
}

function colorOf(item: SceneItem, property: 'fill' | 'stroke'): string | undefined {
  const color = item[property]
  if (color === undefined || color === null || color === '' || color === 'transparent' || color === 'none') return undefined
  if (typeof color !== 'string')
    throw new TypeError(`its ${property} is a gradient, which the stage cannot carry; use a plain colour`)
  // It may come from a cell of the data, and a browser would go and get it.
  if (/url\(\s*(?!["']?#)/i.test(color)) throw new TypeError(`its ${property} is ${shown(color)}; use a plain colour`)
  return color
}

/** Whether anything of the mark is seen at all. */
export function isSeen({ fill, fillOpacity, stroke, strokeOpacity, strokeWidth, opacity }: Paint): boolean {
  const hasFill = fill !== undefined && fillOpacity !== 0
  const hasStroke = stroke !== undefined && strokeOpacity !== 0 && strokeWidth !== 0
  return opacity !== 0 && (hasFill || hasStroke)
}
