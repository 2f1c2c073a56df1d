import { writeOutline } from './bookmarks.ts'
import { ARTIFACT, type Content } from './content.ts'
import { pdfDate } from './dates.ts'
import { allOf, type Element, readElements, writeElements, writeStructureIndex } from './elements.ts'
import { gatherFacts, linkTexts, type PdfFacts, textValue } from './facts.ts'
import { type PdfFile, packed } from './file.ts'
import { readCharacterMap, writeCharacterMap } from './fonts.ts'
import { around } from './geometry.ts'
import { type ArtifactOf, type Pages, type Painted, readPages } from './page-tree.ts'
import { completeTags } from './tags.ts'
import { dictionaryOf, encodeText, PdfName, PdfReference, PdfStream } from './values.ts'
import { writePdf } from './write.ts'

/** What goes into a document that the browser does not know. */
export interface Completion {
  /** When the document says that it was made. */
  date: Date
  /** What the bookmarks say, in their order: Chromium writes a title that runs from right to left in the order in which it is painted. */
  titles?: readonly string[]
  /** Heights in points over the lower edge of a page (from 0): above which its running header stands, and below which its footer. */
  running?(page: number): { header: number; footer: number }
}

/** A document ready to be published, and what it is. */
export interface CompletedPdf {
  bytes: Uint8Array
  facts: PdfFacts
}

/**
 * Makes a document that keeps to PDF/UA-1 of what the browser printed, in one pass: all that is painted outside the structure
 * tree becomes an artifact, the tree gets what it lacks, links say where they lead, and small objects are packed.
 * @param file changed in place
 */
export function completePdf(file: PdfFile, { date, titles = [], running }: Completion): CompletedPdf {
  const printed = readElements(file)
  const pages = readPages(file, running && artifactOf(running))
  const painted = [...pages.pages, ...pages.forms]
  dropSilent(printed, painted)
  writeOutline(file, titles)
  completeTags(file, printed)
  const elements = allOf(printed.filter(({ parent }) => !parent))
  placeFigures(elements, pages)
  writeElements(file, elements)
  writeStructureIndex(file, elements, painted)
  const links = linkTexts(elements, pages)
  for (const [id, text] of links) {
    if (text !== '') file.dictionary(new PdfReference(id)).set('Contents', encodeText(text))
  }
  for (const one of painted) writeContent(file, one)
  addTexts(file, pages)
  addMetadata(file, date)
  const bytes = writePdf(file)
  return { bytes, facts: gatherFacts(file, pages, elements, links, bytes.length) }
}

/** Tells the header of a page and its footer from other artifacts. */
function artifactOf(running: NonNullable<Completion['running']>): ArtifactOf {
  return (page, height) => {
    const { header, footer } = running(page)
    if (height > header) return pagination('Header')
    return height < footer ? pagination('Footer') : ARTIFACT
  }
}

function pagination(kind: string): string {
  return `/Artifact <</Type /Pagination /Subtype /${kind}>> BDC`
}

/** Takes the marks that have become artifacts out of the elements that held them. */
function dropSilent(elements: readonly Element[], painted: readonly Painted<Content>[]): void {
  const dropped = new Set(painted.flatMap(({ id, content }) => content.dropped.map((mark) => `${id} ${mark}`)))
  for (const element of elements)
    element.kids = element.kids.filter((kid) => kid.kind !== 'mark' || !dropped.has(`${kid.holder} ${kid.mark}`))
}

/** The first stream of a page takes all its content. */
function writeContent(file: PdfFile, { streams, content }: Painted<Content>): void {
  for (const [index, id] of streams.entries()) {
    const reference = new PdfReference(id)
    file.set(reference, packed(file.dictionary(reference), Buffer.from(index === 0 ? content.edited : '', 'latin1')))
  }
}

/** Fonts say what their glyphs stand for. */
function addTexts(file: PdfFile, { fonts }: Pages): void {
  for (const [font, { found }] of fonts) {
    if (found.size === 0) continue
    const map = new Map([...readCharacterMap(file.stream(font.get('ToUnicode'))), ...found])
    font.set('ToUnicode', file.add(packed(new Map(), Buffer.from(writeCharacterMap(map)))))
  }
}

