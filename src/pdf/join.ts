import { type Heading, readHeadings, writeOutline } from './bookmarks.ts'
import { PdfFile } from './file.ts'
import { readTree } from './trees.ts'
import { type PdfDictionary, PdfReference, type PdfValue, writeValue } from './values.ts'
import { type PdfObject, writePlainPdf } from './write.ts'

/** Numbers of the objects that a document has once, however many parts it comes in. */
const ONCE = { root: 1, info: 2, pages: 3, destinations: 4, structure: 5, document: 6, parents: 7, ids: 8, outlines: 9 } as const
const FIRST_FREE = 10

/**
 * Joins the parts of a document that the browser printed one by one into the document that it would have printed at once:
 * one reading order, one outline nested by the levels of the headings, one index from marks to elements. Each part keeps the
 * fonts that it brought. A part that is alone stays as it is. Throws when one is no whole PDF, or not tagged.
 */
export function joinPdfs(parts: readonly Uint8Array[]): Uint8Array {
  const [first] = parts
  if (first !== undefined && parts.length === 1) return first
  const next: Numbers = { part: 0, object: FIRST_FREE, key: 0, node: 0 }
  const read = parts.map((bytes) => readPart(bytes, next))
  const headings = read.flatMap((part) => part.headings)
  const objects = [
    ...joinOnce(read, next.key),
    ...writeOutline(headings, ONCE.outlines, next.object),
    ...read.flatMap((part) => part.objects),
  ]
  return writePlainPdf({ objects, root: ONCE.root, info: ONCE.info })
}

/** The number of a part (from 0), and the first free number of an object, of a key to the structure tree, and of a named element. */
interface Numbers {
  part: number
  object: number
  key: number
  node: number
}

/** A part with numbers that no other has. */
interface NumberedPart {
  /** All but those that the document has once. */
  objects: PdfObject[]
  /** Those, by their number. */
  once: ReadonlyMap<number, PdfDictionary>
  /** From a key to the elements of a page or a link, and from a name to the element. */
  parents: PdfValue[]
  ids: PdfValue[]
  headings: Heading[]
}

/** Reads a part, and gives it the next numbers. */
function readPart(bytes: Uint8Array, next: Numbers): NumberedPart {
  const file = new PdfFile(bytes)
  const roots = rootsOf(file)
  const { headings, items } = readHeadings(file)
  const [parents, ids] = [readTree(file, roots.get(ONCE.parents), 'Nums'), readTree(file, roots.get(ONCE.ids), 'Names')]
  const number = createNumbering(roots, next)
  const gone = new Set([...items, ...[...roots.values()].map(({ id }) => id)])
  const part = {
    objects: file.ids.filter((id) => !gone.has(id)).map((id) => number.object({ id, ...file.written(id) })),
    once: new Map([...roots].map(([id, root]) => [id, number.dictionary(file.dictionary(root))])),
    parents: parents.flatMap(([key, elements]) => [Number(key) + next.key, number.value(elements)]),
    ids: ids.flat().map(number.value),
    headings: headings.map(({ level, entries }) => ({ level, entries: number.dictionary(entries) })),
  }
  next.part++
  next.object += file.ids.reduce((most, id) => Math.max(most, id), 0) + 1
  next.key += parents.reduce((most, [key]) => Math.max(most, Number(key)), -1) + 1
  next.node += ids.length
  return part
}

/** What a document has once, by its number in the whole. */
function rootsOf(file: PdfFile): Map<number, PdfReference> {
  const structure = file.dictionary(file.catalog.get('StructTreeRoot'))
  if (!(structure.get('K') instanceof PdfReference)) throw new Error('a part of the PDF is not tagged')
  const roots: [number, PdfValue | undefined][] = [
    [ONCE.root, file.trailer.get('Root')],
    [ONCE.info, file.trailer.get('Info')],
    [ONCE.pages, file.catalog.get('Pages')],
    [ONCE.destinations, file.catalog.get('Dests')],
    [ONCE.structure, file.catalog.get('StructTreeRoot')],
    [ONCE.document, structure.get('K')],
    [ONCE.parents, structure.get('ParentTree')],
    [ONCE.ids, structure.get('IDTree')],
    [ONCE.outlines, file.catalog.get('Outlines')],
  ]
  return new Map(roots.flatMap(([id, root]) => (root instanceof PdfReference ? [[id, root]] : [])))
}

