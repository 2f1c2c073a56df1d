import type { Rgb } from '../sheet.ts'

/** A colour in sRGB, each part 0…255, and how much of it covers what is behind it, 0…1. */
export interface Colour {
  rgb: Rgb
  alpha: number
}

export const WHITE: Colour = { rgb: [255, 255, 255], alpha: 1 }
export const NOTHING: Colour = fade(WHITE, 0)

const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true })
const known = new Map<string, Colour | undefined>()

/** The colour that a computed style names, in whatever notation; undefined for what is no colour, such as a pattern. */
export function colourOf(value: string): Colour | undefined {
  if (!known.has(value)) known.set(value, plain(value) ?? painted(value))
  return known.get(value)
}

/** The notation that nearly all computed styles have. */
function plain(value: string): Colour | undefined {
  if (value === 'none') return NOTHING
  const [, red, green, blue, alpha = '1'] = /^rgba?\(([\d.]+), ([\d.]+), ([\d.]+)(?:, ([\d.]+))?\)$/.exec(value) ?? []
  return red === undefined ? undefined : { rgb: [Number(red), Number(green), Number(blue)], alpha: Number(alpha) }
}

const PIXEL = [0, 0, 1, 1] as const

/** Every other is painted by the browser, and looked at. */
function painted(value: string): Colour | undefined {
  if (!canvas || !CSS.supports('color', value)) return undefined
  canvas.clearRect(...PIXEL)
  canvas.fillStyle = value
  canvas.fillRect(...PIXEL)
  const [red, green, blue, alpha] = [...canvas.getImageData(...PIXEL).data] as [number, number, number, number]
  return { rgb: [red, green, blue], alpha: alpha / 255 }
}

/** One colour laid over another, of which one is seen. */
export function over(top: Colour, below: Colour): Colour {
  const alpha = top.alpha + below.alpha * (1 - top.alpha)
  const mix = (part: 0 | 1 | 2) => (top.rgb[part] * top.alpha + below.rgb[part] * below.alpha * (1 - top.alpha)) / alpha
  return { rgb: [mix(0), mix(1), mix(2)], alpha }
}

/** The same colour, more of which shines through. */
export function fade({ rgb, alpha }: Colour, opacity: number): Colour {
  return { rgb, alpha: alpha * opacity }
}
