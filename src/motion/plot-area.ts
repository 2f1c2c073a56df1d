import type { Frame, StageState } from '../story/mark.ts'

/** Where a chart stands in a frame that was not drawn for it, and the sizes of its type. All in px. */
export interface PlotArea {
  left: number
  top: number
  width: number
  height: number
  /** Size of labels, and of most type. */
  type: number
  /** Smaller type is not read in this medium. */
  least: number
}

/**
 * Sizes of labels and the least that is read, by frame: the last row sees a slide, paper is held in the hand. The narrowest phones
 * that show a frame make it smaller by an eighth, and its labels still have 12 px there.
 */
const TYPE: Readonly<Record<string, readonly [type: number, least: number]>> = {
  wide: [18, 13],
  column: [15, 11],
  narrow: [14, 9],
  short: [14, 9],
  slim: [14, 9],
  paper: [14, 10],
}

/** Frames at least so wide lie behind a slide, between its headline and its foot. */
const BEHIND_SLIDE = 900

/** The whole of a frame, with type that is read beside text. */
export function fillingArea({ width, height }: Frame): PlotArea {
  return { left: 0, top: 0, width, height, type: 15, least: 11 }
}

/** The part of a frame that a chart may fill; `isBeside` leaves room for a slide's text at its left. */
export function plotArea({ id, width, height }: Frame, isBeside = false): PlotArea {
  const [type, least] = TYPE[id] ?? [18, 13]
  if (width >= BEHIND_SLIDE) {
    const left = isBeside ? 410 : 40
    return { left, top: 176, width: width - 40 - left, height: height - 176 - (isBeside ? 92 : 62), type, least }
  }
  const margin = id === 'paper' ? 0 : 12
  return { left: margin, top: 6, width: width - 2 * margin, height: height - 12, type, least }
}

/** Nobody sees so much less, in px. */
const NEARLY = 0.5

/** What the author of a chart should know of its type: nothing, unless some is smaller than its medium allows. */
export function checkType(states: ReadonlyMap<string, StageState>, { least }: PlotArea): string[] {
  const marks = new Map([...states.values()].flatMap((state) => [...state.marks]))
  const texts = [...marks.values()].filter((mark) => mark.kind === 'text').sort((a, b) => a.size - b.size)
  const small = texts.filter(({ size }) => size < least - NEARLY)
  const [smallest] = small
  if (!smallest) return []
  const sizes = [...new Set(small.map(({ size }) => Math.round(size * 10) / 10))]
  const found =
    small.length === 1
      ? `the text \`${smallest.text}\` is ${sizes[0]} px high here`
      : `${small.length} of ${texts.length} texts are ${sizes.length > 1 ? `${sizes[0]} to ` : ''}${sizes.at(-1)} px high here, such as \`${smallest.text}\``
  return [`${found}, expected at least ${least}; show fewer rows, columns or views, or set larger type`]
}
