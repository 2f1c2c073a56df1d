import type { Element } from 'hast'
import type { Picture, Size } from '../story/picture.ts'

/** A picture's element with path and size; an author who gives only one measure gets the other. */
export function pictureElement(picture: Picture, element: Element): Element {
  const { src: _, alt, width, height, ...rest } = element.properties
  const size = measures(picture, Number(width), Number(height))
  return { ...element, properties: { src: picture.path, alt: alt ?? '', ...size, ...rest } }
}

/** What is not given is not a number. */
function measures(own: Size, width: number, height: number): Size {
  const scale = width > 0 ? width / own.width : height > 0 ? height / own.height : 1
  return { width: Math.round(width || own.width * scale), height: Math.round(height || own.height * scale) }
}

/** An attribute that is no measure in px. */
export function wrongMeasure({ properties }: Element): string | undefined {
  return ['width', 'height'].find((name) => name in properties && !/^[1-9]\d{0,4}$/.test(String(properties[name])))
}
