import type { PdfFile } from './file.ts'
import { PdfParser } from './syntax.ts'
import { type PdfDictionary, PdfKeyword, type PdfValue } from './values.ts'

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
}

const FULL_WIDTH = 1000

/** Reads a font. Composite fonts have two bytes a code, simple ones one. */
export function readFont(file: PdfFile, font: PdfDictionary): FontReader {
  const map = readCharacterMap(file.stream(font.get('ToUnicode')))
  const texts: string[] = []
  for (const [code, text] of map) texts[code] = text
  const text = (code: number) => texts[code] ?? '\ufffd'
  const found = new Map<number, string>()
  if (file.name(font.get('Subtype')) !== 'Type0') return { digits: 2, text, found, width: () => 0 }
  const descendant = file.dictionary(file.array(font.get('DescendantFonts'))[0])
  const widths = readWidths(file.array(descendant.get('W')), file)
  const usual = file.resolve(descendant.get('DW'))
  const other = typeof usual === 'number' ? usual : FULL_WIDTH
  return { digits: 4, text, found, width: (code) => widths[code] ?? other }
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
      for (let code = first; code <= Number(next); code++) widths[code] = Number(list[index + 2])
      index += 3
    }
  }
  return widths
}

/** Reads a font's ToUnicode stream: from character codes to text. */
export function readCharacterMap(stream: string): Map<number, string> {
  const map = new Map<number, string>()
  const parser = new PdfParser(stream)
  let operands: PdfValue[] = []
  for (let value = parser.next(); value !== undefined; value = parser.next()) {
    if (!(value instanceof PdfKeyword)) {
      operands.push(value)
      continue
    }
    if (value.word === 'endbfchar') addCharacters(map, operands)
    if (value.word === 'endbfrange') addRanges(map, operands)
    operands = []
  }
  return map
}

/** Pairs: a code and its text. */
function addCharacters(map: Map<number, string>, operands: readonly PdfValue[]): void {
  for (let index = 0; index + 1 < operands.length; index += 2) map.set(codeOf(operands[index]), utf16(operands[index + 1]))
}

/** Triples: the first code, the last one, and the text of the first or of each. */
function addRanges(map: Map<number, string>, operands: readonly PdfValue[]): void {
  for (let index = 0; index + 2 < operands.length; index += 3) {
    const first = codeOf(operands[index])
    const last = codeOf(operands[index + 1])
    const to = operands[index + 2]
    for (let code = first; code <= last; code++) {
      map.set(code, Array.isArray(to) ? utf16(to[code - first]) : following(utf16(to), code - first))
    }
  }
}

/** The text whose last character is so many after that of `text`. */
function following(text: string, by: number): string {
  return text.slice(0, -1) + String.fromCharCode(text.charCodeAt(text.length - 1) + by)
}

function codeOf(value: PdfValue | undefined): number {
  return typeof value === 'string' ? Buffer.from(value, 'latin1').readUIntBE(0, value.length) : 0
}

function utf16(value: PdfValue | undefined): string {
  return typeof value === 'string' ? Buffer.from(value, 'latin1').swap16().toString('utf16le') : ''
}

/** A map has at most so many characters in a row. */
const MOST_IN_ROW = 100

/** Writes the ToUnicode stream of a font whose codes have two bytes. */
export function writeCharacterMap(map: ReadonlyMap<number, string>): string {
  const pairs = [...map].sort(([a], [b]) => a - b).map(([code, text]) => `<${hex(code)}> <${hexOf(text)}>`)
  const rows = Array.from({ length: Math.ceil(pairs.length / MOST_IN_ROW) }, (_, row) =>
    pairs.slice(row * MOST_IN_ROW, (row + 1) * MOST_IN_ROW),
  )
  return `/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange
${rows.map((row) => `${row.length} beginbfchar\n${row.join('\n')}\nendbfchar\n`).join('')}endcmap
CMapName currentdict /CMap defineresource pop
end
end`
}

function hexOf(text: string): string {
  return Array.from({ length: text.length }, (_, index) => hex(text.charCodeAt(index))).join('')
}

function hex(code: number): string {
  return code.toString(16).toUpperCase().padStart(4, '0')
}
