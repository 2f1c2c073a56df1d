import type { Edits } from './edits.ts'
import { readElements } from './elements.ts'
import { PdfFile } from './file.ts'
import { DEEPEST, inherited, type Pages, type Painted, readPages } from './page-tree.ts'
import { ParentLists } from './parent-lists.ts'
import { readStructure, type Structure } from './structure.ts'
import { decodeText, type PdfDictionary, PdfReference, type PdfValue } from './values.ts'

/** A bookmark and those below it. */
export interface Bookmark {
  title: string
  children: Bookmark[]
}

/** The titles of bookmarks with those below them, in their order. */
export function titlesOf(bookmarks: readonly Bookmark[]): string[] {
  return bookmarks.flatMap(({ title, children }) => [title, ...titlesOf(children)])
}

/** A link of a page. */
export interface PdfLink {
  /** Address outside the document; undefined for a link to another place in it. */
  url?: string
  /** What it says of itself; empty when it says nothing. */
  description: string
}

/** A page, and what it holds. */
export interface PdfPage {
  /** Points, 1/72 inch. */
  width: number
  height: number
  /** In the order of painting, without the spaces between lines and columns. */
  text: string
  /** The part of the text that is in the reading order. */
  told: string
  /** Letters that are printed as boxes, since no font has them; empty where they are not known. */
  lost: readonly string[]
  links: PdfLink[]
  /** Bytes of its content, packed. */
  weight: number
}

/** A font that pages are set in. */
export interface PdfFont {
  name: string
  /** As PDF calls it, for example `TrueType`. */
  type: string
  embedded: boolean
}

/** What a PDF is, as far as the build checks it. */
export interface PdfFacts {
  title: string
  /** BCP 47; empty when the document names no language. */
  language: string
  /** Whether it says of itself that it is tagged. */
  tagged: boolean
  pages: PdfPage[]
  bookmarks: Bookmark[]
  fonts: PdfFont[]
  /** The alternative text of each figure; undefined for a figure that has none. */
  figures: (string | undefined)[]
  /** Bytes of the file. */
  size: number
}

/** Reads a PDF that Chromium wrote, or we. Throws when the bytes are no whole PDF. */
export function readPdf(bytes: Uint8Array): PdfFacts {
  const file = new PdfFile(bytes)
  const pages = readPages(file, new ParentLists(file))
  const structure = readStructure(readElements(file, file.catalog.get('StructTreeRoot')), pages)
  const weigh = (id: number) => file.written(id).data?.length ?? 0
  return gatherFacts(file, pages, structure, { size: bytes.length, weigh })
}

/** Bytes of a whole file, and of each of its streams. */
export interface Weights {
  size: number
  weigh(stream: number): number
}

/** Puts together what was read; bookmarks as they will be written, where `edits` say so. */
export function gatherFacts(
  file: PdfFile,
  { pages, forms }: Pages,
  { figures, links }: Structure,
  { size, weigh }: Weights,
  edits: Pick<Edits, 'get'> = { get: (value) => file.dictionary(value) },
): PdfFacts {
  return {
    title: textValue(file, file.dictionary(file.trailer.get('Info')).get('Title')),
    language: textValue(file, file.catalog.get('Lang')),
    tagged: file.dictionary(file.catalog.get('MarkInfo')).get('Marked') === true && file.catalog.has('StructTreeRoot'),
    pages: pages.map((page) => ({
      ...sizeOf(file, page.dictionary),
      text: page.content.said,
      told: page.content.told,
      lost: page.content.lost,
      links: linksOf(file, page, links),
      weight: page.streams.reduce((sum, id) => sum + weigh(id), 0),
    })),
    bookmarks: readBookmarks(file, edits, file.dictionary(file.catalog.get('Outlines')).get('First')),
    fonts: readFonts(file, [...pages, ...forms]),
    figures,
    size,
  }
}

/** A text for people; empty when there is none. */
export function textValue(file: PdfFile, value: PdfValue | undefined): string {
  const resolved = file.resolve(value)
  return typeof resolved === 'string' ? decodeText(resolved) : ''
}

/** Of the page, or of the group it is in. */
function sizeOf(file: PdfFile, page: PdfDictionary): { width: number; height: number } {
  const box = page.get('MediaBox') ?? file.dictionary(page.get('Parent')).get('MediaBox')
  const [left = 0, bottom = 0, right = 0, top = 0] = file.array(box).map((side) => Number(file.resolve(side)))
  return { width: right - left, height: top - bottom }
}

/** The text of the structure tree goes before what the annotation itself says, since it is what will be said. */
function linksOf(file: PdfFile, { dictionary }: Painted, texts: ReadonlyMap<number, string>): PdfLink[] {
  return file.array(dictionary.get('Annots')).flatMap((reference) => {
    const annotation = file.dictionary(reference)
    if (file.name(annotation.get('Subtype')) !== 'Link') return []
    const action = file.dictionary(annotation.get('A'))
    const url = action.has('URI') ? { url: textValue(file, action.get('URI')) } : {}
    return [{ ...url, description: (reference instanceof PdfReference && texts.get(reference.id)) || '' }]
  })
}

function readBookmarks(file: PdfFile, edits: Pick<Edits, 'get'>, first: PdfValue | undefined, depth = 0): Bookmark[] {
  const bookmarks: Bookmark[] = []
  const seen = new Set<PdfDictionary>()
  for (let item = edits.get(first); item.size > 0 && !seen.has(item) && depth < DEEPEST; item = edits.get(item.get('Next'))) {
    seen.add(item)
    bookmarks.push({
      title: textValue(file, item.get('Title')),
      children: readBookmarks(file, edits, item.get('First'), depth + 1),
    })
  }
  return bookmarks
}

/** Every font of the pages, and of the forms that they paint. */
function readFonts(file: PdfFile, holders: readonly Painted[]): PdfFont[] {
  const fonts = new Set<PdfDictionary>()
  for (const { dictionary } of holders) {
    const resources = inherited(file, dictionary, 'Resources')
    for (const font of file.dictionary(resources.get('Font')).values()) fonts.add(file.dictionary(font))
  }
  return [...fonts].map((font) => describeFont(file, font))
}

function describeFont(file: PdfFile, font: PdfDictionary): PdfFont {
  const type = file.name(font.get('Subtype')) ?? ''
  const descendant = file.dictionary(file.array(font.get('DescendantFonts'))[0])
  const descriptor = file.dictionary((descendant.size > 0 ? descendant : font).get('FontDescriptor'))
  const embedded = type === 'Type3' || ['FontFile', 'FontFile2', 'FontFile3'].some((key) => descriptor.has(key))
  return { name: file.name(font.get('BaseFont')) ?? '', type, embedded }
}
