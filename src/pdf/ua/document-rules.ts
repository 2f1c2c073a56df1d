import { textValue } from '../facts.ts'
import { PdfReference } from '../values.ts'
import { rule, type UaAnnotation, type UaDocument, type UaRule, unless } from './document.ts'

/** A language as BCP 47 has it. */
const LANGUAGE = /^[a-zA-Z]{1,8}(-[a-zA-Z0-9]{1,8})*$/

/** What the document says of itself. */
export const DOCUMENT_RULES: readonly UaRule[] = [
  rule('6.1-1', 'a header %PDF-1.0 to %PDF-1.7', ({ header }) => unless(/^%PDF-1\.[0-7]$/.test(header), header)),
  rule('5-1 5-2 5-3 5-4 5-5', 'metadata that name part 1 of PDF/UA, with the prefix pdfuaid', ({ metadata }) =>
    unless(isIdentified(metadata), 'none'),
  ),
  rule('7.1-8', 'a stream of metadata in the catalog', ({ file, metadata }) => {
    const entries = file.dictionary(file.catalog.get('Metadata'))
    const isStream = file.name(entries.get('Type')) === 'Metadata' && file.name(entries.get('Subtype')) === 'XML'
    return unless(isStream && metadata !== '', 'none')
  }),
  rule('7.1-9', 'a title in the metadata', ({ metadata }) =>
    unless(/<dc:title>\s*<rdf:Alt>\s*<rdf:li [^>]*>[^<]+<\/rdf:li>/.test(metadata), 'none'),
  ),
  rule('6.2-1 7.1-4', 'a document that is marked, and of which no tag is suspect', ({ file }) => {
    const info = file.dictionary(file.catalog.get('MarkInfo'))
    return unless(info.get('Marked') === true && info.get('Suspects') !== true, 'another')
  }),
  rule('7.1-10', 'that viewers show the title', ({ file }) =>
    unless(file.dictionary(file.catalog.get('ViewerPreferences')).get('DisplayDocTitle') === true, 'no'),
  ),
  // With a language of the whole document, that of bookmarks, descriptions, texts and metadata is known.
  rule('7.2-2 7.2-21 7.2-22 7.2-23 7.2-24 7.2-30 7.2-31 7.2-32 7.2-33 7.2-34', 'a language of the document', ({ file }) =>
    unless(textValue(file, file.catalog.get('Lang')) !== '', 'none'),
  ),
  rule('7.2-29', 'languages as BCP 47 has them', (document) =>
    languagesOf(document).filter((language) => !LANGUAGE.test(language)),
  ),
  rule('7.2-25 7.15-1 7.18.1-3 7.18.4-1', 'no form to fill in', ({ file }) => unless(!file.catalog.has('AcroForm'), 'one')),
  rule('7.10-1 7.10-2', 'no layers to show and hide', ({ file }) => unless(!file.catalog.has('OCProperties'), 'some')),
  rule('7.11-1 7.18.6.2-1 7.18.6.2-2', 'no files and no media within the document', ({ file }) =>
    file
      .dictionaries()
      .map(([, entries]) => file.name(entries.get('Type')))
      .filter((type) => type === 'EmbeddedFile' || type === 'Filespec' || type === 'MediaClip'),
  ),
  rule('7.16-1', 'a document that is not encrypted', ({ file }) => unless(!file.trailer.has('Encrypt'), 'one that is')),
]

function isIdentified(metadata: string): boolean {
  const [, prefix] = /xmlns:(\w+)="http:\/\/www\.aiim\.org\/pdfua\/ns\/id\/"/.exec(metadata) ?? []
  return prefix === 'pdfuaid' && /<pdfuaid:part>1<\/pdfuaid:part>/.test(metadata)
}

function languagesOf({ file, elements, contents }: UaDocument): string[] {
  const holders = [file.catalog, ...elements.map(({ entries }) => entries)].filter((entries) => entries.has('Lang'))
  return [...holders.map((entries) => textValue(file, entries.get('Lang'))), ...contents.flatMap(({ languages }) => languages)]
}

/** Links, which are the only annotations that our documents have. */
export const ANNOTATION_RULES: readonly UaRule[] = [
  rule('7.18.1-1 7.18.2-1 7.18.8-1', 'no annotations but links', (document) =>
    annotationsOf(document)
      .map(({ entries }) => document.file.name(entries.get('Subtype')) ?? 'none')
      .filter((type) => type !== 'Link'),
  ),
  rule('7.18.1-2 7.18.5-2', 'links to say where they lead', (document) =>
    annotationsOf(document).flatMap(({ entries }) =>
      unless(textValue(document.file, entries.get('Contents')) !== '', 'one that does not'),
    ),
  ),
  rule('7.18.5-1', 'links to be in an element of type Link', (document) =>
    annotationsOf(document).flatMap(({ element }) => unless(element?.type === 'Link', `one in ${element?.type ?? 'none'}`)),
  ),
  rule('7.18.3-1', 'pages with links to be tabbed through in the order of their structure', ({ file, pages }) =>
    pages.flatMap(({ entries, annotations }) =>
      unless(annotations.length === 0 || file.name(entries.get('Tabs')) === 'S', 'one that is not'),
    ),
  ),
]

function annotationsOf({ pages }: UaDocument): UaAnnotation[] {
  return pages.flatMap(({ annotations }) => annotations)
}

/** What pages paint, and how it is marked. */
export const CONTENT_RULES: readonly UaRule[] = [
  rule('7.1-1', 'no artifact within what is tagged', ({ contents }) =>
    contents.flatMap(({ artifacts, artifactsInTags, painted }) =>
      unless(artifactsInTags === 0 && (artifacts === 0 || !painted.includes('tagged')), 'some'),
    ),
  ),
  rule('7.1-2', 'nothing tagged within an artifact', ({ contents }) =>
    contents.flatMap(({ marks, tagsInArtifacts, painted }) =>
      unless(tagsInArtifacts === 0 && (marks.size === 0 || !painted.includes('artifact')), 'some'),
    ),
  ),
  rule('7.1-3', 'everything painted to be tagged or an artifact, in marks that begin and end', (document) => [
    ...unmarked(document),
    ...unheld(document),
  ]),
  rule('7.20-1', 'no references to pages of other documents', ({ file, contents }) =>
    contents.flatMap(({ id }) => unless(!file.dictionary(new PdfReference(id)).has('Ref'), `one in the object ${id}`)),
  ),
  rule('7.20-2', 'forms with tags to be painted once', ({ contents }) =>
    contents.flatMap(({ marks, painted }) => unless(marks.size === 0 || painted.length <= 1, `one ${painted.length} times`)),
  ),
]

/** A form that is painted within a mark needs none of its own. */
function unmarked({ contents }: UaDocument): string[] {
  return contents.flatMap(({ unmarked, unbalanced, painted }) => {
    const isAlone = painted.length === 0 || painted.includes('none')
    return [...unless(unmarked === 0 || !isAlone, `${unmarked} outside`), ...unless(unbalanced === 0, 'marks that do not pair')]
  })
}

/** Marks that no element of the structure tree holds. */
function unheld({ contents, elements }: UaDocument): string[] {
  const held = new Set(
    elements.flatMap(({ kids }) => kids.flatMap((kid) => (kid.kind === 'mark' ? [`${kid.holder} ${kid.mark}`] : []))),
  )
  return contents.flatMap(({ id, marks }) =>
    [...marks].flatMap((mark) => unless(held.has(`${id} ${mark}`), 'a mark that no element holds')),
  )
}
