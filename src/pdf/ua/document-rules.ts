import { textValue } from '../facts.ts'
import type { UaDocument } from './document.ts'
import type { UaRule } from './rule.ts'

/** A language as BCP 47 has it. */
const LANGUAGE = /^[a-zA-Z]{1,8}(-[a-zA-Z0-9]{1,8})*$/

/** What the document says of itself. */
export const DOCUMENT_RULES: readonly UaRule[] = [
  {
    tests: ['6.1-1'],
    expected: 'a header %PDF-1.0 to %PDF-1.7',
    find: ({ header }) => unless(/^%PDF-1\.[0-7]$/.test(header), header),
  },
  {
    tests: ['5-1', '5-2', '5-3', '5-4', '5-5'],
    expected: 'metadata that name part 1 of PDF/UA, with the prefix pdfuaid',
    find: ({ metadata }) => unless(isIdentified(metadata), 'none'),
  },
  {
    tests: ['7.1-8'],
    expected: 'a stream of metadata in the catalog',
    find: ({ file, metadata }) => {
      const entries = file.dictionary(file.catalog.get('Metadata'))
      const isStream = file.name(entries.get('Type')) === 'Metadata' && file.name(entries.get('Subtype')) === 'XML'
      return unless(isStream && metadata !== '', 'none')
    },
  },
  {
    tests: ['7.1-9'],
    expected: 'a title in the metadata',
    find: ({ metadata }) => unless(/<dc:title>\s*<rdf:Alt>\s*<rdf:li [^>]*>[^<]+<\/rdf:li>/.test(metadata), 'none'),
  },
  {
    tests: ['6.2-1', '7.1-4'],
    expected: 'a document that is marked, and of which no tag is suspect',
    find: ({ file }) => {
      const info = file.dictionary(file.catalog.get('MarkInfo'))
      return unless(info.get('Marked') === true && info.get('Suspects') !== true, 'another')
    },
  },
  {
    tests: ['7.1-10'],
    expected: 'that viewers show the title',
    find: ({ file }) => unless(file.dictionary(file.catalog.get('ViewerPreferences')).get('DisplayDocTitle') === true, 'no'),
  },
  {
    // With a language of the whole document, that of bookmarks, descriptions, texts and metadata is known.
    tests: ['7.2-2', '7.2-21', '7.2-22', '7.2-23', '7.2-24', '7.2-30', '7.2-31', '7.2-32', '7.2-33', '7.2-34'],
    expected: 'a language of the document',
    find: ({ file }) => unless(textValue(file, file.catalog.get('Lang')) !== '', 'none'),
  },
  {
    tests: ['7.2-29'],
    expected: 'languages as BCP 47 has them',
    find: (document) => languagesOf(document).filter((language) => !LANGUAGE.test(language)),
  },
  {
    tests: ['7.2-25', '7.15-1', '7.18.1-3', '7.18.4-1'],
    expected: 'no form to fill in',
    find: ({ file }) => unless(!file.catalog.has('AcroForm'), 'one'),
  },
  {
    tests: ['7.10-1', '7.10-2'],
    expected: 'no layers to show and hide',
    find: ({ file }) => unless(!file.catalog.has('OCProperties'), 'some'),
  },
  {
    tests: ['7.11-1', '7.18.6.2-1', '7.18.6.2-2'],
    expected: 'no files and no media within the document',
    find: ({ file }) =>
      file
        .dictionaries()
        .map(([, entries]) => file.name(entries.get('Type')))
        .filter((type) => type === 'EmbeddedFile' || type === 'Filespec' || type === 'MediaClip'),
  },
  {
    tests: ['7.16-1'],
    expected: 'a document that is not encrypted',
    find: ({ file }) => unless(!file.trailer.has('Encrypt'), 'one that is'),
  },
]

/** What is found where a condition is not met. */
export function unless(isMet: boolean, found: string): string[] {
  return isMet ? [] : [found]
}

function isIdentified(metadata: string): boolean {
  const [, prefix] = /xmlns:(\w+)="http:\/\/www\.aiim\.org\/pdfua\/ns\/id\/"/.exec(metadata) ?? []
  return prefix === 'pdfuaid' && /<pdfuaid:part>1<\/pdfuaid:part>/.test(metadata)
}

function languagesOf({ file, elements, contents }: UaDocument): string[] {
  const holders = [file.catalog, ...elements.map(({ entries }) => entries)].filter((entries) => entries.has('Lang'))
  return [...holders.map((entries) => textValue(file, entries.get('Lang'))), ...contents.flatMap(({ languages }) => languages)]
}
