import type { Box } from '../sheet.ts'
import { boxOf } from './containers.ts'

/** Spaces are narrower than this, in em. */
const WIDEST_SPACE = 0.4

/** The boxes of a text's lines. A space that is kept at the end of a line has a box of its own, and hangs out of its column. */
export function rectanglesOf(node: Node, { whiteSpaceCollapse, fontSize }: CSSStyleDeclaration): Box[] {
  const range = document.createRange()
  range.selectNodeContents(node)
  const boxes = [...range.getClientRects()].filter(({ width }) => width > 0).map(boxOf)
  if (whiteSpaceCollapse !== 'preserve') return boxes
  const isSpace = ({ left, right }: Box) => right - left < Number.parseFloat(fontSize) * WIDEST_SPACE
  return boxes.filter((box, index) => !isSpace(box) || index === boxes.length - 1 || boxes[index + 1]?.top === box.top)
}

/** Across, the advance widths; up and down, the ink, so much larger than it was measured. */
export function inked(rectangles: readonly Box[], { above, below, ascent }: Ink, scale: number): Box[] {
  const [up, down] = [(ascent - above) * scale, (ascent + below) * scale]
  return rectangles.map(({ left, right, top }) => ({ left, right, top: top + up, bottom: top + down }))
}

/** Up and down, the height of the line, in px; of a line that is as high as its font has it, NaN. */
export function asSet(rectangles: readonly Box[], height: number): Box[] {
  return rectangles.map(({ left, right, top, bottom }) => {
    const beyond = Number.isNaN(height) ? 0 : (height - (bottom - top)) / 2
    return { left, right, top: top - beyond, bottom: bottom + beyond }
  })
}

/** How far the letters of a text reach above and below their baseline, and where the baseline is in its line's box, in px. */
interface Ink {
  above: number
  below: number
  /** From the top of the line's content area down to the baseline. */
  ascent: number
}

const canvas = document.createElement('canvas').getContext('2d')
const known = new Map<string, Ink>()

/** Measures the letters of a text in the font of a style. */
export function inkOf(text: string, { fontStyle, fontWeight, fontSize, fontFamily }: CSSStyleDeclaration): Ink {
  const font = `${fontStyle} ${fontWeight} ${fontSize} ${fontFamily}`
  const key = `${font}\n${text}`
  const ink = known.get(key) ?? measure(text, font)
  known.set(key, ink)
  return ink
}

function measure(text: string, font: string): Ink {
  if (!canvas) throw new Error('found no canvas to measure text with')
  canvas.font = font
  const { actualBoundingBoxAscent, actualBoundingBoxDescent, fontBoundingBoxAscent } = canvas.measureText(text)
  // Browsers round the ascent when they lay out a line.
  return { above: actualBoundingBoxAscent, below: actualBoundingBoxDescent, ascent: Math.round(fontBoundingBoxAscent) }
}
