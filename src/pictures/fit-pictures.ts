import type { Element } from 'hast'
import type { NarrowerPicture, Picture } from '../story/picture.ts'
import type { Slide } from '../story/story.ts'
import { editTree } from '../tree/edit-tree.ts'
import { hasClass } from '../tree/has-class.ts'
import type { Tree } from '../tree/tree.ts'
import { type Cache, createCache } from '../util/cache.ts'
import { asset } from '../util/output-file.ts'
import { createResizer, type Resizer } from './resize.ts'

const LEAST = 640
/** Widths in px that pictures come in: of a phone, of a column, and of a whole slide on a screen of twice as many px. */
const WIDTHS = [LEAST, 1280, 2560]
/** What is hardly wider than one of them is not made again. */
const HARDLY = 1.25
/** Wide parts of a slide, in px of its 1280. */
const SLIDE = 1280
const COLUMN = 584

/**
 * Slides whose photographs come as wide as they are shown: each as wide as a slide at most, and narrower ones beside it, of which
 * browsers choose. Drawings, and pictures in formats that are small by themselves, stay as they are.
 */
export async function fitPictures(slides: readonly Slide[], kept: Cache = createCache('resized')): Promise<Slide[]> {
  const resizer = createResizer()
  try {
    const fitted = new Map<string, Promise<Picture>>()
    const fitOnce = (picture: Picture) => {
      const known = fitted.get(picture.path) ?? fitPicture(picture, kept, resizer)
      fitted.set(picture.path, known)
      return known
    }
    return await Promise.all(slides.map((slide) => fitSlide(slide, fitOnce)))
  } finally {
    await resizer.dispose()
  }
}

async function fitSlide(slide: Slide, fitOnce: (picture: Picture) => Promise<Picture>): Promise<Slide> {
  const { pictures = [], body, content, notes } = slide
  if (!pictures.some(({ type, width }) => isPhotograph(type) && width > LEAST * HARDLY)) return slide
  const fitted = new Map(await Promise.all(pictures.map(async (picture) => [picture.path, await fitOnce(picture)] as const)))
  const place = (part: Tree, sizes: (element: Element) => string) =>
    editTree(part, (element) => {
      const poster = element.tagName === 'video' ? fitted.get(String(element.properties.poster)) : undefined
      if (poster) return { ...element, properties: { ...element.properties, poster: poster.path } }
      const picture = element.tagName === 'img' ? fitted.get(String(element.properties.src)) : undefined
      if (!picture) return undefined
      const choice = picture.narrower ? { srcSet: srcSetOf(picture), sizes: sizes(element) } : {}
      return { ...element, properties: { ...element.properties, src: picture.path, ...choice } }
    })
  return {
    ...slide,
    body: place(body, () => '(min-width: 60rem) 45vw, 100vw'),
    content: place(content, (element) => `${Math.ceil((shownWidth(slide.layout, element) / SLIDE) * 100)}vw`),
    notes: place(notes, () => '50vw'),
    pictures: [...fitted.values()],
  }
}

function isPhotograph(type: string): type is 'image/jpeg' | 'image/png' {
  return type === 'image/jpeg' || type === 'image/png'
}

/** As wide as a picture is on a slide of a layout, in px of its 1280, at most. */
function shownWidth(layout: string, { properties, ...rest }: Element): number {
  const own = Number(properties.width)
  if (layout === 'picture' || hasClass({ properties, ...rest }, 'backdrop')) return SLIDE
  const room = layout === 'full' ? 1200 : COLUMN
  return own > 0 ? Math.min(own, room) : room
}

function srcSetOf({ path, width, shipped = width, narrower = [] }: Picture): string {
  return [...narrower.map((each) => `${each.path} ${each.width}w`), `${path} ${shipped}w`].join(', ')
}

/** What is kept of a picture, whose bytes say what it is made from. */
async function fitPicture(picture: Picture, kept: Cache, resizer: Resizer): Promise<Picture> {
  const { width, type } = picture
  if (!isPhotograph(type) || hasOtherColours(picture)) return picture
  const widths = WIDTHS.filter((each) => each * HARDLY < width)
  const made = await Promise.all(widths.map((each) => narrowed(picture, each, kept, resizer)))
  const narrower = made.filter((each) => each !== undefined)
  // Nobody shows a slide wider.
  const [widest] = narrower.filter((each) => each.width === WIDTHS.at(-1))
  const whole = widest ? { ...picture, path: widest.path, contents: widest.contents, shipped: widest.width } : picture
  const others = narrower.filter((each) => each !== widest)
  return others.length > 0 ? { ...whole, narrower: others } : whole
}

/** Undefined for bytes that came out larger, and for what the codec cannot read though browsers can. */
async function narrowed(picture: Picture, width: number, kept: Cache, resizer: Resizer): Promise<NarrowerPicture | undefined> {
  const { contents, type, path } = picture
  if (!isPhotograph(type)) return undefined
  const key = `1 ${path} ${contents.length} ${width}`
  const height = Math.max(1, Math.round((picture.height / picture.width) * width))
  const known = await kept.find(key)
  const bytes = known ?? (await resizer.resize({ contents, type, width, height }).catch(() => undefined))
  if (!bytes) return undefined
  if (!known) await kept.keep(key, bytes)
  if (bytes.length >= contents.length) return undefined
  const { path: own } = asset(path.replace(/^assets\//, '').replace(/\.[^.]+(\.[^.]+)$/, `-${width}$1`), bytes)
  return { path: own, contents: bytes, width }
}

/** A profile that the codecs would lose, and the colours with it. */
function hasOtherColours({ contents }: Picture): boolean {
  const head = Buffer.from(contents.buffer, contents.byteOffset, Math.min(contents.length, 65_536)).toString('latin1')
  return /ICC_PROFILE|iCCP/.test(head) && !/s\0?R\0?G\0?B/.test(head)
}
