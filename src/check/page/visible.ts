import type { Wanted } from '../sheet.ts'
import { type Backdrop, findBackdrops, type Piece } from './backdrops.ts'
import { createLookup } from './lookup.ts'
import { findOutlines } from './outlines.ts'
import { findPainters } from './painters.ts'

/** Letters and one thing that they are seen on. */
export interface Seen {
  piece: Piece
  backdrop: Backdrop
  sheet: Element
  /** What decides in which colours it is painted, once that is asked for. */
  signature?: string
}

/** Finds what the texts of a sheet are seen on, and tells each what covers it. */
export function findSeen(sheet: Element, pieces: readonly Piece[], { ignore }: Wanted): Seen[] {
  const lookUp = createLookup(findPainters(sheet, ignore))
  const outlines = findOutlines(pieces)
  return pieces.flatMap((piece) => {
    const { backdrops, covers } = findBackdrops(piece, lookUp)
    if (covers.length > 0) piece.text.covers = [...(piece.text.covers ?? []), ...covers]
    if (outlines.all.has(piece)) return []
    const outline = outlines.below.get(piece)
    if (!outline) return backdrops.map((backdrop) => ({ piece, backdrop, sheet }))
    const beneath = [{ element: outline.element, boxes: outline.lines, isWhole: true, at: 0 }]
    return [{ piece, backdrop: { veils: [], beneath }, sheet }]
  })
}
