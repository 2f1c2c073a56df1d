import { deflateSync, inflateSync } from 'node:zlib'
import { PdfParser } from './syntax.ts'
import { type PdfDictionary, PdfName, PdfReference, PdfStream, type PdfValue } from './values.ts'

/** Room in bytes for what is unpacked, before more is asked for: the content of most pages is packed to an eighth. */
const RATIO = 9
const LEAST = 1 << 12

/**
 * A PDF with all its objects, to be read and changed in place. Knows what Chromium writes and what we make of it (plain objects and
 * packed ones, Flate, one section of an index) and no more: pdf.js knows all of PDF, but takes longer to start than this takes for sixty pages.
 */
export class PdfFile {
  readonly catalog: PdfDictionary
  readonly trailer: PdfDictionary
  /** All but those that hold others, by their numbers, in the order in which they are written. */
  readonly objects = new Map<number, PdfValue | PdfStream>()
  #last = 0

  /** Throws when the bytes are no such PDF, or cut off. */
  constructor(bytes: Uint8Array) {
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    const text = buffer.toString('latin1')
    const start = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(text.slice(-64))?.[1] ?? Number.NaN)
    if (!text.startsWith('%PDF-') || !(start > 0)) throw new Error('this is no whole PDF')
    const { offsets, streams, trailer } = readIndex(buffer, text, start)
    for (const [id, offset] of offsets) this.set(new PdfReference(id), readObject(buffer, text, offset))
    for (const id of streams) this.#unpack(id)
    this.trailer = trailer
    this.catalog = this.dictionary(trailer.get('Root'))
  }

  /** A value, or what it refers to; of a stream, its entries. A missing object is null, as the format has it. */
  resolve(value: PdfValue | undefined): PdfValue {
    if (!(value instanceof PdfReference)) return value ?? null
    const object = this.objects.get(value.id) ?? null
    return object instanceof PdfStream ? object.entries : object
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

  /** The decoded data of a stream, one byte a character; empty when the value refers to no stream. */
  stream(value: PdfValue | undefined): string {
    return this.data(value).toString('latin1')
  }

  /** The same as bytes. */
  data(value: PdfValue | undefined): Buffer {
    const object = value instanceof PdfReference ? this.objects.get(value.id) : undefined
    if (!(object instanceof PdfStream)) return Buffer.alloc(0)
    const { entries, data } = object
    const filter = this.array(entries.get('Filter')).map((name) => this.name(name))
    if (filter.length === 0) return data
    if (filter.join() !== 'FlateDecode') throw new Error(`a stream has the filter ${filter.join(', ')}`)
    return inflateSync(data, { chunkSize: Math.max(LEAST, data.length * RATIO) })
  }

  /** All dictionaries that are objects of their own, those of streams too. */
  dictionaries(): [PdfReference, PdfDictionary][] {
    return [...this.objects.keys()].flatMap((id) => {
      const reference = new PdfReference(id)
      const value = this.resolve(reference)
      return value instanceof Map ? [[reference, value] as [PdfReference, PdfDictionary]] : []
    })
  }

  /** Adds an object. */
  add(object: PdfValue | PdfStream): PdfReference {
    const reference = new PdfReference(this.last + 1)
    this.set(reference, object)
    return reference
  }

  /** Puts an object in the place of another, or in one that is free. */
  set({ id }: PdfReference, object: PdfValue | PdfStream): void {
    this.#last = Math.max(this.#last, id)
    this.objects.set(id, object)
  }

  /** The largest number of an object. */
  get last(): number {
    return this.#last
  }

  /** The objects within a stream, which begins with the number of each and where it begins. */
  #unpack(stream: number): void {
    const reference = new PdfReference(stream)
    const text = this.stream(reference)
    const first = Number(this.dictionary(reference).get('First'))
    const heads = text.slice(0, first).trim().split(/\s+/).map(Number)
    for (let index = 0; index + 1 < heads.length; index += 2)
      this.set(new PdfReference(heads[index] as number), new PdfParser(text, first + (heads[index + 1] as number)).next() ?? null)
    this.objects.delete(stream)
  }
}

/** Packs the data of a stream: half as fast it would be a fifteenth smaller. */
export function packed(entries: PdfDictionary, data: Uint8Array): PdfStream {
  const small = deflateSync(data, { level: 4 })
  return new PdfStream(entries.set('Filter', new PdfName('FlateDecode')).set('Length', small.length), small)
}

/** Where the objects of a file are. */
interface ObjectIndex {
  /** Of objects that stand by themselves, in the order of the file: their number, and where they begin. */
  offsets: readonly [number, number][]
  /** The numbers of those that hold others. */
  streams: Iterable<number>
  trailer: PdfDictionary
}

/** Reads the index of a file, whose place its last lines tell: a table, or a stream as newer files have it. Throws when there is none. */
function readIndex(buffer: Buffer, text: string, start: number): ObjectIndex {
  const { offsets, streams, trailer } = text.startsWith('xref', start) ? readTable(text, start) : readStream(buffer, text, start)
  return { offsets: [...offsets].sort((one, other) => one[1] - other[1]), streams, trailer }
}

function readTable(text: string, start: number): ObjectIndex {
  const end = text.indexOf('trailer', start)
  const entries = [...text.slice(start, end).matchAll(/^(\d{10}) \d{5} ([nf])/gm)]
  const offsets = entries.flatMap(([, offset, kind], id) => (kind === 'n' ? [[id, Number(offset)] as [number, number]] : []))
  const trailer = new PdfParser(text, end + 'trailer'.length).next()
  if (end === -1 || !(trailer instanceof Map)) throw new Error('the PDF has no trailer')
  return { offsets, streams: [], trailer }
}

/** The stream's dictionary is the trailer. */
function readStream(buffer: Buffer, text: string, start: number): ObjectIndex {
  const object = readObject(buffer, text, start)
  const widths = object instanceof PdfStream ? object.entries.get('W') : undefined
  if (!(object instanceof PdfStream && Array.isArray(widths)) || object.entries.has('Index'))
    throw new Error('the PDF has no cross-reference table')
  const [first, second, third] = widths.map(Number) as [number, number, number]
  const bytes = inflateSync(object.data)
  const offsets: [number, number][] = []
  const streams = new Set<number>()
  for (let at = 0, id = 0; at < bytes.length; at += first + second + third, id++) {
    const kind = bytes.readUIntBE(at, first)
    const place = bytes.readUIntBE(at + first, second)
    if (kind === 1 && place !== start) offsets.push([id, place])
    if (kind === 2) streams.add(place)
  }
  return { offsets, streams, trailer: object.entries }
}

function readObject(buffer: Buffer, text: string, offset: number): PdfValue | PdfStream {
  const head = text.indexOf('obj', offset)
  const parser = new PdfParser(text, head + 'obj'.length)
  const value = head === -1 ? undefined : parser.next()
  if (value === undefined) throw new Error('the PDF is cut off')
  if (!(value instanceof Map && parser.accept('stream'))) return value
  const start = parser.position + (text.startsWith('\r\n', parser.position) ? 2 : 1)
  return new PdfStream(value, buffer.subarray(start, start + Number(value.get('Length'))))
}
