import type { PdfFile } from './file.ts'
import type { Painted } from './page-tree.ts'
import { decodeText, dictionaryOf, type PdfDictionary, PdfName, PdfReference, type PdfValue } from './values.ts'

/** An element of the structure tree, to be changed; `writeElements` writes its type, its parent and its kids. */
export interface Element {
  reference: PdfReference
  /** Its type, such as `P`. */
  type: string
  entries: PdfDictionary
  parent?: Element
  kids: Kid[]
}

/** What an element holds: another element, a mark of a page or form, or an annotation; `value` is how it is written. */
export type Kid =
  | { kind: 'element'; value: PdfReference; element: Element }
  | { kind: 'mark'; value: PdfValue; mark: number; holder: number; page: number }
  | { kind: 'annotation'; value: PdfValue; annotation: number }

/** Reads the structure tree of a file: its elements in reading order, each before those in it. */
export function readElements(file: PdfFile): Element[] {
  const elements: Element[] = []
  const read = (value: PdfReference, parent: Element | undefined): Kid[] => {
    const entries = file.dictionary(value)
    const type = file.name(entries.get('S'))
    if (type === undefined) return []
    const element: Element = { reference: value, type, entries, kids: [], ...(parent && { parent }) }
    elements.push(element)
    element.kids = file.array(entries.get('K')).flatMap((kid) => readKid(kid, element))
    return [{ kind: 'element', value, element }]
  }
  const readKid = (value: PdfValue, parent: Element): Kid[] => {
    const entries = file.dictionary(value)
    const mark = typeof value === 'number' ? value : entries.get('MCID')
    const page = idOf(entries.get('Pg') ?? parent.entries.get('Pg')) ?? 0
    if (typeof mark === 'number') return [{ kind: 'mark', value, mark, page, holder: idOf(entries.get('Stm')) ?? page }]
    const annotation = idOf(entries.get('Obj'))
    if (annotation !== undefined) return [{ kind: 'annotation', value, annotation }]
    return value instanceof PdfReference ? read(value, parent) : []
  }
  const root = file.dictionary(file.catalog.get('StructTreeRoot'))
  for (const kid of file.array(root.get('K'))) if (kid instanceof PdfReference) read(kid, undefined)
  return elements
}

/** All of some elements and what they hold, in reading order. */
export function allOf(elements: readonly Element[]): Element[] {
  return elements.flatMap((element) => [
    element,
    ...allOf(element.kids.flatMap((kid) => (kid.kind === 'element' ? [kid.element] : []))),
  ])
}

/** Gives an element its kids. */
export function setKids(element: Element, kids: Kid[]): void {
  element.kids = kids
  for (const kid of kids) if (kid.kind === 'element') kid.element.parent = element
}

/** A new element to be held by another, with kids that are taken from there. */
export function newElement(file: PdfFile, type: string, parent: Element, kids: Kid[]): Kid {
  const page = parent.entries.get('Pg')
  const entries = dictionaryOf({ S: new PdfName(type), P: parent.reference, ...(page && { Pg: page }) })
  const element: Element = { reference: file.add(entries), type, entries, parent, kids }
  setKids(element, kids)
  return { kind: 'element', value: element.reference, element }
}

/** Writes what elements have become into their objects. */
export function writeElements(file: PdfFile, elements: readonly Element[]): void {
  for (const { entries, type, parent, kids } of elements) {
    entries.set('S', new PdfName(type)).set('P', parent?.reference ?? file.catalog.get('StructTreeRoot') ?? null)
    const [first, ...others] = kids
    if (!first) entries.delete('K')
    else entries.set('K', others.length > 0 ? kids.map(({ value }) => value) : first.value)
  }
}

/** The elements that hold the marks of each page and form, by their numbers. */
function holdersOf(elements: readonly Element[]): ReadonlyMap<number, readonly (Element | undefined)[]> {
  const holders = new Map<number, (Element | undefined)[]>()
  for (const element of elements) {
    for (const kid of element.kids) {
      if (kid.kind !== 'mark') continue
      const marks = holders.get(kid.holder) ?? []
      marks[kid.mark] = element
      holders.set(kid.holder, marks)
    }
  }
  return holders
}

/** Whether an element is in one of a type. */
export function isIn(type: string, { parent }: Element): boolean {
  return parent !== undefined && (parent.type === type || isIn(type, parent))
}

/** The text that an element gives instead of what it holds. */
export function alternative({ entries }: Element): string | undefined {
  const text = entries.get('Alt')
  return typeof text === 'string' ? decodeText(text) : undefined
}

/** The number of the object that a value refers to. */
export function idOf(value: PdfValue | undefined): number | undefined {
  return value instanceof PdfReference ? value.id : undefined
}

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
