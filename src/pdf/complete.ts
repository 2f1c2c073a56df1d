import { dropArtifacts } from './artifacts.ts'
import { retitle } from './bookmarks.ts'
import { readCharacterMap, writeCharacterMap } from './character-map.ts'
import { ARTIFACT } from './content.ts'
import { withDate } from './dates.ts'
import { Edits } from './edits.ts'
import { readElements } from './elements.ts'
import { gatherFacts, type PdfFacts, textValue } from './facts.ts'
import { placeFigures } from './figure-places.ts'
import { PdfFile } from './file.ts'
import { writeMetadata } from './metadata.ts'
import { type ArtifactOf, type Pages, type Painted, readPages } from './page-tree.ts'
import { ParentLists } from './parent-lists.ts'
import { readStructure, type Structure } from './structure.ts'
import { completeTags } from './tags.ts'
import { encodeText, PdfName, PdfReference, writeValue } from './values.ts'
import { type PdfObject, pack, streamHead, writePdf } from './write.ts'

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
 * tree becomes an artifact, the tree gets what it lacks, links say where they lead, and small objects are packed. Object
 * numbers stay, and with them the tags, which merging would destroy. Throws when the bytes are no whole PDF.
 */
export function completePdf(printed: Uint8Array, { date, titles = [], running }: Completion): CompletedPdf {
  const file = new PdfFile(printed)
  const parents = new ParentLists(file)
  const pages = readPages(file, parents, running && artifactOf(running))
  const [root, info] = [file.trailer.get('Root'), file.trailer.get('Info')]
  if (!(root instanceof PdfReference && info instanceof PdfReference)) throw new Error('the PDF has no catalog')
  const edits = new Edits(file)
  dropArtifacts(file, pages, parents, edits)
  const elements = readElements(
    { dictionary: (value) => edits.get(value), array: (value) => file.array(value) },
    file.catalog.get('StructTreeRoot'),
  )
  completeTags(elements, { file, pages, parents, edits })
  placeFigures(elements, pages, edits)
  const structure = readStructure(elements, pages)
  describeLinks(structure, edits)
  retitle(file, titles, edits)
  addTexts(file, pages, edits)
  addMetadata(file, root, info, date, edits)
  const changed = edits.written()
  changed.set(info.id, { id: info.id, text: withDate(file.written(info.id).text, date) })
  const streams = new Map([...pages.pages, ...pages.forms].flatMap(editedStreams))
  const known = file.ids.map((id) => changed.get(id) ?? unchanged(id, file, streams))
  const objects = [...known, ...edits.added.flatMap((id) => changed.get(id) ?? [])]
  const bytes = writePdf({ objects, root: root.id, info: info.id })
  const lengths = new Map(objects.map(({ id, data }) => [id, data?.length ?? 0]))
  const weights = { size: bytes.length, weigh: (id: number) => lengths.get(id) ?? 0 }
  return { bytes, facts: gatherFacts(file, pages, structure, weights, edits) }
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

function describeLinks({ links }: Structure, edits: Edits): void {
  for (const [id, description] of links) {
    if (description !== '') edits.dictionary(new PdfReference(id)).set('Contents', encodeText(description))
  }
}

/** Fonts say what their glyphs stand for. */
function addTexts(file: PdfFile, { fonts }: Pages, edits: Edits): void {
  for (const [id, { found }] of fonts) {
    if (found.size === 0) continue
    const font = file.dictionary(new PdfReference(id))
    const map = font.get('ToUnicode')
    const data = pack(Buffer.from(writeCharacterMap(new Map([...readCharacterMap(file.stream(map)), ...found]))))
    const head = streamHead([], data.length)
    if (map instanceof PdfReference) edits.setStream(map, head, data)
    else edits.dictionary(new PdfReference(id)).set('ToUnicode', edits.addStream(head, data))
  }
}

/** The metadata say the same as the older list of them, and are not packed, so that a search through files finds them. */
function addMetadata(file: PdfFile, root: PdfReference, info: PdfReference, date: Date, edits: Edits): void {
  const said = (key: string) => textValue(file, file.dictionary(info).get(key))
  const language = textValue(file, file.catalog.get('Lang'))
  const data = writeMetadata({ title: said('Title'), language, date, creator: said('Creator'), producer: said('Producer') })
  const head = `<</Type /Metadata\n/Subtype /XML\n/Length ${data.length}>> stream\n`
  edits.dictionary(root).set('Metadata', edits.addStream(head, data))
}

/** The first stream of a page takes all its content. */
function editedStreams({ streams, content }: Painted): [number, Buffer][] {
  return streams.map((id, index) => [id, index === 0 ? content.edited : Buffer.alloc(0)])
}

/** An object whose entries stay; the content of a page may be another. */
function unchanged(id: number, file: PdfFile, streams: ReadonlyMap<number, Buffer>): PdfObject {
  const content = streams.get(id)
  if (content === undefined) return { id, ...file.written(id) }
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
