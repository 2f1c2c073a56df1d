import type { Printer } from '../../browser/printer.ts'
import { readPicture } from '../../pictures/find-picture.ts'
import { pictureFormats } from '../../pictures/formats.ts'
import type { Story } from '../../story/story.ts'
import { dataUrl } from '../picture-files.ts'
import { isKnownType, type Medium } from './media.ts'

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
