import type { PdfFile } from '../file.ts'
import { type FontReader, readFont } from '../fonts.ts'
import type { PdfDictionary } from '../values.ts'
import type { UsedFont } from './content.ts'
import type { UaDocument } from './document.ts'
import { unless } from './document-rules.ts'
import { readFontProgram } from './font-program.ts'
import type { UaRule } from './rule.ts'

/** Characters that no glyph may stand for. */
const FORBIDDEN = /[\0\ufffe\ufeff]/

/**
 * Fonts: all are composite TrueType fonts whose codes are the numbers of their glyphs, so that what the standard says of other
 * kinds of fonts and of maps between codes and glyphs is kept.
 */
export const FONT_RULES: readonly UaRule[] = [
  {
    tests: ['7.21.3.1-1', '7.21.3.3-1', '7.21.3.3-2', '7.21.3.3-3', '7.21.4.2-1', '7.21.6-1', '7.21.6-2', '7.21.6-3', '7.21.6-4'],
    expected: 'composite TrueType fonts with Identity-H',
    find: ({ file, fonts }) =>
      fonts.flatMap(({ entries }) => {
        const type = [
          file.name(entries.get('Subtype')),
          file.name(descendant(file, entries).get('Subtype')),
          file.name(entries.get('Encoding')),
        ]
        return unless(type.join(' ') === 'Type0 CIDFontType2 Identity-H', type.join(' '))
      }),
  },
  {
    tests: ['7.21.3.2-1'],
    expected: 'a map from characters to glyphs',
    find: ({ file, fonts }) =>
      fonts.flatMap(({ entries }) => unless(file.name(descendant(file, entries).get('CIDToGIDMap')) === 'Identity', 'none')),
  },
  {
    tests: ['7.21.4.1-1'],
    expected: 'fonts within the document',
    find: (document) => perFont(document, ({ program }) => unless(program !== undefined, 'one outside')),
  },
  {
    tests: ['7.21.4.2-2'],
    expected: 'no list of the glyphs of a font',
    find: ({ file, fonts }) => fonts.flatMap(({ entries }) => unless(!descriptor(file, entries).has('CIDSet'), 'one')),
  },
  {
    tests: ['7.21.4.1-2'],
    expected: 'glyphs that the font has',
    find: (document) =>
      perFont(document, ({ codes, program }) =>
        unless(
          codes.every((code) => code < (program?.glyphs ?? 0)),
          'others',
        ),
      ),
  },
  {
    tests: ['7.21.5-1'],
    expected: 'the widths of the font',
    find: (document) =>
      perFont(document, ({ codes, program, reader }) =>
        codes.flatMap((code) => {
          const [said, own] = [reader.width(code), program?.width(code) ?? 0]
          return unless(Math.abs(said - own) <= 1, `${said} for ${own.toFixed(0)}`)
        }),
      ),
  },
  {
    tests: ['7.21.7-1', '7.21.7-2'],
    expected: 'characters for all glyphs',
    find: (document) =>
      perFont(document, ({ codes, reader }) =>
        codes.flatMap((code) =>
          unless(reader.text(code) !== '\ufffd' && !FORBIDDEN.test(reader.text(code)), `none for the glyph ${code}`),
        ),
      ),
  },
  {
    tests: ['7.21.8-1'],
    expected: 'no glyph for what the font lacks',
    find: (document) => perFont(document, ({ codes }) => unless(!codes.includes(0), 'one')),
  },
]

interface OpenFont {
  codes: readonly number[]
  program: ReturnType<typeof readFontProgram>
  reader: FontReader
}

const opened = new WeakMap<PdfDictionary, OpenFont>()

function perFont({ file, fonts }: UaDocument, find: (font: OpenFont) => string[]): string[] {
  return fonts.flatMap((font) => find(open(file, font)))
}

/** Several rules look into the same program. */
function open(file: PdfFile, { entries, codes }: UsedFont): OpenFont {
  const known = opened.get(entries)
  if (known) return known
  const program = readFontProgram(file.data(descriptor(file, entries).get('FontFile2')))
  const font = { codes: [...codes], program, reader: readFont(file, entries) }
  opened.set(entries, font)
  return font
}

function descendant(file: PdfFile, font: PdfDictionary): PdfDictionary {
  return file.dictionary(file.array(font.get('DescendantFonts'))[0])
}

function descriptor(file: PdfFile, font: PdfDictionary): PdfDictionary {
  return file.dictionary(descendant(file, font).get('FontDescriptor'))
}
