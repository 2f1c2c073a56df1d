/** A kind of picture, video, sound or captions that every browser of the last years shows. */
export interface Format {
  name: string
  /** Media type. */
  type: string
  /** What its files end in; the first is what we give them. */
  extensions: readonly string[]
  /** Whether a file is one, by its first bytes. */
  isOne(bytes: Buffer): boolean
  /** Whether its end is there, where browsers would show the rest without a word. */
  isWhole?(bytes: Buffer): boolean
}

const startsWith =
  (text: string, at = 0) =>
  (bytes: Buffer) =>
    bytes.toString('latin1', at, at + text.length) === text
const isMp4 = startsWith('ftyp', 4)
const isMp3 = (bytes: Buffer) => startsWith('ID3')(bytes) || (bytes[0] === 0xff && ((bytes[1] ?? 0) & 0xe0) === 0xe0)

/** Pictures, by the signatures of their specifications. */
export const pictureFormats: readonly Format[] = [
  {
    name: 'PNG',
    type: 'image/png',
    extensions: ['png'],
    isOne: startsWith('\x89PNG\r\n\x1a\n'),
    isWhole: (bytes) => bytes.includes('IEND', 33, 'latin1'),
  },
  { name: 'JPEG', type: 'image/jpeg', extensions: ['jpg', 'jpeg'], isOne: startsWith('\xff\xd8\xff'), isWhole: hasJpegEnd },
  {
    name: 'WebP',
    type: 'image/webp',
    extensions: ['webp'],
    isOne: (bytes) => startsWith('RIFF')(bytes) && startsWith('WEBP', 8)(bytes),
    isWhole: (bytes) => bytes.readUInt32LE(4) + 8 <= bytes.length,
  },
  {
    name: 'AVIF',
    type: 'image/avif',
    extensions: ['avif'],
    isOne: (bytes) => isMp4(bytes) && /avi[fs]/.test(bytes.toString('latin1', 8, bytes.readUInt32BE(0))),
  },
  { name: 'GIF', type: 'image/gif', extensions: ['gif'], isOne: (bytes) => /^GIF8[79]a$/.test(bytes.toString('latin1', 0, 6)) },
  { name: 'SVG', type: 'image/svg+xml', extensions: ['svg'], isOne: isDrawing },
]

/** What plays, by the element that plays it. */
export const mediaFormats: Readonly<Record<'video' | 'audio' | 'track', readonly Format[]>> = {
  video: [
    { name: 'MP4', type: 'video/mp4', extensions: ['mp4'], isOne: isMp4 },
    { name: 'WebM', type: 'video/webm', extensions: ['webm'], isOne: startsWith('\x1a\x45\xdf\xa3') },
  ],
  audio: [
    { name: 'MP3', type: 'audio/mpeg', extensions: ['mp3'], isOne: isMp3 },
    { name: 'M4A', type: 'audio/mp4', extensions: ['m4a'], isOne: isMp4 },
    { name: 'Ogg', type: 'audio/ogg', extensions: ['ogg'], isOne: startsWith('OggS') },
    { name: 'WAV', type: 'audio/wav', extensions: ['wav'], isOne: startsWith('RIFF') },
  ],
  track: [
    {
      name: 'WebVTT',
      type: 'text/vtt',
      extensions: ['vtt'],
      isOne: (bytes) => /^\uFEFF?WEBVTT(?:\s|$)/.test(bytes.toString('utf8', 0, 16)),
    },
  ],
}

/** The format that a file says it has, by the ending of its name. */
export function formatOf(file: string, formats = pictureFormats): Format | undefined {
  const ending = /\.(\w+)$/.exec(file)?.[1]?.toLowerCase() ?? ''
  return formats.find(({ extensions }) => extensions.includes(ending))
}

/** Whether a JPEG has its end. What cameras write after it is long in some files, and a small picture in its Exif has an end, too. */
function hasJpegEnd(bytes: Buffer): boolean {
  const rows = bytes.lastIndexOf(Buffer.from([0xff, 0xda]))
  return bytes.includes(Buffer.from([0xff, 0xd9]), Math.max(rows, 0))
}

/** What may stand before the first element: declarations, comments, a document type. */
const BEFORE = /\s*(?:<\?[\s\S]*?\?>|<!--[\s\S]*?-->|<!DOCTYPE\s+svg\b[^>[]*(?:\[[\s\S]*?\]\s*)?>)/iy
const FIRST = /\s*<svg[\s>/]/y

/** Every file of text or bytes is asked; its first bytes tell most of them apart. */
function isDrawing(bytes: Buffer): boolean {
  if (!/^(?:\uFEFF)?\s*</.test(bytes.toString('utf8', 0, 256))) return false
  const text = String(bytes).replace(/^\uFEFF/, '')
  BEFORE.lastIndex = 0
  FIRST.lastIndex = 0
  while (BEFORE.test(text)) FIRST.lastIndex = BEFORE.lastIndex
  return FIRST.test(text)
}
