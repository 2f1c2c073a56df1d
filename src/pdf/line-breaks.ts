import type { ContentTools } from './content.ts'
import { inverse, type Matrix, multiply } from './geometry.ts'
import type { Marks } from './marks.ts'
import { DIGITS, type Face } from './text-object.ts'

/** A line that was painted. */
interface Line {
  /** From the coordinates of a letter after its last one to those of the page. */
  end: Matrix
  /** Of its letters. */
  size: number
  /** The mark that it is in. */
  mark: number
}

/** How far apart the baselines of two lines are at least, and how far the second begins from the end of the first, in parts of the size. */
const [APART, ASIDE] = [0.25, 0.5]

/** After these a line may break without a space; and scripts that have none, of which every letter may end a line. */
const UNSPACED =
  /(?:\s|[\u00ad\u200b]|\S[-\u2010\u2013\u2014/]|[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\u3000-\u303f\uff00-\uffef])$/u

/**
 * Puts back the spaces at which lines break: the browser does not paint them, and whoever has the text read out, or copies
 * it, would get words grown together.
 */
export class LineBreaks {
  readonly #marks: Marks
  readonly #tools: ContentTools
  #last: Line | undefined
  /** A font of this stream that has a space. */
  #spaced: { given: string; space: number } | undefined

  constructor(marks: Marks, tools: ContentTools) {
    this.#marks = marks
    this.#tools = tools
  }

  /**
   * What is to be written before a text object.
   * @param begin from the coordinates of its first letter to those of the page
   * @param matrix from the coordinates around it to those of the page
   * @param hasFont whether it sets its font itself
   */
  before(begin: Matrix, matrix: Matrix, hasFont: boolean): string {
    const mark = this.#mark
    if (mark === undefined || !this.#last || !this.#isBreak(this.#last, begin, mark)) return ''
    this.#marks.space(mark)
    if (!this.#spaced || !hasFont) return '/Span <</ActualText <feff0020>>> BDC EMC\n'
    const { given, space } = this.#spaced
    const place = multiply(this.#last.end, inverse(matrix)).map((number) => Number(number.toFixed(2)))
    return `BT\n${given} Tf\n${place.join(' ')} Tm\n[<${space.toString(16).padStart(DIGITS, '0')}>] TJ\nET\n`
  }

  /** A text object has been painted, which ended here. */
  after(end: Matrix, { font, size, given }: Face): void {
    if (font?.space !== undefined && given !== undefined) this.#spaced = { given, space: font.space }
    const mark = this.#mark
    if (mark !== undefined) this.#last = { end, size: size * Math.hypot(end[2] ?? 0, end[3] ?? 0), mark }
  }

  get #mark(): number | undefined {
    return this.#marks.numbered?.id
  }

  #isBreak(last: Line, begin: Matrix, mark: number): boolean {
    const before = this.#marks.texts[last.mark]?.slice(-3) ?? ''
    if (before === '' || UNSPACED.test(before)) return false
    const [aside, apart] = [4, 5].map((at) => Math.abs((begin[at] ?? 0) - (last.end[at] ?? 0)) / last.size) as [number, number]
    // Raised and lowered figures begin where what is before them ends.
    if (apart < APART || aside < ASIDE) return false
    return last.mark === mark || (this.#tools.isOneBlock?.(last.mark, mark) ?? false)
  }
}
