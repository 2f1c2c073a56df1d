import { expect, test } from 'vitest'
import { describedBy, interpolate, isAlike, MOVING, referenceTo, TEXT } from '../../src/motion/interpolate.ts'
import { notationOf } from '../../src/motion/notation.ts'

const notation = notationOf('en')
const at = (name: string, from: string | undefined, to: string | undefined, ...times: number[]) => {
  const way = interpolate(name, from, to, notation)
  return way && times.map(way)
}

test.each([
  ['x', '0', '10', ['0', '2.5', '10']],
  ['x', '-5', '5.55', ['-5', '-2.36', '5.55']],
  ['opacity', undefined, '0', ['1', '0.75', '0']],
  ['opacity', '0', undefined, ['0', '0.25', '1']],
  ['stroke-width', undefined, '3', ['1', '1.5', '3']],
  ['rx', undefined, '4', ['0', '1', '4']],
  ['transform', undefined, 'translate(4 8)', ['translate( 0 0)', 'translate( 1 2)', 'translate( 4 8)']],
  ['d', 'M0 0L10,-4', 'M4 4L-10 0', ['M 0 0L 10 -4', 'M 1 1L 5 -3', 'M 4 4L -10 0']],
  ['d', 'M1e-3 .5', 'M1 1', ['M 0 0.5', 'M 0.25 0.63', 'M 1 1']],
  ['font-size', '10', '12', ['10', '10.5', '12']],
  [
    'fill',
    'red',
    'none',
    [
      'color-mix(in srgb,red,transparent 0%)',
      'color-mix(in srgb,red,transparent 25%)',
      'color-mix(in srgb,red,transparent 100%)',
    ],
  ],
  [
    'stroke',
    undefined,
    'var(--ink)',
    [
      'color-mix(in srgb,transparent,var(--ink) 0%)',
      'color-mix(in srgb,transparent,var(--ink) 25%)',
      'color-mix(in srgb,transparent,var(--ink) 100%)',
    ],
  ],
] as const)('%s from %s to %s', (name, from, to, expected) => {
  expect(at(name, from, to, 0, 0.25, 1)).toEqual(expected)
})

test.each([
  ['x', '1', '1'],
  ['x', undefined, '1'],
  ['x', '1', undefined],
  ['fill', undefined, 'none'],
  ['font-weight', '400', '700'],
  ['font-family', 'a 1', 'a 2'],
  ['stroke-dasharray', '1 2', '3 4'],
  ['href', 'a1', 'a2'],
  ['d', 'M0 0L1 1', 'M0 0L1 1L2 2'],
  ['d', 'M0 0L1 1', 'M0 0H1 1'],
  [TEXT, 'one', 'two'],
  ['clip-path', 'url(0 0 1 1)', undefined],
  ['fill', 'red', 'url(linear(0 0 1 0,0 red,1 blue))'],
  ['fill', 'url(linear(0 0 1 0,0 red,1 blue))', 'red'],
  ['fill', 'url(linear(0 0 1 0,0 red,1 blue))', 'url(linear(0 0 1 0,0 red))'],
  ['fill', 'url(linear(0 0 1 0,0 red,1 blue))', 'url(radial(0 0 0 1 1 1,0 red,1 blue))'],
] as const)('%s from %s to %s changes at once', (name, from, to) => {
  expect(interpolate(name, from, to, notation)).toBeUndefined()
})

test('numbers in words count', () => {
  expect(at(TEXT, '$1,000', '$2,000', 0, 0.5, 1)).toEqual(['$1,000', '$1,500', '$2,000'])
})

test('what is described moves, marked as on its way', () => {
  expect(at('clip-path', 'url(0 0 10 10)', 'url(0 0 20 10)', 0, 0.5)).toEqual([
    referenceTo(`${MOVING}0 0 10 10`),
    referenceTo(`${MOVING}0 0 15 10`),
  ])
  expect(at('fill', 'url(linear(0 0 1 0,0 red,0.5 blue))', 'url(linear(0 0 0 1,0.2 red,1 green))', 0.5)).toEqual([
    'url(~linear(0 0 0.5 0.5,0.1 color-mix(in srgb,red,red 50%),0.75 color-mix(in srgb,blue,green 50%)))',
  ])
  expect(describedBy('url(a)')).toBe('a')
  expect(describedBy('red')).toBeUndefined()
})

test('outlines are alike that differ in numbers alone', () => {
  expect(isAlike('M0 0L1,2', 'M5 -6 L7.5 8e-2')).toBe(true)
  expect(isAlike('M0 0L1,2', 'M0 0C1,2')).toBe(false)
  expect(isAlike(undefined, undefined)).toBe(true)
  expect(isAlike(undefined, 'M0 0')).toBe(false)
})
