/** What may stand before an operator: numbers, arrays, names, dictionaries, strings, comments and constants. */
const OPERANDS =
  /(?:[\0\t\n\f\r \d+\-.[\]]+|\/[^\0\t\n\f\r ()<>[\]{}/%]*|<<|>>|<[\dA-Fa-f\s]*>|\((?:[^\\()]|\\[\s\S]|\((?:[^\\()]|\\[\s\S])*\))*\)|%[^\n]*|(?:true|false|null)(?![^\0\t\n\f\r ()<>[\]{}/%]))*/y
const OPERATOR = /[^\0\t\n\f\r ()<>[\]{}/%]+/y

/** Goes through the text of a content stream, one byte a character, from operator to operator; operands are only skipped. */
export class OperatorReader {
  readonly text: string
  /** Where the operands begin, with the space before them. */
  operands = 0
  /** Where the operator begins and ends. */
  start = 0
  end = 0

  constructor(text: string, from = 0) {
    this.text = text
    this.end = from
  }

  /** The next operator; undefined at the end. Throws where the stream is cut off, and for pictures within it, which Chromium does not write. */
  next(): string | undefined {
    this.operands = this.end
    OPERANDS.lastIndex = this.end
    OPERANDS.test(this.text)
    this.start = OPERANDS.lastIndex
    if (this.start >= this.text.length) return undefined
    OPERATOR.lastIndex = this.start
    if (!OPERATOR.test(this.text)) throw new Error('the content of a page is cut off')
    this.end = OPERATOR.lastIndex
    const operator = this.text.slice(this.start, this.end)
    if (operator === 'BI') throw new Error('a page holds a picture within its content')
    return operator
  }

  /** Where the operands begin, after the space before them. */
  get first(): number {
    let at = this.operands
    while (at < this.start && this.text.charCodeAt(at) <= 0x20) at++
    return at
  }

  /** What the operator is given, as it is written. */
  get given(): string {
    return this.text.slice(this.operands, this.start).trim()
  }

  /** What the operator is given, when that is numbers. Digit by digit, since outlines have very many; PDF has no exponents. */
  numbers(from = this.operands, to = this.start): number[] {
    const numbers: number[] = []
    let digits = 0
    let scale = 0
    let sign = 1
    let value = 0
    for (let at = from; at <= to; at++) {
      const code = at < to ? this.text.charCodeAt(at) : SPACE
      if (code >= ZERO && code <= NINE) {
        value = value * 10 + code - ZERO
        scale *= 10
        digits++
      } else if (code === POINT) scale = 1
      else if (code === MINUS) sign = -1
      else if (digits > 0) {
        numbers.push((sign * value) / (scale || 1))
        digits = scale = value = 0
        sign = 1
      }
    }
    return numbers
  }
}

const SPACE = 0x20
const MINUS = 0x2d
const POINT = 0x2e
const ZERO = 0x30
const NINE = 0x39
