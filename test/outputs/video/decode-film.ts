import { ALL_FORMATS, BufferSource, EncodedPacketSink, Input } from 'mediabunny'
import type { Printer } from '../../../src/browser/printer.ts'

/** A film as another reader finds it. */
export async function openFilm(file: Uint8Array) {
  const input = new Input({ source: new BufferSource(file), formats: ALL_FORMATS })
  const track = await input.getPrimaryVideoTrack()
  if (!track) throw new Error('found no pictures in the film')
  const packets: { time: number; isKey: boolean; data: Uint8Array }[] = []
  for await (const { timestamp, type, data } of new EncodedPacketSink(track).packets())
    packets.push({ time: timestamp, isKey: type === 'key', data })
  return { track, packets, duration: await input.computeDuration(), config: await track.getDecoderConfig() }
}

/** The pictures that a film shows at some times, in s, as PNGs that a browser decodes. */
export async function picturesAt(printer: Printer, file: Uint8Array, times: readonly number[]): Promise<Buffer[]> {
  const { packets, config } = await openFilm(file)
  const base64 = (bytes: ArrayBufferLike | Uint8Array) => Buffer.from(bytes as Uint8Array).toString('base64')
  const description = config?.description && base64(new Uint8Array(config.description as ArrayBuffer))
  const given = {
    config: { ...config, description },
    times,
    packets: packets.map(({ time, isKey, data }) => [time, isKey, base64(data)]),
  }
  const pictures = await printer.perform('<!doctype html><title>Film</title>', {
    window: { width: 100, height: 100 },
    perform: (page) => page.run<string[]>(`(${decode})(${JSON.stringify(given)})`),
  })
  return pictures.map((picture) => Buffer.from(picture, 'base64'))
}

/** Runs in the browser. */
async function decode({
  config,
  times,
  packets,
}: {
  config: VideoDecoderConfig & { description?: string | undefined }
  times: number[]
  packets: [number, boolean, string][]
}): Promise<string[]> {
  const bytesOf = (text: string) => Uint8Array.from(atob(text), (character) => character.charCodeAt(0))
  const wanted = times.map((time) => packets.findLastIndex(([at]) => at <= time + 0.001))
  const pictures = new Map<number, string>()
  const waiting: Promise<void>[] = []
  let count = 0
  const keep = async (frame: VideoFrame, index: number) => {
    const canvas = new OffscreenCanvas(frame.displayWidth, frame.displayHeight)
    canvas.getContext('2d')?.drawImage(frame, 0, 0)
    frame.close()
    const bytes = new Uint8Array(await (await canvas.convertToBlob({ type: 'image/png' })).arrayBuffer())
    pictures.set(index, btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')))
  }
  const decoder = new VideoDecoder({
    output(frame) {
      const index = count++
      if (wanted.includes(index)) waiting.push(keep(frame, index))
      else frame.close()
    },
    error(error) {
      throw error
    },
  })
  const { description, ...rest } = config
  decoder.configure({ ...rest, ...(description && { description: bytesOf(description) }) } as VideoDecoderConfig)
  for (const [time, isKey, data] of packets)
    decoder.decode(new EncodedVideoChunk({ type: isKey ? 'key' : 'delta', timestamp: time * 1e6, data: bytesOf(data) }))
  await decoder.flush()
  await Promise.all(waiting)
  return wanted.map((index) => pictures.get(index) ?? '')
}
