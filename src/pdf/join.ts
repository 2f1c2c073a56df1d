import { renameIn } from './elements.ts'
import { PdfFile } from './file.ts'
import { type PdfDictionary, PdfName, PdfReference, PdfStream, type PdfValue } from './values.ts'

/**
 * Joins the parts of a document that the browser printed one by one into the document that it would have printed at once: one
 * reading order, one list of bookmarks. Each part keeps the fonts that it brought. What is to be counted through the whole (the
 * index of the structure, its names, the nesting of bookmarks) is written when the document is completed. Throws when a part is no whole
 * PDF, or not tagged.
 */
export function joinPdfs(parts: readonly Uint8Array[]): PdfFile {
  const [whole, ...others] = parts.map((bytes) => new PdfFile(bytes))
  if (!whole) throw new Error('this is no whole PDF')
  for (const [index, part] of others.entries()) append(whole, part, index + 1)
  return whole
}

function append(whole: PdfFile, part: PdfFile, number: number): void {
  setApart(part, number)
  const by = whole.last
  const moved = (value: PdfValue): PdfValue => {
    if (value instanceof PdfReference) return new PdfReference(value.id + by)
    if (Array.isArray(value)) return value.map(moved)
    return value instanceof Map ? movedAll(value) : value
  }
  const movedAll = (entries: PdfDictionary): PdfDictionary => new Map([...entries].map(([key, value]) => [key, moved(value)]))
  for (const [id, object] of part.objects) {
    const stream = object instanceof PdfStream ? new PdfStream(movedAll(object.entries), object.data) : undefined
    whole.set(new PdfReference(id + by), stream ?? moved(object as PdfValue))
  }
  const catalog = movedAll(part.catalog)
  appendPages(whole, catalog.get('Pages'))
  const [document, more] = [whole.catalog, catalog].map((one) => documentOf(whole, one)) as [PdfDictionary, PdfDictionary]
  document.set('K', [...whole.array(document.get('K')), ...whole.array(more.get('K'))])
  appendOutline(whole, catalog.get('Outlines'))
  const named = whole.dictionary(whole.catalog.get('Dests'))
  whole.catalog.set('Dests', new Map([...whole.dictionary(catalog.get('Dests')), ...named]))
}

/** No two parts have elements of one name, or sets of glyphs of one name. */
function setApart(part: PdfFile, number: number): void {
  const order = String(number).padStart(6, '0')
  for (const [, entries] of part.dictionaries()) {
    if (entries.has('S')) renameIn(part, entries, (name) => order + name)
    for (const key of ['BaseFont', 'FontName']) {
      const name = part.name(entries.get(key))
      if (name !== undefined) entries.set(key, new PdfName(name.replace(/^([A-Z]{3})[A-Z]{3}(?=\+)/, `$1${letters(number)}`)))
    }
  }
}

/** Three letters for a number. */
function letters(number: number): string {
  return [26 * 26, 26, 1].map((worth) => String.fromCharCode(65 + (Math.floor(number / worth) % 26))).join('')
}

/** The pages of a part are a group among those of the whole. */
function appendPages(whole: PdfFile, group: PdfValue | undefined): void {
  const pages = whole.dictionary(whole.catalog.get('Pages'))
  const more = whole.dictionary(group).set('Parent', whole.catalog.get('Pages') ?? null)
  pages.set('Kids', [...whole.array(pages.get('Kids')), group ?? null])
  pages.set('Count', Number(pages.get('Count')) + Number(more.get('Count')))
}

/** The element that holds all others. */
function documentOf(whole: PdfFile, catalog: PdfDictionary): PdfDictionary {
  const document = whole.dictionary(catalog.get('StructTreeRoot')).get('K')
  if (!(document instanceof PdfReference)) throw new Error('a part of the PDF is not tagged')
  return whole.dictionary(document)
}

/** The bookmarks of a part come after those of the whole. */
function appendOutline(whole: PdfFile, outline: PdfValue | undefined): void {
  if (outline === undefined) return
  if (!whole.catalog.has('Outlines')) {
    whole.catalog.set('Outlines', outline)
    return
  }
  const [before, after] = [whole.dictionary(whole.catalog.get('Outlines')), whole.dictionary(outline)]
  whole.dictionary(before.get('Last')).set('Next', after.get('First') ?? null)
  before.set('Last', after.get('Last') ?? null)
}
