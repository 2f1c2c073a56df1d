import { tableOf } from '../../fonts/advances.ts'
import { fittingText as fitting } from '../../motion/fitting-text.ts'
import { unknownAdvance } from '../../motion/unknown-advance.ts'
import { family } from './theme.ts'

/** So much wider a line may be in a face that stands in for the chart's own until it is loaded, and is as wide as that at the mean. */
export const STAND_IN = 1.15

/** Width in px of one line of text, of a chart unless another face is named, from the advance widths of the face; kerning is left out. */
export function textWidth(text: string, size: number, weight: 400 | 600 = 400, face = family): number {
  const advanceOf = tableOf(face, weight)
  let width = 0
  for (const character of text) width += advanceOf?.(character) ?? unknownAdvance(character)
  return (width * size) / 1000
}

/** A text of a chart cut to a width in px, with an ellipsis where something is missing. */
export function fittingText(text: string, width: number, size: number, weight: 400 | 600 = 400): string {
  return fitting(text, width, (some) => textWidth(some, size, weight))
}

/** The title of a scale in one line of a width in px: where both have no room, what is measured is cut, and not what `say` adds to it. */
export function fittingTitle(title: string, width: number, size: number, say: (title: string) => string): string {
  const room = width / STAND_IN
  if (textWidth(say(title), size) <= room) return say(title)
  return say(fittingText(title, room - textWidth(say(''), size), size))
}
