import type { Frame } from '../../story/mark.ts'

/** A rectangle in px of the frame. */
export interface Box {
  left: number
  right: number
  top: number
  bottom: number
}

/** Where a frame has room for charts, and the sizes of its text. All in px. */
export interface Stage extends Box {
  frame: Frame
  /** Whether the frame stands alone, beside or above text, instead of behind a slide; charts are then drawn anew, not shrunk. */
  alone: boolean
  /** As narrow as a phone: fewer words, more lines. */
  small: boolean
  /** What the chart may fill beside the slide's number and text. */
  plot: Box
  /** Left to the slide's number and text, where the frame lies behind a slide; otherwise empty. */
  aside: Box
  /** Baseline of the running total. */
  tally: number
  /** Baseline of the labels of the strip. */
  stripLabels: number
  /** Top edge and thickness of the strip that stands for the total. */
  strip: { top: number; height: number }
  text: { label: number; strong: number }
}

/** Frames narrower than this, in px, are phones. */
const SMALL = 500

/** The geometry of a frame: 1280 × 720 lies behind a slide, narrower ones stand alone. */
export function stageOf(frame: Frame): Stage {
  return frame.width >= 900 ? behindSlide(frame) : standingAlone(frame)
}

function behindSlide(frame: Frame): Stage {
  return {
    frame,
    alone: false,
    small: false,
    left: 40,
    right: 1240,
    top: 176,
    bottom: 604,
    plot: { left: 410, right: 1240, top: 190, bottom: 544 },
    aside: { left: 40, right: 390, top: 180, bottom: 462 },
    tally: 580,
    stripLabels: 580,
    strip: { top: 588, height: 10 },
    text: { label: 20, strong: 24 },
  }
}

/** From the foot upwards: labels of the strip, the strip, the running total. */
function standingAlone(frame: Frame): Stage {
  const small = frame.width < SMALL
  const [label, strong] = small ? [13, 17] : [14, 20]
  // On paper a chart is as wide as the text around it.
  const margin = frame.id === 'paper' ? 0 : 16
  const [left, right, bottom] = [margin, frame.width - margin, frame.height - 6]
  const strip = { top: bottom - label - 11, height: 8 }
  const tally = strip.top - 9
  return {
    frame,
    alone: true,
    small,
    left,
    right,
    top: 6,
    bottom,
    plot: { left, right, top: 6, bottom: tally - strong - 6 },
    aside: { left: 0, right: 0, top: 0, bottom: 0 },
    tally,
    stripLabels: bottom - 3,
    strip,
    text: { label, strong },
  }
}
