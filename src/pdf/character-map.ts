import { PdfParser } from './syntax.ts'
import { PdfKeyword, type PdfValue } from './values.ts'

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
    // A broken file must not hang the build.
    const last = Math.min(codeOf(operands[index + 1]), first + 0xffff)
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
