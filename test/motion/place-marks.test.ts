import { expect, test } from 'vitest'
import { boundsOf, placeMarks, placingOf } from '../../src/motion/place-marks.ts'
import type { HeadlessView } from '../../src/motion/view.ts'
import type { Mark } from '../../src/story/mark.ts'

const area = { left: 100, top: 50, width: 400, height: 200, type: 1, least: 10 }

test('a chart stands in the middle of its area, reduced where it is too large, enlarged only as a whole', () => {
  expect(placingOf({ left: 0, top: 0, width: 200, height: 100 }, area, false)).toEqual({ zoom: 1, x: 200, y: 100 })
  expect(placingOf({ left: -20, top: 10, width: 800, height: 100 }, area, false)).toEqual({ zoom: 0.5, x: 110, y: 120 })
  expect(placingOf({ left: 0, top: 0, width: 200, height: 50 }, area, true)).toEqual({ zoom: 2, x: 100, y: 100 })
  expect(placingOf({ left: 0, top: 0, width: 10, height: 10 }, area, true).zoom).toBe(4)
})

test('a chart covers what it does at any step', () => {
  const view = (x: number, y: number, width: number, height: number) =>
    ({ origin: () => ({ x, y }), size: () => ({ width, height }) }) as HeadlessView
  const first = boundsOf(view(10, 5, 100, 60))
  expect(first).toEqual({ left: -10, top: -5, width: 100, height: 60 })
  expect(boundsOf(view(2, 8, 50, 90), first)).toEqual({ left: -10, top: -8, width: 100, height: 90 })
  expect(boundsOf(view(0, 0, 95, 10), first)).toEqual({ left: -10, top: -5, width: 105, height: 60 })
})

const MARKS: Readonly<Record<string, Mark>> = {
  rect: { kind: 'rect', x: 1, y: 2, width: 10, height: 20, radius: 5, stroke: 'red', strokeDash: '2 3', strokeDashOffset: 1 },
  rule: { kind: 'rule', x: 0, y: 1, x2: 10, y2: 11, stroke: 'red', strokeWidth: 2, clip: '0 0 5 5;M0 0L4 4' },
  path: { kind: 'path', x: 1, y: 1, d: 'M0 0L10 10' },
  clipped: { kind: 'path', x: 0, y: 0, d: 'M0 0L10 10', clip: '1 2 3 4' },
  text: { kind: 'text', x: 5, y: 5, text: 'A', size: 11 },
  image: { kind: 'image', x: 0, y: 0, width: 8, height: 6, href: 'x' },
}
const placed = (zoom: number) =>
  Object.fromEntries(placeMarks(new Map(Object.entries(MARKS)), { zoom, x: 100, y: 50 }, new Map()))

test('moved alone, marks keep their sizes', () => {
  expect(placed(1)).toMatchObject({
    rect: { x: 101, y: 52, width: 10, height: 20, radius: 5, strokeDash: '2 3' },
    rule: { x: 100, y: 51, x2: 110, y2: 61, strokeWidth: 2, clip: '100 50 5 5;m100 50l4 4' },
    path: { x: 101, y: 51, d: 'M0 0L10 10' },
    clipped: { x: 0, y: 0, clip: '101 52 3 4' },
    text: { x: 105, y: 55, size: 11 },
    image: { x: 100, y: 50, width: 8, height: 6 },
  })
  expect(placed(1).rect).not.toHaveProperty('strokeWidth')
})

test('enlarged, they keep strokes and type in proportion', () => {
  expect(placed(2)).toMatchObject({
    rect: { x: 102, y: 54, width: 20, height: 40, radius: 10, strokeWidth: 2, strokeDash: '4 6', strokeDashOffset: 2 },
    rule: { x: 100, y: 52, x2: 120, y2: 72, strokeWidth: 4, clip: '100 50 10 10;m100 50l8 8' },
    path: { x: 102, y: 52 },
    clipped: { x: 0, y: 0, clip: '102 54 6 8' },
    text: { x: 110, y: 60, size: 22 },
    image: { x: 100, y: 50, width: 16, height: 12 },
  })
  expect((placed(2).path as { d: string }).d).toMatch(/20/)
  expect(placed(2).path).not.toHaveProperty('strokeWidth')
  expect(placed(2).text).not.toHaveProperty('strokeWidth')
})

test('what is placed already is the same mark', () => {
  const known = new Map<Mark, Mark>()
  const marks = new Map(Object.entries(MARKS))
  const [first, second] = [0, 1].map(() => placeMarks(marks, { zoom: 2, x: 0, y: 0 }, known))
  for (const [key, mark] of first ?? []) expect(second?.get(key)).toBe(mark)
})
