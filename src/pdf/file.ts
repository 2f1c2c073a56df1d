import { inflateSync } from 'node:zlib'
import { type PdfDictionary, PdfKeyword, PdfName, PdfParser, PdfReference, type PdfValue } from './syntax.ts'

/**
 * A PDF opened for reading. Knows what Chromium writes (a cross-reference table, plain objects, Flate) and no more: pdf.js
 * knows all of PDF, but takes longer to start than this takes for sixty pages.
 */
export class PdfFile {
  readonly catalog: PdfDictionary
  readonly trailer: PdfDictionary
  readonly #bytes: Buffer
  readonly #text: string
  readonly #offsets: ReadonlyMap<number, number>
  readonly #read = new Map<number, PdfValue>()

  /** Throws when the bytes are no such PDF, or cut off. */
  constructor(bytes: Uint8Array) {
    this.#bytes = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    this.#text = this.#bytes.toString('latin1')
    const start = /startxref\s+(\d+)\s+%%EOF\s*$/.exec(this.#text.slice(-64))?.[1]
    if (!this.#text.startsWith('%PDF-') || start === undefined) throw new Error('this is no whole PDF')
    const { offsets, end } = readOffsets(this.#text, Number(start))
    this.#offsets = offsets
    this.trailer = this.#dictionaryAt(end)
    this.catalog = this.dictionary(this.trailer.get('Root'))
  }

  /** A value, or what it refers to. A missing object is null, as the format has it. */
  resolve(value: PdfValue | undefined): PdfValue {
    if (!(value instanceof PdfReference)) return value ?? null
    const known = this.#read.get(value.id)
    if (known !== undefined) return known
    const object = this.#objectAt(this.#offsets.get(value.id)) ?? null
    this.#read.set(value.id, object)
    return object
  }

  /** The dictionary that a value is or refers to; empty when it is none. */
  dictionary(value: PdfValue | undefined): PdfDictionary {
    const resolved = this.resolve(value)
    return resolved instanceof Map ? resolved : new Map()
  }

  /** The items of an array; a value that is none is the only item, and null is no item. */
  array(value: PdfValue | undefined): PdfValue[] {
    const resolved = this.resolve(value)
    if (Array.isArray(resolved)) return resolved
    return resolved === null ? [] : [value ?? null]
  }

  /** The name that a value is or refers to, without its slash. */
  name(value: PdfValue | undefined): string | undefined {
    const resolved = this.resolve(value)
    return resolved instanceof PdfName ? resolved.name : undefined
  }

  /** The decoded bytes of a stream, one a character; empty when the value refers to none. */
  stream(value: PdfValue | undefined): string {
    const offset = value instanceof PdfReference ? this.#offsets.get(value.id) : undefined
    if (offset === undefined) return ''
    const { dictionary, start } = this.#streamAt(offset)
    const length = this.resolve(dictionary.get('Length'))
    const raw = this.#bytes.subarray(start, start + (typeof length === 'number' ? length : 0))
    const filter = this.array(dictionary.get('Filter')).map((name) => this.name(name))
    if (filter.length === 0) return raw.toString('latin1')
    if (filter.join() !== 'FlateDecode') throw new Error(`a stream has the filter ${filter.join(', ')}`)
    return inflateSync(raw).toString('latin1')
  }

  /** Where an object begins in the file, in bytes. */
  offsetOf(reference: PdfValue | undefined): number | undefined {
    return reference instanceof PdfReference ? this.#offsets.get(reference.id) : undefined
  }

  #objectAt(offset: number | undefined): PdfValue | undefined {
    if (offset === undefined) return undefined
    const parser = new PdfParser(this.#text, offset)
    for (let header = 0; header < 3; header++) parser.next()
    return parser.next()
  }

  #dictionaryAt(offset: number): PdfDictionary {
    const value = new PdfParser(this.#text, offset).next()
    if (!(value instanceof Map)) throw new Error('the PDF has no trailer')
    return value
  }

  #streamAt(offset: number): { dictionary: PdfDictionary; start: number } {
    const parser = new PdfParser(this.#text, offset)
    for (let header = 0; header < 3; header++) parser.next()
    const dictionary = parser.next()
    const keyword = parser.next()
    if (!(dictionary instanceof Map && keyword instanceof PdfKeyword && keyword.word === 'stream'))
      return { dictionary: new Map(), start: 0 }
    const lineEnd = this.#text.startsWith('\r\n', parser.position) ? 2 : 1
    return { dictionary, start: parser.position + lineEnd }
  }
}

/** The cross-reference table: where each object begins, and where the trailer's dictionary does. */
function readOffsets(text: string, start: number): { offsets: Map<number, number>; end: number } {
  const parser = new PdfParser(text, start)
  const offsets = new Map<number, number>()
  if (!isWord(parser.next(), 'xref')) throw new Error('the PDF has no cross-reference table')
  for (let first = parser.next(); typeof first === 'number'; first = parser.next()) {
    const count = Number(parser.next())
    for (let id = first; id < first + count; id++) {
      const offset = Number(parser.next())
      parser.next()
      if (isWord(parser.next(), 'n')) offsets.set(id, offset)
    }
  }
  return { offsets, end: parser.position }
}

function isWord(value: PdfValue | undefined, word: string): boolean {
  return value instanceof PdfKeyword && value.word === word
}
