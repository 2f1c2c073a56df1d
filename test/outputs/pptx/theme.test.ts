import { expect, test } from 'vitest'
import { rampColor } from '../../../src/motion/ramps.ts'
import { markShapes } from '../../../src/outputs/pptx/mark-shapes.ts'
import { colour, coloursOn, onGround, themePart } from '../../../src/outputs/pptx/theme.ts'

test('colours of charts are those of the ground, or the deck’s own; what has a place in the theme keeps it', () => {
  const [light, dark] = [coloursOn('light', { 'category-2': { light: '#112233', dark: '#445566' } }), coloursOn('dark')]
  expect(onGround('var(--category-1)', light)).toBe('#105ea1')
  expect(onGround('var(--category-1)', dark)).toBe('#6ca9e9')
  expect(onGround('var(--category-2)', light)).toBe('#112233')
  expect(onGround('var(--signal)', light)).toBe('var(--signal)')
  expect(onGround(rampColor(0.5), { ...light, [rampColor(0.5)]: '#325a88' })).toBe('#325a88')
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
      prefix: '!!',
      colours: coloursOn('light'),
      blipOf: () => '',
      sizeOf: () => ({ width: 1, height: 1 }),
    },
  )
  expect([...(shape ?? '').matchAll(/srgbClr val="(\w+)"/g)].map(([, hex]) => hex)).toEqual(['105EA1', '08264F'])
})
