import { type PdfFile, packed } from './file.ts'
import { dictionaryOf, PdfName, PdfReference, PdfStream, type PdfValue, writeValue } from './values.ts'

/** Object streams came with PDF 1.5, the scope of a table's heads too. */
const HEADER = '%PDF-1.7\n%\u00d3\u00eb\u00e9\u00e1\n'
/** Readers unpack a whole stream for one object of it. */
const MOST_PACKED = 2000

/** Where an object is: within the file, or within an object stream. */
type Place = { offset: number } | { stream: number; index: number }

/**
 * Writes all of a document that its catalog and information lead to, with the small objects packed together: a tagged document consists of
 * thousands, and of every ten bytes of them nine are spared.
 */
export function writePdf(file: PdfFile): Buffer {
  const [root, info] = [file.trailer.get('Root'), file.trailer.get('Info')]
  if (!(root instanceof PdfReference && info instanceof PdfReference)) throw new Error('the PDF has no catalog')
  const used = reachable(file, [root, info])
  const objects = [...file.objects].filter(([id]) => used.has(id))
  const writer = new PdfWriter()
  const small: [number, string][] = []
  for (const [id, object] of objects) {
    if (object instanceof PdfStream) writer.put(id, object)
    else small.push([id, writeValue(object)])
  }
  let next = file.last + 1
  for (let from = 0; from < small.length; from += MOST_PACKED) writer.pack(next++, small.slice(from, from + MOST_PACKED))
  return writer.end(next, { Root: root, Info: info })
}

/** The numbers of the objects that some lead to, and their own. */
function reachable(file: PdfFile, from: readonly PdfReference[]): Set<number> {
  const found = new Set<number>()
  const waiting: PdfValue[] = [...from]
  for (let value = waiting.pop(); value !== undefined; value = waiting.pop()) {
    if (value instanceof PdfReference) {
      if (found.has(value.id)) continue
      found.add(value.id)
      waiting.push(file.resolve(value))
    } else if (Array.isArray(value) || value instanceof Map) for (const one of value.values()) waiting.push(one)
  }
  return found
}

class PdfWriter {
  readonly #parts: Uint8Array[] = [Buffer.from(HEADER, 'latin1')]
  readonly #places = new Map<number, Place>()
  #length = HEADER.length

  put(id: number, { entries, data }: PdfStream): void {
    this.#places.set(id, { offset: this.#length })
    const head = Buffer.from(`${id} 0 obj\n${writeValue(entries)} stream\n`, 'latin1')
    this.#add(head, data, Buffer.from('\nendstream\nendobj\n'))
  }

  pack(id: number, objects: readonly [number, string][]): void {
    let offset = 0
    const heads = objects.map(([packed, text], index) => {
      this.#places.set(packed, { stream: id, index })
      const head = `${packed} ${offset}`
      offset += text.length + 1
      return head
    })
    const head = `${heads.join(' ')}\n`
    const entries = dictionaryOf({ Type: new PdfName('ObjStm'), N: objects.length, First: head.length })
    this.put(id, packed(entries, Buffer.from(head + objects.map(([, text]) => text).join('\n'), 'latin1')))
  }

  /** Writes the index, which is a stream too. */
  end(id: number, trailer: Readonly<Record<string, PdfValue>>): Buffer {
    const start = this.#length
    this.#places.set(id, { offset: start })
    const table = Buffer.alloc((id + 1) * ENTRY)
    for (const [object, place] of this.#places) writeEntry(table, object * ENTRY, place)
    this.put(id, packed(dictionaryOf({ Type: new PdfName('XRef'), Size: id + 1, W: [...WIDTHS], ...trailer }), table))
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

/** Bytes of an entry of the index: its kind, an offset or a stream, a place in the stream. */
const WIDTHS = [1, 4, 2] as const
const ENTRY = 7

function writeEntry(table: Buffer, at: number, place: Place): void {
  const isPacked = 'stream' in place
  table.writeUInt8(isPacked ? 2 : 1, at)
  table.writeUInt32BE(isPacked ? place.stream : place.offset, at + 1)
  table.writeUInt16BE(isPacked ? place.index : 0, at + 5)
}
