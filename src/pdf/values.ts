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

/** Values by their names, without the slash. */
export type PdfDictionary = Map<string, PdfValue>

/** A value as PDF writes it. Strings hold one byte a character. */
export type PdfValue = null | boolean | number | string | PdfName | PdfReference | PdfKeyword | PdfValue[] | PdfDictionary

/** An object with data, which are as its entries say: packed or plain. */
export class PdfStream {
  readonly entries: PdfDictionary
  readonly data: Buffer
  constructor(entries: PdfDictionary, data: Buffer) {
    this.entries = entries
    this.data = data
  }
}

/** A dictionary with these entries. */
export function dictionaryOf(entries: Readonly<Record<string, PdfValue>>): PdfDictionary {
  return new Map(Object.entries(entries))
}

/** A PDF string for people: UTF-16 where it says so, else one byte a character. */
export function decodeText(string: string): string {
  if (!string.startsWith('\xfe\xff')) return string
  return Buffer.from(string.slice(2), 'latin1').swap16().toString('utf16le')
}

/** Text that is the same in every encoding. */
const PRINTABLE = /^[\x20-\x7e]*$/

/** A string for people as a value: plain where ASCII says it, else as UTF-16. */
export function encodeText(text: string): string {
  return PRINTABLE.test(text) ? text : `\xfe\xff${Buffer.from(text, 'utf16le').swap16().toString('latin1')}`
}

/** A value as PDF writes it; the reverse of reading it. */
export function writeValue(value: PdfValue): string {
  if (value === null || typeof value === 'boolean') return String(value)
  if (typeof value === 'number') return writeNumber(value)
  if (typeof value === 'string')
    return PRINTABLE.test(value) ? `(${value.replace(/[\\()]/g, '\\$&')})` : `<${Buffer.from(value, 'latin1').toString('hex')}>`
  if (value instanceof PdfName) return `/${value.name.replace(/[^!-~]|[#%()/<>[\]{}]/g, hexOf)}`
  if (value instanceof PdfReference) return `${value.id} 0 R`
  if (value instanceof PdfKeyword) return value.word
  if (Array.isArray(value)) return `[${value.map(writeValue).join(' ')}]`
  return `<<${[...value].map(([key, one]) => `${writeValue(new PdfName(key))} ${writeValue(one)}`).join('\n')}>>`
}

/** PDF has no exponents. */
function writeNumber(value: number): string {
  const written = String(value)
  return written.includes('e') ? value.toFixed(8) : written
}

function hexOf(character: string): string {
  return `#${character.charCodeAt(0).toString(16).padStart(2, '0')}`
}
