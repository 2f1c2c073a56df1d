import { rgb } from 'd3-color'

/** A colour between two, `part` of the way from 0 to 1, as browsers mix in oklab; undefined where one of them is. */
export function mixed(from: string | undefined, to: string | undefined, part: number): string | undefined {
  if (from === undefined || to === undefined) return undefined
  const [a, b] = [toOklab(from), toOklab(to)]
  return fromOklab(a.map((one, index) => one + ((b[index] ?? one) - one) * part))
}

/**
 * The matrices of https://bottosson.github.io/posts/oklab, from linear light to what cones see, and from its cube root to oklab; and
 * back.
 */
const CONES = [
  0.4122214708, 0.5363325363, 0.0514459929, 0.2119034982, 0.6806995451, 0.1073969566, 0.0883024619, 0.2817188376, 0.6299787005,
]
const LAB = [
  0.2104542553, 0.793617785, -0.0040720468, 1.9779984951, -2.428592205, 0.4505937099, 0.0259040371, 0.7827717662, -0.808675766,
]
const FROM_LAB = [1, 0.3963377774, 0.2158037573, 1, -0.1055613458, -0.0638541728, 1, -0.0894841775, -1.291485548]
const FROM_CONES = [
  4.0767416621, -3.3077115913, 0.2309699292, -1.2684380046, 2.6097574011, -0.3413193965, -0.0041960863, -0.7034186147,
  1.707614701,
]

function times(matrix: readonly number[], vector: readonly number[]): number[] {
  return [0, 3, 6].map((row) => vector.reduce((sum, value, at) => sum + (matrix[row + at] ?? 0) * value, 0))
}

function toOklab(css: string): number[] {
  const { r, g, b } = rgb(css)
  const linear = [r, g, b].map((one) => (one > 10.31475 ? ((one / 255 + 0.055) / 1.055) ** 2.4 : one / 255 / 12.92))
  return times(LAB, times(CONES, linear).map(Math.cbrt))
}

function fromOklab(lab: readonly number[]): string {
  const linear = times(
    FROM_CONES,
    times(FROM_LAB, lab).map((one) => one ** 3),
  )
  const [r = 0, g = 0, b = 0] = linear.map((one) => 255 * (one > 0.0031308 ? 1.055 * one ** (1 / 2.4) - 0.055 : 12.92 * one))
  return rgb(r, g, b).formatHex()
}
