import { expect, test } from 'vitest'
import { compactOutline } from '../../src/motion/outline.ts'

test('is moved, rounded and relative, without spaces that are not needed', () => {
  expect(compactOutline('M0,0L100,50L100.04,50.26L0,50Z', 10, 5)).toBe('m10 5l100 50 0 .3-100-.3z')
})

test('small outlines keep two decimals', () => {
  expect(compactOutline('M0,0L1.234,0Z')).toBe('m0 0l1.23 0z')
})

test('rounding errors do not add up', () => {
  const steps = Array.from({ length: 1000 }, (_, i) => `L${(i + 1) * 0.3333},100`).join('')
  const numbers =
    compactOutline(`M0,0${steps}`)
      .match(/-?\d*\.?\d+/g)
      ?.map(Number) ?? []
  const sum = numbers.filter((_, i) => i % 2 === 0).reduce((total, value) => total + value)
  expect(sum).toBeCloseTo(333.3, 5)
})

test('arcs, sweeps and shorthands become curves and lines', () => {
  expect(compactOutline('M0,0h30v10H0z')).toBe('m0 0l30 0 0 10-30 0z')
  expect(compactOutline('M30,0A30,30,0,1,1,-30,0')).toMatch(/^m30 0c[-\d. ]+$/)
})

test('outlines of the same kind have the same structure', () => {
  const structure = (outline: string) =>
    compactOutline(outline)
      .replace(/-?\d*\.?\d+/g, '#')
      .replaceAll(' ', '')
  expect(structure('M0,0L10,-10L0.5,3Z')).toBe(structure('M-100,40L20,10L30,-300Z'))
})
