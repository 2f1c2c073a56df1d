import { withoutArtifacts } from './artifacts.ts'
import { retitled } from './bookmarks.ts'
import { ARTIFACT } from './content.ts'
import { withDate } from './dates.ts'
import { gatherFacts, type PdfFacts } from './facts.ts'
import { PdfFile } from './file.ts'
import { type ArtifactOf, type Pages, type Painted, readPages } from './page-tree.ts'
import { readStructure, type Structure } from './structure.ts'
import { encodeText, PdfName, PdfReference, writeValue } from './values.ts'
import { type PdfObject, pack, streamHead, writePdf } from './write.ts'

/** What goes into a document that the browser does not know. */
export interface Finishing {
  /** When the document says that it was made. */
  date: Date
  /** What the bookmarks say, in their order: Chromium writes a title that runs from right to left in the order in which it is painted. */
  titles?: readonly string[]
  /** Heights in points over the lower edge of a page (from 0): above which its running header stands, and below which its footer. */
  running?(page: number): { header: number; footer: number }
}

/** A document ready to be published, and what it is. */
export interface FinishedPdf {
  bytes: Uint8Array
  facts: PdfFacts
}

/**
 * Makes a document of what the browser printed, in one pass: all that is painted outside the structure tree becomes an
 * artifact, links say where they lead, the date is the story's, and small objects are packed. Object numbers stay, and with
 * them the tags, which merging would destroy. Throws when the bytes are no whole PDF.
 */
export function finishPdf(printed: Uint8Array, { date, titles = [], running }: Finishing): FinishedPdf {
  const file = new PdfFile(printed)
  const pages = readPages(file, running && artifactOf(running))
  const structure = readStructure(file, pages)
  const [root, info] = [file.trailer.get('Root'), file.trailer.get('Info')]
  if (!(root instanceof PdfReference && info instanceof PdfReference)) throw new Error('the PDF has no catalog')
  const texts = editTexts(file, pages, structure)
  for (const [id, text] of retitled(file, titles)) texts.set(id, text)
  texts.set(info.id, withDate(file.written(info.id).text, date))
  const streams = new Map([...pages.pages, ...pages.forms].flatMap(editedStreams))
  const objects = file.ids.map((id) => edit(id, file, texts, streams))
  const bytes = writePdf({ objects, root: root.id, info: info.id })
  const lengths = new Map(objects.map(({ id, data }) => [id, data?.length ?? 0]))
  const weights = { size: bytes.length, weigh: (id: number) => lengths.get(id) ?? 0 }
  return { bytes, facts: gatherFacts(file, pages, structure, weights) }
}

/** Tells the header of a page and its footer from other artifacts. */
function artifactOf(running: NonNullable<Finishing['running']>): ArtifactOf {
  return (page, height) => {
    const { header, footer } = running(page)
    if (height > header) return pagination('Header')
    return height < footer ? pagination('Footer') : ARTIFACT
  }
}

function pagination(kind: string): string {
  return `/Artifact <</Type /Pagination /Subtype /${kind}>> BDC`
}

/** The first stream of a page takes all its content. */
function editedStreams({ streams, content }: Painted): [number, Buffer][] {
  return streams.map((id, index) => [id, index === 0 ? content.edited : Buffer.alloc(0)])
}

/** Structure types that Chromium takes from PDF 2, and what readers of earlier versions know them as. */
const ROLES = '/RoleMap <</Strong /Span\n/Em /Span>>'

/** What small objects are to be written as, where it is not what they were. */
function editTexts(file: PdfFile, pages: Pages, { links }: Structure): Map<number, string> {
  const texts = withoutArtifacts(file, pages)
  const add = (id: number, entry: string) => {
    const text = texts.get(id) ?? file.written(id).text
    texts.set(id, `<<${entry}\n${text.slice(text.indexOf('<<') + 2)}`)
  }
  for (const [id, description] of links) if (description !== '') add(id, `/Contents ${writeValue(encodeText(description))}`)
  const tree = file.catalog.get('StructTreeRoot')
  if (tree instanceof PdfReference && !file.dictionary(tree).has('RoleMap')) add(tree.id, ROLES)
  return texts
}

/** An object as it goes into the finished file. */
function edit(id: number, file: PdfFile, texts: ReadonlyMap<number, string>, streams: ReadonlyMap<number, Buffer>): PdfObject {
  const content = streams.get(id)
  if (content === undefined) {
    const object = { id, ...file.written(id) }
    return { ...object, text: texts.get(id) ?? object.text }
  }
  const data = pack(content)
  const entries = [...file.dictionary(new PdfReference(id))].filter(([key]) => !['Filter', 'Length', 'DecodeParms'].includes(key))
  return {
    id,
    text: streamHead(
      entries.map(([key, value]) => `${writeValue(new PdfName(key))} ${writeValue(value)}`),
      data.length,
    ),
    data,
  }
}
