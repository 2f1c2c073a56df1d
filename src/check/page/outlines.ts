import type { Piece } from './backdrops.ts'
import { styleOf } from './computed-styles.ts'

/** A label that is painted twice, first as its own outline: its letters are seen on that, and the outline is no text of its own. */
export interface Outlines {
  /** By the label above it. */
  below: Map<Piece, Piece>
  all: Set<Piece>
}

/** Pairs of labels with the same words at the same place. */
export function findOutlines(pieces: readonly Piece[]): Outlines {
  const outlines: Outlines = { below: new Map(), all: new Set() }
  const last = new Map<string, Piece>()
  for (const piece of pieces.filter(({ text }) => text.isLabel)) {
    const [line] = piece.lines
    const key = `${piece.text.words} ${Math.round(line?.left ?? 0)} ${Math.round(line?.top ?? 0)}`
    const before = last.get(key)
    last.set(key, piece)
    if (!before) continue
    outlines.all.add(before)
    if (styleOf(before.element).stroke !== 'none') outlines.below.set(piece, before)
  }
  return outlines
}
