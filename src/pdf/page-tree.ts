import { type Content, readContent } from './content.ts'
import type { PdfFile } from './file.ts'
import { type FontReader, readFont } from './fonts.ts'
import { type Box, type Matrix, moved, multiply } from './geometry.ts'
import { type PdfDictionary, PdfReference, type PdfValue } from './values.ts'

/** A page or a form with what was read of its content. */
export interface Painted<T> {
  dictionary: PdfDictionary
  /** The object by which the structure tree calls it. */
  id: number
  /** The objects that hold its content. */
  streams: readonly number[]
  content: T
}

/** What a content stream calls by names. */
export interface Resources<T> {
  /** The entries of a font. */
  font(name: string): PdfDictionary
  /** A form; it is read when first asked for. Undefined when the name stands for a picture. */
  form(name: string, at?: Placement): Painted<T> | undefined
}

/** Where a form is painted. */
export interface Placement {
  /** Whether it is within a mark, so that nothing in it is an artifact. */
  isMarked: boolean
  /** From the coordinates there to those of the page. */
  matrix: Matrix
  /** What may be seen of the page; all of it, as long as nothing clips. */
  clip: Box | undefined
}

/** What a content stream belongs to: a page (from 0), or a form that is painted somewhere. */
export interface Holder {
  dictionary: PdfDictionary
  id: number
  page?: number
  at?: Placement | undefined
}

/** Reads the content of each page, in their order, and of each form that they paint, once. */
export function readContents<T>(
  file: PdfFile,
  read: (text: string, holder: Holder, resources: Resources<T>) => T,
): { pages: Painted<T>[]; forms: Painted<T>[] } {
  const forms = new Map<number, Painted<T> | undefined>()
  const resourcesOf = (entries: PdfDictionary): Resources<T> => {
    const of = (kind: string, name: string) => file.dictionary(entries.get(kind)).get(name)
    return {
      font: (name) => file.dictionary(of('Font', name)),
      form: (name, at) => readForm(of('XObject', name), entries, at),
    }
  }
  const readForm = (form: PdfValue | undefined, around: PdfDictionary, at?: Placement): Painted<T> | undefined => {
    if (!(form instanceof PdfReference) || forms.has(form.id))
      return form instanceof PdfReference ? forms.get(form.id) : undefined
    const dictionary = file.dictionary(form)
    if (file.name(dictionary.get('Subtype')) !== 'Form') return undefined
    const own = dictionary.get('Resources')
    const content = read(file.stream(form), { dictionary, id: form.id, at }, resourcesOf(own ? file.dictionary(own) : around))
    const painted = { dictionary, id: form.id, streams: [form.id], content }
    forms.set(form.id, painted)
    return painted
  }
  const pages = listPages(file).map(({ id }, page) => {
    const dictionary = file.dictionary(new PdfReference(id))
    const parts = file.array(dictionary.get('Contents'))
    // The parts of a page's content are one, with a space between.
    const text = parts.map((part) => file.stream(part)).join('\n')
    const content = read(text, { dictionary, id, page }, resourcesOf(inherited(file, dictionary, 'Resources')))
    return { dictionary, id, streams: parts.flatMap((part) => (part instanceof PdfReference ? part.id : [])), content }
  })
  return { pages, forms: [...forms.values()].filter((form) => form !== undefined) }
}

/** The pages of a group of pages, in their order; without one, those of the file. */
export function listPages(file: PdfFile, node = file.catalog.get('Pages')): PdfReference[] {
  const dictionary = file.dictionary(node)
  if (file.name(dictionary.get('Type')) === 'Page') return node instanceof PdfReference ? [node] : []
  return file.array(dictionary.get('Kids')).flatMap((kid) => listPages(file, kid))
}

/** A page's entry, or that of the nearest group of pages around it. */
export function inherited(file: PdfFile, page: PdfDictionary, key: string): PdfDictionary {
  const own = page.get(key)
  const parent = page.get('Parent')
  if (own !== undefined || parent === undefined) return file.dictionary(own)
  return inherited(file, file.dictionary(parent), key)
}

/** The pages of a file and the forms that they paint, read once. */
export interface Pages {
  pages: readonly Painted<Content>[]
  forms: readonly Painted<Content>[]
  /** What they are set in, by the entries of the font. */
  fonts: ReadonlyMap<PdfDictionary, FontReader>
}

/** The operator that begins an artifact on a page (from 0) at a height in points. */
export type ArtifactOf = (page: number, height: number) => string

/** Reads all pages. */
export function readPages(file: PdfFile, artifact?: ArtifactOf): Pages {
  const fonts = new Map<PdfDictionary, FontReader>()
  const fontOf = (entries: PdfDictionary) => {
    const font = fonts.get(entries) ?? readFont(file, entries)
    fonts.set(entries, font)
    return font
  }
  const contents = readContents<Content>(file, (text, { dictionary, page, at }, resources) =>
    readContent(text, {
      font: (name) => fontOf(resources.font(name)),
      form: (name, place) => {
        const form = resources.form(name, place)
        return (
          form && {
            content: form.content,
            box: moved(numbersOf(file, form.dictionary, 'BBox') as unknown as Box, matrixOf(file, form.dictionary, place)),
          }
        )
      },
      ...(at && { at: { ...at, matrix: matrixOf(file, dictionary, at) } }),
      ...(page !== undefined && artifact && { artifact: (height) => artifact(page, height) }),
    }),
  )
  return { ...contents, fonts }
}

/** From the coordinates of a form to those of the page; one without a matrix has the coordinates of what paints it. */
function matrixOf(file: PdfFile, form: PdfDictionary, { matrix }: Placement): Matrix {
  return form.has('Matrix') ? multiply(numbersOf(file, form, 'Matrix'), matrix) : matrix
}

function numbersOf(file: PdfFile, entries: PdfDictionary, key: string): number[] {
  return file.array(entries.get(key)).map((value) => Number(file.resolve(value)))
}
