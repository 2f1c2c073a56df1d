import type { Size } from '../story/picture.ts'
import { sizeOfAvif } from './size-of-avif.ts'
import { hasJpegEnd, sizeOfJpeg } from './size-of-jpeg.ts'
import { sizeOfPng } from './size-of-png.ts'
import { sizeOfSvg } from './size-of-svg.ts'
import { sizeOfWebp } from './size-of-webp.ts'
import { drawingIn } from './svg-drawing.ts'

/** A kind of picture that every browser of the last years shows. */
export interface Format {
  name: string
  /** Media type. */
  type: string
  /** What its files end in; the first is what we give them. */
  extensions: readonly string[]
  /** Whether a file is one, by its first bytes. */
  isOne(bytes: Buffer): boolean
  /** Undefined where the file has none; throws RangeError for one that ends too early. */
  sizeOf(bytes: Buffer): Size | undefined
  /** Whether its end is there, where browsers would show the rest without a word. */
  isWhole?(bytes: Buffer): boolean
}

const startsWith =
  (text: string, at = 0) =>
  (bytes: Buffer) =>
    bytes.toString('latin1', at, at + text.length) === text

/** All of them, by the signatures and headers of their specifications. */
export const formats: readonly Format[] = [
  {
    name: 'PNG',
    type: 'image/png',
    extensions: ['png'],
    isOne: startsWith('\x89PNG\r\n\x1a\n'),
    sizeOf: sizeOfPng,
    isWhole: (bytes) => bytes.includes('IEND', 33, 'latin1'),
  },
  {
    name: 'JPEG',
    type: 'image/jpeg',
    extensions: ['jpg', 'jpeg'],
    isOne: startsWith('\xff\xd8\xff'),
    sizeOf: sizeOfJpeg,
    isWhole: hasJpegEnd,
  },
  {
    name: 'WebP',
    type: 'image/webp',
    extensions: ['webp'],
    isOne: (bytes) => startsWith('RIFF')(bytes) && startsWith('WEBP', 8)(bytes),
    sizeOf: sizeOfWebp,
    isWhole: (bytes) => bytes.readUInt32LE(4) + 8 <= bytes.length,
  },
  {
    name: 'AVIF',
    type: 'image/avif',
    extensions: ['avif'],
    isOne: (bytes) => startsWith('ftyp', 4)(bytes) && /avi[fs]/.test(bytes.toString('latin1', 8, bytes.readUInt32BE(0))),
    sizeOf: sizeOfAvif,
  },
  {
    name: 'GIF',
    type: 'image/gif',
    extensions: ['gif'],
    isOne: (bytes) => /^GIF8[79]a$/.test(bytes.toString('latin1', 0, 6)),
    sizeOf: (bytes) => ({ width: bytes.readUInt16LE(6), height: bytes.readUInt16LE(8) }),
  },
  {
    name: 'SVG',
    type: 'image/svg+xml',
    extensions: ['svg'],
    isOne: (bytes) => drawingIn(bytes) !== undefined,
    sizeOf: sizeOfSvg,
  },
]

/** The format that a file says it has, by the ending of its name. */
export function formatOf(file: string): Format | undefined {
  const ending = /\.(\w+)$/.exec(file)?.[1]?.toLowerCase() ?? ''
  return formats.find(({ extensions }) => extensions.includes(ending))
}

/** The endings of all formats as authors read them. */
export const ENDINGS = '.png, .jpg, .webp, .avif, .gif or .svg'
