import { textWidth } from '../charts/text-width.ts'

/** Size of a headline and width of its line, in px, as the style sheet has them; it has room for two lines, which words seldom fill. */
const [SIZE, LINE, LINES, FILLED] = [46, 1200, 2, 0.93]
/** The same beside a locator. */
const NARROW = 976

/** Whether a headline needs a smaller size to leave the figure below it alone. */
export function isLong(headline: string, isNarrow = false): boolean {
  return textWidth(headline, SIZE, 600, 'Source Serif 4') > (isNarrow ? NARROW : LINE) * LINES * FILLED
}
