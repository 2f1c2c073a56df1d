import { createHash } from 'node:crypto'
import type { Root } from 'hast'
import type { Printer } from '../../browser/printer.ts'
import { readPicture } from '../../pictures/find-picture.ts'
import { pictureFormats } from '../../pictures/formats.ts'
import type { StageState } from '../../story/mark.ts'
import type { Size } from '../../story/picture.ts'
import type { Story } from '../../story/story.ts'
import { elementsOf } from '../../tree/elements-of.ts'
import { hasClass } from '../../tree/has-class.ts'
import { dataUrl } from '../slide-media.ts'
import type { Part, Relationships } from './package.ts'
import type { PaintedPicture } from './painted.ts'
import { background, themeFill } from './shapes.ts'
import { NAMESPACES } from './theme.ts'
import { type Attributes, type Box, SLIDE, xml } from './xml.ts'

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

/** The pictures of a package, each once; their names carry their content. */
export class Media {
  readonly #parts = new Map<string, Part>()

  get parts(): Part[] {
    return [...this.#parts.values()]
  }

  /** What a slide with these relationships refers to a picture by. */
  blip({ contents, type, drawn }: Medium, relationships: Relationships): string {
    const vector = drawn === undefined ? '' : svgBlip(relationships.to('image', this.#add(contents, type)))
    const bitmap = drawn === undefined ? this.#add(contents, type) : this.#add(drawn, 'image/png')
    return xml('a:blip', { 'r:embed': relationships.to('image', bitmap) }, vector)
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
  for (const { marks } of drawnStates(story))
    for (const mark of marks.values())
      if (mark.kind === 'image' && !found.has(mark.href)) found.set(mark.href, fromDataUrl(mark.href))
  const known = await Promise.all(
    [...found].map(async ([address, picture]) => [address, await prepared(picture, printer)] as const),
  )
  return new Map(known)
}

/** Everything that charts show, on the stage and in texts. */
export function drawnStates({ wide, slides }: Story): StageState[] {
  return [...wide.states, ...slides.flatMap(({ inlineStates = [] }) => inlineStates.map(({ state }) => state))]
}

async function prepared(picture: Omit<Medium, 'drawn'>, printer: Pick<Printer, 'photograph'>): Promise<Medium> {
  if (picture.type === 'image/svg+xml') return { ...picture, drawn: await photograph(picture, printer) }
  return Object.hasOwn(EXTENSIONS, picture.type)
    ? picture
    : { ...picture, type: 'image/png', contents: await photograph(picture, printer) }
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

/** Where a picture stands in its place, and what is cut from one that fills it. */
export function inPlace(
  { box, fit, at: [x, y] }: Pick<PaintedPicture, 'box' | 'fit' | 'at'>,
  { width, height }: Size,
): { box: Box; cut: Attributes } {
  const [across, down] = [box.width / width, box.height / height]
  if (fit === 'cover') {
    const scale = Math.max(across, down)
    const cut = (room: number, length: number, before: number, [start, end]: readonly [string, string]): Attributes => {
      const over = 100_000 * (1 - room / (length * scale))
      return over < 1 ? {} : { [start]: Math.round(over * before), [end]: Math.round(over * (1 - before)) }
    }
    return { box, cut: { ...cut(box.width, width, x, ['l', 'r']), ...cut(box.height, height, y, ['t', 'b']) } }
  }
  if (fit === 'fill') return { box, cut: {} }
  const scale = Math.min(across, down)
  const own = { width: width * scale, height: height * scale }
  return { box: { x: box.x + (box.width - own.width) * x, y: box.y + (box.height - own.height) * y, ...own }, cut: {} }
}

/** The ground of a slide where it is not its master's: a colour (its place in the theme, or `#rrggbb`), or a picture behind everything. */
export function backgroundOf(
  content: Root,
  colour: string | undefined,
  { media, pictures }: { media: Media; pictures: ReadonlyMap<string, Medium> },
  relationships: Relationships,
): string {
  const behind = elementsOf(content, 'img').find((picture) => hasClass(picture, 'backdrop'))
  const medium = behind && pictures.get(String(behind.properties.src))
  if (medium) {
    const whole = { fit: 'cover', at: [0.5, 0.5], box: { x: 0, y: 0, ...SLIDE } } as const
    const cut = xml('a:srcRect', inPlace(whole, medium).cut)
    return background(xml('a:blipFill', {}, media.blip(medium, relationships), cut, xml('a:stretch', {}, xml('a:fillRect'))))
  }
  return colour === undefined || colour === 'bg1' ? '' : background(themeFill(colour))
}
