import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { inflateSync } from 'node:zlib'
import { create, type Font } from 'fontkitten'
import { expect, test } from 'vitest'
import advances from '../../src/fonts/advances.json' with { type: 'json' }
import { createFontLibrary } from '../../src/fonts/library.ts'
import { drawnFamily, inNamedFamilies, measureWith, textWidth } from '../../src/motion/measure-text.ts'

const ROOT = join(import.meta.dirname, '..', '..')

/** The tables of a WOFF file by tag. */
function readTables(file: string): Record<string, Buffer> {
  const bytes = readFileSync(new URL(`../../node_modules/@fontsource/${file}`, import.meta.url))
  const count = bytes.readUInt16BE(12)
  return Object.fromEntries(
    Array.from({ length: count }, (_, i) => {
      const at = 44 + 20 * i
      const [start, packed, length] = [bytes.readUInt32BE(at + 4), bytes.readUInt32BE(at + 8), bytes.readUInt32BE(at + 12)]
      const raw = bytes.subarray(start, start + packed)
      return [bytes.toString('latin1', at, at + 4), packed < length ? inflateSync(raw) : raw]
    }),
  )
}

/** The glyph of a character, from the font's segment mapping (format 4). */
function glyphOf(cmap: Buffer, code: number): number {
  for (let table = 0; table < cmap.readUInt16BE(2); table++) {
    const start = cmap.readUInt32BE(4 + 8 * table + 4)
    if (cmap.readUInt16BE(start) !== 4) continue
    const segments = cmap.readUInt16BE(start + 6) / 2
    for (let i = 0; i < segments; i++) {
      const [end, first] = [cmap.readUInt16BE(start + 14 + 2 * i), cmap.readUInt16BE(start + 16 + 2 * (segments + i))]
      if (code < first || code > end) continue
      const [delta, at] = [cmap.readUInt16BE(start + 16 + 2 * (2 * segments + i)), start + 16 + 2 * (3 * segments + i)]
      const range = cmap.readUInt16BE(at)
      const glyph = range === 0 ? code : cmap.readUInt16BE(at + range + 2 * (code - first))
      return (glyph + delta) & 0xffff
    }
  }
  return 0
}

const files: [face: string, file: string][] = [
  ['Source Sans 3 400', 'source-sans-3/files/source-sans-3-latin-400-normal.woff'],
  ['Source Sans 3 600', 'source-sans-3/files/source-sans-3-latin-600-normal.woff'],
  ['Source Serif 4 400', 'source-serif-4/files/source-serif-4-latin-400-normal.woff'],
  ['Source Serif 4 600', 'source-serif-4/files/source-serif-4-latin-600-normal.woff'],
]

test.each(files)('the advances of %s are those of the font', (face, file) => {
  const { head, hhea, hmtx, cmap } = readTables(file) as Record<'head' | 'hhea' | 'hmtx' | 'cmap', Buffer>
  const [unitsPerEm, metrics] = [head.readUInt16BE(18), hhea.readUInt16BE(34)]
  const advance = (code: number) =>
    Math.round((hmtx.readUInt16BE(4 * Math.min(glyphOf(cmap, code), metrics - 1)) * 1000) / unitsPerEm)
  expect((advances.faces as Record<string, number[]>)[face]).toEqual(
    [...advances.characters].map((character) => advance(character.codePointAt(0) ?? 0)),
  )
})

const advanceIn = (face: string, character: string) =>
  (advances.faces as Record<string, number[]>)[face]?.[[...advances.characters].indexOf(character)] ?? Number.NaN

test('width grows with size and weight, and differs by family', () => {
  expect(textWidth('2023', 10)).toBeCloseTo(19.88)
  expect(textWidth('2023', 20)).toBeCloseTo(39.76)
  expect(textWidth('2023', 10, 'Source Sans 3', 600)).toBeCloseTo(20.52)
  expect(textWidth('2023', 10, 'Source Sans 3', 'bold')).toBeCloseTo(20.52)
  expect(textWidth('2023', 10, 'Source Serif 4')).toBeCloseTo(21.16)
})

test('characters that no font has take an average width, those of Chinese, Japanese and Korean a square', () => {
  measureWith({ families: new Set(), advance: () => undefined })
  expect(['ก', '漢', 'か', '한'].map((character) => textWidth(character, 10))).toEqual([6, 10, 10, 10])
})

test('letters of other fonts have the width that they have there, one for a picture of several characters', () => {
  measureWith(createFontLibrary({ folder: ROOT, fonts: [], around: { lang: 'en', hasKana: false, hasHangul: false } }))
  const file = join(ROOT, 'node_modules/@fontsource/noto-sans-hebrew/files/noto-sans-hebrew-hebrew-400-normal.woff2')
  const font = create(readFileSync(file)) as Font
  const advances = [...'שלום'].map((letter) => font.glyphForCodePoint(letter.codePointAt(0) ?? 0).advanceWidth)
  expect(textWidth('שלום', font.unitsPerEm)).toBeCloseTo(advances.reduce((sum, advance) => sum + advance))
  expect(textWidth('שלום', 1000, '', 600)).toBeGreaterThan(textWidth('שלום', 1000, '', 400))
  expect(textWidth('👩‍🚀', 1000)).toBe(textWidth('🚀', 1000))
  expect(textWidth('a👩‍🚀b', 1000)).toBeCloseTo(textWidth('ab', 1000) + textWidth('🚀', 1000))
  expect(textWidth('Ж', 1000, 'var(--serif)', 600)).not.toBe(textWidth('Ж', 1000, 'var(--sans)', 600))
})

test('a chart is drawn in the faces that its pages bring, whatever it asks for', () => {
  measureWith({ families: new Set(['Our Own']), advance: () => 700 })
  expect(
    ['sans-serif', 'Helvetica, Arial', 'Georgia', 'Times New Roman, serif'].map((family) => drawnFamily(family).css),
  ).toEqual(['var(--sans)', 'var(--sans)', 'var(--serif)', 'var(--serif)'])
  expect(drawnFamily("'Our Own', serif")).toEqual({ css: '"Our Own", var(--sans)', face: 'Our Own', isOurs: true })
  expect(textWidth('abc', 10, 'Our Own')).toBe(21)
})

test('at its own size a chart is drawn and measured in the families that it names', () => {
  const named = (family?: string) => {
    const { css, isOurs } = drawnFamily(family)
    return [css, isOurs, textWidth('Will', 1000, family)]
  }
  const [helvetica, georgia, typed, ours, none] = inNamedFamilies(() =>
    ['Helvetica, Arial', 'Georgia', 'Courier New', 'Source Sans 3', undefined].map(named),
  )
  const width = (face: string) => [...'Will'].reduce((sum, letter) => sum + advanceIn(face, letter), 0)
  expect(helvetica).toEqual(['Helvetica, Arial', false, width('Liberation Sans 400')])
  expect(georgia).toEqual(['Georgia', false, width('Source Serif 4 400')])
  expect(typed).toEqual(['Courier New', false, 2400])
  expect(ours).toEqual(['Source Sans 3', true, width('Source Sans 3 400')])
  expect(none).toEqual(['sans-serif', false, width('Liberation Sans 400')])
  expect(named('Helvetica, Arial')).toEqual(['var(--sans)', true, width('Source Sans 3 400')])
})
