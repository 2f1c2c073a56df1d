import { BufferTarget, EncodedPacket, EncodedVideoPacketSource, Mp4OutputFormat, Output, WebMOutputFormat } from 'mediabunny'
import type { Encoded } from '../../client/film/encode.ts'
import { type Cue, RATE, type Shot } from './timeline.ts'

/** The slides of a film, or of a part of it, as they were encoded in one codec. */
interface Reel {
  codec: 'vp9' | 'avc'
  slides: readonly { shot: Shot; encoded: Encoded }[]
  title: string
  /** Of the picture, in px. */
  size: { width: number; height: number }
  chapters?: readonly Cue[]
}

/** The file of a reel, WebM or MP4; it begins at zero. The last picture of a slide closes its time. */
export async function mux({ codec, slides, title, size, chapters }: Reel): Promise<Uint8Array> {
  const target = new BufferTarget()
  const format = codec === 'vp9' ? new WebMOutputFormat() : new Mp4OutputFormat({ fastStart: 'in-memory' })
  const output = new Output({ format, target })
  const source = new EncodedVideoPacketSource(codec)
  output.addVideoTrack(source, { frameRate: RATE })
  output.setMetadataTags({ title, ...(codec === 'vp9' && chapters && { comment: roomFor(title, chapters) }) })
  await output.start()
  const [opening] = slides
  const first = opening ? opening.shot.start + (opening.encoded.packets[0]?.[0] ?? 0) / RATE : 0
  for (const { shot, encoded } of slides) {
    const packets = encoded.packets.map(([frame, isKey, bytes]) => ({ frame, isKey, data: Buffer.from(bytes, 'base64') }))
    const times = packets.map(({ frame }, index) =>
      index === packets.length - 1 ? shot.end - first - 1 / RATE : shot.start - first + frame / RATE,
    )
    for (const [index, { isKey, data }] of packets.entries()) {
      const time = times[index] ?? 0
      const end = times[index + 1] ?? shot.end - first
      const packet = new EncodedPacket(data, isKey ? 'key' : 'delta', time, end - time)
      await source.add(packet, { decoderConfig: { ...configOf(encoded), codedWidth: size.width, codedHeight: size.height } })
    }
  }
  await output.finalize()
  const file = new Uint8Array(target.buffer ?? new ArrayBuffer(0))
  if (!chapters) return file
  return codec === 'vp9' ? withChapters(file, title, chapters) : withMp4Chapters(file, chapters)
}

function configOf({ decoder }: Encoded): VideoDecoderConfig {
  if (!decoder) throw new Error('the browser told nothing of what it encoded')
  const { codec, description, colorSpace } = decoder
  return {
    codec,
    ...(description !== undefined && { description: Buffer.from(description, 'base64') }),
    ...(colorSpace && { colorSpace }),
  } as VideoDecoderConfig
}

/**
 * Puts chapters into an MP4 file whose index comes before its pictures, as a list that players know by Nero's name (`chpl`). What
 * the index says of places in the file is moved by as much.
 */
function withMp4Chapters(mp4: Uint8Array, chapters: readonly Cue[]): Uint8Array {
  const file = Buffer.from(mp4)
  const index = boxesIn(file, 0, file.length).find(({ type }) => type === 'moov')
  if (!index) throw new Error('found no index in the film')
  const own = box('udta', box('chpl', chapterList(chapters)))
  file.writeUInt32BE(index.end - index.start + own.length, index.start)
  for (const places of boxesIn(file, index.start + 8, index.end, ['trak', 'mdia', 'minf', 'stbl'])) {
    if (places.type !== 'stco') continue
    const count = file.readUInt32BE(places.start + 12)
    for (let at = places.start + 16; at < places.start + 16 + count * 4; at += 4)
      file.writeUInt32BE(file.readUInt32BE(at) + own.length, at)
  }
  return Buffer.concat([file.subarray(0, index.end), own, file.subarray(index.end)])
}

interface Box {
  type: string
  start: number
  end: number
}

/** The boxes from one place to another, and those inside boxes of some types. */
function boxesIn(file: Buffer, from: number, to: number, within: readonly string[] = []): Box[] {
  const boxes: Box[] = []
  for (let start = from; start < to; ) {
    const [size, type] = [file.readUInt32BE(start), file.toString('latin1', start + 4, start + 8)]
    // A size of 1 says that eight bytes follow with the true one, of 0 that the box goes to the end.
    const end = size === 1 ? start + Number(file.readBigUInt64BE(start + 8)) : size === 0 ? to : start + size
    boxes.push({ type, start, end })
    if (within.includes(type)) boxes.push(...boxesIn(file, start + 8, end, within))
    start = end
  }
  return boxes
}

function box(type: string, content: Buffer): Buffer {
  const head = Buffer.alloc(8)
  head.writeUInt32BE(content.length + 8)
  head.write(type, 4, 'latin1')
  return Buffer.concat([head, content])
}

/** Version, how many, and for each its start in units of 100 ns and its title of at most 255 bytes. */
function chapterList(chapters: readonly Cue[]): Buffer {
  const head = Buffer.from([1, 0, 0, 0, 0, 0, 0, 0, Math.min(chapters.length, 255)])
  const entries = chapters.slice(0, 255).map(({ start, text }) => {
    const title = Buffer.from(text).subarray(0, 255)
    const at = Buffer.alloc(9)
    at.writeBigUInt64BE(BigInt(Math.round(start * 1e7)))
    at.writeUInt8(title.length, 8)
    return Buffer.concat([at, title])
  })
  return Buffer.concat([head, ...entries])
}

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
function roomFor(title: string, chapters: readonly Cue[]): string {
  return ' '.repeat(tagsOf(title).length + chaptersOf(chapters).length + 16)
}

/**
 * Puts chapters into a WebM file, which the library that writes it does not know: in the place of tags that kept room for them, so
 * that all positions in the file stay true.
 */
function withChapters(webm: Uint8Array, title: string, chapters: readonly Cue[]): Uint8Array {
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
