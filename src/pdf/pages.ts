import { type Content, type Form, readContent } from './content.ts'
import type { Element, MarkHolders } from './elements.ts'
import type { PdfFile } from './file.ts'
import { type FontReader, readFont } from './fonts.ts'
import { IDENTITY } from './geometry.ts'
import { type Painted, readContents } from './page-tree.ts'
import type { PdfDictionary } from './values.ts'

/** The pages of a file and the forms that they paint, read once. */
export interface Pages {
  pages: readonly Painted<Content>[]
  forms: readonly Painted<Content>[]
  /** What they are set in, by the entries of the font. */
  fonts: ReadonlyMap<PdfDictionary, FontReader>
}

/** The operator that begins an artifact on a page (from 0) at a height in points. */
export type ArtifactOf = (page: number, height: number) => string

/** Reads all pages. */
export function readPages(file: PdfFile, holders: MarkHolders, artifact?: ArtifactOf): Pages {
  const fonts = new Map<PdfDictionary, FontReader>()
  const fontOf = (entries: PdfDictionary) => {
    const font = fonts.get(entries) ?? readFont(file, entries)
    fonts.set(entries, font)
    return font
  }
  const contents = readContents<Content>(file, (text, { id, page, isMarked = false }, resources) => {
    const blockOf = (mark: number) => findBlock(holders.get(id)?.[mark])
    return readContent(text, {
      font: (name) => fontOf(resources.font(name)),
      form: (name, isMarked) => asForm(file, resources.form(name, isMarked)),
      isOneBlock: (mark, other) => blockOf(mark) !== undefined && blockOf(mark) === blockOf(other),
      isMarked,
      ...(page !== undefined && artifact && { artifact: (height) => artifact(page, height) }),
    })
  })
  return { ...contents, fonts }
}

/** A form without a matrix has the coordinates of what paints it. */
function asForm(file: PdfFile, form: Painted<Content> | undefined): Form | undefined {
  if (!form) return undefined
  const numbers = (key: string) => file.array(form.dictionary.get(key)).map((value) => Number(file.resolve(value)))
  const matrix = form.dictionary.has('Matrix') ? numbers('Matrix') : IDENTITY
  const [left = 0, bottom = 0, right = 0, top = 0] = numbers('BBox')
  return { content: form.content, matrix, box: [left, bottom, right, top] }
}

/** Structure types that stand within a line. */
const INLINE = new Set(['Span', 'Link', 'Strong', 'Em', 'Code', 'Quote', 'Reference', 'Lbl'])

/** The element that is the block around a piece of text, such as a paragraph; Chromium puts an element without meaning around each piece. */
function findBlock(piece: Element | undefined): Element | undefined {
  let block = piece?.parent
  // What has no meaning and only one piece in it is a part of a line too, such as a raised figure.
  while (block && (INLINE.has(block.type) || (block.type === 'NonStruct' && block.kids.length === 1))) block = block.parent
  return block
}
