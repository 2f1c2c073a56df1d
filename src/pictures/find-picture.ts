import { join, parse, relative, sep } from 'node:path'
import probe from 'probe-image-size/sync.js'
import type { Medium, Picture, Size } from '../story/picture.ts'
import { shown } from '../util/diagnostic.ts'
import { folderNames, isWithin, kindOf, namesIn, readBytes, sizeOf } from '../util/files.ts'
import { suggest } from '../util/nearest.ts'
import { asset } from '../util/output-file.ts'
import { slug } from '../util/slug.ts'
import { type DrawingFault, readDrawing } from './drawing.ts'
import { type Format, formatOf, mediaFormats, pictureFormats } from './formats.ts'

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

/** What a slide may name by its address. */
export interface Wanted {
  /** What messages call it. */
  what: string
  formats: readonly Format[]
  /** The name of a file, for messages. */
  example: string
  /** In bytes. What is larger takes its readers minutes to load. */
  most: number
}

/** A file of the deck: its path relative to the deck's folder, its format by its name, and the path that pages know it by. */
export interface Located {
  file: string
  format: Format
  contents: Buffer
  path: string
}

/** Finds what a slide in the folder `beside` (relative to the deck's `folder`, with slashes) names by `address`, and reads it. A fault has the path where the file need not be there yet. */
export function locateFile(
  folder: string,
  beside: string,
  address: string,
  wanted: Wanted,
): Located | { file?: string; fault: string } {
  const refused = refusal(address, wanted)
  if (refused !== undefined) return { fault: refused }
  const file = join(beside, address).replaceAll(sep, '/')
  if (file === '..' || file.startsWith('../'))
    return {
      fault: `found ${shown(address)}, which leads out of the deck's folder, expected a file in it; copy the ${wanted.what} there`,
    }
  const format = formatOf(file, wanted.formats)
  if (!format) return { fault: `found ${shown(address)}, expected a ${wanted.what}: ${endingsOf(wanted.formats)}`, file }
  const read = readFile(folder, beside, file, wanted)
  if (typeof read === 'string') return { file, fault: read }
  return { file, format, contents: read, path: asset(`${plainName(parse(file).name)}.${format.extensions[0]}`, read).path }
}

/** As authors read them: `.png, .jpg or .svg`. */
function endingsOf(formats: readonly Format[]): string {
  return new Intl.ListFormat('en-GB', { type: 'disjunction' }).format(formats.map(({ extensions }) => `.${extensions[0]}`))
}

/** A name that every host and program can write. */
function plainName(name: string): string {
  return (
    slug(name)
      .match(/[a-z\d]+/g)
      ?.join('-') ?? 'picture'
  )
}

/** Why an address can be no file of the deck. */
function refusal(address: string, { what, example }: Wanted): string | undefined {
  if (address.trim() === '') return `found no address of a ${what}, expected the name of a file beside the slide`
  if (/^(?:[/\\]{2}|(?!file:)[a-z][a-z\d+.-]+:)/i.test(address))
    return `found the address ${shown(address)}, expected a file of the deck: pages request nothing from elsewhere; save the ${what} beside the slide`
  if (/^(?:[/\\]|file:|[a-z]:)/i.test(address))
    return `found the path ${shown(address)}, expected one from the slide's own folder, such as \`${example}\``
  return undefined
}

/** The bytes of a file, or why it cannot be taken. */
function readFile(folder: string, beside: string, file: string, wanted: Wanted): Buffer | string {
  const { what, most } = wanted
  const path = join(folder, file)
  const { dir, base } = parse(file)
  // A disk that takes capitals for small letters would find what another does not.
  const size = kindOf(path) === 'file' ? sizeOf(path) : undefined
  if (!namesIn(join(folder, dir)).includes(base) || size === undefined) return missing(folder, beside, file, wanted)
  if (!isWithin(folder, path))
    return `${shown(file)}: found a link to what lies outside the deck's folder, expected a file; copy the ${what} there`
  if (size > most)
    return `${shown(file)}: found ${Math.round(size / 1e6)} MB, expected at most ${most / 1e6} MB; make the ${what} smaller`
  return Buffer.from(readBytes(path) ?? [])
}

function missing(folder: string, beside: string, file: string, { what, formats }: Wanted): string {
  const { dir, base } = parse(file)
  const found = `found no file ${shown(file)}, expected a ${what} of the deck`
  const elsewhere = ['', ...folderNames(folder)].find((other) => kindOf(join(folder, other, base)) === 'file')
  if (elsewhere !== undefined)
    return `${found}; did you mean \`${relative(beside, join(elsewhere, base)).replaceAll(sep, '/')}\`?`
  return `${found}; ${suggest(
    base,
    namesIn(join(folder, dir)).filter((name) => formatOf(name, formats)),
  )}`
}
