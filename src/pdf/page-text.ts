import { readCharacterMap } from './character-map.ts'
import type { PdfFile } from './file.ts'
import { decodeText, type PdfDictionary, PdfKeyword, PdfName, PdfParser, PdfReference, type PdfValue } from './syntax.ts'

/** Reads a font's codes as text. */
type Decode = (codes: string) => string

/**
 * Makes a reader of pages' texts. A page's text is what it shows in the order of painting, with the spaces that are painted
 * and no others: lines and columns run together. A code without a character is U+FFFD.
 */
export function createTextReader(file: PdfFile): (page: PdfDictionary) => string {
  const fonts = new Map<PdfValue, Decode>()
  const fontOf = (resources: PdfDictionary, name: string): Decode => {
    const font = file.dictionary(file.dictionary(resources.get('Font')).get(name))
    const known = fonts.get(font) ?? createDecode(file, font)
    fonts.set(font, known)
    return known
  }
  const read = (content: string, resources: PdfDictionary, depth: number): string => {
    const painter = new Painter(
      (name) => fontOf(resources, name),
      (name) => {
        const form = file.dictionary(resources.get('XObject')).get(name)
        const { subtype, own } = formOf(file, form)
        // Forms may hold forms; none of Chromium's holds itself, and a broken file must not hang the build.
        return subtype === 'Form' && depth < 20 ? read(file.stream(form), own ?? resources, depth + 1) : ''
      },
    )
    return painter.paint(content)
  }
  return (page) => {
    const content = file
      .array(page.get('Contents'))
      .map((part) => file.stream(part))
      .join('\n')
    return read(content, inherited(file, page, 'Resources'), 0)
  }
}

function formOf(file: PdfFile, form: PdfValue | undefined): { subtype: string | undefined; own: PdfDictionary | undefined } {
  const dictionary = form instanceof PdfReference ? file.dictionary(form) : new Map<string, PdfValue>()
  const resources = dictionary.get('Resources')
  return { subtype: file.name(dictionary.get('Subtype')), own: resources === undefined ? undefined : file.dictionary(resources) }
}

/** A page's entry, or that of the nearest group of pages around it. */
function inherited(file: PdfFile, page: PdfDictionary, key: string): PdfDictionary {
  const own = page.get(key)
  const parent = page.get('Parent')
  return own === undefined && parent !== undefined ? inherited(file, file.dictionary(parent), key) : file.dictionary(own)
}

/** Composite fonts have two bytes a code, simple ones one. */
function createDecode(file: PdfFile, font: PdfDictionary): Decode {
  const map = readCharacterMap(file.stream(font.get('ToUnicode')))
  const bytes = file.name(font.get('Subtype')) === 'Type0' ? 2 : 1
  return (codes) => {
    let text = ''
    for (let index = 0; index + bytes <= codes.length; index += bytes) {
      const code = bytes === 1 ? codes.charCodeAt(index) : (codes.charCodeAt(index) << 8) | codes.charCodeAt(index + 1)
      text += map.get(code) ?? '\ufffd'
    }
    return text
  }
}

/** Operators that move, draw or colour: most of a page. Their operands are numbers only, so no text is lost with them. */
const DRAWING = /(?:[-+.\d]+ )+(?:[mlcvywidjJMgGkK]|re|cm|rg|RG|T[dDmcwzLsr])\s/g

/** Where one painted string ends and the next begins; Chromium places every glyph by itself. */
const BETWEEN_STRINGS = /> Tj\s+</g

/** Follows the operators of a content stream that have to do with text. */
class Painter {
  readonly #fontOf: (name: string) => Decode
  readonly #formOf: (name: string) => string
  #text = ''
  #font: Decode = () => ''
  readonly #saved: Decode[] = []
  /** For each marked span that is open: whether its text was given beside what is painted. */
  readonly #spans: boolean[] = []

  constructor(fontOf: (name: string) => Decode, formOf: (name: string) => string) {
    this.#fontOf = fontOf
    this.#formOf = formOf
  }

  paint(content: string): string {
    const parser = new PdfParser(content.replace(DRAWING, '').replace(BETWEEN_STRINGS, ''))
    let operands: PdfValue[] = []
    for (let value = parser.next(); value !== undefined; value = parser.next()) {
      if (value instanceof PdfKeyword) {
        this.#operate(value.word, operands)
        operands = []
      } else operands.push(value)
    }
    return this.#text
  }

  #operate(operator: string, operands: readonly PdfValue[]): void {
    const first = operands[0]
    if (operator === 'q') this.#saved.push(this.#font)
    else if (operator === 'Q') this.#font = this.#saved.pop() ?? this.#font
    else if (operator === 'Tf' && first instanceof PdfName) this.#font = this.#fontOf(first.name)
    else if (operator === 'Do' && first instanceof PdfName) this.#show(this.#formOf(first.name))
    else if (operator === 'BDC' || operator === 'BMC') this.#open(operands[1])
    else if (operator === 'EMC') this.#spans.pop()
    else if (operator === 'TJ' && Array.isArray(first)) for (const part of first) this.#showCodes(part)
    else if (operator === 'Tj' || operator === "'" || operator === '"') this.#showCodes(operands.at(-1))
  }

  #open(properties: PdfValue | undefined): void {
    const text = properties instanceof Map ? properties.get('ActualText') : undefined
    if (typeof text === 'string') this.#show(decodeText(text))
    this.#spans.push(typeof text === 'string')
  }

  #showCodes(codes: PdfValue | undefined): void {
    if (typeof codes === 'string') this.#show(this.#font(codes))
  }

  #show(text: string): void {
    if (!this.#spans.includes(true)) this.#text += text
  }
}
