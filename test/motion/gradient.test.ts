import { expect, test } from 'vitest'
import { gradientText, isGradient, readGradient } from '../../src/motion/gradient.ts'

test('a gradient is one text, whose colours may have commas of their own', () => {
  const stops = [
    { offset: 0, color: 'rgba(255, 0, 0, 0.5)' },
    { offset: 0.5, color: 'color-mix(in oklab,var(--ramp-start),var(--ramp-end) 50%)' },
    { offset: 1, color: '#00f' },
  ]
  const text = gradientText({ gradient: 'linear', x1: 1, y1: 1, x2: 1, y2: 0, stops })
  expect(isGradient(text)).toBe(true)
  expect(readGradient(text)).toEqual({
    isRadial: false,
    at: [1, 1, 1, 0],
    stops: stops.map(({ offset, color }) => ({ offset: `${offset}`, color })),
  })
})

test('places that are left out are those of Vega', () => {
  const stops = [{ offset: 0, color: 'red' }]
  expect(readGradient(gradientText({ gradient: 'linear', stops })).at).toEqual([0, 0, 1, 0])
  expect(readGradient(gradientText({ gradient: 'radial', stops }))).toMatchObject({
    isRadial: true,
    at: [0.5, 0.5, 0, 0.5, 0.5, 0.5],
  })
})

test.each(['red', 'var(--signal)', 'rgb(1, 2, 3)', undefined])('%s is none', (paint) => {
  expect(isGradient(paint)).toBe(false)
})
