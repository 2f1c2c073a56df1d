/** One encoded picture: its position among the pictures of a slide, whether it stands alone, and its bytes in base64. */
export type FilmPacket = [frame: number, isKey: boolean, bytes: string]

/** What a slide was encoded to in one codec. */
export interface Encoded {
  packets: FilmPacket[]
  /** What a container says of the track; there with the first pictures of an encoder. */
  decoder?: { codec: string; description?: string; colorSpace?: VideoColorSpaceInit }
}

/** How a film is encoded. */
export interface Encoding {
  codec: 'vp9' | 'avc'
  width: number
  height: number
  /** Pictures a second. */
  rate: number
}

/** From best to smallest: VP9's quantizer, and bits a second of H.264, which is given no quantizer. */
const QUALITIES = [
  { quantizer: 44, bitrate: 5_000_000 },
  { quantizer: 52, bitrate: 2_500_000 },
  { quantizer: 58, bitrate: 1_200_000 },
  { quantizer: 63, bitrate: 500_000 },
]

/** How many qualities there are. */
export const qualities = QUALITIES.length

/** Pictures that may wait for the encoder. */
const MOST_WAITING = 2

/** In software and with a fixed quantizer VP9 gives the same bytes wherever there are two processors or more. */
function configOf({ codec, width, height, rate }: Encoding, quality: number): VideoEncoderConfig {
  const { bitrate } = QUALITIES[quality] as (typeof QUALITIES)[number]
  const common = { width, height, framerate: rate, latencyMode: 'quality' } as const
  return codec === 'vp9'
    ? { ...common, codec: 'vp09.00.40.08', bitrateMode: 'quantizer', hardwareAcceleration: 'prefer-software' }
    : { ...common, codec: 'avc1.640028', bitrateMode: 'variable', bitrate, avc: { format: 'avc' } }
}

/** Whether the browser encodes so; it is tried, since what is said to be supported is not always there. */
export async function canEncode(encoding: Encoding): Promise<boolean> {
  if (typeof VideoEncoder === 'undefined') return false
  const { supported } = await VideoEncoder.isConfigSupported(configOf(encoding, 0)).catch(() => ({ supported: false }))
  if (!supported) return false
  const encoder = createEncoder(encoding)
  const canvas = new OffscreenCanvas(encoding.width, encoding.height)
  canvas.getContext('2d')
  await encoder.add(canvas, 0)
  return encoder.finish().then(
    ({ packets }) => packets.length > 0,
    () => false,
  )
}

/** Encodes the pictures of one slide, which begin with one that stands alone. */
export function createEncoder(encoding: Encoding, quality = 0) {
  const packets: FilmPacket[] = []
  let decoder: Encoded['decoder']
  let added = 0
  let failure: unknown
  const { rate } = encoding
  const encoder = new VideoEncoder({
    output(chunk, meta) {
      const bytes = new Uint8Array(chunk.byteLength)
      chunk.copyTo(bytes)
      packets.push([Math.round((chunk.timestamp * rate) / 1e6), chunk.type === 'key', toBase64(bytes)])
      decoder ??= meta?.decoderConfig && describe(meta.decoderConfig)
    },
    error(error) {
      failure = error
    },
  })
  encoder.configure(configOf(encoding, quality))
  const { quantizer } = QUALITIES[quality] as (typeof QUALITIES)[number]
  return {
    /** Encodes a picture; resolves when the next one has room. */
    async add(picture: CanvasImageSource, frame: number): Promise<void> {
      const shot = new VideoFrame(picture, { timestamp: Math.round((frame * 1e6) / rate) })
      const options: VideoEncoderEncodeOptions = { keyFrame: added++ === 0, vp9: { quantizer } }
      encoder.encode(shot, options)
      shot.close()
      while (encoder.encodeQueueSize > MOST_WAITING && failure === undefined)
        await new Promise((resolve) => encoder.addEventListener('dequeue', resolve, { once: true }))
    },
    /** Rejects with what the encoder reported. */
    async finish(): Promise<Encoded> {
      await encoder.flush()
      if (failure !== undefined) throw failure
      encoder.close()
      return { packets, ...(decoder && { decoder }) }
    },
  }
}

function describe({ codec, description, colorSpace }: VideoDecoderConfig): Encoded['decoder'] {
  const bytes = description && (ArrayBuffer.isView(description) ? description.buffer : description)
  return {
    codec,
    ...(bytes && { description: toBase64(new Uint8Array(bytes)) }),
    ...(colorSpace && { colorSpace: JSON.parse(JSON.stringify(colorSpace)) }),
  }
}

/** Bytes that one call takes as arguments. */
const PIECE = 0x8000

function toBase64(bytes: Uint8Array): string {
  let text = ''
  for (let at = 0; at < bytes.length; at += PIECE) text += String.fromCharCode(...bytes.subarray(at, at + PIECE))
  return btoa(text)
}
