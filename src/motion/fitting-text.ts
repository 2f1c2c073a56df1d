/**
 * A text cut to a width, at the end of a word where one is near, with an ellipsis where something is missing.
 *
 * @param widthOf measures one line of text, in the unit of `width`
 */
export function fittingText(text: string, width: number, widthOf: (text: string) => number): string {
  if (widthOf(text) <= width) return text
  const characters = [...text]
  const kept = mostThatFit(characters.length - 1, (count) => widthOf(ended(characters.slice(0, count))) <= width)
  const space = characters.slice(0, kept + 1).lastIndexOf(' ')
  return ended(characters.slice(0, space >= kept * NEAR ? space : kept))
}

/** The largest number, at least 1, up to which all fit: doubled until one does not, then halved, since a text may have no end. */
function mostThatFit(most: number, fits: (count: number) => boolean): number {
  let above = 2
  while (above <= most && fits(above)) above *= 2
  let [low, high] = [Math.min(above / 2, most), Math.min(above, most + 1)]
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2)
    if (fits(middle)) low = middle
    else high = middle
  }
  return Math.max(1, low)
}

/** A text that is cut at a space keeps at least so much of what would fit. */
const NEAR = 0.75

/** No space and no comma stands before the ellipsis. */
function ended(characters: readonly string[]): string {
  return `${characters.join('').replace(/[\s,;:–-]+$/u, '')}…`
}
