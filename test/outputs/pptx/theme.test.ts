import { expect, test } from 'vitest'
import { rampColor } from '../../../src/motion/ramps.ts'
import { markShapes } from '../../../src/outputs/pptx/mark-shapes.ts'
import { mixed } from '../../../src/outputs/pptx/oklab.ts'
import { colour, coloursOn, onGround, themePart } from '../../../src/outputs/pptx/theme.ts'

// As Chromium draws `color-mix(in oklab, …)`.
test.each([
  ['#6092c4', '#08264f', 0.5, '#325a88'],
  ['#0b4a94', '#8e8981', 0.25, '#345c91'],
  ['#8e8981', '#a33d00', 0.8, '#a14f2a'],
  ['#8e8981', '#a33d00', 0, '#8e8981'],
  ['#8e8981', '#a33d00', 1, '#a33d00'],
])('%s and %s are mixed as browsers mix them, %s of the way', (from, to, part, expected) => {
  const channels = (css = '') => [1, 3, 5].map((at) => Number.parseInt(css.slice(at, at + 2), 16))
  const found = channels(mixed(from, to, part))
  for (const [at, channel] of channels(expected).entries()) expect(Math.abs((found[at] ?? 0) - channel)).toBeLessThanOrEqual(1)
})

test('colours of charts are those of the ground, or the deck’s own; what has a place in the theme keeps it', () => {
  const [light, dark] = [coloursOn('light', { 'category-2': { light: '#112233', dark: '#445566' } }), coloursOn('dark')]
  expect(onGround('var(--category-1)', light)).toBe('#105ea1')
  expect(onGround('var(--category-1)', dark)).toBe('#6ca9e9')
  expect(onGround('var(--category-2)', light)).toBe('#112233')
  expect(onGround('var(--signal)', light)).toBe('var(--signal)')
  expect(onGround(rampColor(0.5), light)).toBe(mixed('#6092c4', '#08264f', 0.5))
  expect(colour(onGround('var(--category-1)', light))).toContain('val="105EA1"')
})

test('two sides have places in the theme of either ground', () => {
  expect([colour('var(--side-start)'), colour('var(--side-end)')]).toEqual([
    '<a:schemeClr val="accent5"/>',
    '<a:schemeClr val="accent6"/>',
  ])
  expect(themePart(1, 'Any', coloursOn('dark'), 'dark').contents).toContain('<a:accent5><a:srgbClr val="7DB7F5"/></a:accent5>')
})

test('marks are painted in the colours of charts', () => {
  const bar = { kind: 'rect', x: 10, y: 10, width: 20, height: 20, fill: 'var(--category-1)', stroke: rampColor(1) } as const
  const [, shape] = markShapes(
    { name: 'A bar', marks: new Map([['bar', bar]]) },
    {
      nextId: () => 1,
      language: 'en-US',
      colours: coloursOn('light'),
      blipOf: () => '',
      sizeOf: () => ({ width: 1, height: 1 }),
    },
  )
  expect([...(shape ?? '').matchAll(/srgbClr val="(\w+)"/g)].map(([, hex]) => hex)).toEqual(['105EA1', '08264F'])
})
