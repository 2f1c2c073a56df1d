/** From the coordinates that are used to those around them: `[a b c d e f]`. */
export type Matrix = readonly number[]

/** Left, bottom, right, top. */
export type Box = readonly [number, number, number, number]

export const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0]

/** The matrix that does what the first one does, and then the second. */
export function multiply(
  [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0]: Matrix,
  [A = 0, B = 0, C = 0, D = 0, E = 0, F = 0]: Matrix,
): Matrix {
  return [a * A + b * C, a * B + b * D, c * A + d * C, c * B + d * D, e * A + f * C + E, e * B + f * D + F]
}

/** The box around a box whose corners are moved by a matrix. */
export function moved([left, bottom, right, top]: Box, [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0]: Matrix): Box {
  const [x1, x2, x3, x4] = [a * left, a * right, c * bottom, c * top]
  const [y1, y2, y3, y4] = [b * left, b * right, d * bottom, d * top]
  return [
    Math.min(x1, x2) + Math.min(x3, x4) + e,
    Math.min(y1, y2) + Math.min(y3, y4) + f,
    Math.max(x1, x2) + Math.max(x3, x4) + e,
    Math.max(y1, y2) + Math.max(y3, y4) + f,
  ]
}

/** What two boxes have in common; undefined when they are apart. */
export function common(one: Box, other: Box): Box | undefined {
  const [left, bottom] = [Math.max(one[0], other[0]), Math.max(one[1], other[1])]
  const [right, top] = [Math.min(one[2], other[2]), Math.min(one[3], other[3])]
  return left <= right && bottom <= top ? [left, bottom, right, top] : undefined
}

/** The box around two boxes. */
export function around(one: Box, other: Box): Box {
  return [Math.min(one[0], other[0]), Math.min(one[1], other[1]), Math.max(one[2], other[2]), Math.max(one[3], other[3])]
}

/** Gathers points, and knows the box around them. */
export class Bounds {
  #left = Number.POSITIVE_INFINITY
  #bottom = Number.POSITIVE_INFINITY
  #right = Number.NEGATIVE_INFINITY
  #top = Number.NEGATIVE_INFINITY

  /** Undefined as long as there is no point. */
  get box(): Box | undefined {
    return this.#left <= this.#right ? [this.#left, this.#bottom, this.#right, this.#top] : undefined
  }

  add(x: number, y: number): void {
    if (x < this.#left) this.#left = x
    if (x > this.#right) this.#right = x
    if (y < this.#bottom) this.#bottom = y
    if (y > this.#top) this.#top = y
  }
}
