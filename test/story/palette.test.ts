import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { figureClass } from '../../src/story/description.ts'
import { pageColours } from '../../src/story/page-colours.ts'
import { onPaper, type Palette, paletteRules } from '../../src/story/palette.ts'

const palette: Palette = { paper: { light: '#ffffff', dark: '#000000' }, signal: { light: '#0A64B0', dark: '#63b6ff' } }

test('colours are set for light and dark pages, unless the reader forces his own', () => {
  expect(paletteRules(palette)).toBe(
    '@media (forced-colors:none){:root{--paper:light-dark(#ffffff,#000000);--signal:light-dark(#0A64B0,#63b6ff)}}',
  )
})

test('a figure of a story with two sides has the colour of its own', () => {
  const rules = paletteRules({
    'side-start': { light: '#0b4a94', dark: '#7db7f5' },
    'side-end': { light: '#a33d00', dark: '#ffa066' },
  })
  expect(rules).toMatch(/\}\.side-start\{--signal:var\(--side-start\)\}\.side-end\{--signal:var\(--side-end\)\}\}$/)
  expect(figureClass({ value: '−3', caption: 'jobs', side: 'end' })).toBe('big side-end')
})

test('without colours there are no rules', () => expect([paletteRules(undefined), paletteRules({})]).toEqual(['', '']))

test('the style sheet of all pages has the colours of the pages', () => {
  const sheet = readFileSync(new URL('../../src/kit/styles/tokens.css', import.meta.url), 'utf8')
  const written = [...sheet.matchAll(/--(\w+): light-dark\((#\w{6}), (#\w{6})\)/g)]
  expect(Object.fromEntries(written.map(([, name, light, dark]) => [name, { light, dark }]))).toEqual(pageColours)
})

test('paper is white', () => expect(Object.keys(onPaper(palette))).toEqual(['signal']))

test.each([
  [
    { signal: { light: 'red;}body{display:none', dark: '#000000' } },
    'slides/deck.ts palette: signal: found `red;}body{display:none`, expected a colour such as #c2410c',
  ],
  [{ signl: { light: '#000000', dark: '#000000' } }, 'palette: unknown colour `signl`; did you mean `signal`?'],
])('%j is refused', (wrong, message) => expect(() => paletteRules(wrong as Palette)).toThrow(message))
