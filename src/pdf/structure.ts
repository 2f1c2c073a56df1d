import type { PdfFile } from './file.ts'
import type { Pages } from './page-tree.ts'
import { decodeText, type PdfDictionary, PdfReference, type PdfValue } from './values.ts'

/** What the structure tree says of a document, as far as the build checks it. */
export interface Structure {
  /** The alternative text of each figure, in the order in which they are written; undefined for a figure that has none. */
  figures: (string | undefined)[]
  /** The text of each link by the object of its annotation. */
  links: ReadonlyMap<number, string>
}

/** Reads the elements of the structure tree that have something to be checked; of thousands they are few. */
export function readStructure(file: PdfFile, pages: Pages): Structure {
  const reader = new StructureReader(file, pages)
  const elements = (type: string) =>
    file.find(`/S /${type}`).flatMap((reference) => {
      const element = file.dictionary(reference)
      return file.name(element.get('S')) === type ? [element] : []
    })
  for (const figure of elements('Figure')) reader.addFigure(figure)
  for (const link of elements('Link')) reader.addLink(link)
  return reader
}

class StructureReader implements Structure {
  readonly figures: (string | undefined)[] = []
  readonly links = new Map<number, string>()
  readonly #file: PdfFile
  readonly #texts: ReadonlyMap<number, readonly string[]>

  constructor(file: PdfFile, { pages, forms }: Pages) {
    this.#file = file
    this.#texts = new Map([...pages, ...forms].map(({ id, content }) => [id, content.texts]))
  }

  addFigure(element: PdfDictionary): void {
    this.figures.push(this.#alternative(element))
  }

  /** A link that goes over several lines has an annotation for each. */
  addLink(element: PdfDictionary): void {
    const text = this.#textOf(element, 0, 0).replace(/\s+/g, ' ').trim()
    for (const kid of this.#file.array(element.get('K'))) {
      const annotation = this.#file.dictionary(kid).get('Obj')
      if (annotation instanceof PdfReference) this.links.set(annotation.id, text)
    }
  }

  #alternative(element: PdfDictionary): string | undefined {
    const value = this.#file.resolve(element.get('Alt'))
    return typeof value === 'string' ? decodeText(value) : undefined
  }

  /** Its alternative text, else the text that it holds. */
  #textOf(element: PdfDictionary, around: number, depth: number): string {
    const alternative = this.#alternative(element)
    if (alternative !== undefined || depth > 50) return alternative ?? ''
    const page = idOf(element.get('Pg')) ?? around
    const kids = this.#file.array(element.get('K')).map((kid) => {
      if (typeof kid === 'number') return this.#texts.get(page)?.[kid] ?? ''
      const below = this.#file.dictionary(kid)
      const mark = below.get('MCID')
      if (typeof mark !== 'number') return this.#textOf(below, page, depth + 1)
      return this.#texts.get(idOf(below.get('Stm')) ?? idOf(below.get('Pg')) ?? page)?.[mark] ?? ''
    })
    return kids.join('')
  }
}

function idOf(value: PdfValue | undefined): number | undefined {
  return value instanceof PdfReference ? value.id : undefined
}
