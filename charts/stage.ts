import type { Frame } from '../src/motion/mark.ts'

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
  /** Narrow frames are drawn anew for portrait, not shrunk. */
  portrait: boolean
  /** What the chart may fill beside the slide's number and text. */
  plot: Box
  /** Left to the slide's number and text, where the frame lies behind a slide; otherwise empty. */
  aside: Box
  /** Baseline of the running total. */
  tally: number
  /** Top edge and thickness of the strip that stands for the total. */
  strip: { top: number; height: number }
  text: { label: number; strong: number }
}

/** The geometry of a frame: 1280 × 720 lies behind a slide, narrower ones stand alone. */
export function stageOf(frame: Frame): Stage {
  return frame.width >= 900 ? behindSlide(frame) : standingAlone(frame)
}

function behindSlide(frame: Frame): Stage {
  return {
    frame,
    portrait: false,
    left: 40,
    right: 1240,
    top: 176,
    bottom: 640,
    plot: { left: 410, right: 1240, top: 190, bottom: 584 },
    aside: { left: 40, right: 390, top: 180, bottom: 470 },
    tally: 616,
    strip: { top: 624, height: 10 },
    text: { label: 16, strong: 22 },
  }
}

function standingAlone(frame: Frame): Stage {
  const [left, right, bottom] = [16, frame.width - 16, frame.height - 8]
  return {
    frame,
    portrait: true,
    left,
    right,
    top: 8,
    bottom,
    plot: { left, right, top: 8, bottom: bottom - 48 },
    aside: { left: 0, right: 0, top: 0, bottom: 0 },
    tally: bottom - 16,
    strip: { top: bottom - 8, height: 8 },
    text: { label: 13, strong: 17 },
  }
}

/** Maps a value from zero up onto px, linearly; `to` may lie above `from`. */
export function fromZero(top: number, from: number, to: number): (value: number) => number {
  return (value) => from + ((to - from) * value) / top
}
