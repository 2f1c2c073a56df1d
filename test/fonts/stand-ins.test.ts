import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { create, type Font } from 'fontkitten'
import { expect, test } from 'vitest'
import { baseFaces } from '../../src/fonts/choose-fonts.ts'
import { FAMILIES, ROLES } from '../../src/fonts/face.ts'
import { OURS, SAMPLE, STAND_INS, standInRules, withStandIns } from '../../src/fonts/stand-ins.ts'

const read = (name: string, weight: number) => {
  const file = join(import.meta.dirname, '../../node_modules/@fontsource', name, `files/${name}-latin-${weight}-normal.woff2`)
  return create(readFileSync(file)) as Font
}
const round = (value: number) => Math.round(value * 1e4) / 1e4

/** Mean width of the sample's characters in a font, in em. */
const widthIn = (font: Font) =>
  [...SAMPLE].reduce((sum, character) => sum + font.glyphForCodePoint(character.codePointAt(0) ?? 0).advanceWidth, 0) /
  SAMPLE.length /
  font.unitsPerEm

test.each(ROLES)('the heights of our %s are those of its files', (role) => {
  const { ascent, descent, lineGap, unitsPerEm } = read(FAMILIES[role].package, 600)
  expect(OURS[role]).toEqual({ ascent: ascent / unitsPerEm, descent: -descent / unitsPerEm, gap: lineGap / unitsPerEm })
})

const faces = STAND_INS.flatMap((standIn) => standIn.faces.map((face) => ({ ...standIn, ...face })))

test.each(faces)(
  '$name at $weight has the width of its files, and then ours',
  ({ package: name, weights, weight, width, role }) => {
    const own = widthIn(read(name, weights[weight] ?? 0))
    expect(round(own)).toBe(width)
    const adjusted = [...standInRules().matchAll(/font-family:"([^"]+)";font-weight:(\d+);.*?size-adjust:([\d.]+)%/g)]
    const rule = adjusted.find(
      ([, family = '', at]) =>
        STAND_INS.some((each) => family.endsWith(` as ${each.name}`) && each.package === name) && at === String(weight),
    )
    expect((own * Number(rule?.[3])) / 100).toBeCloseTo(widthIn(read(FAMILIES[role].package, weight)), 3)
  },
)

test('pages are looked at in files, under the names of ours, with the letters of other scripts as they are', () => {
  const hebrew = { family: 'Source Sans 3', weight: 400, path: '/fonts/hebrew.woff2', ranges: 'U+5D0' }
  const seen = withStandIns([hebrew, ...baseFaces()], baseFaces())
  expect(seen.map(({ family, weight, path }) => `${family} ${weight} ${path.replace(/.*\//, '')}`)).toEqual([
    'Source Sans 3 400 hebrew.woff2',
    'Source Sans 3 400 arimo-latin-400-normal.woff2',
    'Source Sans 3 600 arimo-latin-700-normal.woff2',
    'Source Serif 4 600 tinos-latin-700-normal.woff2',
  ])
  expect(seen[2]?.adjustment?.size).toBeCloseTo(0.891, 3)
})
