import { alternative, type Element, type Kid } from './elements.ts'
import type { PdfFile } from './file.ts'
import { inherited, type Pages, type Painted } from './page-tree.ts'
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
}

/** What a PDF is, as far as the build checks it. */
export interface PdfFacts {
  title: string
  /** BCP 47; empty when the document names no language. */
  language: string
  pages: PdfPage[]
  bookmarks: Bookmark[]
  fonts: PdfFont[]
  /** The alternative text of each figure; undefined for a figure that has none. */
  figures: (string | undefined)[]
  /** Bytes of the file. */
  size: number
}

/** Puts together what was read of a file and its bytes. */
export function gatherFacts(
  file: PdfFile,
  { pages, forms }: Pages,
  elements: readonly Element[],
  links: ReadonlyMap<number, string>,
  size: number,
): PdfFacts {
  return {
    title: textValue(file, file.dictionary(file.trailer.get('Info')).get('Title')),
    language: textValue(file, file.catalog.get('Lang')),
    pages: pages.map((page) => ({
      ...sizeOf(file, page.dictionary),
      text: page.content.said,
      told: page.content.told,
      lost: page.content.lost,
      links: linksOf(file, page, links),
      weight: page.streams.reduce((sum, id) => sum + Number(file.dictionary(new PdfReference(id)).get('Length')), 0),
    })),
    bookmarks: readBookmarks(file, file.dictionary(file.catalog.get('Outlines')).get('First')),
    fonts: readFonts(file, [...pages, ...forms]),
    figures: elements.filter(({ type }) => type === 'Figure').map(alternative),
    size,
  }
}

/** What the element of each link says, by the object of its annotation: its alternative text, else the text that it holds. */
export function linkTexts(elements: readonly Element[], { pages, forms }: Pages): ReadonlyMap<number, string> {
  const texts = new Map([...pages, ...forms].map(({ id, content }) => [id, content.texts]))
  const ofKid = (kid: Kid): string => {
    if (kid.kind === 'element') return textOf(kid.element)
    return kid.kind === 'mark' ? (texts.get(kid.holder)?.[kid.mark] ?? '') : ''
  }
  const textOf = (element: Element): string => alternative(element) ?? element.kids.map(ofKid).join('')
  const said = new Map<number, string>()
  for (const link of elements) {
    if (link.type !== 'Link') continue
    const text = textOf(link).replace(/\s+/g, ' ').trim()
    // A link that goes over several lines has an annotation for each.
    for (const kid of link.kids) if (kid.kind === 'annotation') said.set(kid.annotation, text)
  }
  return said
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
function linksOf(file: PdfFile, { dictionary }: Painted<unknown>, texts: ReadonlyMap<number, string>): PdfLink[] {
  return file.array(dictionary.get('Annots')).flatMap((reference) => {
    const annotation = file.dictionary(reference)
    if (file.name(annotation.get('Subtype')) !== 'Link') return []
    const action = file.dictionary(annotation.get('A'))
    const url = action.has('URI') ? { url: textValue(file, action.get('URI')) } : {}
    return [{ ...url, description: (reference instanceof PdfReference && texts.get(reference.id)) || '' }]
  })
}

function readBookmarks(file: PdfFile, first: PdfValue | undefined): Bookmark[] {
  const bookmarks: Bookmark[] = []
  for (let item = file.dictionary(first); item.size > 0; item = file.dictionary(item.get('Next')))
    bookmarks.push({ title: textValue(file, item.get('Title')), children: readBookmarks(file, item.get('First')) })
  return bookmarks
}

/** Every font of the pages, and of the forms that they paint. */
function readFonts(file: PdfFile, holders: readonly Painted<unknown>[]): PdfFont[] {
  const fonts = new Set<PdfDictionary>()
  for (const { dictionary } of holders) {
    const resources = inherited(file, dictionary, 'Resources')
    for (const font of file.dictionary(resources.get('Font')).values()) fonts.add(file.dictionary(font))
  }
  return [...fonts].map((font) => ({
    name: file.name(font.get('BaseFont')) ?? '',
    type: file.name(font.get('Subtype')) ?? '',
  }))
}
