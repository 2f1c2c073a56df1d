import { type PdfDictionary, PdfName, PdfReference, type PdfValue } from './values.ts'

/** An element of the structure tree. */
export interface Element {
  reference: PdfReference
  /** Its type, such as `P`. */
  type: string
  entries: PdfDictionary
  parent?: Element
  kids: readonly Kid[]
}

/** What an element holds: another element, a mark of a page or form, or an annotation; `value` is how it is written. */
export type Kid =
  | { kind: 'element'; value: PdfReference; element: Element }
  | { kind: 'mark'; value: PdfValue; mark: number; holder?: number }
  | { kind: 'annotation'; value: PdfValue; annotation?: number }

/** What elements are read from: a file, or a file with its edits. */
export interface ElementSource {
  /** The dictionary that a value is or refers to; empty when it is none. */
  dictionary(value: PdfValue | undefined): PdfDictionary
  /** The items of an array; a value that is none is the only item. */
  array(value: PdfValue | undefined): PdfValue[]
}

/** Reads the structure tree whose root is given: its elements in reading order, each before those in it. */
export function readElements(source: ElementSource, root: PdfValue | undefined): Element[] {
  const reader = new ElementReader(source)
  for (const kid of source.array(source.dictionary(root).get('K'))) reader.read(kid, undefined)
  return reader.elements
}

/** All elements within one, in reading order. */
export function within({ kids }: Element): Element[] {
  return kids.flatMap((kid) => (kid.kind === 'element' ? [kid.element, ...within(kid.element)] : []))
}

/** Whether an element is in one of a type. */
export function isIn(type: string, { parent }: Element): boolean {
  return parent !== undefined && (parent.type === type || isIn(type, parent))
}

class ElementReader {
  readonly elements: Element[] = []
  readonly #source: ElementSource
  /** A broken file may hold a circle. */
  readonly #seen = new Set<number>()

  constructor(source: ElementSource) {
    this.#source = source
  }

  read(value: PdfValue, parent: Element | undefined): Element | undefined {
    if (!(value instanceof PdfReference) || this.#seen.has(value.id)) return undefined
    const entries = this.#source.dictionary(value)
    const type = entries.get('S')
    if (!(type instanceof PdfName)) return undefined
    this.#seen.add(value.id)
    const element: Element = { reference: value, type: type.name, entries, kids: [], ...(parent && { parent }) }
    this.elements.push(element)
    element.kids = this.#source.array(entries.get('K')).flatMap((kid) => this.#kid(kid, element))
    return element
  }

  #kid(value: PdfValue, parent: Element): Kid[] {
    if (typeof value === 'number') return [{ kind: 'mark', value, mark: value, ...holder(idOf(parent.entries.get('Pg'))) }]
    const entries = this.#source.dictionary(value)
    const mark = entries.get('MCID')
    if (typeof mark === 'number')
      return [{ kind: 'mark', value, mark, ...holder(idOf(entries.get('Stm') ?? entries.get('Pg') ?? parent.entries.get('Pg'))) }]
    const annotation = idOf(entries.get('Obj'))
    if (annotation !== undefined) return [{ kind: 'annotation', value, annotation }]
    const element = this.read(value, parent)
    return element && value instanceof PdfReference ? [{ kind: 'element', value, element }] : []
  }
}

function holder(id: number | undefined): { holder?: number } {
  return id === undefined ? {} : { holder: id }
}

/** The number of the object that a value refers to. */
export function idOf(value: PdfValue | undefined): number | undefined {
  return value instanceof PdfReference ? value.id : undefined
}
