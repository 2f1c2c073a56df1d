import type { PdfFile } from './file.ts'
import type { Pages, Painted } from './page-tree.ts'
import { readTree } from './trees.ts'
import { type PdfDictionary, PdfReference, type PdfValue, writeValue } from './values.ts'

/**
 * The objects of the structure tree without the marks that have become artifacts, as they are to be written: the elements
 * that held these marks, and the lists that lead from marks to elements.
 */
export function withoutArtifacts(file: PdfFile, { pages, forms }: Pages): Map<number, string> {
  const root = file.dictionary(file.catalog.get('StructTreeRoot')).get('ParentTree')
  const parents = new Map(readTree(file, root, 'Nums').map(([key, elements]) => [Number(key), elements]))
  const changed = new Map<number, PdfValue>()
  for (const painted of [...pages, ...forms]) {
    const key = painted.dictionary.get('StructParents')
    const list = typeof key === 'number' ? parents.get(key) : undefined
    if (painted.content.dropped.length > 0 && list instanceof PdfReference) drop(file, painted, list, changed)
  }
  return new Map([...changed].map(([id, value]) => [id, writeValue(value)]))
}

function drop(file: PdfFile, { id, content }: Painted, list: PdfReference, changed: Map<number, PdfValue>): void {
  const elements = [...file.array(changed.get(list.id) ?? list)]
  for (const mark of content.dropped) {
    const element = elements[mark]
    elements[mark] = null
    if (!(element instanceof PdfReference)) continue
    const dictionary = new Map((changed.get(element.id) as PdfDictionary | undefined) ?? file.dictionary(element))
    const kids = file.array(dictionary.get('K')).filter((kid) => !isMark(file, kid, mark, id))
    if (kids.length > 0) dictionary.set('K', kids)
    else dictionary.delete('K')
    changed.set(element.id, dictionary)
  }
  changed.set(list.id, elements)
}

/** Whether a kid of an element is this mark of this page or form. An element's own page is that of its marks. */
function isMark(file: PdfFile, kid: PdfValue, mark: number, owner: number): boolean {
  if (typeof kid === 'number') return kid === mark
  if (!(kid instanceof Map)) return false
  const holder = kid.get('Stm') ?? kid.get('Pg')
  return file.resolve(kid.get('MCID')) === mark && (!(holder instanceof PdfReference) || holder.id === owner)
}
