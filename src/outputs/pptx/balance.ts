import { textWidth } from '../../motion/measure-text.ts'

/** Letters of headlines stand so much closer than their face has them, by their size. */
const CLOSER = 0.012

/**
 * How much of the width of a headline (px) stays free so that its lines are of as equal length as they can be, as browsers balance
 * text: the narrowest width that needs no more lines.
 */
export function freeOf(text: string, size: number, width: number): number {
  const words = text.split(/(?=[ \n])/).map((word) => textWidth(word, size, 'serif', 600) - word.length * size * CLOSER)
  const lines = linesIn(words, width)
  let [low, high] = [Math.max(...words), width]
  if (lines < 2 || low >= high) return 0
  while (high - low > 1) {
    const middle = (low + high) / 2
    if (linesIn(words, middle) > lines) low = middle
    else high = middle
  }
  // Letters of other programs may be a little wider.
  return Math.max(0, Math.floor(width - high * 1.01))
}

/** How many lines words of these widths (px) make; each but the first has the space before it, which is no wider than a line has room beyond its end. */
export function linesIn(words: readonly number[], width: number): number {
  let [lines, length] = [1, 0]
  for (const word of words) {
    length += word
    if (length <= width || length === word) continue
    lines++
    length = word
  }
  return lines
}
