import type { Frame } from './motion/mark.ts'

/** The sizes that the stage is compiled for, in CSS px. */
export const frames = {
  /** The deck and its PDF: behind a slide. */
  wide: { id: 'wide', width: 1280, height: 720 },
  /** The reading page on a phone: above the text. */
  narrow: { id: 'narrow', width: 390, height: 440 },
  /** The reading page on a wide screen: beside the text. */
  column: { id: 'column', width: 720, height: 680 },
  /** The handout. */
  paper: { id: 'paper', width: 680, height: 420 },
} as const satisfies Record<string, Frame>

export type FrameName = keyof typeof frames
