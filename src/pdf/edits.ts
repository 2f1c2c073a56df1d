import type { PdfFile } from './file.ts'
import { type PdfDictionary, PdfReference, type PdfValue, writeValue } from './values.ts'
import type { PdfObject } from './write.ts'

/** The objects of a file as they are to be written, where that is not what they were. The file itself stays as it was read. */
export class Edits {
  readonly #file: PdfFile
  readonly #changed = new Map<number, PdfDictionary | PdfValue[]>()
  readonly #streams: PdfObject[] = []
  readonly #first: number
  #next: number

  constructor(file: PdfFile) {
    this.#file = file
    this.#first = file.ids.reduce((most, id) => Math.max(most, id), 0) + 1
    this.#next = this.#first
  }

  /** The numbers of the objects that the file did not have. */
  get added(): number[] {
    return Array.from({ length: this.#next - this.#first }, (_, index) => this.#first + index)
  }

  /** A dictionary as it will be, to be read. */
  get(value: PdfValue | undefined): PdfDictionary {
    const changed = value instanceof PdfReference ? this.#changed.get(value.id) : undefined
    return changed instanceof Map ? changed : this.#file.dictionary(value)
  }

  /** The dictionary of an object, to be changed. */
  dictionary(reference: PdfReference): PdfDictionary {
    const known = this.#changed.get(reference.id)
    if (known instanceof Map) return known
    const copy = new Map(this.#file.dictionary(reference))
    this.#changed.set(reference.id, copy)
    return copy
  }

  /** The array of an object, to be changed. */
  array(reference: PdfReference): PdfValue[] {
    const known = this.#changed.get(reference.id)
    if (Array.isArray(known)) return known
    const copy = [...this.#file.array(reference)]
    this.#changed.set(reference.id, copy)
    return copy
  }

  /** Adds a dictionary, which may still be changed. */
  add(entries: PdfDictionary): PdfReference {
    const reference = new PdfReference(this.#next++)
    this.#changed.set(reference.id, entries)
    return reference
  }

  /** Adds a stream, written up to its data. */
  addStream(text: string, data: Uint8Array): PdfReference {
    const id = this.#next++
    this.#streams.push({ id, text, data })
    return new PdfReference(id)
  }

  /** Writes a stream anew, up to its data. */
  setStream({ id }: PdfReference, text: string, data: Uint8Array): void {
    this.#streams.push({ id, text, data })
  }

  /** All that has changed and been added, by its number. */
  written(): Map<number, PdfObject> {
    const changed = [...this.#changed].map(([id, value]) => ({ id, text: writeValue(value) }))
    return new Map([...changed, ...this.#streams].map((object) => [object.id, object]))
  }
}
