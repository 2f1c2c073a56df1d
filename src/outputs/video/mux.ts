import { BufferTarget, EncodedPacket, EncodedVideoPacketSource, Mp4OutputFormat, Output, WebMOutputFormat } from 'mediabunny'
import type { Encoded } from '../../client/film/encode.ts'
import type { Cue } from './captions.ts'
import { withMp4Chapters } from './mp4-chapters.ts'
import { RATE, type Shot } from './timeline.ts'
import { roomFor, withChapters } from './webm-chapters.ts'

/** The slides of a film, or of a part of it, as they were encoded in one codec. */
export interface Reel {
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
