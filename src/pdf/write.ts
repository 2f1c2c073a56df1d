import { deflateSync } from 'node:zlib'

/** An object as it is written, without its number; a stream's text ends before its data. */
export interface PdfObject {
  id: number
  text: string
  data?: Uint8Array
}

/** The whole of a document's objects, and the numbers of the two that all others hang from. */
export interface PdfDocument {
  objects: readonly PdfObject[]
  root: number
  info: number
}

/** Object streams came with PDF 1.5, the scope of a table's heads too. */
const HEADER = '%PDF-1.7\n%\u00d3\u00eb\u00e9\u00e1\n'
/** Readers unpack a whole stream for one object of it. */
const MOST_PACKED = 2000

/** Where an object is: within the file, or within an object stream. */
type Place = { offset: number } | { stream: number; index: number }

/**
 * Writes a PDF with all small objects packed together: a tagged document consists of thousands, and of every ten bytes of
 * them nine are spared.
 */
export function writePdf({ objects, root, info }: PdfDocument): Buffer {
  const writer = new PdfWriter()
  for (const { id, text, data } of objects) if (data) writer.put(id, text, data)
  let next = objects.reduce((most, { id }) => Math.max(most, id), 0) + 1
  const small = objects.filter(({ data }) => !data)
  for (let from = 0; from < small.length; from += MOST_PACKED) writer.pack(next++, small.slice(from, from + MOST_PACKED))
  return writer.end(next, [`/Root ${root} 0 R`, `/Info ${info} 0 R`])
}

/** Writes a PDF with each object by itself, as a browser does. */
export function writePlainPdf({ objects, root, info }: PdfDocument): Buffer {
  const writer = new PdfWriter()
  for (const { id, text, data } of objects) writer.put(id, text, data)
  return writer.endPlain([`/Root ${root} 0 R`, `/Info ${info} 0 R`])
}

class PdfWriter {
  readonly #parts: Uint8Array[] = [Buffer.from(HEADER, 'latin1')]
  readonly #places = new Map<number, Place>()
  #length = HEADER.length

  put(id: number, text: string, data?: Uint8Array): void {
    this.#places.set(id, { offset: this.#length })
    const head = `${id} 0 obj\n${text}`
    if (data) this.#add(Buffer.from(head, 'latin1'), data, Buffer.from('\nendstream\nendobj\n'))
    else this.#add(Buffer.from(`${head}\nendobj\n`, 'latin1'))
  }

  pack(id: number, objects: readonly PdfObject[]): void {
    let offset = 0
    const heads = objects.map(({ id: packed, text }, index) => {
      this.#places.set(packed, { stream: id, index })
      const head = `${packed} ${offset}`
      offset += text.length + 1
      return head
    })
    const head = `${heads.join(' ')}\n`
    const data = pack(Buffer.from(head + objects.map(({ text }) => text).join('\n'), 'latin1'))
    const entries = ['/Type /ObjStm', `/N ${objects.length}`, `/First ${head.length}`]
    this.put(id, streamHead(entries, data.length), data)
  }

  /** Writes the index, which is a stream too. */
  end(id: number, trailer: readonly string[]): Buffer {
    const start = this.#length
    this.#places.set(id, { offset: start })
    const table = Buffer.alloc((id + 1) * ENTRY)
    for (const [object, place] of this.#places) writeEntry(table, object * ENTRY, place)
    const data = pack(table)
    const entries = ['/Type /XRef', `/Size ${id + 1}`, `/W [${WIDTHS.join(' ')}]`, ...trailer]
    this.put(id, streamHead(entries, data.length), data)
    return this.#finish(start)
  }

  /** Writes the index as a table, which is all that a file of plain objects needs. */
  endPlain(trailer: readonly string[]): Buffer {
    const start = this.#length
    const size = [...this.#places.keys()].reduce((most, id) => Math.max(most, id), 0) + 1
    const entries = Array.from({ length: size }, (_, id) => plainEntry(this.#places.get(id)))
    const lines = ['xref', `0 ${size}`, `${entries.join('')}trailer`, `<</Size ${size}`, `${trailer.join('\n')}>>`, '']
    this.#add(Buffer.from(lines.join('\n')))
    return this.#finish(start)
  }

  #finish(start: number): Buffer {
    this.#add(Buffer.from(`startxref\n${start}\n%%EOF\n`))
    return Buffer.concat(this.#parts)
  }

  #add(...parts: Uint8Array[]): void {
    for (const part of parts) {
      this.#parts.push(part)
      this.#length += part.length
    }
  }
}

/** Packs the data of a stream: half as fast it would be a fifteenth smaller. */
export function pack(data: Uint8Array): Buffer {
  return deflateSync(data, { level: 4 })
}

/** The beginning of a packed stream with these entries. */
export function streamHead(entries: readonly string[], length: number): string {
  return `<<${[...entries, '/Filter /FlateDecode', `/Length ${length}`].join('\n')}>> stream\n`
}

/** Bytes of an entry of the index: its kind, an offset or a stream, a place in the stream. */
const WIDTHS = [1, 4, 2] as const
const ENTRY = 7

function writeEntry(table: Buffer, at: number, place: Place): void {
  const packed = 'stream' in place
  table.writeUInt8(packed ? 2 : 1, at)
  table.writeUInt32BE(packed ? place.stream : place.offset, at + 1)
  table.writeUInt16BE(packed ? place.index : 0, at + 5)
}

/** An entry of a table has twenty bytes. */
function plainEntry(place: Place | undefined): string {
  const isUsed = place !== undefined && 'offset' in place
  return isUsed ? `${String(place.offset).padStart(10, '0')} 00000 n \n` : '0000000000 65535 f \n'
}
