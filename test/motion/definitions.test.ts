import { expect, test } from 'vitest'
import { definitionsOf, gradientText, isGradient, readGradient } from '../../src/motion/definitions.ts'
import { stillSvg } from '../../src/motion/still.ts'

test('a clip of several shapes is clipped to each of them', () => {
  expect(definitionsOf('0 0 10 20;m0 0l5 5z', 'c')).toEqual([
    {
      tag: 'clipPath',
      attributes: { id: 'c', 'clip-path': 'url(#c-1)' },
      children: [{ tag: 'rect', attributes: { x: '0', y: '0', width: '10', height: '20' }, children: [] }],
    },
    { tag: 'clipPath', attributes: { id: 'c-1' }, children: [{ tag: 'path', attributes: { d: 'm0 0l5 5z' }, children: [] }] },
  ])
})

test('a radial gradient is painted as a square, so that it stays round', () => {
  const [gradient, pattern] = definitionsOf('radial(0.5 0.5 0 0.5 0.5 0.5,0 red,1 blue)', 'g')
  expect(gradient).toMatchObject({ tag: 'radialGradient', attributes: { id: 'g-in', r: '0.5' } })
  expect(pattern).toMatchObject({
    tag: 'pattern',
    attributes: { id: 'g', viewBox: '0,0,1,1' },
    children: [{ attributes: { fill: 'url(#g-in)' } }],
  })
})

test('a still refers to what it defines, once for all marks', () => {
  const fill = 'linear(0 0 1 0,0 red,1 blue)'
  const rect = { kind: 'rect', x: 0, y: 0, width: 5, height: 5, fill } as const
  const svg = stillSvg(
    {
      name: 'Two',
      marks: new Map([
        ['a', rect],
        ['b', rect],
      ]),
    },
    { id: 'f', width: 10, height: 10 },
  )
  expect(svg.match(/<linearGradient id="still-1"/g)).toHaveLength(1)
  expect(svg.match(/fill="url\(#still-1\)"/g)).toHaveLength(2)
  expect(svg).toContain('<stop offset="1" stop-color="blue"/>')
})

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
