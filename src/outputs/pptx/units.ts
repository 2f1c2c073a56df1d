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

/** A length of type in px as hundredths of a point. */
export function hundredths(px: number): number {
  return Math.round(px * 75)
}

/** A type size in px as hundredths of a point, of which Office takes no fewer than 100 and no more than 400,000. */
export function typeSize(px: number): number {
  return Math.min(400_000, Math.max(100, hundredths(px)))
}
