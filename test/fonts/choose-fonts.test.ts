import { basename, join } from 'node:path'
import { expect, test } from 'vitest'
import { chooseFonts } from '../../src/fonts/choose-fonts.ts'
import { ROLES, type Role } from '../../src/fonts/face.ts'
import { createFontLibrary } from '../../src/fonts/library.ts'

const ROOT = join(import.meta.dirname, '..', '..')
const library = createFontLibrary({ folder: ROOT, fonts: [], around: { lang: 'en', hasKana: false, hasHangul: false } })

const MAIN = [
  'Source Serif 4 600 source-serif-4-latin-600-normal.woff2',
  'Source Sans 3 400 source-sans-3-latin-400-normal.woff2',
  'Source Sans 3 600 source-sans-3-latin-600-normal.woff2',
]

function chosen(texts: readonly string[], roles: readonly Role[] = ROLES, formulas: readonly string[] = []): string[] {
  const { faces } = chooseFonts(texts, library, { roles, formulas })
  return faces.map(({ family, weight, path }) => `${family} ${weight} ${basename(path)}`)
}

test('a story in Latin letters has the main faces alone', () => {
  expect(chosen(['Côte d’Ivoire: $1.1 billion'])).toEqual(MAIN)
})

test('code has a face of its own where there is any', () => {
  expect(chosen(['x'], [...ROLES, 'mono'])).toEqual([...MAIN, 'Source Code Pro 400 source-code-pro-latin-400-normal.woff2'])
})

test('formulas have a face of their own, and other letters only where it lacks them', () => {
  expect(chosen(['x'], [...ROLES, 'math'], ['∑𝑥', 'שלום'])).toEqual([
    'Noto Sans Math 400 noto-sans-hebrew-hebrew-400-normal.woff2',
    ...MAIN,
    'Noto Sans Math 400 noto-sans-math-latin-400-normal.woff2',
  ])
})

test('each file comes once a family and weight, for the characters it is needed for, the main faces last', () => {
  const { faces, missing } = chooseFonts(['Łódź', 'Đặng 🚀', 'Łaba'], library)
  const latin = faces.filter(({ path }) => path.includes('-latin-ext-'))
  expect(latin.map(({ family, weight, ranges }) => [family, weight, ranges])).toEqual([
    ['Source Sans 3', 400, 'U+141,U+17A'],
    ['Source Sans 3', 600, 'U+141,U+17A'],
    ['Source Serif 4', 600, 'U+141,U+17A'],
  ])
  expect(faces.slice(-3).map(({ path }) => basename(path))).toEqual(MAIN.map((name) => name.replace(/.* /, '')))
  expect([...missing]).toEqual([])
})

test('letters that no font has are told, as their readers see them', () => {
  expect([...chooseFonts(['ປະຕູ', 'ຊາ', 'ok'], library).missing]).toEqual(['ປ', 'ະ', 'ຕູ', 'ຊ', 'າ'])
})

test('of a picture that no font has as a whole, each character may have one', () => {
  const { faces, missing } = chooseFonts(['🚀\u200d→'], library)
  expect([...missing]).toEqual([])
  expect(new Set(faces.map(({ path }) => basename(path).replace(/-\d+-normal.*/, '')))).toEqual(
    new Set(['noto-emoji-5', 'noto-sans-symbols-symbols', 'source-sans-3-latin', 'source-serif-4-latin']),
  )
})
