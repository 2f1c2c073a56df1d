import type { FontReader } from './fonts.ts'

/** A glyph of a font, as a page paints it. */
export interface PaintedGlyph {
  code: number
  font: FontReader
  /** What the font says of it. */
  text: string
}

/** What browsers write of a glyph, and `FontReader` tells, when it stands for no character. */
const UNKNOWN = /^[\0\ufffd]?$/

/** What a glyph stands for whose letters other glyphs beside it stand for. */
const NOTHING_SEEN = '\u200b'

/**
 * Gives glyphs that stand for no single character, such as a conjunct or a picture of several characters, the part of a text that
 * the glyphs beside them do not stand for. Browsers map them to nothing and write the text around them, and not
 * every reader asks for that.
 */
export function findTexts(actual: string, glyphs: readonly PaintedGlyph[]): void {
  const isKnown = ({ text }: PaintedGlyph) => !UNKNOWN.test(text)
  let rest = glyphs.filter(isKnown).reduce((left, { text }) => left.replace(text, ''), actual)
  for (const glyph of glyphs) {
    const { font, code } = glyph
    if (isKnown(glyph) || font.found.has(code)) continue
    font.found.set(code, rest || NOTHING_SEEN)
    rest = ''
  }
}
