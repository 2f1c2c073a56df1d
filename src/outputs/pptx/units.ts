import type { Size } from '../../story/picture.ts'

/** A place on a slide in px of 1280 × 720. */
export interface Box extends Size {
  x: number
  y: number
}

/** The size of a slide in px, as the deck has it. */
export const SLIDE: Size = { width: 1280, height: 720 }

/** Pixels as Office counts lengths: 914,400 to the inch, which has 96 px. */
export function emu(px: number): number {
  return Math.round(px * 9525)
}

/** A type size in px as hundredths of a point. */
export function hundredths(px: number): number {
  return Math.round(px * 75)
}
