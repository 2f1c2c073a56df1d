import { fromZero, type Stage } from 'countdown-story/charts'
import type { PortraitScale } from './steps.ts'

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
  /** Baseline of the line above the neighbours, and of the axis below them. */
  heading: number
  axis: number
  /** The neighbours' bars, the current country first. */
  neighbours: readonly Band[]
  /** The strip while it is the whole chart. */
  strip: Band
  /** Dollars to px, from zero. */
  x: (dollars: number) => number
}

/** Height, in px, under which a frame has no room for three neighbours. */
const LOW = 320

/** Room, in px, for what is said above the strip while it is the whole chart. */
const ABOVE = 62

/** How a portrait is laid out: two thick bars, then the ranks before on the same scale. */
export function portraitBox({ plot, text, small, alone }: Stage, scale: PortraitScale): PortraitBox {
  const { left, right, top, bottom } = plot
  const line = text.strong + 8
  const isLow = bottom - top < LOW
  const thickness = alone ? Math.min(50, (bottom - top) / (isLow ? 11 : 9)) : 50
  const exports = band(top + line, thickness)
  const imports = band(exports.bottom + line + 6, thickness)
  const heading = imports.bottom + (isLow ? line + text.label + 6 : 2 * line + 14)
  const axis = small ? bottom - text.label - 4 : bottom
  const rows = small ? (isLow ? 2 : 3) : Math.max(4, Math.min(9, Math.floor((axis - text.label - heading - 14) / 27)))
  const pitch = alone ? Math.min(small ? 34 : 27, (axis - text.label - heading - 8) / rows) : 27
  const neighbours = Array.from({ length: rows }, (_, row) => {
    const top = heading + 10 + row * pitch
    return small ? band(top + text.label + 2, pitch - text.label - 10) : band(top, pitch - 9)
  })
  const strip = band(top + Math.max(ABOVE, (bottom - top) * 0.22), isLow ? 44 : 70)
  return { left, right, exports, imports, heading, axis, neighbours, strip, x: fromZero(scale.top, left, right) }
}

function band(top: number, height: number): Band {
  return { top, bottom: top + height }
}
