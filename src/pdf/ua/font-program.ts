/** What a TrueType font program says of its glyphs. */
export interface FontProgram {
  glyphs: number
  /** How far a glyph moves the pen, in thousandths of the size. */
  width(glyph: number): number
}

/** Reads the tables of a TrueType program that tell widths. Undefined when it has not all of them. */
export function readFontProgram(bytes: Buffer): FontProgram | undefined {
  const tables = readTables(bytes)
  const [head, hhea, maxp, hmtx] = ['head', 'hhea', 'maxp', 'hmtx'].map((name) => tables.get(name))
  if (head === undefined || hhea === undefined || maxp === undefined || hmtx === undefined) return undefined
  const unit = bytes.readUInt16BE(head + 18)
  const widths = bytes.readUInt16BE(hhea + 34)
  return {
    glyphs: bytes.readUInt16BE(maxp + 4),
    // Glyphs after the last width have the same one.
    width: (glyph) => (bytes.readUInt16BE(hmtx + 4 * Math.min(glyph, widths - 1)) * 1000) / unit,
  }
}

/** Where each table begins. */
function readTables(bytes: Buffer): Map<string, number> {
  const count = bytes.length >= 12 ? bytes.readUInt16BE(4) : 0
  const records = Array.from({ length: count }, (_, index) => 12 + 16 * index).filter((at) => at + 16 <= bytes.length)
  return new Map(records.map((at) => [bytes.toString('latin1', at, at + 4), bytes.readUInt32BE(at + 8)]))
}
