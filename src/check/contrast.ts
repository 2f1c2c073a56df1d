import type { Rgb, Shade } from './sheet.ts'

/** Contrast of two colours, 1…21 (https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio). */
export function contrastOf(a: Rgb, b: Rgb): number {
  const [light, dark] = [luminance(a), luminance(b)].sort((one, other) => other - one) as [number, number]
  return (light + 0.05) / (dark + 0.05)
}

/** Relative luminance, 0…1. */
function luminance([red, green, blue]: Rgb): number {
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
}

function linear(part: number): number {
  const value = part / 255
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
}

/** 18 points, or 14 of bold type, are large. */
const LARGE = { plain: 24, bold: (14 / 72) * 96 }
/** Sizes are rounded when they are laid out. */
const ROUNDED = 0.05

/** The least contrast that level AA asks for (https://www.w3.org/TR/WCAG22/#contrast-minimum). */
export function leastContrast({ size, isBold }: Pick<Shade, 'size' | 'isBold'>): number {
  return size >= (isBold ? LARGE.bold : LARGE.plain) - ROUNDED ? 3 : 4.5
}
