import { type Element, holdersOf } from './elements.ts'
import type { PdfFile } from './file.ts'
import type { Painted } from './page-tree.ts'
import { dictionaryOf, type PdfDictionary, PdfReference, type PdfValue } from './values.ts'

/** Writes what leads from marks and links to their elements, and from names to elements that others name, such as the heads of a table. */
export function writeStructureIndex(file: PdfFile, elements: readonly Element[], painted: readonly Painted<unknown>[]): void {
  const root = file.dictionary(file.catalog.get('StructTreeRoot'))
  const holders = holdersOf(elements)
  const parents: PdfValue[] = []
  const nextKey = () => parents.length
  for (const { id, dictionary } of painted) {
    const marks = holders.get(id)
    if (!marks) dictionary.delete('StructParents')
    else {
      dictionary.set('StructParents', nextKey())
      parents.push(file.add(Array.from(marks, (element) => element?.reference ?? null)))
    }
  }
  for (const { reference, kids } of elements) {
    for (const kid of kids) {
      if (kid.kind !== 'annotation') continue
      file.dictionary(new PdfReference(kid.annotation)).set('StructParent', nextKey())
      parents.push(reference)
    }
  }
  root.set('ParentTree', file.add(dictionaryOf({ Nums: parents.flatMap((element, key) => [key, element]) })))
  root.set('ParentTreeNextKey', nextKey())
  const names = numberNames(file, elements)
  if (names.length === 0) root.delete('IDTree')
  else root.set('IDTree', file.add(dictionaryOf({ Names: names })))
}

/**
 * Numbers the named elements from 1, in the order of the names that they had. Chromium takes the numbers from a counter that all
 * pages of a process share, so they depend on what else is printed at the time. Returns each name with its element.
 */
function numberNames(file: PdfFile, elements: readonly Element[]): PdfValue[] {
  const named = new Map(
    elements.flatMap(({ entries, reference }) => (entries.has('ID') ? [[String(entries.get('ID')), reference]] : [])),
  )
  const numbers = new Map([...named.keys()].sort().map((name, index) => [name, `node${String(index + 1).padStart(8, '0')}`]))
  for (const { entries } of elements) renameIn(file, entries, (name) => numbers.get(name) ?? name)
  return [...numbers].flatMap(([old, name]) => [name, named.get(old) ?? null])
}

/** Gives an element another name, and the heads that it names theirs. */
export function renameIn(file: PdfFile, entries: PdfDictionary, rename: (name: string) => string): void {
  const own = entries.get('ID')
  if (typeof own === 'string') entries.set('ID', rename(own))
  for (const attribute of file.array(entries.get('A'))) {
    const attributes = file.dictionary(attribute)
    const heads = file.array(attributes.get('Headers'))
    if (heads.length > 0)
      attributes.set(
        'Headers',
        heads.map((head) => (typeof head === 'string' ? rename(head) : head)),
      )
  }
}
