import { PdfParser } from './syntax.ts'
import { decodeText, PdfName } from './values.ts'

/** From one byte to another, within so many saved states. */
interface Place {
  from: number
  to: number
  depth: number
}

/** What is between a mark and its end. */
interface Mark {
  /** Number in the structure tree. */
  id?: number
  /** Whether it gave its text beside what it paints. */
  spoken: boolean
  /** Whether it has something to say: text, a figure, or a form with marks of its own. */
  says: boolean
  /** Where it stands in what is written; missing where it must stay what it is. */
  place?: Place
}

/** Structure types that say something without text. */
const SPEAKING = new Set(['Figure', 'Formula', 'Form', 'Link', 'Annot'])

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
  readonly #open: Mark[] = []
  /** The height at which the last line was painted. */
  #height = 0

  /** Whether what is painted now is marked. */
  get any(): boolean {
    return this.#open.length > 0
  }

  /** Begins a sequence. `place` is where it may be made an artifact when it turns out to say nothing. */
  open(given: string, place?: Place): void {
    const parser = new PdfParser(given)
    const tag = parser.next()
    const properties = parser.next()
    const dictionary = properties instanceof Map ? properties : new Map()
    const id = dictionary.get('MCID')
    const actual = dictionary.get('ActualText')
    const speaks = tag instanceof PdfName && SPEAKING.has(tag.name)
    const mark: Mark = { spoken: typeof actual === 'string', says: speaks }
    if (typeof actual === 'string') this.say(decodeText(actual))
    if (typeof id === 'number' && id >= 0) {
      mark.id = id
      this.texts[id] ??= ''
      if (place) mark.place = place
    }
    this.#open.push(mark)
  }

  /** Ends a sequence; where it stands, if it said nothing and becomes an artifact. Chromium's may end in another saved state; artifacts never do. */
  close(depth = 0): Place | undefined {
    const mark = this.#open.pop()
    if (mark?.id === undefined || mark.says || mark.place?.depth !== depth) return undefined
    this.dropped.push(mark.id)
    return mark.place
  }

  /** Text is painted at a height. Where a line ends its last space is not painted, so it is put back. */
  say(text: string, height = this.#height): void {
    const isNewLine = height !== this.#height
    this.#height = height
    for (const mark of this.#open) mark.says = true
    if (this.#open.some(({ spoken }) => spoken)) return
    this.said += text
    const id = this.#open.findLast((mark) => mark.id !== undefined)?.id
    if (id === undefined) return
    const before = this.texts[id] ?? ''
    this.texts[id] = before + (isNewLine && /\S$/.test(before) ? ' ' : '') + text
    this.told += text
  }

  /** A form is painted, which has marks of its own. */
  sayForm({ said, told }: { said: string; told: string }): void {
    const before = this.told
    this.say(said)
    this.told = before + told
  }
}
