import type { Finding } from './findings.ts'
import type { Box, Sheet, TextBlock } from './sheet.ts'

type Overlap = Extract<Finding, { kind: 'overlap' }>

/** A line of a text, on its way down the sheet. */
interface Placed {
  line: Box
  text: TextBlock
  /** Position of the text in its sheet. */
  at: number
}

/**
 * Each pair of texts once that are painted over one another by more than the tolerance, in px, with the largest rectangle they
 * share. The sheet is gone through from the top, and only lines at the same height are compared.
 */
export function findOverlaps({ texts }: Sheet, tolerance: number): Overlap[] {
  const placed = texts.flatMap((text, at) => text.lines.map((line): Placed => ({ line, text, at })))
  placed.sort((a, b) => a.line.top - b.line.top)
  const found = new Map<string, Overlap>()
  let open: Placed[] = []
  for (const next of placed) {
    open = open.filter(({ line }) => line.bottom > next.line.top + tolerance)
    for (const before of open) keepLarger(found, before, next, tolerance)
    open.push(next)
  }
  return [...found.values()]
}

function keepLarger(found: Map<string, Overlap>, a: Placed, b: Placed, tolerance: number): void {
  const width = Math.min(a.line.right, b.line.right) - Math.max(a.line.left, b.line.left)
  const height = Math.min(a.line.bottom, b.line.bottom) - Math.max(a.line.top, b.line.top)
  if (width <= tolerance || height <= tolerance || belongTogether(a, b, height)) return
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
