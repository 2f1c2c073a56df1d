import { rgb } from 'd3-color'
import { isGradient, readGradient } from '../../motion/gradient.ts'
import { xml } from './xml.ts'

/** The deck's colours by their places in a theme, so that whoever chooses another theme changes them all. */
const THEMED: Readonly<Record<string, string>> = {
  paper: 'bg1',
  ink: 'tx1',
  quiet: 'tx2',
  faint: 'bg2',
  signal: 'accent1',
  mute: 'accent2',
}

/** A colour of CSS, with an opacity between 0 and 1, as DrawingML has it; ink where it is one that only browsers know. */
export function colour(css: string, opacity = 1): string {
  const token = /^var\(--(\w+)/.exec(css)?.[1]
  const themed = token === undefined ? undefined : (THEMED[token] ?? 'tx1')
  if (themed !== undefined) return xml('a:schemeClr', { val: themed }, alpha(opacity))
  const { r, g, b, opacity: own } = rgb(css)
  if (Number.isNaN(r + g + b)) return xml('a:schemeClr', { val: 'tx1' }, alpha(opacity))
  const hex = [r, g, b].map((part) => Math.round(part).toString(16).padStart(2, '0')).join('')
  return xml('a:srgbClr', { val: hex.toUpperCase() }, alpha(opacity * own))
}

function alpha(opacity: number): string {
  return opacity >= 1 ? '' : xml('a:alpha', { val: Math.round(Math.max(0, opacity) * 100_000) })
}

/** What an area is filled with: a colour, a gradient as `gradient.ts` writes it, or nothing. */
export function fill(css: string | undefined, opacity = 1): string {
  if (css === undefined || opacity <= 0) return xml('a:noFill')
  return isGradient(css) ? gradientFill(css, opacity) : xml('a:solidFill', {}, colour(css, opacity))
}

function gradientFill(css: string, opacity: number): string {
  const { isRadial, at, stops } = readGradient(css)
  const list = stops.map(({ offset, color }) =>
    xml('a:gs', { pos: Math.round(Number(offset) * 100_000) }, colour(color, opacity)),
  )
  const [x1 = 0, y1 = 0, x2 = 1, y2 = 0] = at
  const degrees = (Math.atan2(y2 - y1, x2 - x1) * 180) / Math.PI
  const middle = { l: 50_000, t: 50_000, r: 50_000, b: 50_000 }
  const way = isRadial
    ? xml('a:path', { path: 'circle' }, xml('a:fillToRect', middle))
    : xml('a:lin', { ang: Math.round((((degrees % 360) + 360) % 360) * 60_000), scaled: 0 })
  return xml('a:gradFill', { rotWithShape: 1 }, xml('a:gsLst', {}, ...list), way)
}
