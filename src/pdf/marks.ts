import type { FontReader } from './fonts.ts'
import { PdfParser } from './syntax.ts'
import { decodeText, PdfName } from './values.ts'

/** What is between a mark and its end. */
interface Mark {
  /** Its type, such as `P`. */
  tag: string
  /** Number in the structure tree. */
  id?: number
  /** The text that it gives beside what it paints. */
  actual?: string
  /** What is painted under that text. */
  glyphs: PaintedGlyph[]
  /** Whether a glyph in it is none of its font. */
  isLost?: boolean
  /** Whether it says nothing, and is left out. */
  isSilent: boolean
}

/** Structure types that say something without text. */
const SPEAKING = new Set(['Figure', 'Formula', 'Form', 'Link', 'Annot'])

/** Marks glyphs of text that is written from right to left. */
const REVERSED = 'ReversedChars'

/** Structure types with a text of their own instead of what they hold. */
const FIGURES = new Set(['Figure', 'Formula'])

/** Follows the marked sequences of a content stream, and gathers what is said in them. */
export class Marks {
  /** All text, in the order of painting. */
  said = ''
  /** The part of it that is in a numbered mark, here or in a form. */
  told = ''
  /** The text of each numbered mark. */
  readonly texts: string[] = []
  /** Numbers of the marks that say nothing. */
  readonly dropped: number[] = []
  /** Letters that are painted as boxes, since no font has them, those that stand together in one; empty where they are not known. */
  readonly lost: string[] = []
  /** How many sequences are open in which glyphs are painted last one first. */
  reversed = 0
  /** What is said in them, in the order of painting. */
  #backwards: string[] = []
  readonly #open: Mark[] = []
  /** Where in `said` the last lost letters end. */
  #lostEnd = -1

  /** Whether what is painted now is marked. */
  get any(): boolean {
    return this.#open.some(({ isSilent }) => !isSilent)
  }

  /** The number of the innermost mark of the structure tree, when that is a figure; what is in it is not read out. */
  get figure(): number | undefined {
    const mark = this.#open.findLast(({ id, isSilent }) => id !== undefined && !isSilent)
    return mark && FIGURES.has(mark.tag) ? mark.id : undefined
  }

  /** Begins a sequence. Returns whether it stays; one that says nothing does not, if it is known beforehand. */
  open(given: string, isSilent: () => boolean = () => false): boolean {
    const parser = new PdfParser(given)
    const tag = parser.next()
    const properties = parser.next()
    const dictionary = properties instanceof Map ? properties : new Map()
    const id = dictionary.get('MCID')
    const actual = dictionary.get('ActualText')
    const mark: Mark = { tag: tag instanceof PdfName ? tag.name : '', glyphs: [], isSilent: false }
    if (typeof actual === 'string') {
      mark.actual = decodeText(actual)
      this.say(mark.actual)
    }
    if (mark.tag === REVERSED) this.reversed++
    this.#open.push(mark)
    if (typeof id !== 'number' || !(id >= 0)) return true
    mark.isSilent = !SPEAKING.has(mark.tag) && isSilent()
    if (mark.isSilent) this.dropped.push(id)
    mark.id = id
    this.texts[id] ??= ''
    return !mark.isSilent
  }

  /** Ends a sequence. Returns whether it was one that stays. */
  close(): boolean {
    const mark = this.#open.pop()
    if (mark?.tag === REVERSED) this.#endReversed()
    if (mark?.actual !== undefined) findTexts(mark.actual, mark.glyphs)
    return mark?.isSilent !== true
  }

  /** Text is painted, or given instead of what is painted. */
  say(text: string): void {
    if (this.#open.some(({ actual }) => actual !== undefined)) return
    if (this.reversed > 0) {
      this.#backwards.push(text)
      return
    }
    this.said += text
    const id = this.#open.findLast((mark) => mark.id !== undefined)?.id
    if (id === undefined) return
    this.texts[id] = (this.texts[id] ?? '') + text
    this.told += text
  }

  /** A glyph of a font is painted. */
  paint(glyph: PaintedGlyph): void {
    this.#open.findLast(({ actual }) => actual !== undefined)?.glyphs.push(glyph)
  }

  #endReversed(): void {
    this.reversed--
    const text = this.#backwards.reverse().join('')
    this.#backwards = []
    if (text !== '') this.say(text)
  }

  /** A glyph is painted that is none of its font. Its letters are known where they are given instead of what is painted. */
  lose(): void {
    const mark = this.#open.findLast(({ actual }) => actual !== undefined)
    if (mark?.isLost) return
    const letters = mark?.actual ?? ''
    if (mark) mark.isLost = true
    const goesOn = letters !== '' && this.said.length - letters.length === this.#lostEnd
    if (goesOn) this.lost.push(`${this.lost.pop()}${letters}`)
    else this.lost.push(letters)
    this.#lostEnd = letters === '' ? -1 : this.said.length
  }

  /** A form is painted, which has marks of its own. */
  sayForm({ said, told, lost }: { said: string; told: string; lost: readonly string[] }): void {
    const before = this.told
    this.say(said)
    this.told = before + told
    this.lost.push(...lost)
  }
}

/** A glyph of a font, as a page paints it. */
interface PaintedGlyph {
  code: number
  font: FontReader
  /** What the font says of it. */
  text: string
}

/** What browsers write of a glyph, and `FontReader` tells, when it stands for no character. */
const UNKNOWN = /^[\0\ufffd]?$/

/** What a glyph stands for whose letters other glyphs beside it stand for. */
const NOTHING_SEEN = '\u200b'

/**
 * Gives glyphs that stand for no single character, such as a conjunct or a picture of several characters, the part of a text that
 * the glyphs beside them do not stand for. Browsers map them to nothing and write the text around them, and not
 * every reader asks for that.
 */
export function findTexts(actual: string, glyphs: readonly PaintedGlyph[]): void {
  const isKnown = ({ text }: PaintedGlyph) => !UNKNOWN.test(text)
  let rest = glyphs.filter(isKnown).reduce((left, { text }) => left.replace(text, ''), actual)
  for (const glyph of glyphs) {
    const { font, code } = glyph
    if (isKnown(glyph) || font.found.has(code)) continue
    font.found.set(code, rest || NOTHING_SEEN)
    rest = ''
  }
}
