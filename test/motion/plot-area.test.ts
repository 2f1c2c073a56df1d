import { expect, test } from 'vitest'
import { checkType, fillingArea, plotArea } from '../../src/motion/plot-area.ts'
import type { Mark, StageState } from '../../src/story/mark.ts'

test.each([
  // Between headline and foot, at the right of the text where there is some.
  ['wide', 1280, 720, false, 40, 176, 1200, 482, 18, 13],
  ['wide', 1280, 720, true, 410, 176, 830, 452, 18, 13],
  ['square', 900, 900, false, 40, 176, 820, 662, 18, 13],
  ['column', 720, 680, true, 12, 6, 696, 668, 15, 11],
  ['narrow', 390, 440, false, 12, 6, 366, 428, 14, 9],
  ['short', 390, 330, false, 12, 6, 366, 318, 14, 9],
  ['slim', 340, 340, false, 12, 6, 316, 328, 14, 9],
  ['paper', 800, 500, false, 0, 6, 800, 488, 14, 10],
] as const)('a chart stands in the part of %s that is its own', (id, w, h, isBeside, left, top, width, height, type, least) =>
  expect(plotArea({ id, width: w, height: h }, isBeside)).toEqual({ left, top, width, height, type, least }),
)

test('texts that are half a pixel smaller than their medium allows are counted, with their sizes and the smallest', () => {
  const area = fillingArea({ id: 'inline', width: 568, height: 340 })
  expect(area).toEqual({ left: 0, top: 0, width: 568, height: 340, type: 15, least: 11 })
  const told = (...sizes: number[]) => {
    const marks = sizes.map((size): [string, Mark] => [`${size}`, { kind: 'text', x: 0, y: 0, text: `of ${size}`, size }])
    return checkType(new Map([['a', { name: '', marks: new Map(marks) } satisfies StageState]]), area)
  }
  expect(told(10.5, 12)).toEqual([])
  expect(told(9.26)[0]).toMatch(/^the text `of 9\.26` is 9\.3 px high here, expected at least 11;/)
  expect(told(10.4, 9.26, 12)[0]).toMatch(/^2 of 3 texts are 9\.3 to 10\.4 px high here, such as `of 9\.26`, expected/)
})
