import type { Element } from 'hast'
import { decoded } from '../mdx/note-address.ts'
import type { Medium, Picture } from '../story/picture.ts'
import { asset } from '../util/asset.ts'
import { shown } from '../util/diagnostic.ts'
import { type Finding, plainName } from './find-picture.ts'
import { locateFile, type Wanted } from './locate-file.ts'
import { type MediaFormat, mediaFormats } from './media-formats.ts'

/** An element of video or sound with its files found. */
export interface PlacedMedium {
  element: Element
  media: Medium[]
  poster?: Picture
  /** Each of an address. */
  faults: { address: string; message: string }[]
  /** Its files, also missing ones, relative to the deck's folder. */
  files: string[]
}

/** In bytes. A host that serves more of one file asks for money. */
const MOST_BYTES = 100e6
const WORDS = { video: 'video', audio: 'sound', track: 'file of captions' } as const

/** Finds the files of a `<video>` or `<audio>` of a slide in the folder `beside`, and writes their paths into it. */
export function placeMedium(
  element: Element,
  folder: string,
  beside: string,
  findPicture: (address: string) => Finding,
): PlacedMedium {
  const { src, poster, dataCaptions, dataSilent, ...rest } = element.properties
  const kind = element.tagName === 'video' ? 'video' : 'audio'
  const placed: PlacedMedium = { element, media: [], faults: [], files: [] }
  const blame = (address: unknown, message: string) => placed.faults.push({ address: String(address ?? ''), message })
  const pathOf = (address: unknown, of: MediaFormat['element']) => {
    const found = findMedium(folder, beside, decoded(String(address ?? '')), of)
    if (found.file !== undefined) placed.files.push(found.file)
    if ('fault' in found) blame(address, found.fault)
    else placed.media.push(found.medium)
    return 'fault' in found ? '' : found.medium.path
  }
  const path = pathOf(src, kind)
  if (String(rest.ariaLabel ?? '').trim() === '')
    blame(
      src,
      `found a ${WORDS[kind]} without words, expected \`alt\`: what it shows and says; those who cannot see or hear it read them`,
    )
  if (kind === 'audio') return { ...placed, element: { ...element, properties: { ...rest, src: path }, children: [] } }
  const still = findPicture(decoded(String(poster ?? '')))
  if (still.file !== undefined) placed.files.push(still.file)
  if ('fault' in still) blame(poster, `poster: ${still.fault}`)
  else placed.poster = still.picture
  if (dataCaptions === undefined && dataSilent === undefined)
    blame(
      src,
      'found a video without captions, expected `captions="….vtt"`, or `silent` where nothing is said; those who cannot hear it read them',
    )
  const track = dataCaptions === undefined ? [] : [trackElement(pathOf(dataCaptions, 'track'))]
  const size = placed.poster && { poster: placed.poster.path, width: placed.poster.width, height: placed.poster.height }
  return { ...placed, element: { ...element, properties: { ...rest, ...size, src: path }, children: track } }
}

function trackElement(src: string): Element {
  return { type: 'element', tagName: 'track', properties: { kind: 'captions', src, default: true }, children: [] }
}

function findMedium(
  folder: string,
  beside: string,
  address: string,
  element: MediaFormat['element'],
): { file: string; medium: Medium } | { file?: string; fault: string } {
  const known = mediaFormats.filter((format) => format.element === element)
  const formatOf = (file: string) => known.find(({ extension }) => file.toLowerCase().endsWith(`.${extension}`))
  const wanted: Wanted = {
    what: WORDS[element],
    endings: known.map(({ extension }) => `.${extension}`).join(', '),
    accepts: (file) => formatOf(file) !== undefined,
    most: MOST_BYTES,
  }
  const located = locateFile(folder, beside, address, wanted)
  const format = formatOf(located.file ?? '')
  if ('fault' in located || !format) return located as { file?: string; fault: string }
  const { file, contents } = located
  if (!format.isOne(contents))
    return { file, fault: `${shown(file)}: found other bytes in it, expected .${format.extension}; save it anew` }
  const name =
    file
      .split('/')
      .at(-1)
      ?.replace(/\.\w+$/, '') ?? ''
  const { path } = asset(`${plainName(name)}.${format.extension}`, contents)
  return { file, medium: { path, contents, type: format.type } }
}
