import { type Content, readContent } from './content.ts'
import type { Element, MarkHolders } from './elements.ts'
import type { PdfFile } from './file.ts'
import { type FontReader, readFont } from './fonts.ts'
import { type Box, type Matrix, moved, multiply } from './geometry.ts'
import { type Painted, type Placement, readContents } from './page-tree.ts'
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
  const contents = readContents<Content>(file, (text, { dictionary, id, page, at }, resources) => {
    const blockOf = (mark: number) => findBlock(holders.get(id)?.[mark])
    return readContent(text, {
      font: (name) => fontOf(resources.font(name)),
      form: (name, place) => {
        const form = resources.form(name, place)
        return (
          form && {
            content: form.content,
            box: moved(numbersOf(file, form.dictionary, 'BBox') as unknown as Box, matrixOf(file, form.dictionary, place)),
          }
        )
      },
      isOneBlock: (mark, other) => blockOf(mark) !== undefined && blockOf(mark) === blockOf(other),
      ...(at && { at: { ...at, matrix: matrixOf(file, dictionary, at) } }),
      ...(page !== undefined && artifact && { artifact: (height) => artifact(page, height) }),
    })
  })
  return { ...contents, fonts }
}

/** From the coordinates of a form to those of the page; one without a matrix has the coordinates of what paints it. */
function matrixOf(file: PdfFile, form: PdfDictionary, { matrix }: Placement): Matrix {
  return form.has('Matrix') ? multiply(numbersOf(file, form, 'Matrix'), matrix) : matrix
}

function numbersOf(file: PdfFile, entries: PdfDictionary, key: string): number[] {
  return file.array(entries.get(key)).map((value) => Number(file.resolve(value)))
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
