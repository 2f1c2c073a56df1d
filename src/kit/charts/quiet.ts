import type { TextRow } from './drawing.ts'
import type { Stage } from './stage.ts'
import { colour } from './theme.ts'

/** A label of secondary weight, left-aligned at its baseline. */
export function quiet({ text }: Stage, key: string, words: string, x: number, y: number): TextRow {
  return { key, text: words, x, y, align: 'left', fill: colour.quiet, size: text.label, weight: 400 }
}

/** How a label that matters differs from a quiet one. */
export function strong({ text }: Stage, fill: TextRow['fill'] = colour.ink): Pick<TextRow, 'size' | 'weight' | 'fill'> {
  return { size: text.strong, weight: 600, fill }
}
