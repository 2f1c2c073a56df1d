import { PdfFile } from './file.ts'
import { createTextReader } from './page-text.ts'
import { decodeText, type PdfDictionary, PdfReference, type PdfValue } from './syntax.ts'

/** A bookmark and those below it. */
export interface Bookmark {
  title: string
  children: Bookmark[]
}

export interface PdfPage {
  /** Points, 1/72 inch. */
  width: number
  height: number
  /** In the order of painting, without the spaces between lines and columns. */
  text: string
  /** Addresses outside the document that the page links to. */
  links: string[]
}

export interface PdfFont {
  name: string
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
}

/** Reads a PDF that Chromium wrote. Throws when the bytes are no whole PDF. */
export function readPdf(bytes: Uint8Array): PdfFacts {
  const file = new PdfFile(bytes)
  const pages = listPages(file, file.catalog.get('Pages'), 0)
  const textOf = createTextReader(file)
  return {
    title: textValue(file, file.dictionary(file.trailer.get('Info')).get('Title')),
    language: textValue(file, file.catalog.get('Lang')),
    tagged: file.dictionary(file.catalog.get('MarkInfo')).get('Marked') === true && file.catalog.has('StructTreeRoot'),
    pages: pages.map((page) => ({ ...sizeOf(file, page), text: textOf(page), links: linksOf(file, page) })),
    bookmarks: readBookmarks(file, file.dictionary(file.catalog.get('Outlines')).get('First')),
    fonts: readFonts(file, pages),
    figures: readFigures(file),
  }
}

/** A broken file may hold a circle; nothing real is nested deeper. */
const DEEPEST = 200

function listPages(file: PdfFile, node: PdfValue | undefined, depth: number): PdfDictionary[] {
  const dictionary = file.dictionary(node)
  if (file.name(dictionary.get('Type')) === 'Page') return [dictionary]
  if (depth > DEEPEST) return []
  return file.array(dictionary.get('Kids')).flatMap((kid) => listPages(file, kid, depth + 1))
}

function textValue(file: PdfFile, value: PdfValue | undefined): string {
  const resolved = file.resolve(value)
  return typeof resolved === 'string' ? decodeText(resolved) : ''
}

/** Of the page, or of the group it is in. */
function sizeOf(file: PdfFile, page: PdfDictionary): { width: number; height: number } {
  const box = page.get('MediaBox') ?? file.dictionary(page.get('Parent')).get('MediaBox')
  const [left = 0, bottom = 0, right = 0, top = 0] = file.array(box).map((side) => Number(file.resolve(side)))
  return { width: right - left, height: top - bottom }
}

function linksOf(file: PdfFile, page: PdfDictionary): string[] {
  const actions = file.array(page.get('Annots')).map((annotation) => file.dictionary(file.dictionary(annotation).get('A')))
  return actions.filter((action) => action.has('URI')).map((action) => textValue(file, action.get('URI')))
}

function readBookmarks(file: PdfFile, first: PdfValue | undefined, depth = 0): Bookmark[] {
  const bookmarks: Bookmark[] = []
  const seen = new Set<PdfDictionary>()
  for (
    let item = file.dictionary(first);
    item.size > 0 && !seen.has(item) && depth < DEEPEST;
    item = file.dictionary(item.get('Next'))
  ) {
    seen.add(item)
    bookmarks.push({ title: textValue(file, item.get('Title')), children: readBookmarks(file, item.get('First'), depth + 1) })
  }
  return bookmarks
}

/** Every font of the pages, and of the forms that they paint. */
function readFonts(file: PdfFile, pages: readonly PdfDictionary[]): PdfFont[] {
  const fonts = new Set<PdfDictionary>()
  const seen = new Set<PdfDictionary>()
  const visit = (holder: PdfDictionary) => {
    if (seen.has(holder)) return
    seen.add(holder)
    const resources = file.dictionary(holder.get('Resources'))
    for (const font of file.dictionary(resources.get('Font')).values()) fonts.add(file.dictionary(font))
    for (const form of file.dictionary(resources.get('XObject')).values()) visit(file.dictionary(form))
  }
  pages.forEach(visit)
  return [...fonts].map((font) => describeFont(file, font))
}

function describeFont(file: PdfFile, font: PdfDictionary): PdfFont {
  const type = file.name(font.get('Subtype')) ?? ''
  const descendant = file.dictionary(file.array(font.get('DescendantFonts'))[0])
  const descriptor = file.dictionary((descendant.size > 0 ? descendant : font).get('FontDescriptor'))
  const embedded = type === 'Type3' || ['FontFile', 'FontFile2', 'FontFile3'].some((key) => descriptor.has(key))
  return { name: file.name(font.get('BaseFont')) ?? '', type, embedded }
}

/** Walks the structure tree; a figure's text may be on the figure itself only. */
function readFigures(file: PdfFile): (string | undefined)[] {
  const figures: (string | undefined)[] = []
  const seen = new Set<PdfDictionary>()
  const waiting: PdfValue[] = [file.catalog.get('StructTreeRoot') ?? null]
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    const element = node instanceof PdfReference || node instanceof Map ? file.dictionary(node) : undefined
    if (!element || seen.has(element) || element.has('Obj')) continue
    seen.add(element)
    const alt = element.get('Alt')
    if (file.name(element.get('S')) === 'Figure') figures.push(alt === undefined ? undefined : textValue(file, alt))
    waiting.push(...file.array(element.get('K')).toReversed())
  }
  return figures
}
