import { readCharacterMap } from './character-map.ts'
import type { PdfFile } from './file.ts'
import type { PdfDictionary, PdfValue } from './values.ts'

/** A font as far as reading and setting of lines needs it. */
export interface FontReader {
  /** Hex digits of one code. */
  digits: number
  /** The text of a code; U+FFFD for a code without one. */
  text(code: number): string
  /** How far a code's glyph moves the pen, in thousandths of the size; told by composite fonts only. */
  width(code: number): number
  /** Texts of codes of which its map tells none, found while pages are read. */
  found: Map<number, string>
  /** The code of the space, where the font has one. */
  space?: number
}

const FULL_WIDTH = 1000
/** The largest code of two bytes; a broken file must not hang the build. */
const LAST = 0xffff

/** Reads a font. Composite fonts have two bytes a code, simple ones one. */
export function readFont(file: PdfFile, font: PdfDictionary): FontReader {
  const map = readCharacterMap(file.stream(font.get('ToUnicode')))
  const texts: string[] = []
  for (const [code, text] of map) texts[code] = text
  const text = (code: number) => texts[code] ?? '\ufffd'
  const found = new Map<number, string>()
  if (file.name(font.get('Subtype')) !== 'Type0') return { digits: 2, text, found, width: () => 0 }
  const space = texts.indexOf(' ')
  const descendant = file.dictionary(file.array(font.get('DescendantFonts'))[0])
  const widths = readWidths(file.array(descendant.get('W')), file)
  const usual = file.resolve(descendant.get('DW'))
  const other = typeof usual === 'number' ? usual : FULL_WIDTH
  return { digits: 4, text, found, width: (code) => widths[code] ?? other, ...(space > 0 && { space }) }
}

/** `[first [width …]]` and `[first last width]`, one after the other. */
function readWidths(list: readonly PdfValue[], file: PdfFile): number[] {
  const widths: number[] = []
  for (let index = 0; index + 1 < list.length; ) {
    const first = Number(list[index])
    const next = file.resolve(list[index + 1])
    if (Array.isArray(next)) {
      for (const [offset, width] of next.entries()) widths[first + offset] = Number(width)
      index += 2
    } else {
      for (let code = first; code <= Math.min(Number(next), LAST); code++) widths[code] = Number(list[index + 2])
      index += 3
    }
  }
  return widths
}
