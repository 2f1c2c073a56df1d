import type { Paint } from './mark.ts'
import { round } from './round.ts'
import { numberOf, type SceneItem, stringOf } from './scenegraph.ts'

/** How an item is painted, defaults left out. `fill` and `stroke` are absent when nothing is painted. */
export function paintOf(item: SceneItem): Paint {
  const paint: Paint = {}
  const fill = colorOf(item, 'fill')
  const stroke = colorOf(item, 'stroke')
  if (fill !== undefined) paint.fill = fill
  const fillOpacity = round(numberOf(item, 'fillOpacity', 1), 3)
  if (fill !== undefined && fillOpacity !== 1) paint.fillOpacity = fillOpacity
  const opacity = round(numberOf(item, 'opacity', 1), 3)
  if (opacity !== 1) paint.opacity = opacity
  return stroke === undefined ? paint : { ...paint, ...strokeOf(item, stroke) }
}

function strokeOf(item: SceneItem, stroke: string): Paint {
  const paint: Paint = { stroke }
  const width = round(numberOf(item, 'strokeWidth', 1), 2)
  if (width !== 1) paint.strokeWidth = width
  const opacity = round(numberOf(item, 'strokeOpacity', 1), 3)
  if (opacity !== 1) paint.strokeOpacity = opacity
  const dash = item.strokeDash
  if (Array.isArray(dash) && dash.length > 0) paint.strokeDash = dash.join(' ')
  const cap = stringOf(item, 'strokeCap')
  if (cap === 'round' || cap === 'square') paint.strokeCap = cap
  const join = stringOf(item, 'strokeJoin')
  if (join === 'round' || join === 'bevel') paint.strokeJoin = join
  return paint
}

function colorOf(item: SceneItem, property: 'fill' | 'stroke'): string | undefined {
  const color = item[property]
  if (color === undefined || color === null || color === '' || color === 'transparent' || color === 'none') return undefined
  if (typeof color !== 'string')
    throw new TypeError(`its ${property} is a gradient, which the stage cannot carry; use a plain colour`)
  return color
}

/** Whether anything of the mark is seen at all. */
export function isSeen(paint: Paint): boolean {
  return paint.opacity !== 0 && (paint.fill !== undefined || (paint.stroke !== undefined && paint.strokeWidth !== 0))
}
