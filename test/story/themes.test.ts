import { describe, expect, test } from 'vitest'
import { contrastOf } from '../../src/check/contrast.ts'
import type { Rgb } from '../../src/check/sheet.ts'
import { chartColours } from '../../src/story/chart-colours.ts'
import { pageColours } from '../../src/story/page-colours.ts'
import { themeNames, themeRules, themes, wrongTheme } from '../../src/story/themes.ts'

const rgb = (colour: string) => [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16)) as unknown as Rgb
const contrast = (a: string, b: string) => contrastOf(rgb(a), rgb(b))

const OWN = ['paper', 'ink', 'quiet', 'mute', 'faint', 'signal'] as const

describe.each(themeNames)('%s', (name) => {
  const { palette } = themes[name]

  test('sets every colour of a story', () => expect(Object.keys(palette)).toEqual(OWN))

  test.each(['light', 'dark'] as const)('is readable on its %s paper, and on white when printed', (side) => {
    const of = (token: (typeof OWN)[number]) => palette[token]?.[side] ?? ''
    const papers = side === 'light' ? [of('paper'), '#ffffff'] : [of('paper')]
    for (const paper of papers) {
      for (const text of ['ink', 'quiet', 'signal'] as const) expect(contrast(of(text), paper), text).toBeGreaterThanOrEqual(4.5)
      expect(contrast(of('mute'), paper), 'mute').toBeGreaterThanOrEqual(3)
    }
    // Where there is no colour the one that is spoken of still stands out.
    expect(contrast(of('signal'), of('mute'))).toBeGreaterThanOrEqual(2)
  })

  test.each(['light', 'dark'] as const)('charts that say nothing of their colours are seen on its %s paper', (side) => {
    for (const [colour, shades] of Object.entries(chartColours))
      expect(contrast(shades[side], palette.paper?.[side] ?? ''), colour).toBeGreaterThanOrEqual(3)
  })
})

test.each(['light', 'dark'] as const)('the colours of a story without a theme are readable on its %s paper', (side) => {
  const { paper, ink, quiet, signal, mute } = pageColours
  for (const text of [ink, quiet, signal]) expect(contrast(text[side], paper[side])).toBeGreaterThanOrEqual(4.5)
  expect(contrast(mute[side], paper[side])).toBeGreaterThanOrEqual(3)
})

test('two themes differ in more than their colours', () => {
  const details = Object.values(themes).map(({ look }) => JSON.stringify(look))
  expect(new Set(details).size).toBe(themeNames.length)
})

test('a theme that is dark is so on screens alone', () => {
  expect(themeRules('nocturne', 'screen')).toContain('color-scheme:dark')
  expect(themeRules('nocturne', 'paper')).not.toContain('color-scheme')
  expect(themeRules('harbour', 'screen')).toBe(':root{--display:var(--sans);--headline-bar:""}')
})

test('without a theme there are no rules', () => expect(themeRules(undefined, 'screen')).toBe(''))

test.each([
  ['newsprnt', 'found `newsprnt`, expected a theme that is imported, or a name; did you mean `newsprint`?'],
  [{ palette: {} }, 'found no theme, expected { palette, look }, or the name of one'],
  [{ palette: {}, look: { dispaly: 'x' } }, 'look: unknown property `dispaly`; did you mean `display`?'],
  [{ palette: {}, look: { display: 'x}body{' } }, 'look.display: found `x}body{`, expected one value of CSS'],
  [{ palette: {}, look: {}, fonts: 'inter' }, 'fonts: expected a list of packages such as `@fontsource/inter`'],
  [{ palette: {}, look: {}, css: 1 }, 'css: expected a text'],
])('%j is no theme', (theme, fault) => expect(wrongTheme(theme)[0]).toContain(fault))

test.each([undefined, 'harbour', themes.harbour])('%j is one', (theme) => expect(wrongTheme(theme)).toEqual([]))
