import { expect, test } from 'vitest'
import { areRelated, isShared, placeGround } from '../../../src/motion/move/ground.ts'
import { placeSource, type Source, sourceOf } from '../../../src/motion/move/sources.ts'
import { transportOf } from '../../../src/motion/move/transport.ts'
import type { SceneItem } from '../../../src/motion/scenegraph.ts'
import { bands, ground, linear } from '../fixtures/grounds.ts'

test('a ground is put elsewhere with its box, its scales and its bands', () => {
  const placed = placeGround(ground({ x: linear('age'), y: bands('name', 'abcd') }), { zoom: 2, x: 10, y: 30 })
  expect([placed.x, placed.y]).toEqual([
    [10, 210],
    [30, 230],
  ])
  expect([placed.scales.x?.place(5), placed.scales.x?.valueAt(110), placed.scales.x?.band]).toEqual([110, 5, 0])
  expect([placed.scales.y?.place('b'), placed.scales.y?.place('x'), placed.scales.y?.band]).toEqual([80, undefined, 50])
})

test.each([
  ['one field', { x: linear('age') }, { x: linear('age') }, true],
  ['other fields', { x: linear('age') }, { x: linear('mass') }, false],
  ['numbers and bands', { x: linear('age') }, { x: bands('age', 'ab') }, false],
  ['a scale and none', { x: linear('age') }, {}, false],
  ['other directions', { x: linear('age') }, { y: linear('age') }, false],
])('%s: do two grounds show the same?', (_, a, b, expected) => {
  expect([isShared(ground(a), ground(b), 'x'), areRelated(ground(a), ground(b))]).toEqual([expected, expected])
})

test('what is shared along one direction relates the charts', () =>
  expect(areRelated(ground({ y: linear('age') }), ground({ y: linear('age') }))).toBe(true))

test.each([
  ['by value', linear('age', [0, 10]), linear('age', [0, 20]), [[50], [100]], [25, 50]],
  ['by band', bands('name', 'abcd'), bands('name', 'dcba'), [[0], [30], [20, 10]], [75, 55, 95]],
  ['by the band it is nearest to', bands('name', 'abcd'), bands('name', 'dcba'), [[25, 20], [-5]], [100, 70]],
  ['into bands of another width', bands('name', 'abcd'), bands('name', 'ab'), [[10]], [20]],
  ['not to a band that is gone', bands('name', 'abcd'), bands('name', 'ab'), [[90]], [undefined]],
  ['with the box where the fields are others', linear('age'), linear('mass'), [[50]], [50]],
] as const)('positions are carried %s', (_, from, to, positions, expected) => {
  const carry = transportOf(ground({ x: from }), ground({ x: to }), 'x')
  expect(positions.map(([position, near]) => carry(position, near))).toEqual(expected)
})

/** An item of a mark, within a group of an axis or legend if one is given. */
const item = (own: object, mark: object, group?: object) =>
  ({ ...own, mark: { marktype: 'rule', items: [], ...mark, ...(group && { group }) } }) as unknown as SceneItem
const axis = (orient: string) => ({ orient, mark: { role: 'axis' } })
const within = (group: object) => ({ mark: { role: 'axis-grid', group } })

test.each([
  [
    'a mark of data',
    item({ datum: { a: 1, at: new Date(5), list: [1], f: Number } }, { name: 'bars' }),
    { type: 'rule', role: 'mark', name: 'bars', row: { a: 1, at: 5 } },
  ],
  ['a mark without a row', item({}, {}), { type: 'rule', role: 'mark', name: '' }],
  [
    'a tick',
    item({ datum: { value: 5 } }, { role: 'axis-tick' }, within(axis('left'))),
    { type: 'rule', role: 'axis-tick', name: '', along: 'y', value: 5 },
  ],
  ['a tick of time', item({ datum: { value: new Date(5) } }, { role: 'axis-tick' }, axis('right')), { along: 'y', value: 5 }],
  [
    'a line of an axis',
    item({ datum: { label: 'x' } }, { role: 'axis-domain' }, axis('bottom')),
    { along: 'x', value: undefined },
  ],
  [
    'an entry of a legend',
    item({ datum: { label: 'x' } }, { role: 'legend-label' }, { mark: { role: 'legend' } }),
    { value: 'x' },
  ],
  [
    'a title of a legend',
    item({}, { role: 'legend-title' }, { mark: { role: 'legend' }, datum: { title: 'Size' } }),
    { value: 'Size' },
  ],
])('%s is known by what it was drawn from', (_, drawn, expected) => {
  expect(sourceOf(drawn, 0, 0)).toMatchObject(expected)
  expect(sourceOf(drawn, 0, 0)).not.toHaveProperty('vertices')
  if (drawn.mark.role !== undefined) expect(sourceOf(drawn, 0, 0)).not.toHaveProperty('row')
})

test('a line is known by its points, which are put elsewhere with it', () => {
  const items = [
    { x: 1, y: 2 },
    { x: 3, y: 4, x2: 1, width: 9 },
    { x: 3, y: 4, height: 5 },
  ]
  const facet = { mark: { role: 'scope' }, datum: { name: 'a' } }
  const source = sourceOf(item({ datum: { x: 1 } }, { marktype: 'area', items, name: 'all' }, facet), 10, 20)
  expect(source).toMatchObject({ type: 'area', name: 'all', row: { name: 'a' } })
  const at = ({ vertices = [] }: Source) => vertices.map(({ item: _, ...place }) => place)
  expect(at(source)).toEqual([
    { x: 11, y: 22 },
    { x: 13, y: 24, x2: 11 },
    { x: 13, y: 24, y2: 29 },
  ])
  expect(at(placeSource(source, { zoom: 2, x: 1, y: 2 }))).toEqual([
    { x: 23, y: 46 },
    { x: 27, y: 50, x2: 23 },
    { x: 27, y: 50, y2: 60 },
  ])
  expect(sourceOf(item({ datum: { x: 1 } }, { marktype: 'line', items }), 0, 0).row).toEqual({})
})
