import type { Root } from 'hast'
import { elementsOf } from '../../tree/elements-of.ts'
import { classesOf } from './blocks.ts'
import type { Media, Medium } from './media.ts'
import type { Relationships } from './package.ts'
import { xml } from './xml.ts'

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
  return xml('p:bg', {}, xml('p:bgPr', {}, paint, xml('a:effectLst')))
}
