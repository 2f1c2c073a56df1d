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
  const format =
    codec === 'vp9' ? new WebMOutputFormat() : new Mp4OutputFormat({ fastStart: 'in-memory', metadataFormat: 'udta' })
  const output = new Output({ format, target })
  const source = new EncodedVideoPacketSource(codec)
  output.addVideoTrack(source, { frameRate: RATE })
  const room = chapters ? ' '.repeat(tagsOf(title).length + chaptersOf(chapters).length + 16) : ''
  const more = codec === 'vp9' ? { comment: room } : { raw: { chpl: chapterList(chapters ?? []) } }
  output.setMetadataTags({ title, ...(chapters && more) })
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
  return codec === 'vp9' && chapters ? withChapters(file, room, title, chapters) : file
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
 * Chapters as players of MP4 know them by Nero's name (`chpl`): version, how many, and for each its start in units of 100 ns and its
 * title of at most 255 bytes.
 */
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

/**
 * Puts chapters into a WebM file, which the library that writes it does not know: in the place of tags that kept room for them at
 * their end, so that all positions in the file stay true.
 */
function withChapters(webm: Uint8Array, room: string, title: string, chapters: readonly Cue[]): Uint8Array {
  const file = Buffer.from(webm.buffer, webm.byteOffset, webm.byteLength)
  const end = file.indexOf(room) + room.length
  const at = file.lastIndexOf(numberOf(ID.tags), end)
  const own = Buffer.concat([tagsOf(title), chaptersOf(chapters)])
  own.copy(file, at)
  // What is left is an element that says nothing, with its size in eight bytes.
  const rest = end - at - own.length - 9
  const size = Buffer.alloc(8)
  size.writeBigUInt64BE(BigInt(rest) | (1n << 56n))
  Buffer.concat([numberOf(ID.nothing), size, Buffer.alloc(rest)]).copy(file, at + own.length)
  return file
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
