import { expect, test } from 'vitest'
import { type FontReader, readCharacterMap, writeCharacterMap } from '../../src/pdf/fonts.ts'
import { findTexts } from '../../src/pdf/marks.ts'

/** What is found of the glyphs of a text; each has a code and what its font says of it. */
function foundIn(actual: string, glyphs: readonly (readonly [code: number, text: string])[], known = new Map<number, string>()) {
  const font: FontReader = { digits: 4, text: () => '\ufffd', width: () => 0, found: known }
  findTexts(
    actual,
    glyphs.map(([code, text]) => ({ code, font, text })),
  )
  return [...font.found]
}

test('a glyph stands for what the glyphs beside it do not stand for', () => {
  expect(
    foundIn('दि', [
      [541, '\0'],
      [73, 'द'],
    ]),
  ).toEqual([[541, 'ि']])
  expect(foundIn('👩‍🚀', [[7, '\ufffd']])).toEqual([[7, '👩‍🚀']])
})

test('of several the first stands for all, and the others for nothing that is seen', () => {
  expect(
    foundIn('त्रि', [
      [542, '\0'],
      [304, '\0'],
    ]),
  ).toEqual([
    [542, 'त्रि'],
    [304, '\u200b'],
  ])
})

test('what is known of a glyph stays', () => {
  expect(foundIn('ab', [[1, 'a']])).toEqual([])
  expect(foundIn('ab', [[1, '\0']], new Map([[1, 'c']]))).toEqual([[1, 'c']])
})

test('a map is read as it is written, in rows as long as readers take them', () => {
  const map = new Map(Array.from({ length: 250 }, (_, code) => [code + 1, `${String.fromCharCode(0x900 + code)}🚀`] as const))
  const written = writeCharacterMap(map)
  expect(readCharacterMap(written)).toEqual(map)
  expect([...written.matchAll(/^(\d+) beginbfchar$/gm)].map(([, count]) => count)).toEqual(['100', '100', '50'])
})