/** A text of the document, which refers to nothing but a named element; an object; the key of a page or a link; or the tag of a font. */
const NUMBERED = /\((?:[^\\()]|\\.)*\)|\b(\d+) 0 R\b|(\/StructParents? )(\d+)|(\/[A-Z]{3})[A-Z]{3}(?=\+)/gs
/** A named element; see `renumberNodes`. */
const NODE = /^(\(?node)(\d{8})(\)?)$/

/** Gives what is written in a part the numbers that it has in the whole. */
function createNumbering(roots: ReadonlyMap<number, PdfReference>, { part, object: from, key, node }: Numbers) {
  const moved = new Map([...roots].map(([id, root]) => [root.id, id]))
  const idOf = (id: number) => moved.get(id) ?? id + from
  const named = (text: string) =>
    text.replace(
      NODE,
      (_, open: string, old: string, close: string) => open + String(Number(old) + node).padStart(old.length, '0') + close,
    )
  const object = ({ id, text, ...rest }: PdfObject): PdfObject => ({
    ...rest,
    id: idOf(id),
    text: text.replace(NUMBERED, (found: string, other?: string, entry?: string, old?: string, font?: string) => {
      if (other !== undefined) return `${idOf(Number(other))} 0 R`
      if (entry !== undefined) return `${entry}${Number(old) + key}`
      return font === undefined ? named(found) : font + letters(part)
    }),
  })
  const dictionary = (old: PdfDictionary): PdfDictionary => new Map([...old].map(([name, one]) => [name, value(one)]))
  const value = (old: PdfValue): PdfValue => {
    if (old instanceof PdfReference) return new PdfReference(idOf(old.id))
    if (typeof old === 'string') return named(old)
    if (Array.isArray(old)) return old.map(value)
    return old instanceof Map ? dictionary(old) : old
  }
  return { object, dictionary, value }
}

/** Three letters for a number, so that no two sets of glyphs have one name. */
function letters(number: number): string {
  return [26 * 26, 26, 1].map((worth) => String.fromCharCode(65 + (Math.floor(number / worth) % 26))).join('')
}

/** Puts together what the document has once. Where several parts say the same, the first one counts. */
function joinOnce(parts: readonly NumberedPart[], nextKey: number): PdfObject[] {
  const said = (id: number) => new Map(parts.toReversed().flatMap(({ once }) => [...(once.get(id) ?? [])]))
  const listed = (id: number, key: string) => parts.flatMap(({ once }) => [once.get(id)?.get(key) ?? []].flat())
  const pages = parts.reduce((sum, { once }) => sum + Number(once.get(ONCE.pages)?.get('Count')), 0)
  const ids = parts.flatMap((part) => part.ids)
  const joined: [number, PdfDictionary][] = [
    [ONCE.root, said(ONCE.root)],
    [ONCE.info, said(ONCE.info)],
    [ONCE.pages, said(ONCE.pages).set('Kids', listed(ONCE.pages, 'Kids')).set('Count', pages)],
    [ONCE.destinations, said(ONCE.destinations)],
    [ONCE.structure, said(ONCE.structure).set('ParentTreeNextKey', nextKey)],
    [ONCE.document, said(ONCE.document).set('K', listed(ONCE.document, 'K'))],
    [ONCE.parents, new Map([['Nums', parts.flatMap((part) => part.parents)]])],
    [ONCE.ids, new Map([['Names', ids]])],
  ]
  return joined.filter(([id]) => parts.some(({ once }) => once.has(id))).map(([id, value]) => ({ id, text: writeValue(value) }))
}
