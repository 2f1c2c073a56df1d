import type { Wanted } from '../sheet.ts'
import { type Backdrop, findBackdrops, type Piece } from './backdrops.ts'
import { styleOf } from './computed-styles.ts'
import { findPainters } from './painters.ts'

/** Letters and one thing that they are seen on. */
export interface Seen {
  piece: Piece
  backdrop: Backdrop
}

/** Finds what the texts of a sheet are seen on, and tells each what covers it. */
export function findSeen(sheet: Element, pieces: readonly Piece[], { ignore }: Required<Wanted>): Seen[] {
  const painters = findPainters(sheet, ignore)
  const outlines = findOutlines(pieces)
  return pieces.flatMap((piece) => {
    const { backdrops, covers } = findBackdrops(piece, painters)
    if (covers.length > 0) piece.text.covers = [...(piece.text.covers ?? []), ...covers]
    if (outlines.all.has(piece)) return []
    const outline = outlines.below.get(piece)
    if (!outline) return backdrops.map((backdrop) => ({ piece, backdrop }))
    const beneath = [{ element: outline.element, boxes: outline.lines, isWhole: true }]
    return [{ piece, backdrop: { veils: [], beneath } }]
  })
}

/** A label that is painted twice, first as its own outline: its letters are seen on that, and the outline is no text of its own. */
interface Outlines {
  /** By the label above it. */
  below: Map<Piece, Piece>
  all: Set<Piece>
}

/** Pairs of labels with the same words at the same place. */
function findOutlines(pieces: readonly Piece[]): Outlines {
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
