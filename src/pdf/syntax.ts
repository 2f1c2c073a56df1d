/** `/Name`. */
export class PdfName {
  readonly name: string
  constructor(name: string) {
    this.name = name
  }
}

/** `12 0 R`, a reference to an object by its number. */
export class PdfReference {
  readonly id: number
  constructor(id: number) {
    this.id = id
  }
}

/** A bare word: an operator, or a keyword such as `endobj`. */
export class PdfKeyword {
  readonly word: string
  constructor(word: string) {
    this.word = word
  }
}

export type PdfDictionary = Map<string, PdfValue>

/** A value as PDF writes it. Strings hold one byte a character. */
export type PdfValue = null | boolean | number | string | PdfName | PdfReference | PdfKeyword | PdfValue[] | PdfDictionary

/** What each byte is: part of a word, a space, or a delimiter. */
const WORD = 0
const SPACE = 1
const DELIMITER = 2
const KINDS = new Uint8Array(256)
for (const space of '\0\t\n\f\r ') KINDS[space.charCodeAt(0)] = SPACE
for (const delimiter of '()<>[]{}/%') KINDS[delimiter.charCodeAt(0)] = DELIMITER

/** After a first number: the rest of a reference. */
const REFERENCE = /[ \n\r]\d+ R(?![^\0\t\n\f\r ()<>[\]{}/%])/y
const CONSTANTS: ReadonlyMap<string, PdfValue> = new Map([
  ['true', true],
  ['false', false],
  ['null', null],
])
const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' }

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
        return this.#doubled('<') ? toDictionary(this.#until('>>')) : this.#hex()
      case '>':
        return new PdfKeyword(this.#doubled('>') ? '>>' : '>')
      default:
        return new PdfKeyword(this.#text[start] ?? '')
    }
  }

  /** Spaces and comments. */
  #skipSpace(): void {
    for (; KINDS[this.#text.charCodeAt(this.position)] === SPACE || this.#text[this.position] === '%'; this.position++) {
      if (this.#text[this.position] === '%') while (/[^\r\n]/.test(this.#text[this.position + 1] ?? '\n')) this.position++
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
    const word = this.#run()
    const first = this.#text.charCodeAt(start)
    if (first > 0x39 || first < 0x2b) {
      const constant = CONSTANTS.get(word)
      return constant === undefined ? new PdfKeyword(word) : constant
    }
    const number = Number(word)
    if (Number.isNaN(number)) return new PdfKeyword(word)
    REFERENCE.lastIndex = this.position
    if (!Number.isInteger(number) || !REFERENCE.test(this.#text)) return number
    this.position = REFERENCE.lastIndex
    return new PdfReference(number)
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
  return new PdfName(written.replace(/#([\dA-Fa-f]{2})/g, (_, code: string) => fromHex(code)))
}

function fromHex(digits: string): string {
  const even = digits.replace(/\s|\0/g, '')
  return Buffer.from(even.length % 2 === 0 ? even : `${even}0`, 'hex').toString('latin1')
}

function toDictionary(values: readonly PdfValue[]): PdfDictionary {
  const dictionary: PdfDictionary = new Map()
  for (let index = 0; index + 1 < values.length; index += 2) {
    const key = values[index]
    const value = values[index + 1]
    if (key instanceof PdfName && value !== undefined) dictionary.set(key.name, value)
  }
  return dictionary
}

/** A PDF string for people: UTF-16 where it says so, else one byte a character. */
export function decodeText(string: string): string {
  if (!string.startsWith('\xfe\xff')) return string
  return Buffer.from(string.slice(2), 'latin1').swap16().toString('utf16le')
}
