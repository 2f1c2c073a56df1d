import { expect, test } from 'vitest'
import { canBecome, carry, isNear, spanOf, unseen, withSpan } from '../../../src/motion/move/geometry.ts'
import type { ImageMark, Mark, PathMark, RuleMark } from '../../../src/story/mark.ts'
import { bar, datum } from '../fixtures/grounds.ts'

const symbol = { ...datum, type: 'symbol' }
const rule: RuleMark = { kind: 'rule', x: 1, y: 2, x2: 1, y2: 9, stroke: 'red' }
const image: ImageMark = { kind: 'image', x: 10, y: 20, width: 6, height: 8, href: 'a.png' }
const path: PathMark = { kind: 'path', x: 3, y: 4, d: 'm0 0l-1.5 2', fill: 'red' }

test.each([
  ['a bar', bar, undefined, [20, 30], [60, 100]],
  ['a rule', rule, undefined, [1, 1], [2, 9]],
  ['a symbol', bar, symbol, [25, 25], [80, 80]],
  ['a picture', image, undefined, [13, 13], [24, 24]],
  ['an outline', path, undefined, [3, 3], [4, 4]],
])('%s lies from edge to edge, or at a point', (_, mark, source, x, y) =>
  expect([spanOf(mark, 'x', source), spanOf(mark, 'y', source)]).toEqual([x, y]),
)

test.each([
  ['a bar', bar, undefined, 'x', [50, 40], { x: 40, width: 10 }],
  ['a bar', bar, undefined, 'y', [7, 9.126], { y: 7, height: 2.13 }],
  ['a bar that has no width', bar, undefined, 'x', [50, 50], { x: 50, width: 0 }],
  ['a symbol', bar, symbol, 'x', [50, 50], { x: 45, width: 10 }],
  ['a picture', image, undefined, 'y', [50, 50], { y: 46, height: 8 }],
  ['a rule', rule, undefined, 'x', [5.126, 6], { x: 5.13, x2: 6, y: 2, y2: 9 }],
  ['a rule', rule, undefined, 'y', [5, 6], { x: 1, x2: 1, y: 5, y2: 6 }],
  ['an outline', path, undefined, 'y', [5.126, 6], { x: 3, y: 5.13 }],
] as const)('%s at other places along %s%s', (_, mark, source, direction, span, expected) =>
  expect(withSpan(mark, direction, span, source)).toEqual({ ...mark, ...expected }),
)

test('an extent is carried by its edges, which know the middle, and as a whole or not', () => {
  expect(carry([10, 30], (position, near) => position + (near ?? 0))).toEqual([30, 50])
  expect(carry([10, 30], (position) => (position < 20 ? undefined : position))).toBeUndefined()
  expect(carry([10, 30], (position) => (position > 20 ? undefined : position))).toBeUndefined()
})

test.each([
  [[0, 10], [0.6, 9.4], undefined, true],
  [[0, 10], [0.7, 10], undefined, false],
  [[0, 10], [0, 10.7], undefined, false],
  [[0, 10], [1, 11], 1, true],
] as const)('%j and %j are one within %s: %s', (a, b, tolerance, expected) => expect(isNear(a, b, tolerance)).toBe(expected))

test.each([
  ['bars', bar, { ...bar, x: 90 }, true],
  ['a bar and an outline', bar, path, false],
  ['outlines of the same commands', path, { ...path, d: 'm1e-7 3l.5-2' }, true],
  ['outlines of others', path, { ...path, d: 'm0 0l1 2z' }, false],
  ['rules upright', rule, { ...rule, x: 5, x2: 5 }, true],
  ['a rule upright and one across', rule, { ...rule, x2: 9, y2: 2 }, false],
  ['a rule across and one upright', { ...rule, x2: 9, y2: 2 }, rule, false],
  ['a rule aslant and one upright', { ...rule, x2: 9 }, rule, false],
  ['a point and one aslant', { ...rule, y2: 2 }, { ...rule, x2: 9 }, true],
  ['one picture', image, { ...image, x: 0 }, true],
  ['a text and one that is turned', { kind: 'text' }, { kind: 'text', angle: 90 }, false],
  ['two pictures', image, { ...image, href: 'b.png' }, false],
] as const)('%s: can one become the other?', (_, a, b, expected) => expect(canBecome(a as Mark, b as Mark)).toBe(expected))

test('what is not seen has no paint, and a picture none at all', () => {
  expect(unseen(bar)).toEqual({ ...bar, fillOpacity: 0 })
  expect(unseen(rule)).toEqual({ ...rule, strokeOpacity: 0 })
  expect(unseen(image)).toEqual({ ...image, opacity: 0 })
})
