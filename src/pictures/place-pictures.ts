import { hash } from 'node:crypto'
import { dirname } from 'node:path'
import type { Element } from 'hast'
import { decoded, locationInSlide, type SlideSource } from '../mdx/source.ts'
import type { Medium, Picture } from '../story/picture.ts'
import type { Slide } from '../story/story.ts'
import { editTree } from '../tree/edit-tree.ts'
import { elementsOf } from '../tree/elements-of.ts'
import { hasClass } from '../tree/has-class.ts'
import type { Tree } from '../tree/tree.ts'
import { type Diagnostic, shown } from '../util/diagnostic.ts'
import { type Found, findMedium, findPicture, WORDS } from './find-picture.ts'

/** In bytes, of the pictures on all slides. A browser does not print a document of many more. */
const MOST_IN_ALL = 60e6

/**
 * Finds the files of all pictures in the deck's `folder`, relative to the slide that shows them, and writes path, width and height
 * into their elements. A slide without pictures is the same object. `files` are those of pictures, also missing and wrong ones,
 * relative to the deck's folder, sorted.
 */
export function placePictures(
  folder: string,
  slides: readonly Slide[],
  sources: ReadonlyMap<string, SlideSource>,
): { slides: Slide[]; diagnostics: Diagnostic[]; files: string[] } {
  const diagnostics: Diagnostic[] = []
  const found = new Map<string, Found<Medium | Picture>>()
  const findOnce = <T extends Medium>(key: string, find: () => Found<T>): Found<T> => {
    const known = (found.get(key) as Found<T> | undefined) ?? find()
    found.set(key, known)
    return known
  }
  const placed = slides.map((slide) => {
    if (partsOf(slide).every((part) => elementsOf(part, 'img', 'video', 'audio').length === 0)) return slide
    const beside = slide.file === undefined ? 'slides' : dirname(slide.file)
    const faults = new Map<string, Diagnostic>()
    const blame = (address: string, message: string, words = '') =>
      faults.set([address, words, message].join('\0'), { location: locationInSlide(slide, sources, address, words), message })
    const told = locationIn(slide, {
      picture: (address) => findOnce(`${beside}\0${address}`, () => findPicture(folder, beside, address)),
      medium: (address, element) =>
        findOnce(`${beside}\0${address}\0${element}`, () => findMedium(folder, beside, address, element)),
      blame,
    })
    diagnostics.push(...faults.values())
    return told
  })
  diagnostics.push(...tooMany(placed))
  const files = [...found.values()].flatMap(({ file }) => file ?? [])
  return { slides: placed, diagnostics, files: [...new Set(files)].sort() }
}

/** A picture is printed with every slide that shows it. */
function tooMany(slides: readonly Slide[]): Diagnostic[] {
  const all = slides.flatMap(({ pictures = [] }) => pictures).reduce((sum, { contents }) => sum + contents.length, 0)
  if (all <= MOST_IN_ALL) return []
  const found = `found ${Math.ceil(all / 1e6)} MB of pictures on all slides, expected at most ${MOST_IN_ALL / 1e6} MB`
  return [{ message: `${found}; make them smaller: 2,000 px are as wide as any screen shows a slide` }]
}

/** What placing a slide's pictures asks. */
interface Tools {
  picture(address: string): Found<Picture>
  medium(address: string, element: keyof typeof WORDS): Found<Medium>
  /** Tells what is wrong with an address and its words, both as the slide has them. */
  blame(address: string, message: string, words?: string): void
}

function locationIn(slide: Slide, tools: Tools): Slide {
  const { blame } = tools
  const pictures = new Map<string, Picture>()
  const media = new Map<string, Medium>()
  /** What was found, noted as the slide's own; what is wrong is told. */
  const take = <T extends Medium>(
    found: Found<T>,
    into: Map<string, T>,
    address: string,
    before = '',
    words = '',
  ): T | undefined => {
    if ('fault' in found) blame(address, before + found.fault, words)
    else into.set(found.found.path, found.found)
    return 'fault' in found ? undefined : found.found
  }
  const place = (part: Tree) =>
    editTree(part, (element) => {
      if (element.tagName === 'video' || element.tagName === 'audio')
        return placeMedium(element, {
          medium: (address, of) => take(tools.medium(decoded(address), of), media, address),
          picture: (address, before) => take(tools.picture(decoded(address)), pictures, address, before),
          blame,
        })
      if (element.tagName !== 'img') return undefined
      const [address, words] = namesOf(element)
      const picture = take(tools.picture(decoded(address)), pictures, address, '', words)
      for (const message of faultsOf(element)) blame(address, message, words)
      return picture && pictureElement(picture, element)
    })
  const { body, notes, content, headline } = slide
  for (const element of elementsOf(headline, 'img')) {
    const [address, words] = namesOf(element)
    blame(address, 'found a picture in the headline, expected a sentence; put the picture below it', words)
  }
  const placed = { body: place(body), notes: place(notes), content: place(content) }
  const played = media.size > 0 ? { media: [...media.values()] } : {}
  return { ...slide, ...placed, pictures: [...pictures.values()], ...played }
}

