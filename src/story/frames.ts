import type { Frame } from './mark.ts'

/** The sizes that the stage is compiled for, in CSS px. */
export const frames = {
  /** The deck and its PDF: behind a slide. */
  wide: { id: 'wide', width: 1280, height: 720 },
  /** The reading page on a phone: above the text. */
  narrow: { id: 'narrow', width: 390, height: 440 },
  /** The reading page on a phone that lies on its side, beside the text, and on a low one, above it. */
  short: { id: 'short', width: 390, height: 330 },
  /** The reading page on the smallest phones: above the text. */
  slim: { id: 'slim', width: 340, height: 340 },
  /** The reading page on a wide screen: beside the text. */
  column: { id: 'column', width: 720, height: 680 },
  /** The handout, whose text is set smaller than a screen's; each of its figures has a height of its own. */
  paper: { id: 'paper', width: 800, height: 500 },
} as const satisfies Record<string, Frame>

/** The sizes that charts in the text are compiled for: in a slide's own columns, and in the narrow one beside the stage. */
export const inlineFrames = {
  inline: { id: 'inline', width: 568, height: 340 },
  aside: { id: 'aside', width: 350, height: 260 },
} as const satisfies Record<string, Frame>

/** The size of the charts in a slide's text: its column is narrow where it stands beside a stage. */
export function inlineFrameOf({ stage }: { stage?: unknown }): Frame {
  return stage ? inlineFrames.aside : inlineFrames.inline
}

/** The name of a frame. */
export type FrameName = keyof typeof frames
