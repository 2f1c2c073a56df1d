import type { ByteWriter } from './bytes.ts'
import type { FontReader } from './fonts.ts'
import { IDENTITY, type Matrix } from './geometry.ts'
import type { Marks } from './marks.ts'
import type { OperatorReader } from './operators.ts'
import { codeAt, DIGITS, endOfNumber, find, isAt } from './scan.ts'
import { PdfParser } from './syntax.ts'

/** The font that is set, and its size. */
export interface Face {
  font?: FontReader
  size: number
  /** As `Tf` is given it. */
  given?: string
}

/** Sets what `Tf` is given. */
export function setFace(face: Face, given: string, fontOf: (name: string) => FontReader): void {
  const [name = '', size = ''] = given.split(' ')
  face.font = fontOf(name.slice(1))
  face.size = Number(size)
  face.given = given
}

/** What a text object needs from around it. */
export interface TextTools {
  reader: OperatorReader
  output: ByteWriter
  face: Face
  marks: Marks
  fontOf(name: string): FontReader
  /** Told of each line that is painted: its matrix, and its length in the coordinates of that. */
  onLine?(line: Matrix, length: number): void
}

/**
 * Reads a text object, whose `BT` was just read, and sets it again. Chromium places every glyph by itself; here a line is one
 * string with the differences from the font's own widths, to a thousandth of the size: a quarter of the bytes, and for every
 * reader of the file a quarter of the work. Returns false when it cannot be set again; it is then read, and nothing is written.
 */
export function readTextObject(tools: TextTools): boolean {
  return new TextObject(tools).read()
}

const SPACE = 0x20
const LESS = 0x3c
const GREATER = 0x3e
const ZERO = 0x30

/** What stands between a move and its string, and after the string. */
const BETWEEN = Buffer.from(' 0 Td <')
const AFTER = Buffer.from('> Tj')

/** Operators that are taken over as they are. */
const REPEATED = new Set(['Tf', 'Tm', 'BDC', 'BMC', 'EMC'])

class TextObject {
  readonly #tools: TextTools
  readonly #begin: number
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
    this.#begin = tools.output.length
  }

  read(): boolean {
    const { reader, output } = this.#tools
    output.write('BT')
    for (let operator = reader.next(); operator !== 'ET'; operator = reader.next()) {
      if (operator === undefined) throw new Error('the content of a page is cut off in a text')
      this.#operate(operator)
    }
    this.#endLine()
    output.write('\nET')
    if (!this.#isSet) output.length = this.#begin
    return this.#isSet
  }

  #operate(operator: string): void {
    if (operator === 'Td') this.#readMove()
    else if (operator === 'Tj') this.#readString()
    else if (REPEATED.has(operator)) this.#repeat(operator)
    else {
      this.#isSet = false
      if (operator === 'TJ' || operator === "'" || operator === '"') this.#hearAll(this.#tools.reader.given)
    }
  }

  /** Takes an operator over as it is. */
  #repeat(operator: string): void {
    const { reader, output, face, marks, fontOf } = this.#tools
    this.#endLine()
    output.copy(reader.bytes, reader.operands, reader.end)
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
    const { reader } = this.#tools
    const end = find(SPACE, reader.bytes, reader.operands + 1, reader.start)
    if (reader.bytes[end + 1] !== ZERO || reader.start !== end + 3) this.#isSet = false
    this.#move(reader.number(reader.operands + 1, end))
  }

  #move(by: number): void {
    this.#next += by
    const { size } = this.#tools.face
    if (size > 0) this.#adjust(Math.round(((this.#pen - this.#next) * 1000) / size), size)
  }

  /** A difference in thousandths of the size; what is rounded away is made up for by the next. */
  #adjust(thousandths: number, size: number): void {
    if (thousandths === 0) return
    this.#pen -= (thousandths * size) / 1000
    this.#tools.output.write(this.#isOpen ? `>${thousandths}<` : `\n[${thousandths}<`)
    this.#isOpen = true
  }

  #readString(): void {
    const { face, reader } = this.#tools
    const { bytes, operands, start } = reader
    const from = find(LESS, bytes, operands, start) + 1
    const to = find(GREATER, bytes, from, start)
    if (face.font?.digits === DIGITS && face.size > 0 && to < start && (to - from) % DIGITS === 0) {
      this.#show(face.font, from, to)
      this.#readMoves(face.font)
    } else {
      this.#isSet = false
      this.#hearAll(reader.given)
    }
  }

  /** Chromium's way with a line, read ahead because a page has thousands of it: `5.3 0 Td <0012> Tj`, once more for each glyph. */
  #readMoves(font: FontReader): void {
    const { reader } = this.#tools
    const { bytes } = reader
    for (let at = reader.end + 1; ; at = reader.end + 1) {
      const space = endOfNumber(bytes, at)
      if (space === at || !isAt(BETWEEN, bytes, space)) return
      const from = space + BETWEEN.length
      const to = find(GREATER, bytes, from, bytes.length)
      if (!isAt(AFTER, bytes, to) || (to - from) % DIGITS !== 0) return
      this.#move(reader.number(at, space))
      this.#show(font, from, to)
      reader.end = to + AFTER.length
    }
  }

  /** Shows the codes between two places. */
  #show(font: FontReader, from: number, to: number): void {
    const { face, reader, output } = this.#tools
    if (!this.#isOpen) output.write('\n[<')
    this.#isOpen = true
    output.copy(reader.bytes, from, to)
    for (let at = from; at < to; at += DIGITS) {
      const code = codeAt(reader.bytes, at)
      this.#hear(code, font)
      this.#pen += (font.width(code) * face.size) / 1000
    }
  }

  #endLine(): void {
    if (this.#heard !== '') this.#tools.marks.say(this.#heard)
    if (this.#isOpen || this.#heard !== '') this.#tools.onLine?.(this.#line, this.#pen)
    this.#heard = ''
    if (this.#isOpen) this.#tools.output.write('>] TJ')
    this.#isOpen = false
  }

  /** The text of strings that stay as they are. */
  #hearAll(given: string): void {
    const { font, size } = this.#tools.face
    if (!font) return
    const value = new PdfParser(given).next()
    for (const part of Array.isArray(value) ? value : [value]) {
      if (typeof part === 'number') this.#pen -= (part * size) / 1000
      if (typeof part !== 'string') continue
      for (const code of codesOf(part, font)) {
        this.#hear(code, font)
        this.#pen += (font.width(code) * size) / 1000
      }
    }
  }

  /** The text of one glyph; that of a code without a glyph is lost. */
  #hear(code: number, font: FontReader): void {
    const text = font.text(code)
    this.#heard = this.#tools.marks.reversed > 0 ? text + this.#heard : this.#heard + text
    if (code === 0 && font.digits === DIGITS) this.#tools.marks.lose()
    else this.#tools.marks.paint({ code, font, text })
  }
}

function codesOf(string: string, { digits }: FontReader): number[] {
  const bytes = Buffer.from(string, 'latin1')
  if (digits !== DIGITS) return [...bytes]
  return Array.from({ length: bytes.length >> 1 }, (_, index) => bytes.readUInt16BE(index * 2))
}
