import { fromZero, type Stage } from 'countdown-story/charts'
import { scale } from './steps.ts'

/** A bar's upper and lower edge in px. */
export interface Band {
  top: number
  bottom: number
}

/** The places of a portrait in a frame, in px. */
export interface PortraitBox {
  left: number
  right: number
  exports: Band
  imports: Band
  /** Baselines: what the bracket is, the values of the scale, the title of the ratios, the name of the current one, the values below. */
  bracket: number
  axis: number
  heading: number
  named: number
  foot: number
  /** The ratios of all countries, one tick each. */
  ratios: Band
  /** The strip while it is the whole chart. */
  strip: Band
  /** Dollars to px, from zero. */
  x: (dollars: number) => number
  /** Dollars sold per dollar bought to px, on a logarithmic scale. */
  ratioX: (ratio: number) => number
}

/** Room, in px, for what is said above the strip while it is the whole chart. */
const ABOVE = 62

/** Ends of the scale of ratios, and its values. */
export const ratioScale = { from: 1, to: 40, values: [1, 2, 5, 10, 20, 40] } as const

/** Height in px that a ratio's tick has, and most that a bar has. */
const [TICK, THICKEST] = [20, 60]

/** How a portrait is laid out: two thick bars and the bracket between their ends, then the ratios of all. */
export function portraitBox({ plot, text }: Stage): PortraitBox {
  const { left, right, top, bottom } = plot
  const line = text.label + 6
  const thickness = Math.min(THICKEST, (bottom - top - 6 * line - text.strong - TICK - 22) / 2)
  const exports = band(top + line, thickness)
  const imports = band(exports.bottom + line + 4, thickness)
  const bracket = imports.bottom + text.strong
  const axis = bracket + line
  const ratios = band(bottom - line - TICK, TICK)
  const named = ratios.top - 6
  const strip = band(top + Math.max(ABOVE, (bottom - top) * 0.22), bottom - top < 320 ? 44 : 70)
  const { from, to } = ratioScale
  return {
    ...{ left, right, exports, imports, bracket, axis, named, ratios, strip },
    heading: named - text.strong - 2,
    foot: bottom,
    x: fromZero(scale.top, left, right),
    ratioX: (ratio) => left + ((right - left) * Math.log(ratio / from)) / Math.log(to / from),
  }
}

function band(top: number, height: number): Band {
  return { top, bottom: top + height }
}
