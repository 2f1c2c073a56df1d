import probe from 'probe-image-size/sync.js'
import type { Medium, Picture, Size } from '../story/picture.ts'
import { shown } from '../util/diagnostic.ts'
import { type DrawingFault, readDrawing } from './drawing.ts'
import { type Format, mediaFormats, pictureFormats } from './formats.ts'
import { type Located, locateFile } from './locate-file.ts'

/** What an address leads to, or why it does not. The file, relative to the deck's folder, need not be there yet. */
export type Found<T> = { file: string; found: T } | { file?: string; fault: string }

/** Finds the picture that a slide in the folder `beside` (relative to the deck's `folder`, with slashes) names by `address`, and looks into it. */
export function findPicture(folder: string, beside: string, address: string): Found<Picture> {
  const wanted = { what: 'picture', formats: pictureFormats, example: 'picture.jpg', most: 20e6 }
  return look(locateFile(folder, beside, address, wanted), ({ file, format, contents, path }) => {
    const read = readPicture(contents, format)
    if (!('fault' in read)) return { path, contents, type: format.type, ...read }
    const { message, line, column } = read.fault
    return `${shown(line === undefined ? file : `${file}:${line}:${column}`)}: ${message}`
  })
}

/** What elements that play something name, and what messages call it. */
export const WORDS = { video: 'video', audio: 'sound', track: 'file of captions' } as const
const EXAMPLES = { video: 'video.mp4', audio: 'sound.mp3', track: 'captions.vtt' } as const

/** Finds in the same way what an element plays. */
export function findMedium(folder: string, beside: string, address: string, element: keyof typeof WORDS): Found<Medium> {
  // A host that serves more of one file asks for money.
  const wanted = { what: WORDS[element], formats: mediaFormats[element], example: EXAMPLES[element], most: 100e6 }
  return look(locateFile(folder, beside, address, wanted), ({ file, format, contents, path }) =>
    format.isOne(contents)
      ? { path, contents, type: format.type }
      : `${shown(file)}: found other bytes in it, expected .${format.extensions[0]}; save it anew`,
  )
}

/** What a file that is there holds, or what is wrong with it. */
function look<T extends Medium>(
  located: Located | { file?: string; fault: string },
  read: (located: Located) => T | string,
): Found<T> {
  if ('fault' in located) return located
  const found = read(located)
  return typeof found === 'string' ? { file: located.file, fault: found } : { file: located.file, found }
}

/** Pixels that a browser can still unpack and print. */
const MOST_PIXELS = 50e6

/**
 * Looks into the file of a picture, whose name says that it is of a format: its size in px, or what is wrong with it, and where in a drawing. Bytes are
 * believed, and not the name.
 */
export function readPicture(bytes: Buffer, named: Format): Size | { fault: DrawingFault } {
  const format = pictureFormats.find(({ isOne }) => isOne(bytes))
  const fault = (message: string) => ({ fault: { message } })
  if (!format)
    return fault(`found ${bytes.length === 0 ? 'an empty file' : 'other bytes in it'}, expected ${named.name}; save it anew`)
  if (format !== named) return fault(`found ${format.name} in it; call it .${format.extensions[0]}`)
  if (format.name === 'SVG') return readDrawing(bytes)
  if (format.isWhole?.(bytes) === false) return fault(`found only the beginning of the ${format.name}; save it anew`)
  const size = sizeOfBitmap(bytes)
  if (!size || size.width < 1 || size.height < 1) return fault(`found no width and height in the ${format.name}; save it anew`)
  if (size.width * size.height > MOST_PIXELS)
    return fault(`found ${size.width} × ${size.height} px, expected at most ${MOST_PIXELS / 1e6} million; make it smaller`)
  return size
}

/** Values of the Exif field that says how a camera was held, of those that were held upright. */
const [FIRST, LAST] = [5, 8]

/** The size of a picture of px as browsers show it, turned as its camera was held. Undefined where the file has none, or ends too early. */
function sizeOfBitmap(bytes: Buffer): Size | undefined {
  const found = probe(bytes)
  if (!found) return undefined
  const { width, height, orientation = orientationOfPng(bytes) } = found
  return orientation >= FIRST && orientation <= LAST ? { width: height, height: width } : { width, height }
}

/** Browsers turn a PNG as the Exif before its first row says (`eXIf` of the third edition), which is a small TIFF file; 1 where there is none. */
function orientationOfPng(bytes: Buffer): number {
  const chunk = bytes.indexOf('eXIf', 33, 'latin1')
  if (bytes.toString('latin1', 1, 4) !== 'PNG' || chunk === -1 || chunk > bytes.indexOf('IDAT', 33, 'latin1')) return 1
  const tiff = bytes.subarray(chunk + 4, chunk + 4 + bytes.readUInt32BE(chunk - 4))
  const isLittle = tiff.toString('latin1', 0, 2) === 'II'
  // One field says it: its tag, the kind of its value, and how many there are.
  const field = Buffer.from(isLittle ? [0x12, 1, 3, 0, 1, 0, 0, 0] : [1, 0x12, 0, 3, 0, 0, 0, 1])
  const at = tiff.indexOf(field)
  return at === -1 ? 1 : (tiff[at + field.length + (isLittle ? 0 : 1)] ?? 1)
}
