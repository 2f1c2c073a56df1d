import { expect, test } from 'vitest'
import { stillSvg } from '../../src/motion/still.ts'
import { BLENDS } from '../../src/outputs/assets.ts'
import type { Mark } from '../../src/story/mark.ts'
import { chart, marksOf, messagesOf, x, y } from './fixtures/charts.ts'

const key = { field: 'id' }
const one = { values: [{ id: 'oak', height: 20, girth: 2 }] }
const mark = (mark: object, encoding: object = { x, y, key }, more: object = {}) =>
  marksOf(chart([{ name: 'tree', data: one, mark, encoding, ...more }]))

test.each([
  ['up from their baseline', { width: 10, color: 'red' }, { x: 115, y: 60, width: 10, height: 50, fill: 'red', entrance: 'up' }],
  ['from the left', { orient: 'horizontal', height: 10 }, { x: 20, y: 55, width: 100, entrance: 'right' }],
  ['as their style says', { style: 'drop' }, { entrance: 'drop' }],
])('bars come %s, in coordinates of the frame', (_, own, expected) =>
  expect(mark({ type: 'bar', ...own }).get('tree/oak')).toMatchObject({ kind: 'rect', ...expected }),
)

test('one shape in two sizes has two outlines, and in one size one', () => {
  const outline = (size: number) => mark({ type: 'point', shape: 'diamond', size, filled: true }).get('tree/oak')
  const [small, large, again] = [outline(100), outline(400), outline(100)]
  expect(small).not.toMatchObject({ d: (large as { d: string }).d })
  expect(again).toEqual(small)
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
  const corners = [0, 0, 0, 10, 10, 10, 10, 0, 0, 0]
  const ring = [0, 2, 4, 6, 8].map((at) => corners.slice(at, at + 2))
  const feature = { type: 'Feature', id: 1, geometry: { type: 'Polygon', coordinates: [ring] } }
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
