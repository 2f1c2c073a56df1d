import { create, type Font } from 'fontkitten'
import { readBytes, sizeOf } from '../util/files.ts'

/** A font file, opened. */
export interface FontFile {
  has(codePoint: number): boolean
  /** In thousandths of the font size; ligatures and kerning are left out. */
  advance(codePoint: number): number
  /** Why documents cannot take its letters as letters; undefined when they can. */
  fault: string | undefined
}

const read = new Map<string, Uint8Array>()
const opened = new WeakMap<Uint8Array, FontFile>()

/** The bytes of a font file, read once for as long as it keeps its size. */
export function fontBytes(path: string): Uint8Array {
  const key = `${path} ${sizeOf(path)}`
  const bytes = read.get(key) ?? readBytes(path) ?? new Uint8Array()
  read.set(key, bytes)
  return bytes
}

/** Opens a WOFF2, WOFF or TrueType file. Throws when it is none. */
export function openFont(path: string): FontFile {
  const bytes = fontBytes(path)
  const known = opened.get(bytes) ?? open(bytes)
  opened.set(bytes, known)
  return known
}

function open(bytes: Uint8Array): FontFile {
  const font = create(Buffer.from(bytes))
  if (font.isCollection) throw new Error('found a collection of fonts')
  return {
    has: (codePoint) => font.hasGlyphForCodePoint(codePoint),
    advance: (codePoint) => (font.glyphForCodePoint(codePoint).advanceWidth * 1000) / font.unitsPerEm,
    fault: faultOf(font),
  }
}

/** What browsers print as pictures of letters, or cannot repeat. */
const UNFIT: readonly (readonly [tables: readonly string[], what: string])[] = [
  [['fvar'], 'a variable font'],
  [['CFF ', 'CFF2'], 'outlines of PostScript (CFF)'],
  [['COLR', 'CBDT', 'sbix', 'SVG '], 'letters in colour'],
]

function faultOf(font: Font): string | undefined {
  const { tables } = (font as Font & { directory: { tables: Readonly<Record<string, unknown>> } }).directory
  return UNFIT.find(([names]) => names.some((name) => Object.hasOwn(tables, name)))?.[1]
}
