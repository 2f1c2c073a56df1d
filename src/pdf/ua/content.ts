import type { PdfFile } from '../file.ts'
import { OperatorReader } from '../operators.ts'
import { inherited } from '../page-tree.ts'
import { codeAt, DIGITS } from '../scan.ts'
import { PdfParser } from '../syntax.ts'
import { type PdfDictionary, PdfName, PdfReference, type PdfValue } from '../values.ts'

/** What around a painted thing marks it: an element of the structure tree, an artifact, or nothing. */
export type Marking = 'tagged' | 'artifact' | 'none'

/** What a page or a form paints, as far as PDF/UA looks at it. */
export interface ScannedContent {
  /** The number of its object. */
  id: number
  /** Numbers of its marks. */
  marks: ReadonlySet<number>
  /** How often something is painted that nothing marks. */
  unmarked: number
  artifacts: number
  /** How often an artifact begins in what is tagged, and a tag in an artifact. */
  artifactsInTags: number
  tagsInArtifacts: number
  /** Marks that are not ended, or ended without a beginning. */
  unbalanced: number
  /** The languages that marks name. */
  languages: readonly string[]
  /** Forms only: how it is marked where it is painted, each time. */
  painted: readonly Marking[]
}

/** A font, and the codes that are shown of it. */
export interface UsedFont {
  entries: PdfDictionary
  codes: ReadonlySet<number>
}

const PAINTING = new Set(['sh', 'f', 'F', 'f*', 'B', 'B*', 'b', 'b*', 'S', 's'])
const SHOWING = new Set(['Tj', 'TJ', "'", '"'])

/** Scans the content of pages, and of the forms that they paint, each once. */
export class ContentScanner {
  readonly #file: PdfFile
  readonly #contents = new Map<number, ScannedContent & { painted: Marking[] }>()
  readonly #fonts = new Map<PdfDictionary, Set<number>>()

  constructor(file: PdfFile) {
    this.#file = file
  }

  get contents(): ScannedContent[] {
    return [...this.#contents.values()]
  }

  get fonts(): UsedFont[] {
    return [...this.#fonts].map(([entries, codes]) => ({ entries, codes }))
  }

  scanPage(page: PdfReference): void {
    const entries = this.#file.dictionary(page)
    const bytes = this.#file.array(entries.get('Contents')).map((part) => this.#file.data(part))
    this.#scan(page.id, Buffer.concat(bytes), inherited(this.#file, entries, 'Resources'))
  }

  #scan(id: number, bytes: Buffer, resources: PdfDictionary): ScannedContent & { painted: Marking[] } {
    const of = (kind: string, name: string) => this.#file.dictionary(resources.get(kind)).get(name)
    const scan = new Scan(bytes, {
      codes: (name) => this.#codesOf(this.#file.dictionary(of('Font', name))),
      form: (name, marking) => this.#form(of('XObject', name), marking, resources),
    })
    const content = { ...scan.read(), id, painted: [] }
    this.#contents.set(id, content)
    return content
  }

  #codesOf(font: PdfDictionary): Set<number> {
    const codes = this.#fonts.get(font) ?? new Set()
    this.#fonts.set(font, codes)
    return codes
  }

  /** Returns whether it is a form. */
  #form(form: PdfValue | undefined, marking: Marking, around: PdfDictionary): boolean {
    const entries = this.#file.dictionary(form)
    if (!(form instanceof PdfReference) || this.#file.name(entries.get('Subtype')) !== 'Form') return false
    const own = entries.get('Resources')
    const content =
      this.#contents.get(form.id) ?? this.#scan(form.id, this.#file.data(form), own ? this.#file.dictionary(own) : around)
    content.painted.push(marking)
    return true
  }
}

interface ScanTools {
  /** The codes that are shown of a font, to be added to. */
  codes(font: string): Set<number>
  /** Told of what `Do` paints; returns whether it is a form, which has marks of its own. */
  form(name: string, marking: Marking): boolean
}

/** One content stream, read once. */
class Scan {
  readonly #reader: OperatorReader
  readonly #tools: ScanTools
  readonly #open: Marking[] = []
  readonly #marks = new Set<number>()
  readonly #languages: string[] = []
  #codes = new Set<number>()
  readonly #saved: Set<number>[] = []
  #unmarked = 0
  #artifacts = 0
  #artifactsInTags = 0
  #tagsInArtifacts = 0
  #unbalanced = 0

  constructor(bytes: Buffer, tools: ScanTools) {
    this.#reader = new OperatorReader(bytes)
    this.#tools = tools
  }

  read(): Omit<ScannedContent, 'id' | 'painted'> {
    for (let operator = this.#reader.next(); operator !== undefined; operator = this.#reader.next()) this.#operate(operator)
    return {
      marks: this.#marks,
      unmarked: this.#unmarked,
      artifacts: this.#artifacts,
      artifactsInTags: this.#artifactsInTags,
      tagsInArtifacts: this.#tagsInArtifacts,
      unbalanced: this.#unbalanced + this.#open.length,
      languages: this.#languages,
    }
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
    else if (operator === 'Tf') this.#codes = this.#tools.codes(this.#reader.given.split(' ')[0]?.slice(1) ?? '')
    else if (operator === 'q') this.#saved.push(this.#codes)
    else if (operator === 'Q') this.#codes = this.#saved.pop() ?? new Set()
    else if (operator === 'Do' && !this.#tools.form(this.#reader.given.slice(1), this.#marking)) this.#paint()
  }

  #paint(): void {
    if (this.#marking === 'none') this.#unmarked++
  }

  #show(): void {
    this.#paint()
    const { bytes, operands, start } = this.#reader
    for (let at = bytes.indexOf(LESS, operands); at !== -1 && at < start; at = bytes.indexOf(LESS, at)) {
      for (at++; bytes[at] !== GREATER && at < start; at += DIGITS) this.#codes.add(codeAt(bytes, at))
    }
  }

  #begin(): void {
    const parser = new PdfParser(this.#reader.given)
    const tag = parser.next()
    const properties = parser.next()
    const [mark, language] = properties instanceof Map ? [properties.get('MCID'), properties.get('Lang')] : []
    if (typeof language === 'string') this.#languages.push(language)
    const isArtifact = tag instanceof PdfName && tag.name === 'Artifact'
    const marking = typeof mark === 'number' ? 'tagged' : isArtifact ? 'artifact' : 'none'
    if (marking === 'artifact') this.#artifacts++
    if (marking === 'artifact' && this.#marking === 'tagged') this.#artifactsInTags++
    if (marking === 'tagged' && this.#marking === 'artifact') this.#tagsInArtifacts++
    if (typeof mark === 'number') this.#marks.add(mark)
    this.#open.push(marking)
  }

  #end(): void {
    if (this.#open.pop() === undefined) this.#unbalanced++
  }
}

const LESS = 0x3c
const GREATER = 0x3e
