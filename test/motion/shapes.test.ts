import { expect, test } from 'vitest'
import { stillSvg } from '../../src/motion/still.ts'
import { BLENDS } from '../../src/outputs/assets.ts'
import type { Mark } from '../../src/story/mark.ts'
import { chart, marksOf, messagesOf, x, y } from './fixtures/charts.ts'

const key = { field: 'id' }
const one = { values: [{ id: 'oak', height: 20, girth: 2 }] }
const mark = (mark: object, encoding: object = { x, y, key }, more: object = {}) =>
  marksOf(chart([{ name: 'tree', data: one, mark, encoding, ...more }]))

test('bars stand on their baseline, in coordinates of the frame', () => {
  expect(mark({ type: 'bar', width: 10, color: 'red' }).get('tree/oak')).toEqual({
    kind: 'rect',
    x: 115,
    y: 60,
    width: 10,
    height: 50,
    fill: 'red',
    entrance: 'up',
  })
})

test('sideways bars come from the left', () => {
  expect(mark({ type: 'bar', orient: 'horizontal', height: 10 }).get('tree/oak')).toMatchObject({
    x: 20,
    y: 55,
    width: 100,
    entrance: 'right',
  })
})

test('style chooses the entrance', () => {
  expect(mark({ type: 'bar', style: 'drop' }).get('tree/oak')).toHaveProperty('entrance', 'drop')
  expect(mark({ type: 'bar', style: 'fade' }).get('tree/oak')).not.toHaveProperty('entrance')
})

test('one shape in two sizes has two outlines, and in one size one', () => {
  const outline = (size: number) => mark({ type: 'point', shape: 'diamond', size, filled: true }).get('tree/oak')
  const [small, large, again] = [outline(100), outline(400), outline(100)]
  expect(small).not.toMatchObject({ d: (large as { d: string }).d })
  expect(again).toEqual(small)
})

test('rules run from point to point', () => {
  expect(
    mark({ type: 'rule', strokeDash: [2, 3], strokeWidth: 2, strokeCap: 'round', color: 'blue' }, { y, key }).get('tree/oak'),
  ).toEqual({
    kind: 'rule',
    x: 220,
    y: 60,
    x2: 20,
    y2: 60,
    stroke: 'blue',
    strokeWidth: 2,
    strokeDash: '2 3',
    strokeCap: 'round',
  })
})

test('lines and areas are one outline through all items', () => {
  const line = marksOf(chart([{ name: 'line', mark: { type: 'line', color: 'red' }, encoding: { x, y } }])).get('line')
  expect(line).toEqual({ kind: 'path', x: 0, y: 0, d: 'm70 10l50 50 100 25', stroke: 'red', strokeWidth: 2 })
  const area = marksOf(chart([{ name: 'area', mark: { type: 'area', color: 'red' }, encoding: { x, y } }])).get('area')
  expect(area).toEqual({ kind: 'path', x: 0, y: 0, d: 'm70 10l50 50 100 25 0 25-100 0-50 0z', fill: 'red' })
})

test('arcs are curves about their centre', () => {
  const arc = mark({ type: 'arc', theta: 0, theta2: Math.PI / 2, radius: 40, x: 100, y: 50, color: 'red' }, { key }).get(
    'tree/oak',
  )
  expect(arc).toEqual({ kind: 'path', x: 120, y: 60, d: expect.stringMatching(/^m0-40c[^a]+l-40 0z$/), fill: 'red' })
})

test('map shapes are outlines in coordinates of the frame', () => {
  const feature = {
    type: 'Feature',
    id: 1,
    geometry: {
      type: 'Polygon',
      coordinates: [
        [
          [0, 0],
          [0, 10],
          [10, 10],
          [10, 0],
          [0, 0],
        ],
      ],
    },
  }
  const spec = chart([{ name: 'land', data: { values: [feature] }, mark: { type: 'geoshape', fill: 'grey' } }], {
    projection: { type: 'equirectangular', scale: 573, translate: [100, 50] },
  })
  expect(marksOf(spec).get('land')).toEqual({
    kind: 'path',
    x: 0,
    y: 0,
    d: expect.stringMatching(/^m120 60l0-100 .*z$/),
    clip: '20 10 200 100',
    fill: 'grey',
  })
})

test('clipped marks name the plot area', () => {
  expect(mark({ type: 'bar', clip: true }).get('tree/oak')).toHaveProperty('clip', '20 10 200 100')
})

test('nothing is kept of what is not seen', () => {
  expect(mark({ type: 'bar', opacity: 0 }).size).toBe(0)
  expect(mark({ type: 'bar', color: 'transparent' }).size).toBe(0)
  expect(mark({ type: 'text', text: '' }).size).toBe(0)
})

test('a place that is no number is a mistake', () => {
  expect(
    messagesOf(chart([{ name: 'tree', data: one, mark: { type: 'square', x: { expr: '0/0' } }, encoding: { y, key } }])),
  ).toEqual([
    'chart `trees`, step `only` (small): mark `tree/oak`: found x = NaN, expected a number; check its fields and scales',
  ])
})

test('rounded corners clip what lies in them', () => {
  const stacked = { name: 'tree', data: one, mark: { type: 'bar', cornerRadiusEnd: 3 }, encoding: { x, y, key } }
  const clips = [...marksOf(chart([stacked])).values()].map(({ clip }) => clip)
  expect(clips).toEqual([expect.stringMatching(/^m[\d.-]+ ?[\d.-]+.*c.*z$/)])
})

test('what is mixed with what lies beneath it has a class, for which every page has a rule', () => {
  const mixed = mark({ type: 'bar', blend: 'multiply' }).get('tree/oak')
  expect(mixed).toMatchObject({ blend: 'multiply' })
  const svg = stillSvg({ name: 'Trees', marks: new Map([['tree', mixed as Mark]]) }, { id: 'small', width: 230, height: 130 })
  expect(svg).toContain('class="blend-multiply"')
  expect(BLENDS).toContain('.blend-multiply{mix-blend-mode:multiply}')
})

test('a line of varying width is an outline', () => {
  const trail = chart([
    { name: 'way', mark: 'trail', encoding: { x, y, size: { field: 'height', type: 'quantitative', legend: null } } },
  ])
  expect(marksOf(trail).get('way')).toMatchObject({ kind: 'path', d: expect.stringMatching(/^m/) })
})
