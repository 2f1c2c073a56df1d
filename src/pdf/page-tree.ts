import { isOneBlock } from './blocks.ts'
import { type Content, type ContentTools, type Form, readContent } from './content.ts'
import type { PdfFile } from './file.ts'
import { createFontReader, type FontReader } from './fonts.ts'
import { IDENTITY } from './geometry.ts'
import type { ParentLists } from './parent-lists.ts'
import { type PdfDictionary, PdfReference, type PdfValue } from './values.ts'

/** A page with its content, or a form, which has content of its own. */
export interface Painted {
  dictionary: PdfDictionary
  /** The object by which the structure tree calls it. */
  id: number
  /** The objects that hold its content. */
  streams: readonly number[]
  content: Content
}

/** The pages of a file and the forms that they paint, read once. */
export interface Pages {
  pages: readonly Painted[]
  forms: readonly Painted[]
  /** Their fonts by the numbers of their objects. */
  fonts: ReadonlyMap<number, FontReader>
}

/** The operator that begins an artifact on a page (from 0) at a height in points. */
export type ArtifactOf = (page: number, height: number) => string

/** Reads all pages. */
export function readPages(file: PdfFile, parents: ParentLists, artifact?: ArtifactOf): Pages {
  const reader = new PageReader(file, parents)
  const pages = listPages(file, file.catalog.get('Pages'), 0).map((page, index) =>
    reader.page(page, artifact && ((height) => artifact(index, height))),
  )
  return { pages, forms: reader.forms, fonts: reader.fonts }
}

/** A broken file may hold a circle; nothing real is nested deeper. */
export const DEEPEST = 200

/** The pages of a group of pages, in their order. */
export function listPages(file: PdfFile, node: PdfValue | undefined, depth: number): PdfReference[] {
  const dictionary = file.dictionary(node)
  if (file.name(dictionary.get('Type')) === 'Page') return node instanceof PdfReference ? [node] : []
  if (depth > DEEPEST) return []
  return file.array(dictionary.get('Kids')).flatMap((kid) => listPages(file, kid, depth + 1))
}

class PageReader {
  readonly fonts = new Map<number, FontReader>()
  readonly #file: PdfFile
  readonly #fontOf: ReturnType<typeof createFontReader>
  readonly #parents: ParentLists
  readonly #forms = new Map<number, Painted | undefined>()

  constructor(file: PdfFile, parents: ParentLists) {
    this.#file = file
    this.#fontOf = createFontReader(file)
    this.#parents = parents
  }

  get forms(): Painted[] {
    return [...this.#forms.values()].filter((form) => form !== undefined)
  }

  page(page: PdfReference, artifact?: (height: number) => string): Painted {
    const dictionary = this.#file.dictionary(page)
    const parts = this.#file.array(dictionary.get('Contents'))
    const content = this.#read(
      joined(parts.map((part) => this.#file.data(part))),
      dictionary,
      inherited(this.#file, dictionary, 'Resources'),
      artifact ? { artifact } : {},
    )
    return { dictionary, id: page.id, streams: parts.flatMap((part) => (part instanceof PdfReference ? part.id : [])), content }
  }

  #read(bytes: Buffer, holder: PdfDictionary, resources: PdfDictionary, tools: Partial<ContentTools>): Content {
    const of = (kind: string, name: string) => this.#file.dictionary(resources.get(kind)).get(name)
    return readContent(bytes, {
      font: (name) => this.#font(of('Font', name)),
      form: (name, isMarked) => asForm(this.#file, this.#form(of('XObject', name), resources, isMarked)),
      isOneBlock: (mark, other) => isOneBlock(this.#file, this.#parents, holder, mark, other),
      ...tools,
    })
  }

  #font(value: PdfValue | undefined): FontReader {
    const font = this.#fontOf(value)
    if (value instanceof PdfReference) this.fonts.set(value.id, font)
    return font
  }

  #form(reference: PdfValue | undefined, around: PdfDictionary, isMarked: boolean): Painted | undefined {
    if (!(reference instanceof PdfReference) || this.#forms.has(reference.id))
      return reference instanceof PdfReference ? this.#forms.get(reference.id) : undefined
    const dictionary = this.#file.dictionary(reference)
    // Kept before it is read, since in a broken file a form may hold itself.
    this.#forms.set(reference.id, undefined)
    if (this.#file.name(dictionary.get('Subtype')) !== 'Form') return undefined
    const resources = dictionary.get('Resources')
    const own = resources ? this.#file.dictionary(resources) : around
    const content = this.#read(this.#file.data(reference), dictionary, own, { isMarked })
    const form = { dictionary, id: reference.id, streams: [reference.id], content }
    this.#forms.set(reference.id, form)
    return form
  }
}

/** A form without a matrix has the coordinates of what paints it. */
function asForm(file: PdfFile, form: Painted | undefined): Form | undefined {
  if (!form) return undefined
  const numbers = (key: string) => file.array(form.dictionary.get(key)).map((value) => Number(file.resolve(value)))
  const matrix = form.dictionary.has('Matrix') ? numbers('Matrix') : IDENTITY
  const [left = 0, bottom = 0, right = 0, top = 0] = numbers('BBox')
  return { content: form.content, matrix, box: [left, bottom, right, top] }
}

/** The parts of a page's content are one, with a space between. */
function joined(parts: readonly Buffer[]): Buffer {
  const [first] = parts
  return first && parts.length === 1 ? first : Buffer.concat(parts.flatMap((part) => [part, Buffer.from('\n')]))
}

/** A page's entry, or that of the nearest group of pages around it. */
export function inherited(file: PdfFile, page: PdfDictionary, key: string, depth = 0): PdfDictionary {
  const own = page.get(key)
  const parent = page.get('Parent')
  if (own !== undefined || parent === undefined || depth > DEEPEST) return file.dictionary(own)
  return inherited(file, file.dictionary(parent), key, depth + 1)
}
