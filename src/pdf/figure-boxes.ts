import { around, Bounds, type Box, common, type Matrix, moved } from './geometry.ts'
import type { OperatorReader } from './operators.ts'

/** The part of the em above the baseline that a line of text takes at most, and the part below. */
const [ASCENT, DESCENT] = [1, 0.3]

/** Follows where on a page its figures are painted, which readers want to know, as far as what clips them lets it be seen. */
export class FigureBoxes {
  /** By the number of the figure's mark. */
  readonly boxes = new Map<number, Box>()
  /** The mark of the figure that is painted now. */
  mark: number | undefined
  /** What may be painted; all of the page, as long as nothing clips. */
  clip: Box | undefined
  #shape = new Bounds()
  /** Whether all points of the path are known: outside of figures only rectangles are read. */
  #isWhole = true
  #clips = false

  /** An operator draws a part of a path. */
  draw(operator: string, reader: OperatorReader): void {
    if (operator !== 're' && this.mark === undefined) {
      this.#isWhole = false
      return
    }
    const numbers = reader.numbers()
    const [x = 0, y = 0, width = 0, height = 0] = numbers
    const points = operator === 're' ? [x, y, x + width, y + height] : numbers
    for (let index = 0; index + 1 < points.length; index += 2)
      this.#shape.add(points[index] as number, points[index + 1] as number)
  }

  /** The path clips what is painted after it. */
  clipToPath(): void {
    this.#clips = true
  }

  /** The path ends, and is painted or not. */
  endPath(matrix: Matrix, isPainted: boolean): void {
    const shape = this.#shape.box
    const box = shape && moved(shape, matrix)
    if (isPainted) this.add(box ?? this.clip)
    if (this.#clips && this.#isWhole && box) this.clip = this.clip ? (common(this.clip, box) ?? box) : box
    this.#shape = new Bounds()
    this.#isWhole = true
    this.#clips = false
  }

  /** A line of text is painted: where it begins, with its own matrix, and how long and high it is. */
  addLine(line: Matrix, matrix: Matrix, length: number, size: number): void {
    if (this.mark === undefined) return
    this.add(moved(moved([0, -DESCENT * size, length, ASCENT * size], line), matrix))
  }

  /** Something is painted within a box of the page. */
  add(box: Box | undefined): void {
    const seen = box && this.clip ? common(box, this.clip) : box
    if (this.mark === undefined || !seen) return
    const before = this.boxes.get(this.mark)
    this.boxes.set(this.mark, before ? around(before, seen) : seen)
  }
}
