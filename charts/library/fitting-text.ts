import { textWidth } from '../parts/text-width.ts'

/** A text cut to a width in px, with an ellipsis where something is missing. */
export function fittingText(text: string, width: number, size: number, weight: 400 | 600 = 400): string {
  if (textWidth(text, size, weight) <= width) return text
  const characters = [...text]
  let kept = characters.length - 1
  while (kept > 1 && textWidth(`${characters.slice(0, kept).join('').trimEnd()}…`, size, weight) > width) kept--
  return `${characters.slice(0, kept).join('').trimEnd()}…`
}
