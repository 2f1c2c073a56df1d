import { inflateSync } from 'node:zlib'
import { PdfParser } from './syntax.ts'
import { type PdfDictionary, PdfName, PdfReference, type PdfValue } from './values.ts'
import { isWord, type ObjectIndex, readIndex } from './xref.ts'

/** Room in bytes for what is unpacked, before more is asked for: the content of most pages is packed to an eighth. */
const RATIO = 9
const LEAST = 1 << 12

/** Objects one after the other, and where each begins in the text. */
interface ObjectText {
  text: string
  ids: readonly number[]
  starts: readonly number[]
}

/**
 * A PDF opened for reading. Knows what Chromium writes and what we make of it (plain objects and packed ones, Flate) and no
 * more: pdf.js knows all of PDF, but takes longer to start than this takes for sixty pages.
 */
export class PdfFile {
  readonly catalog: PdfDictionary
  readonly trailer: PdfDictionary
  readonly #bytes: Buffer
  readonly #text: string
  readonly #index: ObjectIndex
  readonly #read = new Map<number, PdfValue>()
  readonly #unpacked = new Map<number, ObjectText>()
  /** The objects that stand by themselves; each ends where the next one begins, or the index. */
  readonly #own: ObjectText
  readonly #ends = new Map<number, number>()

  /** Throws when the bytes are no such PDF, or cut off. */
  constructor(bytes: Uint8Array) {
    this.#bytes = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    this.#text = this.#bytes.toString('latin1')
    const start = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(this.#text.slice(-64))?.[1] ?? Number.NaN)
    if (!this.#text.startsWith('%PDF-') || !(start > 0)) throw new Error('this is no whole PDF')
    this.#index = readIndex(this.#text, start, (offset) => {
      const { dictionary, start } = this.#streamAt(offset)
      return { dictionary, data: () => this.#decoded(dictionary, start) }
    })
    const sorted = [...this.#index.offsets].sort((a, b) => a[1] - b[1])
    this.#own = { text: this.#text, ids: sorted.map(([id]) => id), starts: sorted.map(([, offset]) => offset) }
    for (const [index, [id]] of sorted.entries()) this.#ends.set(id, this.#own.starts[index + 1] ?? start)
    this.trailer = this.#index.trailer
    this.catalog = this.dictionary(this.trailer.get('Root'))
  }

  /** The numbers of the objects that stand by themselves, in the order in which they are written. */
  get ids(): readonly number[] {
    return this.#own.ids
  }

  /** The objects in which a piece of text stands, in the order in which they are written. */
  find(piece: string): PdfReference[] {
    const streams = new Set([...this.#index.packed.values()].map(({ stream }) => stream))
    return [this.#own, ...[...streams].map((stream) => this.#unpack(stream))].flatMap((objects) => holders(objects, piece))
  }

  /** An object as it is written, without its number. For a stream, all before its data, which are the bytes given. */
  written(id: number): { text: string; data?: Buffer } {
    const offset = this.#index.offsets.get(id) ?? 0
    const start = this.#text.indexOf('obj', offset) + 'obj\n'.length
    const end = this.#text.lastIndexOf('endobj', this.#ends.get(id) ?? offset)
    if (end < start) throw new Error(`the object ${id} is cut off`)
    const text = this.#text.slice(start, end - 1)
    if (!text.endsWith('endstream')) return { text }
    const stream = this.#streamAt(offset)
    return { text: this.#text.slice(start, stream.start), data: this.#raw(stream.dictionary, stream.start) }
  }

  /** A value, or what it refers to. A missing object is null, as the format has it. */
  resolve(value: PdfValue | undefined): PdfValue {
    if (!(value instanceof PdfReference)) return value ?? null
    const known = this.#read.get(value.id)
    if (known !== undefined) return known
    const object = this.#object(value.id) ?? null
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

  /** The decoded bytes of a stream; none when the value refers to no stream. */
  data(value: PdfValue | undefined): Buffer {
    const offset = value instanceof PdfReference ? this.#index.offsets.get(value.id) : undefined
    if (offset === undefined) return Buffer.alloc(0)
    const { dictionary, start } = this.#streamAt(offset)
    return this.#decoded(dictionary, start)
  }

  /** The same as text of one byte a character. */
  stream(value: PdfValue | undefined): string {
    return this.data(value).toString('latin1')
  }

  #decoded(dictionary: PdfDictionary, start: number): Buffer {
    const filter = this.array(dictionary.get('Filter')).map((name) => this.name(name))
    if (filter.length === 0) return this.#raw(dictionary, start)
    if (filter.join() !== 'FlateDecode') throw new Error(`a stream has the filter ${filter.join(', ')}`)
    const raw = this.#raw(dictionary, start)
    return inflateSync(raw, { chunkSize: Math.max(LEAST, raw.length * RATIO) })
  }

  #raw(dictionary: PdfDictionary, start: number): Buffer {
    const length = this.resolve(dictionary.get('Length'))
    return this.#bytes.subarray(start, start + (typeof length === 'number' ? length : 0))
  }

  #object(id: number): PdfValue | undefined {
    const offset = this.#index.offsets.get(id)
    if (offset !== undefined) return this.#parserAt(offset).next()
    const packed = this.#index.packed.get(id)
    if (!packed) return undefined
    const { text, starts } = this.#unpack(packed.stream)
    return new PdfParser(text, starts[packed.index] ?? text.length).next()
  }

  /** The objects within a stream, which begins with the number of each and where it begins. */
  #unpack(stream: number): ObjectText {
    const known = this.#unpacked.get(stream)
    if (known) return known
    const reference = new PdfReference(stream)
    const text = this.stream(reference)
    const first = Number(this.dictionary(reference).get('First'))
    const heads = text.slice(0, first).trim().split(/\s+/).map(Number)
    const objects: ObjectText = {
      text,
      ids: heads.filter((_, index) => index % 2 === 0),
      starts: heads.filter((_, index) => index % 2 === 1).map((offset) => first + offset),
    }
    this.#unpacked.set(stream, objects)
    return objects
  }

  /** After an object's number. */
  #parserAt(offset: number): PdfParser {
    const header = this.#text.indexOf('obj', offset)
    if (header === -1) throw new Error('the PDF is cut off')
    return new PdfParser(this.#text, header + 'obj'.length)
  }

  #streamAt(offset: number): { dictionary: PdfDictionary; start: number } {
    const parser = this.#parserAt(offset)
    const dictionary = parser.next()
    if (!(dictionary instanceof Map && isWord(parser.next(), 'stream'))) return { dictionary: new Map(), start: 0 }
    const lineEnd = this.#text.startsWith('\r\n', parser.position) ? 2 : 1
    return { dictionary, start: parser.position + lineEnd }
  }
}

/** Each object that holds a piece of text, once. */
function holders({ text, ids, starts }: ObjectText, piece: string): PdfReference[] {
  const found: PdfReference[] = []
  let index = 0
  for (let at = text.indexOf(piece); at !== -1; at = text.indexOf(piece, starts[index + 1] ?? text.length)) {
    while ((starts[index + 1] ?? Number.POSITIVE_INFINITY) <= at) index++
    const id = ids[index]
    if (id !== undefined) found.push(new PdfReference(id))
  }
  return found
}
