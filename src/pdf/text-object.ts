import type { FontReader } from './fonts.ts'
import { IDENTITY, type Matrix } from './geometry.ts'
import type { Marks } from './marks.ts'
import type { OperatorReader } from './operators.ts'
import { PdfParser } from './syntax.ts'

/** Hex digits of a code as Chromium writes it. */
export const DIGITS = 4

/** The font that is set, and its size. */
export interface Face {
  font?: FontReader
  size: number
}

/** Sets what `Tf` is given. */
export function setFace(face: Face, given: string, fontOf: (name: string) => FontReader): void {
  const [name = '', size = ''] = given.split(' ')
  face.font = fontOf(name.slice(1))
  face.size = Number(size)
}

/** What a text object needs from around it. */
export interface TextTools {
  reader: OperatorReader
  face: Face
  marks: Marks
  fontOf(name: string): FontReader
  /** Told of each line that is painted: its matrix, and its length in the coordinates of that. */
  onLine?(line: Matrix, length: number): void
}

/**
 * Reads a text object, whose `BT` was just read, and sets it again. Chromium places every glyph by itself; here a line is one
 * string with the differences from the font's own widths, to a thousandth of the size: a quarter of the bytes, and for every
 * reader of the file a quarter of the work. Returns undefined when it cannot be set again; it is then only read.
 */
export function readTextObject(tools: TextTools): string | undefined {
  return new TextObject(tools).read()
}

/** The operands of a move along the line, and those of a string of whole codes. */
const MOVE = /^(-?[\d.]+) 0$/
const CODES = /^<((?:[\dA-Fa-f]{4})*)>$/

/** Chromium's way with a line, read ahead because a page has thousands of it: `5.3 0 Td <0012> Tj`, once more for each glyph. */
const NEXT_GLYPHS = /\n(-?[\d.]+) 0 Td <((?:[\dA-Fa-f]{4})+)> Tj/y

/** Operators that are taken over as they are. */
const REPEATED = new Set(['Tf', 'Tm', 'BDC', 'BMC', 'EMC'])

class TextObject {
  readonly #tools: TextTools
  #written = 'BT'
  #isSet = true
  /** What was shown and not yet told to the marks. */
  #heard = ''
  #line: Matrix = IDENTITY
  /** Whether a string is open in what is written. */
  #isOpen = false
  /** Where the line's next string is to begin, and where the last one ended, from the beginning of the line. */
  #next = 0
  #pen = 0

  constructor(tools: TextTools) {
    this.#tools = tools
  }

  read(): string | undefined {
    const { reader } = this.#tools
    for (let operator = reader.next(); operator !== 'ET'; operator = reader.next()) {
      if (operator === undefined) throw new Error('the content of a page is cut off in a text')
      this.#operate(operator)
    }
    this.#endLine()
    return this.#isSet ? `${this.#written}\nET` : undefined
  }

  #operate(operator: string): void {
    if (operator === 'Td') this.#readMove()
    else if (operator === 'Tj') this.#readString()
    else if (REPEATED.has(operator)) this.#repeat(operator)
    else {
      this.#isSet = false
      if (operator === 'TJ' || operator === "'" || operator === '"') this.#hearAll()
    }
  }

  /** Takes an operator over as it is. */
  #repeat(operator: string): void {
    const { reader, face, marks, fontOf } = this.#tools
    this.#endLine()
    this.#written += reader.text.slice(reader.operands, reader.end)
    if (operator === 'Tf') setFace(face, reader.given, fontOf)
    else if (operator === 'EMC') marks.close()
    else if (operator !== 'Tm') marks.open(reader.given)
    else {
      this.#next = 0
      this.#pen = 0
      this.#line = reader.numbers()
    }
  }

  /** Only along the line. */
  #readMove(): void {
    const [, by] = MOVE.exec(this.#tools.reader.given) ?? []
    if (by === undefined) this.#isSet = false
    else this.#move(Number(by))
  }

  /** A difference in thousandths of the size; what is rounded away is made up for by the next. */
  #move(by: number): void {
    this.#next += by
    const { size } = this.#tools.face
    const thousandths = size > 0 ? Math.round(((this.#pen - this.#next) * 1000) / size) : 0
    if (thousandths === 0) return
    this.#pen -= (thousandths * size) / 1000
    this.#written += this.#isOpen ? `>${thousandths}<` : `\n[${thousandths}<`
    this.#isOpen = true
  }

  #readString(): void {
    const { face, reader } = this.#tools
    const [, codes] = CODES.exec(reader.given) ?? []
    if (face.font?.digits !== DIGITS || !(face.size > 0) || codes === undefined) {
      this.#isSet = false
      this.#hearAll()
      return
    }
    this.#show(codes, face.font)
    for (;;) {
      NEXT_GLYPHS.lastIndex = reader.end
      const next = NEXT_GLYPHS.exec(reader.text)
      if (!next) return
      this.#move(Number(next[1]))
      this.#show(next[2] ?? '', face.font)
      reader.end = NEXT_GLYPHS.lastIndex
    }
  }

  #show(codes: string, font: FontReader): void {
    if (!this.#isOpen) this.#written += '\n[<'
    this.#isOpen = true
    this.#written += codes
    for (let at = 0; at < codes.length; at += DIGITS) this.#hear(Number.parseInt(codes.slice(at, at + DIGITS), 16), font)
  }

  #endLine(): void {
    if (this.#heard !== '') this.#tools.marks.say(this.#heard)
    if (this.#isOpen || this.#heard !== '') this.#tools.onLine?.(this.#line, this.#pen)
    this.#heard = ''
    if (this.#isOpen) this.#written += '>] TJ'
    this.#isOpen = false
  }

  /** The text of strings that stay as they are. */
  #hearAll(): void {
    const { face, reader } = this.#tools
    const value = new PdfParser(reader.given).next()
    for (const part of Array.isArray(value) ? value : [value]) {
      if (typeof part === 'number') this.#pen -= (part * face.size) / 1000
      if (typeof part !== 'string' || !face.font) continue
      const codes = Buffer.from(part, 'latin1')
      const bytes = face.font.digits / 2
      for (let at = 0; at + bytes <= codes.length; at += bytes) this.#hear(codes.readUIntBE(at, bytes), face.font)
    }
  }

  /** One glyph is painted; the text of a code without a glyph is lost. */
  #hear(code: number, font: FontReader): void {
    const { marks, face } = this.#tools
    const text = font.text(code)
    this.#pen += (font.width(code) * face.size) / 1000
    this.#heard = marks.reversed > 0 ? text + this.#heard : this.#heard + text
    if (code === 0 && font.digits === DIGITS) marks.lose()
    else marks.paint({ code, font, text })
  }
}
