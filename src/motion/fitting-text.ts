/**
 * A text cut to a width, at the end of a word where one is near, with an ellipsis where something is missing.
 *
 * @param widthOf measures one line of text, in the unit of `width`
 */
export function fittingText(text: string, width: number, widthOf: (text: string) => number): string {
  if (widthOf(text) <= width) return text
  const characters = [...text]
  let kept = characters.length - 1
  while (kept > 1 && widthOf(ended(characters.slice(0, kept))) > width) kept--
  const space = characters.slice(0, kept + 1).lastIndexOf(' ')
  return ended(characters.slice(0, space >= kept * NEAR ? space : kept))
}

/** A text that is cut at a space keeps at least so much of what would fit. */
const NEAR = 0.75

/** No space and no comma stands before the ellipsis. */
function ended(characters: readonly string[]): string {
  return `${characters.join('').replace(/[\s,;:–-]+$/u, '')}…`
}
