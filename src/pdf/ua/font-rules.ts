import { rule, type UaRule, unless } from './document.ts'

/** Characters that no glyph may stand for. */
const FORBIDDEN = /[\0\ufffe\ufeff]/

/**
 * Fonts: all are composite TrueType fonts whose codes are the numbers of their glyphs, so that what the standard says of other
 * kinds of fonts and of maps between codes and glyphs is kept.
 */
export const FONT_RULES: readonly UaRule[] = [
  rule(
    '7.21.3.1-1 7.21.3.3-1 7.21.3.3-2 7.21.3.3-3 7.21.4.2-1 7.21.6-1 7.21.6-2 7.21.6-3 7.21.6-4',
    'composite TrueType fonts with Identity-H',
    ({ file, fonts }) =>
      fonts.flatMap(({ entries, descendant }) => {
        const names = [entries.get('Subtype'), descendant.get('Subtype'), entries.get('Encoding')]
        const type = names.map((name) => file.name(name)).join(' ')
        return unless(type === 'Type0 CIDFontType2 Identity-H', type)
      }),
  ),
  rule('7.21.3.2-1', 'a map from characters to glyphs', ({ file, fonts }) =>
    fonts.flatMap(({ descendant }) => unless(file.name(descendant.get('CIDToGIDMap')) === 'Identity', 'none')),
  ),
  rule('7.21.4.1-1', 'fonts within the document', ({ fonts }) =>
    fonts.flatMap(({ program }) => unless(program !== undefined, 'one outside')),
  ),
  rule('7.21.4.2-2', 'no list of the glyphs of a font', ({ fonts }) =>
    fonts.flatMap(({ descriptor }) => unless(!descriptor.has('CIDSet'), 'one')),
  ),
  rule('7.21.4.1-2', 'glyphs that the font has', ({ fonts }) =>
    fonts.flatMap(({ codes, program }) =>
      unless(
        codes.every((code) => code < (program?.glyphs ?? 0)),
        'others',
      ),
    ),
  ),
  rule('7.21.5-1', 'the widths of the font', ({ fonts }) =>
    fonts.flatMap(({ codes, program, reader }) =>
      codes.flatMap((code) => {
        const [said, own] = [reader.width(code), program?.width(code) ?? 0]
        return unless(Math.abs(said - own) <= 1, `${said} for ${own.toFixed(0)}`)
      }),
    ),
  ),
  rule('7.21.7-1 7.21.7-2', 'characters for all glyphs', ({ fonts }) =>
    fonts.flatMap(({ codes, reader }) =>
      codes.flatMap((code) =>
        unless(reader.text(code) !== '\ufffd' && !FORBIDDEN.test(reader.text(code)), `none for the glyph ${code}`),
      ),
    ),
  ),
  rule('7.21.8-1', 'no glyph for what the font lacks', ({ fonts }) =>
    fonts.flatMap(({ codes }) => unless(!codes.includes(0), 'one')),
  ),
]
