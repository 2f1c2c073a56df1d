import { fittingText as fitting } from '../../motion/fitting-text.ts'
import { textWidth } from './text-width.ts'

/** A text of a chart cut to a width in px, with an ellipsis where something is missing. */
export function fittingText(text: string, width: number, size: number, weight: 400 | 600 = 400): string {
  return fitting(text, width, (some) => textWidth(some, size, weight))
}
