import type { PdfFile } from './file.ts'
import { decodeText, encodeText, type PdfDictionary, PdfReference, type PdfValue } from './values.ts'

/** A bookmark, and those below it. */
interface Node {
  reference: PdfReference
  entries: PdfDictionary
  children: Node[]
}

/**
 * Nests the bookmarks by the levels of their headings, whatever parts the document came in, and gives those whose title has the letters of
 * the one that is wanted their order; none when there are not as many as are wanted.
 */
export function writeOutline(file: PdfFile, wanted: readonly string[]): void {
  const root = file.catalog.get('Outlines')
  if (!(root instanceof PdfReference)) return
  const outline: Node = { reference: root, entries: file.dictionary(root), children: [] }
  const items = readItems(file, outline.entries.get('First'))
  if (items.length === wanted.length) for (const [index, { entries }] of items.entries()) retitle(entries, wanted[index] ?? '')
  const open = [{ level: 0, node: outline }]
  for (const node of items) {
    const level = levelOf(file, node.entries)
    while ((open.at(-1)?.level ?? 0) >= level) open.pop()
    open.at(-1)?.node.children.push(node)
    open.push({ level, node })
  }
  writeBelow(outline)
}

/** The bookmarks in the order in which they are read. */
function readItems(file: PdfFile, first: PdfValue | undefined): Node[] {
  const items: Node[] = []
  for (let item = first; item instanceof PdfReference; ) {
    const entries = file.dictionary(item)
    items.push({ reference: item, entries, children: [] }, ...readItems(file, entries.get('First')))
    item = entries.get('Next')
  }
  return items
}

function levelOf(file: PdfFile, item: PdfDictionary): number {
  const type = file.name(file.dictionary(item.get('SE')).get('S')) ?? ''
  return Number(/^H([1-6])$/.exec(type)?.[1] ?? 1)
}

function retitle(item: PdfDictionary, wanted: string): void {
  const title = decodeText(String(item.get('Title')))
  if (title.trim() !== wanted && letters(title) === letters(wanted)) item.set('Title', encodeText(wanted))
}

/** What a title says, in no order. */
function letters(title: string): string {
  return (title.normalize('NFKC').match(/[\p{L}\p{M}\p{N}]/gu) ?? []).sort().join('')
}

/** Writes what leads from a bookmark to those below it, and between these. Returns how many they are. */
function writeBelow({ reference, entries, children }: Node): number {
  let count = children.length
  const link = (from: PdfDictionary, key: string, to: Node | undefined) => {
    if (to) from.set(key, to.reference)
    else from.delete(key)
  }
  link(entries, 'First', children[0])
  link(entries, 'Last', children.at(-1))
  for (const [index, child] of children.entries()) {
    child.entries.set('Parent', reference)
    link(child.entries, 'Prev', children[index - 1])
    link(child.entries, 'Next', children[index + 1])
    count += writeBelow(child)
  }
  // All bookmarks are shown, so the count is that of all below.
  if (count > 0) entries.set('Count', count)
  else entries.delete('Count')
  return count
}
