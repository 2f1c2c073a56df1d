import type { Picture, Size } from '../story/picture.ts'

/** An `<img>` of a slide, with values as they are written in HTML. */
export type Attributes = ReadonlyMap<string, string>

/** Such elements as preact writes them, with values between double quotes; src/mdx/check-markup.ts refuses all else. */
const ELEMENT = /<img(?=[\s/>])((?:\s+[^\s"'<>=/]+(?:="[^"]*")?)*)\s*\/?>/gi
const ATTRIBUTE = /\s([^\s"'<>=/]+)(?:="([^"]*)")?/g

/** HTML with each picture exchanged for what `write` makes of it; undefined leaves it as it is. */
export function replacePictures(html: string, write: (attributes: Attributes) => string | undefined): string {
  return html.replace(ELEMENT, (element, written: string) => {
    const attributes = [...written.matchAll(ATTRIBUTE)].map(([, name = '', value = '']): [string, string] => [
      name.toLowerCase(),
      value,
    ])
    // As in browsers, the first of two of one name holds.
    return write(new Map(attributes.reverse())) ?? element
  })
}

/** A picture's element with path and size; an author who gives only one measure gets the other. */
export function renderPicture(picture: Picture, attributes: Attributes): string {
  const { src: _, alt = '', width, height, ...rest } = Object.fromEntries(attributes)
  const all = { src: picture.path, alt, ...measures(picture, Number(width), Number(height)), ...rest }
  return `<img ${Object.entries(all)
    .map(([name, value]) => `${name}="${value}"`)
    .join(' ')}>`
}

/** What is not given is not a number. */
function measures(own: Size, width: number, height: number): Size {
  const scale = width > 0 ? width / own.width : height > 0 ? height / own.height : 1
  return { width: Math.round(width || own.width * scale), height: Math.round(height || own.height * scale) }
}

/** An attribute that is no measure in px. */
export function wrongMeasure(attributes: Attributes): string | undefined {
  return ['width', 'height'].find((name) => attributes.has(name) && !/^[1-9]\d{0,4}$/.test(attributes.get(name) ?? ''))
}
