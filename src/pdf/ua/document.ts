import { type Element, readElements } from '../elements.ts'
import { PdfFile } from '../file.ts'
import { listPages } from '../page-tree.ts'
import { type Grid, gridOf } from '../table-grid.ts'
import { readTree } from '../trees.ts'
import { type PdfDictionary, PdfReference, type PdfValue } from '../values.ts'
import { ContentScanner, type ScannedContent, type UsedFont } from './content.ts'

/** An annotation of a page, and the element that it belongs to. */
export interface UaAnnotation {
  entries: PdfDictionary
  element: Element | undefined
}

/** A document as PDF/UA looks at it. */
export interface UaDocument {
  file: PdfFile
  /** Its first line. */
  header: string
  /** Its metadata (XMP); empty when there are none. */
  metadata: string
  /** In reading order. */
  elements: readonly Element[]
  /** The cells of each table. */
  grids: readonly Grid[]
  pages: readonly { entries: PdfDictionary; annotations: readonly UaAnnotation[] }[]
  /** What pages and forms paint. */
  contents: readonly ScannedContent[]
  fonts: readonly UsedFont[]
}

/** Opens a finished document. Throws when the bytes are no whole PDF. */
export function openUaDocument(bytes: Uint8Array): UaDocument {
  const file = new PdfFile(bytes)
  const root = file.catalog.get('StructTreeRoot')
  const elements = readElements(file, root)
  const scanner = new ContentScanner(file)
  const pages = listPages(file, file.catalog.get('Pages'), 0)
  for (const page of pages) scanner.scanPage(page)
  const annotations = createAnnotationReader(file, root, elements)
  return {
    file,
    header:
      Buffer.from(bytes.subarray(0, 16))
        .toString('latin1')
        .split(/[\r\n]/, 1)[0] ?? '',
    metadata: file.data(file.catalog.get('Metadata')).toString('utf8'),
    elements,
    grids: elements.filter(({ type }) => type === 'Table').map((table) => gridOf(file, table)),
    pages: pages.map((page) => ({ entries: file.dictionary(page), annotations: annotations(file.dictionary(page)) })),
    contents: scanner.contents,
    fonts: scanner.fonts,
  }
}

function createAnnotationReader(file: PdfFile, root: PdfValue | undefined, elements: readonly Element[]) {
  const parents = new Map(readTree(file, file.dictionary(root).get('ParentTree'), 'Nums'))
  const known = new Map(elements.map((element) => [element.reference.id, element]))
  return (page: PdfDictionary): UaAnnotation[] =>
    file.array(page.get('Annots')).map((annotation) => {
      const entries = file.dictionary(annotation)
      const parent = parents.get(entries.get('StructParent') ?? null)
      return { entries, element: parent instanceof PdfReference ? known.get(parent.id) : undefined }
    })
}
