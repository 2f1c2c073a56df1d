/** A kind of video, sound or captions that browsers play. */
export interface MediaFormat {
  element: 'video' | 'audio' | 'track'
  /** What its files end in. */
  extension: string
  type: string
  /** Whether a file is one, by its first bytes. */
  isOne(bytes: Buffer): boolean
}

const begins =
  (text: string, at = 0) =>
  (bytes: Buffer) =>
    bytes.toString('latin1', at, at + text.length) === text
const isMp4 = begins('ftyp', 4)
const isWebm = begins('\x1a\x45\xdf\xa3')
const isMp3 = (bytes: Buffer) => begins('ID3')(bytes) || (bytes[0] === 0xff && ((bytes[1] ?? 0) & 0xe0) === 0xe0)

/** All of them, by the signatures of their specifications. */
export const mediaFormats: readonly MediaFormat[] = [
  { element: 'video', extension: 'mp4', type: 'video/mp4', isOne: isMp4 },
  { element: 'video', extension: 'webm', type: 'video/webm', isOne: isWebm },
  { element: 'audio', extension: 'mp3', type: 'audio/mpeg', isOne: isMp3 },
  { element: 'audio', extension: 'm4a', type: 'audio/mp4', isOne: isMp4 },
  { element: 'audio', extension: 'ogg', type: 'audio/ogg', isOne: begins('OggS') },
  { element: 'audio', extension: 'wav', type: 'audio/wav', isOne: begins('RIFF') },
  {
    element: 'track',
    extension: 'vtt',
    type: 'text/vtt',
    isOne: (bytes) => /^\uFEFF?WEBVTT(?:\s|$)/.test(bytes.toString('utf8', 0, 16)),
  },
]
