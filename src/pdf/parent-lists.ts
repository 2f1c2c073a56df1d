import type { PdfFile } from './file.ts'
import { readTree } from './trees.ts'
import { type PdfDictionary, PdfReference, type PdfValue } from './values.ts'

/** The lists that lead from the marks of a page or form to the elements that hold them; read when first asked for. */
export class ParentLists {
  readonly #file: PdfFile
  #lists: Map<number, PdfValue> | undefined

  constructor(file: PdfFile) {
    this.#file = file
  }

  /** The list of a page or form. */
  of(holder: PdfDictionary): PdfReference | undefined {
    const tree = this.#file.dictionary(this.#file.catalog.get('StructTreeRoot')).get('ParentTree')
    this.#lists ??= new Map(readTree(this.#file, tree, 'Nums').map(([key, list]) => [Number(key), list]))
    const list = this.#lists.get(Number(holder.get('StructParents')))
    return list instanceof PdfReference ? list : undefined
  }
}
