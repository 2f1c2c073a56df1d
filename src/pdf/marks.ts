import { PdfParser } from './syntax.ts'
import { decodeText, PdfName } from './values.ts'

/** What is between a mark and its end. */
interface Mark {
  /** Number in the structure tree. */
  id?: number
  /** Whether it gave its text beside what it paints. */
  spoken: boolean
  /** Whether it says nothing, and is left out. */
  isSilent: boolean
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
    return this.#open.some(({ isSilent }) => !isSilent)
  }

  /** Begins a sequence. Returns whether it stays; one that says nothing does not, if it is known beforehand. */
  open(given: string, isSilent: () => boolean = () => false): boolean {
    const parser = new PdfParser(given)
    const tag = parser.next()
    const properties = parser.next()
    const dictionary = properties instanceof Map ? properties : new Map()
    const id = dictionary.get('MCID')
    const actual = dictionary.get('ActualText')
    if (typeof actual === 'string') this.say(decodeText(actual))
    const mark: Mark = { spoken: typeof actual === 'string', isSilent: false }
    this.#open.push(mark)
    if (typeof id !== 'number' || !(id >= 0)) return true
    mark.isSilent = !(tag instanceof PdfName && SPEAKING.has(tag.name)) && isSilent()
    if (mark.isSilent) this.dropped.push(id)
    mark.id = id
    this.texts[id] ??= ''
    return !mark.isSilent
  }

  /** Ends a sequence. Returns whether it was one that stays. */
  close(): boolean {
    return this.#open.pop()?.isSilent !== true
  }

  /** Text is painted at a height. Where a line ends its last space is not painted, so it is put back. */
  say(text: string, height = this.#height): void {
    const isNewLine = height !== this.#height
    this.#height = height
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