/** The metadata say the same as the older list of them, and are not packed, so that a search through files finds them. */
function addMetadata(file: PdfFile, date: Date): void {
  const info = file.dictionary(file.trailer.get('Info'))
  // The browser asks the clock.
  for (const key of ['CreationDate', 'ModDate']) info.set(key, pdfDate(date))
  const said = (key: string) => textValue(file, info.get(key))
  const language = textValue(file, file.catalog.get('Lang'))
  const data = writeMetadata({ title: said('Title'), language, date, creator: said('Creator'), producer: said('Producer') })
  const entries = dictionaryOf({ Type: new PdfName('Metadata'), Subtype: new PdfName('XML'), Length: data.length })
  file.catalog.set('Metadata', file.add(new PdfStream(entries, data)))
}

/** Writes into each figure where it stands on the page of its first mark, in points from the lower left corner. */
function placeFigures(elements: readonly Element[], { pages, forms }: Pages): void {
  const holders = new Map([...pages, ...forms].map(({ id, content }) => [id, content]))
  for (const { type, kids, entries } of elements) {
    if (type !== 'Figure' && type !== 'Formula') continue
    const marks = kids.filter((kid) => kid.kind === 'mark')
    const [first, ...others] = marks
      .filter(({ page }) => page === marks[0]?.page)
      .flatMap(({ holder, mark }) => {
        const box = holders.get(holder)?.boxes.get(mark)
        return box ? [box] : []
      })
    if (!first) continue
    const [left, bottom, right, top] = others.reduce(around, first)
    const bounds = [Math.floor(left), Math.floor(bottom), Math.ceil(right), Math.ceil(top)]
    entries.set('A', [entries.get('A') ?? [], dictionaryOf({ O: new PdfName('Layout'), BBox: bounds })].flat())
  }
}

/** What a document says of itself. */
interface DocumentMetadata {
  title: string
  /** BCP 47. */
  language: string
  date: Date
  /** The programs that made it: the browser, and the part of it that wrote the pages. */
  creator: string
  producer: string
}

/** Namespaces by their prefixes, in the order in which they are declared. */
const NAMESPACES = {
  dc: 'http://purl.org/dc/elements/1.1/',
  xmp: 'http://ns.adobe.com/xap/1.0/',
  pdf: 'http://ns.adobe.com/pdf/1.3/',
  pdfuaid: 'http://www.aiim.org/pdfua/ns/id/',
} as const

/** The document's metadata as XMP, which says as well that the document keeps to PDF/UA-1. */
function writeMetadata({ title, language, date, creator, producer }: DocumentMetadata): Buffer {
  const declared = Object.entries(NAMESPACES).map(([prefix, address]) => ` xmlns:${prefix}="${address}"`)
  const time = `${date.toISOString().slice(0, 19)}Z`
  const properties = [
    `<dc:title><rdf:Alt><rdf:li xml:lang="x-default">${inXml(title)}</rdf:li></rdf:Alt></dc:title>`,
    `<dc:language><rdf:Bag><rdf:li>${inXml(language)}</rdf:li></rdf:Bag></dc:language>`,
    `<xmp:CreatorTool>${inXml(creator)}</xmp:CreatorTool>`,
    `<xmp:CreateDate>${time}</xmp:CreateDate><xmp:ModifyDate>${time}</xmp:ModifyDate>`,
    `<pdf:Producer>${inXml(producer)}</pdf:Producer>`,
    '<pdfuaid:part>1</pdfuaid:part>',
  ]
  return Buffer.from(`<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about=""${declared.join('')}>
${properties.join('\n')}
</rdf:Description>
</rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>`)
}

/** Text as XML has it, without the characters that XML cannot have. */
function inXml(text: string): string {
  const visible = text.replace(/[^\P{Cc}\n\t]/gu, '')
  return visible.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
