import type { Bounds } from './geometry.ts'

/** What each byte of a content stream may begin: a number or a space, an operator, or something of its own. */
const NUMBER = 0
const LETTER = 1
const OTHER = 2
const KINDS = new Uint8Array(256).fill(LETTER)
for (const byte of Buffer.from('\0\t\n\f\r 0123456789+-.[]')) KINDS[byte] = NUMBER
for (const byte of Buffer.from('()<>/%{}')) KINDS[byte] = OTHER
/** What ends a name or an operator. */
const ENDS = new Uint8Array(256)
for (const byte of Buffer.from('\0\t\n\f\r ()<>[]{}/%')) ENDS[byte] = 1

const NEWLINE = 0x0a
const SPACE = 0x20
const PERCENT = 0x25
const OPEN = 0x28
const CLOSE = 0x29
const MINUS = 0x2d
const POINT = 0x2e
const SLASH = 0x2f
const LESS = 0x3c
const GREATER = 0x3e
const BACKSLASH = 0x5c

/** The operators and bare values, so that each is made into a string once. */
const WORDS = new Map<number, string>()

/** Goes through the bytes of a content stream from operator to operator; operands are only skipped. */
export class OperatorReader {
  readonly bytes: Buffer
  /** Where the operands begin, with the space before them. */
  operands = 0
  /** Where the operator begins and ends. */
  start = 0
  end = 0

  constructor(bytes: Buffer, from = 0) {
    this.bytes = bytes
    this.end = from
  }

  /** The next operator; undefined at the end. Throws where the stream is cut off, and for pictures within it, which Chromium does not write. */
  next(): string | undefined {
    this.operands = this.end
    const { bytes } = this
    let at = this.end
    for (;;) {
      while (at < bytes.length && KINDS[bytes[at] as number] === NUMBER) at++
      if (at >= bytes.length) return undefined
      if (KINDS[bytes[at] as number] === OTHER) at = this.#skip(at)
      else {
        const word = this.#word(at)
        if (word !== 'true' && word !== 'false' && word !== 'null') return word
        at = this.end
      }
    }
  }

  /** Where the operands begin, after the space before them. */
  get first(): number {
    let at = this.operands
    while (at < this.start && KINDS[this.bytes[at] as number] === NUMBER && (this.bytes[at] as number) <= SPACE) at++
    return at
  }

  /** What the operator is given, as it is written. */
  get given(): string {
    return this.bytes.toString('latin1', this.operands, this.start).trim()
  }

  /** What the operator is given, when that is numbers. */
  numbers(from = this.operands, to = this.start): number[] {
    const numbers: number[] = []
    for (let at = from; at < to; ) {
      while (at < to && ENDS[this.bytes[at] as number] === 1) at++
      const end = this.#endOf(at)
      if (at < to) numbers.push(this.number(at, end))
      at = end
    }
    return numbers
  }

  /** Adds the points that a path operator is given. */
  addPoints(bounds: Bounds): void {
    let x: number | undefined
    for (let at = this.first; at < this.start; ) {
      const end = this.#endOf(at)
      const number = this.number(at, end)
      if (x === undefined) x = number
      else {
        bounds.add(x, number)
        x = undefined
      }
      at = end + 1
    }
  }

  /** The number between two places. Reads no exponents, since PDF has none. */
  number(from: number, to: number): number {
    let value = 0
    let scale = 0
    let sign = 1
    for (let at = from; at < to; at++) {
      const byte = this.bytes[at] as number
      if (byte === MINUS) sign = -1
      else if (byte === POINT) scale = 1
      else {
        value = value * 10 + byte - 0x30
        scale *= 10
      }
    }
    return (sign * value) / (scale || 1)
  }

  #word(start: number): string {
    const { bytes } = this
    const end = this.#endOf(start + 1)
    this.start = start
    this.end = end
    let code = 0
    for (let at = start; at < end; at++) code = code * 256 + (bytes[at] as number)
    const known = WORDS.get(code)
    if (known !== undefined) return known
    const word = bytes.toString('latin1', start, end)
    if (word === 'BI') throw new Error('a page holds a picture within its content')
    if (word.length <= 3) WORDS.set(code, word)
    return word
  }

  #endOf(from: number): number {
    let end = from
    while (end < this.bytes.length && ENDS[this.bytes[end] as number] === 0) end++
    return end
  }

  /** The end of a name, a string, or a mark of a dictionary. */
  #skip(start: number): number {
    const { bytes } = this
    const byte = bytes[start]
    if (byte === SLASH) return this.#endOf(start + 1)
    if (byte === OPEN) return this.#skipString(start)
    if (byte === LESS && bytes[start + 1] !== LESS) return this.#find(GREATER, start) + 1
    if (byte === PERCENT) return this.#find(NEWLINE, start) + 1
    return start + (bytes[start + 1] === byte ? 2 : 1)
  }

  #skipString(start: number): number {
    let depth = 0
    for (let at = start; at < this.bytes.length; at++) {
      const byte = this.bytes[at]
      if (byte === BACKSLASH) at++
      else if (byte === OPEN) depth++
      else if (byte === CLOSE && --depth === 0) return at + 1
    }
    throw new Error('the PDF is cut off in a string')
  }

  #find(byte: number, from: number): number {
    const found = this.bytes.indexOf(byte, from)
    if (found === -1) throw new Error('the content of a page is cut off')
    return found
  }
}
