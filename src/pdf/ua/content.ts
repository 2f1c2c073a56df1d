import { OperatorReader } from '../operators.ts'
import type { Resources } from '../page-tree.ts'
import { PdfParser } from '../syntax.ts'
import { DIGITS } from '../text-object.ts'
import { type PdfDictionary, PdfName } from '../values.ts'

/** What around a painted thing marks it: an element of the structure tree, an artifact, or nothing. */
export type Marking = 'tagged' | 'artifact' | 'none'

/** What a page or a form paints, as far as PDF/UA looks at it. */
export interface ScannedContent {
  /** The number of its object. */
  id: number
  /** Numbers of its marks. */
  marks: Set<number>
  /** How often something is painted that nothing marks. */
  unmarked: number
  artifacts: number
  /** How often an artifact begins in what is tagged, and a tag in an artifact. */
  artifactsInTags: number
  tagsInArtifacts: number
  /** Marks that are not ended, or ended without a beginning. */
  unbalanced: number
  /** The languages that marks name. */
  languages: string[]
  /** Forms only: how it is marked where it is painted, each time. */
  painted: Marking[]
}

const PAINTING = new Set(['sh', 'f', 'F', 'f*', 'B', 'B*', 'b', 'b*', 'S', 's'])
const SHOWING = new Set(['Tj', 'TJ', "'", '"'])

/** The codes that are shown of each font. */
export type ShownCodes = Map<PdfDictionary, Set<number>>

/** Scans a content stream. */
export function scanContent(text: string, id: number, resources: Resources<ScannedContent>, shown: ShownCodes): ScannedContent {
  const none = { unmarked: 0, artifacts: 0, artifactsInTags: 0, tagsInArtifacts: 0, unbalanced: 0 }
  const found: ScannedContent = { ...none, id, marks: new Set(), languages: [], painted: [] }
  new Scan(text, resources, shown, found).read()
  return found
}

class Scan {
  readonly #reader: OperatorReader
  readonly #resources: Resources<ScannedContent>
  readonly #shown: ShownCodes
  readonly #found: ScannedContent
  readonly #open: Marking[] = []
  #codes = new Set<number>()
  readonly #saved: Set<number>[] = []

  constructor(text: string, resources: Resources<ScannedContent>, shown: ShownCodes, found: ScannedContent) {
    this.#reader = new OperatorReader(text)
    this.#resources = resources
    this.#shown = shown
    this.#found = found
  }

  read(): void {
    for (let operator = this.#reader.next(); operator !== undefined; operator = this.#reader.next()) this.#operate(operator)
    this.#found.unbalanced += this.#open.length
  }

  get #marking(): Marking {
    return this.#open.findLast((marking) => marking !== 'none') ?? 'none'
  }

  #operate(operator: string): void {
    // Of ten operators nine draw a path.
    if (operator === 'l' || operator === 'c' || operator === 'm') return
    if (PAINTING.has(operator)) this.#paint()
    else if (SHOWING.has(operator)) this.#show()
    else if (operator === 'BDC' || operator === 'BMC') this.#begin()
    else if (operator === 'EMC') this.#end()
    else if (operator === 'Tf') this.#setFont(this.#reader.given.split(' ')[0]?.slice(1) ?? '')
    else if (operator === 'q') this.#saved.push(this.#codes)
    else if (operator === 'Q') this.#codes = this.#saved.pop() ?? new Set()
    else if (operator === 'Do') this.#do(this.#reader.given.slice(1))
  }

  #setFont(name: string): void {
    const font = this.#resources.font(name)
    this.#codes = this.#shown.get(font) ?? new Set()
    this.#shown.set(font, this.#codes)
  }

  /** A form has marks of its own. */
  #do(name: string): void {
    const form = this.#resources.form(name)
    if (form) form.content.painted.push(this.#marking)
    else this.#paint()
  }

  #paint(): void {
    if (this.#marking === 'none') this.#found.unmarked++
  }

  #show(): void {
    this.#paint()
    for (const [, codes = ''] of this.#reader.given.matchAll(/<([^>]*)>/g))
      for (let at = 0; at < codes.length; at += DIGITS) this.#codes.add(Number.parseInt(codes.slice(at, at + DIGITS), 16))
  }

  #begin(): void {
    const parser = new PdfParser(this.#reader.given)
    const tag = parser.next()
    const properties = parser.next()
    const [mark, language] = properties instanceof Map ? [properties.get('MCID'), properties.get('Lang')] : []
    if (typeof language === 'string') this.#found.languages.push(language)
    const isArtifact = tag instanceof PdfName && tag.name === 'Artifact'
    const marking = typeof mark === 'number' ? 'tagged' : isArtifact ? 'artifact' : 'none'
    if (marking === 'artifact') this.#found.artifacts++
    if (marking === 'artifact' && this.#marking === 'tagged') this.#found.artifactsInTags++
    if (marking === 'tagged' && this.#marking === 'artifact') this.#found.tagsInArtifacts++
    if (typeof mark === 'number') this.#found.marks.add(mark)
    this.#open.push(marking)
  }

  #end(): void {
    if (this.#open.pop() === undefined) this.#found.unbalanced++
  }
}
