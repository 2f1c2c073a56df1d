import { cpSync, mkdirSync } from 'node:fs'
import { basename, join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import type { DeckFont } from '../../src/fonts/deck-fonts.ts'
import { createFontLibrary } from '../../src/fonts/library.ts'
import { runFolder } from '../run-folder.ts'

const ROOT = join(import.meta.dirname, '..', '..')
const INSTALLED = join(ROOT, 'node_modules', '@fontsource')
const around = { lang: 'en', hasKana: false, hasHangul: false }
const open = (folder = ROOT, fonts: readonly DeckFont[] = [], lang = 'en') =>
  createFontLibrary({ folder, fonts, around: { ...around, lang } })

const work = runFolder('library')
beforeAll(() => {
  mkdirSync(join(work, 'node_modules', '@fontsource'), { recursive: true })
  // Installed for a deck alone, as if it were the font for Lao.
  cpSync(join(INSTALLED, 'noto-sans-hebrew'), join(work, 'node_modules/@fontsource/noto-sans-hebrew'), { recursive: true })
})

const fileOf = (library: ReturnType<typeof open>, letter: string, role = 'sans', weight = 400) =>
  basename(library.find(letter, role)?.path(weight) ?? '')

test.each([
  ['Ж', 'sans', 'source-sans-3-cyrillic-400-normal.woff2'],
  ['Ж', 'serif', 'source-serif-4-cyrillic-400-normal.woff2'],
  ['Ἀ', 'sans', 'source-sans-3-greek-ext-400-normal.woff2'],
  ['Ἀ', 'serif', 'source-sans-3-greek-ext-400-normal.woff2'],
  ['ש', 'serif', 'noto-sans-hebrew-hebrew-400-normal.woff2'],
  ['→', 'sans', 'noto-sans-symbols-symbols-400-normal.woff2'],
  ['≤', 'sans', 'roboto-math-400-normal.woff2'],
  ['✓', 'sans', 'noto-sans-math-latin-400-normal.woff2'],
  ['👩‍🚀', 'sans', 'noto-emoji-8-400-normal.woff2'],
  ['🚀', 'sans', 'noto-emoji-5-400-normal.woff2'],
  ['ກ', 'sans', ''],
])('%s in %s comes from %s', (letter, role, file) => expect(fileOf(open(), letter, role)).toBe(file))

test('Chinese comes from what is installed for it', () => {
  expect(fileOf(open(ROOT, [], 'zh'), '汉')).toMatch(/^zcool-xiaowei-/)
  expect(fileOf(open(ROOT, [], 'ja'), '漢')).toMatch(/^sawarabi-gothic-/)
})

test('the weight is the nearest that there is', () => {
  expect(fileOf(open(), '한', 'sans', 600)).toContain('-700-normal')
  expect(fileOf(open(), 'か', 'sans', 600)).toContain('-400-normal')
})

test('the packages of the deck come before those of the machine', () => {
  expect(open(work).find('ש', 'sans')?.path(400).startsWith(work)).toBe(true)
  expect(open().find('ש', 'sans')?.path(400).startsWith(INSTALLED)).toBe(true)
})

test('a font file of the deck comes before what is installed, and under its own name before ours', () => {
  const path = join(INSTALLED, 'arimo/files/arimo-hebrew-700-normal.woff2')
  const library = open(ROOT, [{ family: 'Our Own', weight: 700, path }])
  expect([...library.families]).toEqual(['Our Own'])
  expect(library.find('ש', 'sans')?.path(400)).toBe(path)
  expect(fileOf(library, 'Ж', 'Our Own')).toBe('source-sans-3-cyrillic-400-normal.woff2')
  expect(library.advance('ש', 'Our Own', 400)).toBe(library.advance('ש', 'sans', 400))
})
