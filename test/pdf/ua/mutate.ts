import { Edits } from '../../../src/pdf/edits.ts'
import { PdfFile } from '../../../src/pdf/file.ts'
import { type PdfDictionary, PdfName, PdfReference, type PdfValue, writeValue } from '../../../src/pdf/values.ts'
import { type PdfObject, pack, streamHead, writePdf } from '../../../src/pdf/write.ts'

/** A finished document that is to be spoilt. */
export class Spoilt {
  readonly file: PdfFile
  readonly edits: Edits
  readonly #contents = new Map<number, string>()

  constructor(bytes: Uint8Array) {
    this.file = new PdfFile(bytes)
    this.edits = new Edits(this.file)
  }

  /** The catalog, to be changed. */
  get catalog(): PdfDictionary {
    return this.edits.dictionary(this.file.trailer.get('Root') as PdfReference)
  }

  /** The first object whose entry is this name, to be changed. */
  first(key: string, name: string): PdfDictionary {
    const found = this.file.find(`/${name}`).find((object) => this.file.name(this.file.dictionary(object).get(key)) === name)
    if (!found) throw new Error(`found no object with /${key} /${name}, expected one`)
    return this.edits.dictionary(found)
  }

  /** Changes what the first page paints. */
  paint(change: (content: string) => string): void {
    const page = this.file.find('/Page').find((object) => this.file.name(this.file.dictionary(object).get('Type')) === 'Page')
    const content = this.file.dictionary(page).get('Contents') as PdfReference
    const before = this.file.stream(content)
    const after = change(before)
    if (after === before) throw new Error('found the content unchanged, expected another')
    this.#contents.set(content.id, after)
  }

  /** Hangs elements into the structure tree: `['L', ['LI']]` is a list with an item. Attributes of tables come as an object. */
  grow(...trees: readonly Tree[]): void {
    const root = this.file.dictionary(this.catalog.get('StructTreeRoot'))
    const top = root.get('K') as PdfReference
    const kids = trees.map((tree) => this.#element(tree, top))
    const entries = this.edits.dictionary(top)
    entries.set('K', [...this.file.array(entries.get('K')), ...kids])
  }

  #element([type, ...parts]: Tree, parent: PdfReference): PdfReference {
    const entries: PdfDictionary = new Map<string, PdfValue>([
      ['S', new PdfName(type)],
      ['P', parent],
    ])
    const element = this.edits.add(entries)
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
    const [root, info] = ['Root', 'Info'].map((key) => this.file.trailer.get(key) as PdfReference) as [PdfReference, PdfReference]
    const objects = new Map(this.edits.written())
    const follow = (value: PdfValue | undefined): void => {
      if (value instanceof PdfReference) this.#collect(value, objects, follow)
      else if (value instanceof Map) for (const one of value.values()) follow(one)
      else if (Array.isArray(value)) for (const one of value) follow(one)
    }
    for (const { id } of [...objects.values()]) follow(this.edits.get(new PdfReference(id)))
    follow(root)
    follow(info)
    return writePdf({ objects: [...objects.values()], root: root.id, info: info.id })
  }

  #collect(reference: PdfReference, objects: Map<number, PdfObject>, follow: (value: PdfValue) => void): void {
    const { id } = reference
    if (objects.has(id)) return
    objects.set(id, this.#object(reference))
    follow(this.file.resolve(reference))
  }

  #object(reference: PdfReference): PdfObject {
    const { id } = reference
    const content = this.#contents.get(id)
    if (content !== undefined) {
      const data = pack(Buffer.from(content, 'latin1'))
      return { id, text: streamHead([], data.length), data }
    }
    if (!this.file.ids.includes(id)) return { id, text: writeValue(this.file.resolve(reference)) }
    return { id, ...this.file.written(id) }
  }
}

/** An element with the elements in it, and entries of its own. */
export type Tree = readonly [string, ...(Tree | Readonly<Record<string, PdfValue>>)[]]

/** Entries of the element itself, or attributes that tables have. */
function set(entries: PdfDictionary, key: string, value: PdfValue): void {
  if (key === 'ID' || key === 'Lang') entries.set(key, value)
  else
    entries.set('A', [
      new Map<string, PdfValue>([
        ['O', new PdfName('Table')],
        [key, value],
      ]),
    ])
}
