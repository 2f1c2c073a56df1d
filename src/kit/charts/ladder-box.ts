import { fittingText } from './fitting-label.ts'
import type { Box, Stage } from './stage.ts'
import { STAND_IN, textWidth } from './text-width.ts'

/** Where the ladder's rows lie, in px of the frame; parts of a row are shares of its pitch. */
export interface LadderBox {
  /** Both ends of the scale. */
  left: number
  right: number
  top: number
  bottom: number
  pitch: number
  /** How many rows there is room for. */
  rows: number
  bar: { top: number; bottom: number }
  name: { x: number; align: 'left' | 'right'; baseline: number }
  /** Without a place of its own the value follows its bar. */
  value: { x?: number; align: 'left' | 'right' }
  /** A strip for all records below the rows; empty where the frame stands alone. */
  below: Box
  /** Cuts a name to the room that it has. */
  shorten(name: string): string
}

/** Most of the width that names may take beside bars, in px, and the space between a text and its bar. */
const [MOST_NAMES, GAP] = [300, 8]
/** How many times its least height a row may have. */
const THICKEST = 2
/** Height of the strip below the rows, in px. */
const STRIP = 34

/** Behind a slide names stand left of the bars; in a narrow frame, above them. */
export function ladderBox(stage: Stage, names: readonly string[], widestValue: string): LadderBox {
  return stage.alone ? stacked(stage, names.length, widestValue) : sideBySide(stage, names, widestValue)
}

/** As many rows as have room, or as there are records; a few records do not make bars as thick as planks. */
function rowsIn(height: number, least: number, records: number): number {
  const fitting = Math.max(1, Math.floor(height / least))
  return Math.min(fitting, Math.max(records, Math.ceil(fitting / THICKEST)))
}

function sideBySide({ plot, text, bottom }: Stage, names: readonly string[], widestValue: string): LadderBox {
  const width = names.reduce((widest, name) => Math.max(widest, textWidth(name, text.label, 600)), 0)
  const room = Math.min(width + 4, MOST_NAMES)
  const left = plot.left + room + GAP
  const right = plot.right - textWidth(widestValue, text.label, 600) - GAP
  const [top, end] = [plot.top + text.label + 10, bottom - STRIP - 34]
  const rows = rowsIn(end - top, text.label + 12, names.length)
  return {
    left,
    right,
    top,
    bottom: end,
    pitch: (end - top) / rows,
    rows,
    bar: { top: 0.14, bottom: 0.86 },
    name: { x: left - GAP, align: 'right', baseline: 0.7 },
    value: { align: 'left' },
    below: { left: plot.left, right: plot.right, top: bottom - STRIP - 8, bottom: bottom - 8 },
    shorten: (name) => fittingText(name, room, text.label, 600),
  }
}

function stacked({ plot, text, bottom, left, right }: Stage, records: number, widestValue: string): LadderBox {
  const [top, end] = [plot.top + text.label + 8, bottom - text.label - 6]
  const rows = rowsIn(end - top, text.label + 22, records)
  const room = (right - left - 2 * GAP) / STAND_IN - textWidth(widestValue, text.label, 600)
  return {
    left,
    right,
    top,
    bottom: end,
    pitch: (end - top) / rows,
    rows,
    bar: { top: 0.6, bottom: 0.92 },
    name: { x: left + 4, align: 'left', baseline: 0.47 },
    value: { x: right, align: 'right' },
    below: { left, right, top: end, bottom: end },
    shorten: (name) => fittingText(name, room, text.label, 600),
  }
}
