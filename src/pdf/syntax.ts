import { type PdfDictionary, PdfKeyword, PdfName, PdfReference, type PdfValue } from './values.ts'

/** What each byte is: part of a word, a space, or a delimiter. */
const WORD = 0
const SPACE = 1
const DELIMITER = 2
const KINDS = new Uint8Array(256)
for (const space of '\0\t\n\f\r ') KINDS[space.charCodeAt(0)] = SPACE
for (const delimiter of '()<>[]{}/%') KINDS[delimiter.charCodeAt(0)] = DELIMITER

const CONSTANTS: ReadonlyMap<string, PdfValue> = new Map([
  ['true', true],
  ['false', false],
  ['null', null],
])
const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' }

/** The character codes of digits, and of `R`. */
const ZERO = 0x30
const NINE = 0x39
const R = 0x52
const PERCENT = 0x25

/** Reads PDF values one after the other from text that holds one byte a character (`latin1`). */
export class PdfParser {
  readonly #text: string
  /** Where the next value is looked for. */
  position: number

  constructor(text: string, position = 0) {
    this.#text = text
    this.position = position
  }

  /** The next value; undefined at the end of the text. Throws where the text is cut off. */
  next(): PdfValue | undefined {
    this.#skipSpace()
    const start = this.position
    if (start >= this.#text.length) return undefined
    if (KINDS[this.#text.charCodeAt(start)] === WORD) return this.#word(start)
    this.position++
    switch (this.#text[start]) {
      case '/':
        return toName(this.#run())
      case '(':
        return this.#string()
      case '[':
        return this.#until(']')
      case '<':
        return this.#doubled('<') ? this.#dictionary() : this.#hex()
      case '>':
        return new PdfKeyword(this.#doubled('>') ? '>>' : '>')
      default:
        return new PdfKeyword(this.#text[start] ?? '')
    }
  }

  /** Spaces and comments. */
  #skipSpace(): void {
    for (;;) {
      const code = this.#text.charCodeAt(this.position)
      if (code === PERCENT) while (/[^\r\n]/.test(this.#text[this.position + 1] ?? '\n')) this.position++
      else if (KINDS[code] !== SPACE) return
      this.position++
    }
  }

  /** The characters up to the next space or delimiter. */
  #run(): string {
    const start = this.position
    while (KINDS[this.#text.charCodeAt(this.position)] === WORD) this.position++
    return this.#text.slice(start, this.position)
  }

  #doubled(bracket: string): boolean {
    if (this.#text[this.position] !== bracket) return false
    this.position++
    return true
  }

  /** A number, a reference, a constant, or an operator. */
  #word(start: number): PdfValue {
    const whole = this.#wholeNumber(start)
    if (whole !== undefined) return this.#isReference() ? new PdfReference(whole) : whole
    const word = this.#run()
    const first = this.#text.charCodeAt(start)
    if (first > NINE || first < 0x2b) {
      const constant = CONSTANTS.get(word)
      return constant === undefined ? new PdfKeyword(word) : constant
    }
    const number = Number(word)
    return Number.isNaN(number) ? new PdfKeyword(word) : number
  }

  /** The most frequent of all values, read without a string of its own. */
  #wholeNumber(start: number): number | undefined {
    let at = start
    let number = 0
    for (let code = this.#text.charCodeAt(at); code >= ZERO && code <= NINE; code = this.#text.charCodeAt(++at)) {
      number = number * 10 + code - ZERO
    }
    if (at === start || KINDS[this.#text.charCodeAt(at)] === WORD) return undefined
    this.position = at
    return number
  }

  /** Whether a generation and an `R` follow; goes past them. */
  #isReference(): boolean {
    let at = this.position
    if (KINDS[this.#text.charCodeAt(at++)] !== SPACE) return false
    const digits = at
    while (this.#text.charCodeAt(at) >= ZERO && this.#text.charCodeAt(at) <= NINE) at++
    if (at === digits || this.#text[at] !== ' ' || this.#text.charCodeAt(at + 1) !== R) return false
    if (KINDS[this.#text.charCodeAt(at + 2)] === WORD) return false
    this.position = at + 2
    return true
  }

  #hex(): string {
    const end = this.#text.indexOf('>', this.position)
    if (end === -1) throw new Error('the PDF is cut off in a string')
    const digits = this.#text.slice(this.position, end)
    this.position = end + 1
    return fromHex(digits)
  }

  #until(bracket: string): PdfValue[] {
    const values: PdfValue[] = []
    for (;;) {
      const value = this.next()
      if (value === undefined) throw new Error(`the PDF is cut off: no ${bracket}`)
      if (value instanceof PdfKeyword && value.word === bracket) return values
      values.push(value)
    }
  }

  #dictionary(): PdfDictionary {
    const values = this.#until('>>')
    const dictionary: PdfDictionary = new Map()
    for (let index = 0; index + 1 < values.length; index += 2) {
      const key = values[index]
      const value = values[index + 1]
      if (key instanceof PdfName && value !== undefined) dictionary.set(key.name, value)
    }
    return dictionary
  }

  /** A string in parentheses, which may nest. */
  #string(): string {
    let string = ''
    for (let depth = 1; ; this.position++) {
      const character = this.#text[this.position]
      if (character === undefined) throw new Error('the PDF is cut off in a string')
      if (character === '\\') string += this.#escape()
      else {
        depth += character === '(' ? 1 : character === ')' ? -1 : 0
        if (depth === 0) break
        string += character
      }
    }
    this.position++
    return string
  }

  /** What a backslash stands for; leaves the position on the last character of it. */
  #escape(): string {
    const octal = /^[0-7]{1,3}/.exec(this.#text.slice(this.position + 1, this.position + 4))?.[0]
    if (octal !== undefined) {
      this.position += octal.length
      return String.fromCharCode(Number.parseInt(octal, 8) & 0xff)
    }
    const character = this.#text[++this.position] ?? ''
    return character === '\n' ? '' : (ESCAPES[character] ?? character)
  }
}

function toName(written: string): PdfName {
  if (!written.includes('#')) return new PdfName(written)
  return new PdfName(written.replace(/#([\dA-Fa-f]{2})/g, (_, code: string) => fromHex(code)))
}

function fromHex(digits: string): string {
  const even = digits.replace(/\s|\0/g, '')
  return Buffer.from(even.length % 2 === 0 ? even : `${even}0`, 'hex').toString('latin1')
}