/** A picture's element with path and size; an author who gives only one measure gets the other. */
function pictureElement(picture: Picture, element: Element): Element {
  const { src: _, alt, width, height, ...rest } = element.properties
  const [across, down] = [Number(width), Number(height)]
  // What is not given is not a number.
  const scale = across > 0 ? across / picture.width : down > 0 ? down / picture.height : 1
  const size = { width: Math.round(across || picture.width * scale), height: Math.round(down || picture.height * scale) }
  return { ...element, properties: { src: picture.path, alt: alt ?? '', ...size, ...rest } }
}

function partsOf({ headline, body, notes, content }: Slide): Tree[] {
  return [headline, body, notes, content]
}

function namesOf({ properties: { src, alt } }: Element): [address: string, words: string] {
  return [String(src ?? ''), String(alt ?? '')]
}

function faultsOf(element: Element): string[] {
  const { properties } = element
  const measure = ['width', 'height'].find((name) => name in properties && !/^[1-9]\d{0,4}$/.test(String(properties[name])))
  const faults = measure === undefined ? [] : [`found ${measure}=${shown(String(properties[measure]))}, expected px, such as 320`]
  const [, words] = namesOf(element)
  // What a slide stands on has none.
  if (words.trim() === '' && !hasClass(element, 'backdrop'))
    faults.push(`found a picture without words, expected \`![what it shows](…)\`, or \`alt\`; those who cannot see it hear them`)
  return faults
}

/** Puts the bytes of all pictures, and what tells other files apart, into the hash of what a story is made from. */
export function hashWith(inputHash: string, slides: readonly Slide[], more = ''): string {
  const pictures = slides.flatMap((slide) => [...(slide.pictures ?? []), ...(slide.media ?? [])])
  if (pictures.length === 0 && more === '') return inputHash
  return hash(
    'sha256',
    [inputHash, more, ...pictures.map(({ path, contents }) => `${path} ${hash('sha256', contents)}`)].join('\n'),
  )
}

/** What places an element of video or sound asks: for files, of which undefined have been told to be missing, and to tell faults. */
export interface MediaTools {
  medium(address: string, element: keyof typeof WORDS): Medium | undefined
  picture(address: string, of: string): Picture | undefined
  /** Of an address as the slide has it. */
  blame(address: string, message: string): void
}

/** Writes the paths of its files into a `<video>` or `<audio>` of a slide. */
export function placeMedium(element: Element, { medium, picture, blame }: MediaTools): Element {
  const { src, poster, dataCaptions, dataSilent, ...rest } = element.properties
  const kind = element.tagName === 'video' ? 'video' : 'audio'
  const address = String(src ?? '')
  const path = medium(address, kind)?.path ?? ''
  if (String(rest.ariaLabel ?? '').trim() === '')
    blame(
      address,
      `found a ${WORDS[kind]} without words, expected \`alt\` of <${kind === 'video' ? 'Video' : 'Audio'}>: what it shows and says; those who cannot see or hear it read them`,
    )
  if (kind === 'audio') return { ...element, properties: { ...rest, src: path }, children: [] }
  const still = picture(String(poster ?? ''), 'poster: ')
  if (dataCaptions === undefined && dataSilent === undefined)
    blame(
      address,
      'found a video without captions, expected `captions="….vtt"` of <Video>, or `silent` where nothing is said; those who cannot hear it read them',
    )
  const track = dataCaptions === undefined ? [] : [trackElement(medium(String(dataCaptions), 'track')?.path ?? '')]
  const size = still && { poster: still.path, width: still.width, height: still.height }
  return { ...element, properties: { ...rest, ...size, src: path }, children: track }
}

function trackElement(src: string): Element {
  return { type: 'element', tagName: 'track', properties: { kind: 'captions', src, default: true }, children: [] }
}
