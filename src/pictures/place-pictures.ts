import { hash } from 'node:crypto'
import { dirname } from 'node:path'
import type { Element } from 'hast'
import { decoded } from '../mdx/note-address.ts'
import { placeInSlide } from '../mdx/place-in-slide.ts'
import type { SlideSource } from '../mdx/source.ts'
import type { Medium, Picture } from '../story/picture.ts'
import type { Slide } from '../story/story.ts'
import { editTree } from '../tree/edit-tree.ts'
import { elementsOf } from '../tree/elements-of.ts'
import { hasClass } from '../tree/has-class.ts'
import type { Tree } from '../tree/tree.ts'
import { type Problem, shown } from '../util/diagnostic.ts'
import { type Finding, findPicture } from './find-picture.ts'
import { pictureElement, wrongMeasure } from './picture-element.ts'
import { placeMedium } from './place-media.ts'

/** Slides with their pictures found. */
export interface PlacedPictures {
  slides: Slide[]
  problems: Problem[]
  /** Files of pictures, also of those that are missing or wrong, relative to the deck's folder, sorted. */
  files: string[]
}

/** In bytes, of the pictures on all slides. A browser does not print a document of many more. */
const MOST_IN_ALL = 60e6

/**
 * Finds the files of all pictures in the deck's `folder`, relative to the slide that shows them, and writes path, width and height
 * into their elements. A slide without pictures is the same object.
 */
export function placePictures(
  folder: string,
  slides: readonly Slide[],
  sources: ReadonlyMap<string, SlideSource>,
): PlacedPictures {
  const problems: Problem[] = []
  const found = new Map<string, Finding>()
  const files: string[] = []
  const find = (beside: string, address: string) => {
    const known = found.get(`${beside}\0${address}`) ?? findPicture(folder, beside, address)
    found.set(`${beside}\0${address}`, known)
    return known
  }
  const placed = slides.map((slide) => {
    if (partsOf(slide).every((part) => elementsOf(part, 'img', 'video', 'audio').length === 0)) return slide
    const beside = slide.file === undefined ? 'slides' : dirname(slide.file)
    const told = placeIn(slide, (address) => find(beside, address), folder, beside)
    files.push(...told.files)
    for (const { address, words, message } of told.faults)
      problems.push({ place: placeInSlide(slide, sources, address, words), message })
    return told.slide
  })
  problems.push(...tooMany(placed))
  files.push(...[...found.values()].flatMap(({ file }) => file ?? []))
  return { slides: placed, problems, files: [...new Set(files)].sort() }
}

/** A picture is printed with every slide that shows it. */
function tooMany(slides: readonly Slide[]): Problem[] {
  const all = slides.flatMap(({ pictures = [] }) => pictures).reduce((sum, { contents }) => sum + contents.length, 0)
  if (all <= MOST_IN_ALL) return []
  const found = `found ${Math.ceil(all / 1e6)} MB of pictures on all slides, expected at most ${MOST_IN_ALL / 1e6} MB`
  return [{ message: `${found}; make them smaller: 2,000 px are as wide as any screen shows a slide` }]
}

interface Fault {
  /** As the slide has them. */
  address: string
  words: string
  message: string
}

function placeIn(
  slide: Slide,
  find: (address: string) => Finding,
  folder: string,
  beside: string,
): { slide: Slide; faults: Fault[]; files: string[] } {
  const faults = new Map<string, Fault>()
  const pictures = new Map<string, Picture>()
  const media = new Map<string, Medium>()
  const files: string[] = []
  const blame = (fault: Fault) => faults.set(Object.values(fault).join('\0'), fault)
  const place = (part: Tree) =>
    editTree(part, (element) => {
      if (element.tagName === 'video' || element.tagName === 'audio') {
        const { faults: found, poster, ...placed } = placeMedium(element, folder, beside, find)
        for (const fault of found) blame({ ...fault, words: '' })
        if (poster) pictures.set(poster.path, poster)
        for (const medium of placed.media) media.set(medium.path, medium)
        files.push(...placed.files)
        return placed.element
      }
      if (element.tagName !== 'img') return undefined
      const [address, words] = namesOf(element)
      const found = find(decoded(address))
      for (const message of faultsOf(element, found)) blame({ address, words, message })
      if ('fault' in found) return undefined
      pictures.set(found.picture.path, found.picture)
      return pictureElement(found.picture, element)
    })
  const { body, notes, content, headline } = slide
  for (const element of elementsOf(headline, 'img')) {
    const [address, words] = namesOf(element)
    blame({ address, words, message: 'found a picture in the headline, expected a sentence; put the picture below it' })
  }
  const placed = { body: place(body), notes: place(notes), content: place(content) }
  const played = media.size > 0 ? { media: [...media.values()] } : {}
  return { slide: { ...slide, ...placed, pictures: [...pictures.values()], ...played }, faults: [...faults.values()], files }
}

function partsOf({ headline, body, notes, content }: Slide): Tree[] {
  return [headline, body, notes, content]
}

function namesOf({ properties: { src, alt } }: Element): [address: string, words: string] {
  return [String(src ?? ''), String(alt ?? '')]
}

function faultsOf(element: Element, found: Finding): string[] {
  const faults = 'fault' in found ? [found.fault] : []
  const measure = wrongMeasure(element)
  if (measure !== undefined)
    faults.push(`found ${measure}=${shown(String(element.properties[measure]))}, expected px, such as 320`)
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
