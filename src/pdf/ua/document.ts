import { type Element, readElements } from '../elements.ts'
import { PdfFile } from '../file.ts'
import { type FontReader, readFont } from '../fonts.ts'
import { readContents } from '../page-tree.ts'
import { type Grid, gridOf } from '../table-grid.ts'
import { type PdfDictionary, PdfReference } from '../values.ts'
import { type ScannedContent, type ShownCodes, scanContent } from './content.ts'

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
  /** Those of one type. */
  ofType(type: string): readonly Element[]
  /** The cells of each table. */
  grids: readonly Grid[]
  pages: readonly { entries: PdfDictionary; annotations: readonly UaAnnotation[] }[]
  /** What pages and forms paint. */
  contents: readonly ScannedContent[]
  fonts: readonly UaFont[]
}

/** A font: its entries, those of the font that it is made of, the file within the document, and the codes that are shown of it. */
interface UaFont {
  entries: PdfDictionary
  descendant: PdfDictionary
  descriptor: PdfDictionary
  codes: readonly number[]
  reader: FontReader
  program: FontProgram | undefined
}

/** Opens a finished document. Throws when the bytes are no whole PDF. */
export function openUaDocument(bytes: Uint8Array): UaDocument {
  const file = new PdfFile(bytes)
  const elements = readElements(file)
  const shown: ShownCodes = new Map()
  const { pages, forms } = readContents<ScannedContent>(file, (text, { id }, resources) =>
    scanContent(text, id, resources, shown),
  )
  const annotationsOf = createAnnotationReader(file, elements)
  const types = Map.groupBy(elements, ({ type }) => type)
  const ofType = (type: string) => types.get(type) ?? []
  return {
    file,
    header: /^[^\r\n]*/.exec(Buffer.from(bytes.subarray(0, 16)).toString('latin1'))?.[0] ?? '',
    metadata: file.data(file.catalog.get('Metadata')).toString('utf8'),
    elements,
    ofType,
    grids: ofType('Table').map((table) => gridOf(file, table)),
    pages: pages.map(({ dictionary }) => ({ entries: dictionary, annotations: annotationsOf(dictionary) })),
    contents: [...pages, ...forms].map(({ content }) => content),
    fonts: [...shown].map(([entries, codes]) => openFont(file, entries, [...codes])),
  }
}

function openFont(file: PdfFile, entries: PdfDictionary, codes: readonly number[]): UaFont {
  const descendant = file.dictionary(file.array(entries.get('DescendantFonts'))[0])
  const descriptor = file.dictionary(descendant.get('FontDescriptor'))
  const program = readFontProgram(file.data(descriptor.get('FontFile2')))
  return { entries, descendant, descriptor, codes, reader: readFont(file, entries), program }
}

/** An annotation leads to its element by a key of the index of the structure tree. */
function createAnnotationReader(file: PdfFile, elements: readonly Element[]) {
  const root = file.dictionary(file.catalog.get('StructTreeRoot'))
  const pairs = file.array(file.dictionary(root.get('ParentTree')).get('Nums'))
  const parents = new Map(pairs.flatMap((key, index) => (index % 2 === 0 ? [[key, pairs[index + 1]]] : [])))
  const known = new Map(elements.map((element) => [element.reference.id, element]))
  return (page: PdfDictionary): UaAnnotation[] =>
    file.array(page.get('Annots')).map((annotation) => {
      const entries = file.dictionary(annotation)
      const parent = parents.get(entries.get('StructParent') ?? null)
      return { entries, element: parent instanceof PdfReference ? known.get(parent.id) : undefined }
    })
}

/** What a TrueType font program says of its glyphs. */
interface FontProgram {
  glyphs: number
  /** How far a glyph moves the pen, in thousandths of the size. */
  width(glyph: number): number
}

/** Reads the tables of a TrueType program that tell widths. Undefined when it has not all of them. */
function readFontProgram(bytes: Buffer): FontProgram | undefined {
  const tables = readTables(bytes)
  const [head, hhea, maxp, hmtx] = ['head', 'hhea', 'maxp', 'hmtx'].map((name) => tables.get(name))
  if (head === undefined || hhea === undefined || maxp === undefined || hmtx === undefined) return undefined
  const unit = bytes.readUInt16BE(head + 18)
  const widths = bytes.readUInt16BE(hhea + 34)
  return {
    glyphs: bytes.readUInt16BE(maxp + 4),
    // Glyphs after the last width have the same one.
    width: (glyph) => (bytes.readUInt16BE(hmtx + 4 * Math.min(glyph, widths - 1)) * 1000) / unit,
  }
}

/** Where each table begins. */
function readTables(bytes: Buffer): Map<string, number> {
  const count = bytes.length >= 12 ? bytes.readUInt16BE(4) : 0
  const records = Array.from({ length: count }, (_, index) => 12 + 16 * index).filter((at) => at + 16 <= bytes.length)
  return new Map(records.map((at) => [bytes.toString('latin1', at, at + 4), bytes.readUInt32BE(at + 8)]))
}

/** A rule of PDF/UA-1 (ISO 14289-1) as a function of a document. */
export interface UaRule {
  /** The clause, and the tests of it that are covered, as the public veraPDF profile numbers them: `7.2-20`. */
  tests: readonly string[]
  expected: string
  /** What was found instead; nothing when the document keeps the rule. */
  find(document: UaDocument): readonly (string | undefined)[]
}

/** A rule, with its tests separated by spaces. */
export function rule(tests: string, expected: string, find: UaRule['find']): UaRule {
  return { tests: tests.split(' '), expected, find }
}

/** What is found where a condition is not met. */
export function unless(isMet: boolean, found: string): string[] {
  return isMet ? [] : [found]
}
