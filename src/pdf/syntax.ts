import { type PdfDictionary, PdfKeyword, PdfName, PdfReference, type PdfValue } from './values.ts'

/**
 * One token after spaces and comments: a reference, a number, a name, a text in parentheses (which may hold others), one in
 * hex digits, a bare word, or a bracket.
 */
const TOKEN =
  /(?:[\0\t\n\f\r ]|%[^\r\n]*)*(?:(\d+)[\0\t\n\f\r ]+\d+[\0\t\n\f\r ]+R(?![^\0\t\n\f\r ()<>[\]{}/%])|([+-]?(?:\d+\.?\d*|\.\d+))(?![^\0\t\n\f\r ()<>[\]{}/%])|\/([^\0\t\n\f\r ()<>[\]{}/%]*)|\(((?:[^\\()]|\\[\s\S]|\((?:[^\\()]|\\[\s\S])*\))*)\)|<([\dA-Fa-f\s\0]*)>|([^\0\t\n\f\r ()<>[\]{}/%]+)|(<<|>>|[()<>[\]{}]))/y

const CONSTANTS: ReadonlyMap<string, PdfValue> = new Map([
  ['true', true],
  ['false', false],
  ['null', null],
])
const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f', '\n': '' }

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
    TOKEN.lastIndex = this.position
    const token = TOKEN.exec(this.#text)
    if (!token) return undefined
    this.position = TOKEN.lastIndex
    const [, reference, number, name, text, hex, word, bracket] = token
    if (number !== undefined) return Number(number)
    if (name !== undefined) return new PdfName(name.replace(/#([\dA-Fa-f]{2})/g, (_, code: string) => fromHex(code)))
    if (reference !== undefined) return new PdfReference(Number(reference))
    if (word !== undefined) return CONSTANTS.has(word) ? CONSTANTS.get(word) : new PdfKeyword(word)
    if (text !== undefined) return text.includes('\\') ? unescaped(text) : text
    if (hex !== undefined) return fromHex(hex)
    if (bracket === '[') return this.#until(']')
    if (bracket === '<<') return this.#dictionary()
    if (bracket === '(' || bracket === '<') throw new Error('the PDF is cut off in a string')
    return new PdfKeyword(bracket ?? '')
  }

  /** Whether a word comes next; goes past it. */
  accept(word: string): boolean {
    const before = this.position
    const next = this.next()
    const isIt = next instanceof PdfKeyword && next.word === word
    if (!isIt) this.position = before
    return isIt
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
      if (key instanceof PdfName) dictionary.set(key.name, values[index + 1] ?? null)
    }
    return dictionary
  }
}

function unescaped(text: string): string {
  return text.replace(/\\(?:([0-7]{1,3})|([\s\S]))/g, (_, octal?: string, character = '') =>
    octal === undefined ? (ESCAPES[character] ?? character) : String.fromCharCode(Number.parseInt(octal, 8) & 0xff),
  )
}

function fromHex(digits: string): string {
  const all = digits.replace(/\s|\0/g, '')
  return Buffer.from(all.length % 2 === 0 ? all : `${all}0`, 'hex').toString('latin1')
}
