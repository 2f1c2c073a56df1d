/** How far the letters of a text reach above and below their baseline, and where the baseline is in its line's box, in px. */
export interface Ink {
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
