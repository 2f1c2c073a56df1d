import { createHash } from 'node:crypto'
import type { Root } from 'hast'
import type { Printer } from '../../browser/printer.ts'
import { readPicture } from '../../pictures/find-picture.ts'
import { pictureFormats } from '../../pictures/formats.ts'
import type { Size } from '../../story/picture.ts'
import type { Story } from '../../story/story.ts'
import { elementsOf } from '../../tree/elements-of.ts'
import { dataUrl } from '../slide-media.ts'
import { classesOf } from './blocks.ts'
import type { Part, Relationships } from './package.ts'
import { background } from './shapes.ts'
import { NAMESPACES } from './theme.ts'
import { type Box, xml } from './xml.ts'

/** A picture that PowerPoint can show. */
export interface Medium extends Size {
  contents: Uint8Array
  /** Media type: `image/png`, `image/jpeg`, `image/gif`, or `image/svg+xml` with the same drawn as PNG for older programs. */
  type: string
  drawn?: Uint8Array
}

const EXTENSIONS: Readonly<Record<string, string>> = {
  'image/png': 'png',
  'image/jpeg': 'jpeg',
  'image/gif': 'gif',
  'image/svg+xml': 'svg',
}

/** Whether the package can have a picture as it is. */
function isKnownType(type: string): boolean {
  return Object.hasOwn(EXTENSIONS, type)
}

/** The pictures of a package, each once; their names carry their content. */
export class Media {
  readonly #parts = new Map<string, Part>()

  get parts(): Part[] {
    return [...this.#parts.values()]
  }

  /** What a slide with these relationships refers to a picture by; `alpha` in thousandths of a percent. */
  blip({ contents, type, drawn }: Medium, relationships: Relationships, alpha?: number): string {
    const vector = drawn === undefined ? '' : svgBlip(relationships.to('image', this.#add(contents, type)))
    const pale = alpha === undefined ? '' : xml('a:alphaModFix', { amt: alpha })
    const bitmap = drawn === undefined ? this.#add(contents, type) : this.#add(drawn, 'image/png')
    return xml('a:blip', { 'r:embed': relationships.to('image', bitmap) }, pale, vector)
  }

  /** The part's address from a slide. */
  #add(contents: Uint8Array, type: string): string {
    const name = `${createHash('sha256').update(contents).digest('hex').slice(0, 16)}.${EXTENSIONS[type] ?? 'png'}`
    this.#parts.set(name, { path: `ppt/media/${name}`, contents })
    return `../media/${name}`
  }
}

function svgBlip(id: string): string {
  const svg = xml('asvg:svgBlip', {
    'xmlns:asvg': 'http://schemas.microsoft.com/office/drawing/2016/SVG/main',
    'xmlns:r': NAMESPACES['xmlns:r'],
    'r:embed': id,
  })
  return xml('a:extLst', {}, xml('a:ext', { uri: '{96DAC541-7B7A-43D3-8B79-37D633B846F1}' }, svg))
}

/**
 * All pictures of slides and charts by the address that is written there. A drawing stays one, with the same as a bitmap for programs
 * that know none; formats that only browsers know become bitmaps. Both need the browser.
 */
export async function deckPictures(story: Story, printer: Pick<Printer, 'photograph'>): Promise<Map<string, Medium>> {
  const found = new Map<string, Omit<Medium, 'drawn'>>()
  for (const { pictures = [] } of story.slides) for (const { path, ...picture } of pictures) found.set(path, picture)
  for (const { marks } of story.wide.states)
    for (const mark of marks.values())
      if (mark.kind === 'image' && !found.has(mark.href)) found.set(mark.href, fromDataUrl(mark.href))
  const known = await Promise.all(
    [...found].map(async ([address, picture]) => [address, await prepared(picture, printer)] as const),
  )
  return new Map(known)
}

async function prepared(picture: Omit<Medium, 'drawn'>, printer: Pick<Printer, 'photograph'>): Promise<Medium> {
  if (picture.type === 'image/svg+xml') return { ...picture, drawn: await photograph(picture, printer) }
  return isKnownType(picture.type) ? picture : { ...picture, type: 'image/png', contents: await photograph(picture, printer) }
}

/** Longest side of a bitmap in px: twice what a slide shows. */
const LONGEST = 2560

async function photograph({ contents, type, width, height }: Medium, printer: Pick<Printer, 'photograph'>): Promise<Uint8Array> {
  const scale = Math.min(type === 'image/svg+xml' ? 2 : 1, LONGEST / Math.max(width, height))
  const window = { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) }
  const style = `html,body{margin:0}img{display:block;width:${window.width}px;height:${window.height}px}`
  const html = `<!doctype html><style>${style}</style><img alt="" src="${dataUrl(type, contents)}">`
  const [png] = await printer.photograph(html, window)
  if (!png) throw new Error('found no photograph of a picture, expected one')
  return png
}

/** A picture of a chart, whose size its bytes say. Throws Error for an address that a chart cannot have. */
function fromDataUrl(href: string): Omit<Medium, 'drawn'> {
  const [, type = '', data] = /^data:([^;,]+);base64,(.*)$/s.exec(href) ?? []
  if (data === undefined) throw new Error(`found the picture ${href.slice(0, 60)}, expected its bytes`)
  const contents = Buffer.from(data, 'base64')
  const format = pictureFormats.find((each) => each.type === type)
  const size = format ? readPicture(contents, format) : undefined
  return { contents, type, ...(size && !('fault' in size) ? size : { width: 1, height: 1 }) }
}

/** As large as its place allows, in the middle of it from side to side, at its top. */
export function centred({ width, height }: Size, box: Box): Box {
  const scale = Math.min(box.width / width, box.height / height)
  return { x: box.x + (box.width - width * scale) / 2, y: box.y, width: width * scale, height: height * scale }
}

/** What is cut from a picture that fills its place. */
export function cutTo({ width, height }: Size, box: Box): Record<string, number> {
  const scale = Math.max(box.width / width, box.height / height)
  const [across, down] = [(1 - box.width / (width * scale)) / 2, (1 - box.height / (height * scale)) / 2].map((part) =>
    Math.round(part * 100_000),
  )
  return { ...(across && { l: across, r: across }), ...(down && { t: down, b: down }) }
}

/** How much of a picture is left behind words, which must be read on it, in thousandths of a percent. */
const PALE = 25_000

/** What grounds are made of in one file. */
interface Grounds {
  media: Media
  pictures: ReadonlyMap<string, Medium>
  /** The ground of tinted slides, as `RRGGBB`. */
  tint: string
}

/** The ground of a slide with these classes, where it is not its master's: a colour, or a picture behind everything. */
export function backgroundOf(
  content: Root,
  classes: readonly string[],
  { media, pictures, tint }: Grounds,
  relationships: Relationships,
): string {
  const own = classes.find((name) => /^ground-[\da-f]{6}$/.test(name))?.slice(-6)
  const colour = own?.toUpperCase() ?? (classes.includes('tinted') ? tint : undefined)
  const behind = elementsOf(content, 'img').find((picture) => classesOf(picture).includes('backdrop'))
  const medium = behind && pictures.get(String(behind.properties.src))
  if (colour === undefined && !medium) return ''
  const paint = medium
    ? xml('a:blipFill', {}, media.blip(medium, relationships, PALE), xml('a:stretch', {}, xml('a:fillRect')))
    : xml('a:solidFill', {}, xml('a:srgbClr', { val: colour }))
  return background(paint)
}
