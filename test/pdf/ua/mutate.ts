import { PdfFile, packed } from '../../../src/pdf/file.ts'
import { listPages } from '../../../src/pdf/page-tree.ts'
import { dictionaryOf, type PdfDictionary, PdfName, type PdfReference, type PdfValue } from '../../../src/pdf/values.ts'
import { writePdf } from '../../../src/pdf/write.ts'

/** A finished document that is to be spoilt. */
export class Spoilt {
  readonly file: PdfFile

  constructor(bytes: Uint8Array) {
    this.file = new PdfFile(bytes)
  }

  /** The catalog, to be changed. */
  get catalog(): PdfDictionary {
    return this.file.catalog
  }

  /** The first object whose entry is this name, to be changed. */
  first(key: string, name: string): PdfDictionary {
    const [, found] = this.file.dictionaries().find(([, entries]) => this.file.name(entries.get(key)) === name) ?? []
    if (!found) throw new Error(`found no object with /${key} /${name}, expected one`)
    return found
  }

  /** Changes what the first page paints. */
  paint(change: (content: string) => string): void {
    const [page] = listPages(this.file)
    const content = this.file.dictionary(page).get('Contents') as PdfReference
    const before = this.file.stream(content)
    const after = change(before)
    if (after === before) throw new Error('found the content unchanged, expected another')
    this.file.set(content, packed(new Map(), Buffer.from(after, 'latin1')))
  }

  /** Hangs elements into the structure tree: `['L', ['LI']]` is a list with an item. Attributes of tables come as an object. */
  grow(...trees: readonly Tree[]): void {
    const root = this.file.dictionary(this.catalog.get('StructTreeRoot'))
    const top = root.get('K') as PdfReference
    const kids = trees.map((tree) => this.#element(tree, top))
    const entries = this.file.dictionary(top)
    entries.set('K', [...this.file.array(entries.get('K')), ...kids])
  }

  #element([type, ...parts]: Tree, parent: PdfReference): PdfReference {
    const entries = dictionaryOf({ S: new PdfName(type), P: parent })
    const element = this.file.add(entries)
    const kids: PdfValue[] = []
    for (const part of parts) {
      if (Array.isArray(part)) kids.push(this.#element(part as Tree, element))
      else for (const [key, value] of Object.entries(part)) set(entries, key, value)
    }
    entries.set('K', kids)
    return element
  }

  /** The document as it is now. */
  write(): Uint8Array {
    return writePdf(this.file)
  }
}

/** An element with the elements in it, and entries of its own. */
export type Tree = readonly [string, ...(Tree | Readonly<Record<string, PdfValue>>)[]]

/** Entries of the element itself, or attributes that tables have. */
function set(entries: PdfDictionary, key: string, value: PdfValue): void {
  if (key === 'ID' || key === 'Lang') entries.set(key, value)
  else entries.set('A', [dictionaryOf({ O: new PdfName('Table'), [key]: value })])
}
