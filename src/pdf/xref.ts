import { PdfParser } from './syntax.ts'
import { type PdfDictionary, PdfKeyword, type PdfValue } from './values.ts'

/** Where the objects of a file are. */
export interface ObjectIndex {
  /** Of objects that stand by themselves: where each begins, in bytes. */
  offsets: Map<number, number>
  /** Of objects within another's stream: the stream's object, and their place in it. */
  packed: Map<number, { stream: number; index: number }>
  trailer: PdfDictionary
}

/** Opens a stream whose object begins at an offset. */
type OpenStream = (offset: number) => { dictionary: PdfDictionary; data: () => Buffer }

/** One entry of a table: ten digits, five digits, `n` or `f`, and a line end of two bytes. */
const ENTRY = 20

/** Reads the index of a file, whose place its last lines tell: a table, or a stream as newer files have it. Throws when there is none. */
export function readIndex(text: string, start: number, open: OpenStream): ObjectIndex {
  return text.startsWith('xref', start) ? readTable(text, start) : readStream(open(start))
}

function readTable(text: string, start: number): ObjectIndex {
  const parser = new PdfParser(text, start)
  const offsets = new Map<number, number>()
  parser.next()
  for (let first = parser.next(); typeof first === 'number'; first = parser.next()) {
    const count = Number(parser.next())
    const entries = text.indexOf('\n', parser.position) + 1
    for (let index = 0; index < count; index++) {
      const at = entries + index * ENTRY
      if (text[at + 17] === 'n') offsets.set(first + index, Number(text.slice(at, at + 10)))
    }
    parser.position = entries + count * ENTRY
  }
  const trailer = parser.next()
  if (!(trailer instanceof Map)) throw new Error('the PDF has no trailer')
  return { offsets, packed: new Map(), trailer }
}

/** The stream's dictionary is the trailer. */
function readStream({ dictionary, data }: ReturnType<OpenStream>): ObjectIndex {
  const widths = numbers(dictionary.get('W'))
  const [first = 0, second = 0, third = 0] = widths
  if (widths.length !== 3 || dictionary.has('Index') || dictionary.has('DecodeParms'))
    throw new Error('the PDF has no cross-reference table')
  const bytes = data()
  const offsets = new Map<number, number>()
  const packed: ObjectIndex['packed'] = new Map()
  for (let at = 0, id = 0; at + first + second + third <= bytes.length; at += first + second + third, id++) {
    const kind = bytes.readUIntBE(at, first)
    const place = bytes.readUIntBE(at + first, second)
    if (kind === 1) offsets.set(id, place)
    if (kind === 2) packed.set(id, { stream: place, index: bytes.readUIntBE(at + first + second, third) })
  }
  return { offsets, packed, trailer: dictionary }
}

function numbers(value: PdfValue | undefined): number[] {
  return Array.isArray(value) ? value.filter((one) => typeof one === 'number') : []
}

/** Whether a value is this bare word. */
export function isWord(value: PdfValue | undefined, word: string): boolean {
  return value instanceof PdfKeyword && value.word === word
}
