import type { PdfFile } from './file.ts'
import { readTree } from './trees.ts'
import { type PdfDictionary, PdfReference, type PdfValue } from './values.ts'

/** Tells whether two marks of a page or form, which is known by its key to the structure tree, are in one block of text. */
export type OneBlock = (key: PdfValue | undefined) => (mark: number, other: number) => boolean

/** Structure types that stand within a line. */
const INLINE = new Set(['Span', 'Link', 'Strong', 'Em', 'Code', 'Quote', 'Reference', 'Lbl'])

/** Makes a look-up of the blocks of a file. The tree is read when first asked, and only where asked. */
export function createBlockReader(file: PdfFile): OneBlock {
  let lists: Map<number, PdfValue> | undefined
  const elementOf = (key: number, mark: number) => {
    const tree = file.dictionary(file.catalog.get('StructTreeRoot')).get('ParentTree')
    lists ??= new Map(readTree(file, tree, 'Nums').map(([number, list]) => [Number(number), list]))
    return file.array(lists.get(key))[mark]
  }
  return (key) => (mark, other) => {
    if (typeof key !== 'number') return false
    const [one, two] = [blockOf(file, elementOf(key, mark)), blockOf(file, elementOf(key, other))]
    return one !== undefined && one === two
  }
}

/** The number of the element that is the block around a piece of text; Chromium puts an element without meaning around each piece. */
function blockOf(file: PdfFile, piece: PdfValue | undefined): number | undefined {
  let element = file.dictionary(piece)
  let parent = element.get('P')
  while (parent instanceof PdfReference && isInline(file, file.dictionary(parent))) {
    element = file.dictionary(parent)
    parent = element.get('P')
  }
  return parent instanceof PdfReference ? parent.id : undefined
}

/** What has no meaning and only one piece in it is a part of a line too, such as a raised figure. */
function isInline(file: PdfFile, element: PdfDictionary): boolean {
  const type = file.name(element.get('S')) ?? ''
  return INLINE.has(type) || (type === 'NonStruct' && file.array(element.get('K')).length === 1)
}
