import type { PdfFile } from './file.ts'
import type { ParentLists } from './parent-lists.ts'
import { type PdfDictionary, PdfReference, type PdfValue } from './values.ts'

/** Structure types that stand within a line. */
const INLINE = new Set(['Span', 'Link', 'Strong', 'Em', 'Code', 'Quote', 'Reference', 'Lbl'])

/** Whether two marks of a page or form are in one block of text, such as a paragraph. */
export function isOneBlock(file: PdfFile, parents: ParentLists, holder: PdfDictionary, mark: number, other: number): boolean {
  const elements = file.array(parents.of(holder))
  const [one, two] = [blockOf(file, elements[mark]), blockOf(file, elements[other])]
  return one !== undefined && one === two
}

/** The number of the element that is the block around a piece of text; Chromium puts an element without meaning around each piece. */
function blockOf(file: PdfFile, piece: PdfValue | undefined): number | undefined {
  let parent = file.dictionary(piece).get('P')
  while (parent instanceof PdfReference && isInline(file, file.dictionary(parent))) parent = file.dictionary(parent).get('P')
  return parent instanceof PdfReference ? parent.id : undefined
}

/** What has no meaning and only one piece in it is a part of a line too, such as a raised figure. */
function isInline(file: PdfFile, element: PdfDictionary): boolean {
  const type = file.name(element.get('S')) ?? ''
  return INLINE.has(type) || (type === 'NonStruct' && file.array(element.get('K')).length === 1)
}
