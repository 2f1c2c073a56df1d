import type { Edits } from './edits.ts'
import type { PdfFile } from './file.ts'
import { decodeText, encodeText, type PdfDictionary, PdfName, PdfReference, type PdfValue, writeValue } from './values.ts'
import type { PdfObject } from './write.ts'

/** A bookmark without its neighbours. */
export interface Heading {
  /** Of the heading that it leads to, from 1. */
  level: number
  /** Its title, where it leads to, and its element of the structure tree. */
  entries: PdfDictionary
}

/** The bookmarks of a document that the browser printed, in their order, and the objects that hold them. */
export function readHeadings(file: PdfFile): { headings: Heading[]; items: number[] } {
  const headings: Heading[] = []
  const items = new Set<number>()
  const read = (first: PdfValue | undefined) => {
    for (let item = first; item instanceof PdfReference && !items.has(item.id); ) {
      items.add(item.id)
      const dictionary = file.dictionary(item)
      headings.push({ level: levelOf(file, dictionary), entries: own(dictionary) })
      read(dictionary.get('First'))
      item = dictionary.get('Next')
    }
  }
  read(file.dictionary(file.catalog.get('Outlines')).get('First'))
  return { headings, items: [...items] }
}

function levelOf(file: PdfFile, item: PdfDictionary): number {
  const type = file.name(file.dictionary(item.get('SE')).get('S')) ?? ''
  return Number(/^H([1-6])$/.exec(type)?.[1] ?? 1)
}

function own(item: PdfDictionary): PdfDictionary {
  return new Map([...item].filter(([key]) => ['Title', 'Dest', 'SE'].includes(key)))
}

/** Gives the bookmarks whose title has the letters of the one that is wanted their order; none when there are not as many as are wanted. */
export function retitle(file: PdfFile, wanted: readonly string[], edits: Edits): void {
  const { items } = readHeadings(file)
  for (const [index, id] of items.length === wanted.length ? items.entries() : []) {
    const item = new PdfReference(id)
    const [title, right = ''] = [file.dictionary(item).get('Title'), wanted[index]]
    if (typeof title !== 'string' || decodeText(title).trim() === right || letters(decodeText(title)) !== letters(right)) continue
    edits.dictionary(item).set('Title', encodeText(right))
  }
}

/** What a title says, in no order. */
function letters(title: string): string {
  return (title.normalize('NFKC').match(/[\p{L}\p{M}\p{N}]/gu) ?? []).sort().join('')
}

/** A bookmark with its number, and those below it. */
interface Node {
  id: number
  entries: PdfDictionary
  children: Node[]
}

/** Bookmarks nested by the levels of their headings. `root` is the number of the outline, and those from `free` on are the bookmarks'. */
export function writeOutline(headings: readonly Heading[], root: number, free: number): PdfObject[] {
  const outline: Node = { id: root, entries: new Map([['Type', new PdfName('Outlines')]]), children: [] }
  const open = [{ level: 0, node: outline }]
  for (const [index, { level, entries }] of headings.entries()) {
    while ((open.at(-1)?.level ?? 0) >= level) open.pop()
    const node: Node = { id: free + index, entries, children: [] }
    open.at(-1)?.node.children.push(node)
    open.push({ level, node })
  }
  return writeNode(outline, [])
}

function writeNode({ id, entries, children }: Node, place: [string, PdfValue][]): PdfObject[] {
  const below = children.flatMap((child, index) =>
    writeNode(child, [
      ['Parent', new PdfReference(id)],
      ...link('Prev', children[index - 1]),
      ...link('Next', children[index + 1]),
    ]),
  )
  // All bookmarks are shown, so the count is that of all below.
  const inside: [string, PdfValue][] = below.length > 0 ? [['Count', below.length]] : []
  const all = new Map([...entries, ...place, ...link('First', children[0]), ...link('Last', children.at(-1)), ...inside])
  return [{ id, text: writeValue(all) }, ...below]
}

function link(key: string, to: Node | undefined): [string, PdfValue][] {
  return to ? [[key, new PdfReference(to.id)]] : []
}
