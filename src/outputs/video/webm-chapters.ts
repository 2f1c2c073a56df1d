import type { Cue } from './captions.ts'

/** Elements of Matroska by their ids (RFC 9559), where only they are needed. */
const ID = {
  tags: 0x1254c367,
  tag: 0x7373,
  targets: 0x63c0,
  simpleTag: 0x67c8,
  tagName: 0x45a3,
  tagString: 0x4487,
  chapters: 0x1043a770,
  edition: 0x45b9,
  atom: 0xb6,
  uid: 0x73c4,
  start: 0x91,
  end: 0x92,
  display: 0x80,
  text: 0x85,
  language: 0x437c,
  nothing: 0xec,
} as const

/** So many characters, in a tag of any name, keep the place for chapters and title. */
export function roomFor(title: string, chapters: readonly Cue[]): string {
  return ' '.repeat(tagsOf(title).length + chaptersOf(chapters).length + 16)
}

/**
 * Puts chapters into a WebM file, which the library that writes it does not know: in the place of tags that kept room for them, so
 * that all positions in the file stay true.
 */
export function withChapters(webm: Uint8Array, title: string, chapters: readonly Cue[]): Uint8Array {
  const file = Buffer.from(webm.buffer, webm.byteOffset, webm.byteLength)
  const { at, end } = findTags(file)
  const own = Buffer.concat([tagsOf(title), chaptersOf(chapters)])
  const rest = end - at - own.length
  if (rest < 9) throw new Error('found no room for chapters in the film')
  own.copy(file, at)
  // What is left is an element that says nothing, with its size in eight bytes.
  const size = Buffer.alloc(8)
  size.writeBigUInt64BE(BigInt(rest - 9) | (1n << 56n))
  Buffer.concat([numberOf(ID.nothing), size, Buffer.alloc(rest - 9)]).copy(file, at + own.length)
  return file
}

/** Where the tags are among the parts of the segment, all of which have ids of four bytes. */
function findTags(file: Buffer): { at: number; end: number } {
  const header = readSize(file, 4)
  const segment = 4 + header.length + header.value
  let at = segment + 4 + readSize(file, segment + 4).length
  while (at < file.length) {
    const { value, length } = readSize(file, at + 4)
    const end = at + 4 + length + value
    if (file.readUInt32BE(at) === ID.tags) return { at, end }
    at = end
  }
  throw new Error('found no tags in the film')
}

function tagsOf(title: string): Buffer {
  const tag = [element(ID.targets), element(ID.simpleTag, textElement(ID.tagName, 'TITLE'), textElement(ID.tagString, title))]
  return element(ID.tags, element(ID.tag, ...tag))
}

function chaptersOf(chapters: readonly Cue[]): Buffer {
  const atoms = chapters.map(({ start, end, text }, index) =>
    element(
      ID.atom,
      element(ID.uid, numberOf(index + 1)),
      element(ID.start, numberOf(Math.round(start * 1e9))),
      element(ID.end, numberOf(Math.round(end * 1e9))),
      element(ID.display, textElement(ID.text, text), textElement(ID.language, 'und')),
    ),
  )
  return element(ID.chapters, element(ID.edition, ...atoms))
}

function element(id: number, ...content: readonly Buffer[]): Buffer {
  const inside = Buffer.concat(content)
  const size = Buffer.alloc(4)
  size.writeUInt32BE((inside.length | 0x10000000) >>> 0)
  return Buffer.concat([numberOf(id), size, inside])
}

function textElement(id: number, text: string): Buffer {
  return element(id, Buffer.from(text))
}

/** A number in as few bytes as it takes. */
function numberOf(value: number): Buffer {
  const hex = value.toString(16)
  return Buffer.from(hex.padStart(hex.length + (hex.length % 2), '0'), 'hex')
}

/** The size of an element: the zeros that it begins with say how many bytes it has. */
function readSize(file: Buffer, at: number): { value: number; length: number } {
  const length = Math.clz32(file[at] ?? 0) - 23
  const value = file.readUIntBE(at, Math.min(length, 6))
  if (length > 6) return { value: Number(file.readBigUInt64BE(at) & ((1n << 56n) - 1n)), length }
  return { value: value - 2 ** (7 * length), length }
}
