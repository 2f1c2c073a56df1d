import { contrastOf, leastContrast } from './contrast.ts'
import { type Box, type Container, type Cover, type Shade, type Sheet, type TextBlock, TOLERANCE } from './sheet.ts'

/** Something that the eye would stumble over. All measures are in px. */
export type Finding =
  /** A text leaves its container, by the most of any of its lines. */
  | { kind: 'overflow'; text: TextBlock; container: Container; by: number; across: boolean }
  /** Two texts are painted over one another, on a rectangle of this size. */
  | { kind: 'overlap'; text: TextBlock; other: TextBlock; width: number; height: number }
  /** Something else is painted over a text. */
  | { kind: 'covered'; text: TextBlock; cover: Cover }
  /** Letters stand out too little from what is behind them. */
  | { kind: 'faint'; text: TextBlock; shade: Shade; contrast: number; least: number }
  /** A text is smaller than its readers can read. */
  | { kind: 'small'; text: TextBlock; least: number }

/** The least size of text and of the labels of charts, in px. */
export interface LeastSizes {
  words: number
  labels: number
}

/** As TOLERANCE is, of sizes. */
const SIZE_TOLERANCE = 0.05
/** The same of contrast, whose colours are rounded. */
const CONTRAST_TOLERANCE = 0.05

/** Everything wrong with a sheet. */
export function auditSheet(sheet: Sheet, least: LeastSizes): Finding[] {
  return [
    ...findSmall(sheet, least),
    ...sheet.texts.flatMap((text) => overflowOf(text, sheet.containers)),
    ...findOverlaps(sheet),
    ...sheet.texts.flatMap(coverOf),
    ...sheet.texts.flatMap(faintestOf),
  ]
}

/** The largest. */
function coverOf(text: TextBlock): Finding[] {
  const cover = text.covers?.reduce((most, each) => (areaOf(each.box) > areaOf(most.box) ? each : most))
  return cover ? [{ kind: 'covered', text, cover }] : []
}

/** In each theme, the letters that lack most. */
function faintestOf(text: TextBlock): Finding[] {
  const faint = (text.shades ?? [])
    .map((shade) => ({
      kind: 'faint' as const,
      text,
      shade,
      contrast: contrastOf(shade.letters, shade.ground),
      least: leastContrast(shade),
    }))
    .filter(({ contrast, least }) => contrast < least - CONTRAST_TOLERANCE)
  const themes = Map.groupBy(faint, ({ shade }) => shade.theme)
  return [...themes.values()].map((each) => each.reduce((most, other) => (lack(other) > lack(most) ? other : most)))
}

function lack({ contrast, least }: { contrast: number; least: number }): number {
  return least / contrast
}

/** Width × height, in square px. */
export function areaOf({ left, top, right, bottom }: Box): number {
  return (right - left) * (bottom - top)
}

function findSmall({ texts }: Sheet, { words, labels }: LeastSizes): Finding[] {
  return texts
    .map((text) => ({ kind: 'small' as const, text, least: text.isLabel ? labels : words }))
    .filter(({ text, least }) => text.size < least - SIZE_TOLERANCE)
}

/** Of the containers that a text leaves, the sheet says most, else the innermost. */
function overflowOf(text: TextBlock, containers: readonly Container[]): Finding[] {
  const left = text.within
    .flatMap((position) => containers[position] ?? [])
    // One that is nowhere holds nobody.
    .filter(({ boxes }) => boxes.length > 0)
    .map((container) => ({
      container,
      ...worst(linesIn(container, text).map((line) => overhang(line, container.boxes, slackOf(text)))),
    }))
    .filter(({ by }) => by > TOLERANCE)
  const told = left.find(({ container }) => container.name !== undefined) ?? left[0]
  return told ? [{ kind: 'overflow', text, ...told }] : []
}

/** Accents and tails may reach out of a box as they do out of their line; not where they are cut off. */
function linesIn({ name, clips }: Container, { lines, strips }: TextBlock): Box[] {
  if (name !== undefined || clips) return lines
  return lines.map((line, index) => {
    const { top, bottom } = strips?.[index] ?? line
    return { ...line, top: Math.max(line.top, top), bottom: Math.min(line.bottom, bottom) }
  })
}

interface Overhang {
  by: number
  /** Whether to a side, rather than up or down. */
  across: boolean
}

function worst(all: readonly Overhang[]): Overhang {
  return all.reduce((most, each) => (each.by > most.by ? each : most))
}

/** Where lines are set tight, letters reach out of theirs, and out of a box that holds them all; in em. */
const REACH = 0.1

function slackOf({ size, isLabel }: TextBlock): number {
  // What has no letters has none that reach out.
  return isLabel || size === Number.MAX_VALUE ? 0 : size * REACH
}

/** How far a line leaves the one of some boxes that it leaves least; nothing or less where it stays inside. */
function overhang(line: Box, boxes: readonly Box[], slack: number): Overhang {
  const each = boxes.map((box) => {
    const across = Math.max(box.left - line.left, line.right - box.right)
    const down = Math.max(box.top - line.top, line.bottom - box.bottom) - slack
    return { by: Math.max(across, down), across: across >= down }
  })
  return each.reduce((least, other) => (other.by < least.by ? other : least))
}

type Overlap = Extract<Finding, { kind: 'overlap' }>

/** A line of a text, on its way down the sheet. */
interface Placed {
  line: Box
  text: TextBlock
  /** Position of the text in its sheet. */
  at: number
}

/**
 * Each pair of texts once that are painted over one another by more than the tolerance, with the largest rectangle they share. The
 * sheet is gone through from the top, and only lines at the same height are compared.
 */
function findOverlaps({ texts }: Sheet): Overlap[] {
  const placed = texts.flatMap((text, at) => text.lines.map((line): Placed => ({ line, text, at })))
  placed.sort((a, b) => a.line.top - b.line.top)
  const found = new Map<string, Overlap>()
  let open: Placed[] = []
  for (const next of placed) {
    open = open.filter(({ line }) => line.bottom > next.line.top + TOLERANCE)
    for (const before of open) keepLarger(found, before, next)
    open.push(next)
  }
  return [...found.values()]
}

function keepLarger(found: Map<string, Overlap>, a: Placed, b: Placed): void {
  const width = Math.min(a.line.right, b.line.right) - Math.max(a.line.left, b.line.left)
  const height = Math.min(a.line.bottom, b.line.bottom) - Math.max(a.line.top, b.line.top)
  if (width <= TOLERANCE || height <= TOLERANCE || belongTogether(a, b, height)) return
  const [first, second] = a.at <= b.at ? [a, b] : [b, a]
  const pair = `${first.at} ${second.at}`
  const known = found.get(pair)
  if (known && known.width * known.height >= width * height) return
  found.set(pair, { kind: 'overlap', text: first.text, other: second.text, width, height })
}

/** Letters of one text may reach this far, in em, into the line above or below, whose own seldom do at the same place. */
const TAILS = 0.2

/** Parts of one line of one text; lines that only accents and tails reach out of; and a text painted twice at one place, once as its own outline. */
function belongTogether(a: Placed, b: Placed, height: number): boolean {
  if (a.at === b.at) return Math.abs(middle(a) - middle(b)) < (a.line.bottom - a.line.top) / 2 || height <= a.text.size * TAILS
  return a.text.words === b.text.words && Math.abs(a.line.left - b.line.left) < 1 && Math.abs(a.line.top - b.line.top) < 1
}

function middle({ line }: Placed): number {
  return (line.top + line.bottom) / 2
}
