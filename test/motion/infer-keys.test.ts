import type { Spec } from 'vega'
import { expect, test } from 'vitest'
import { createKeyInference } from '../../src/motion/infer-keys.ts'
import type { SceneMark } from '../../src/motion/scenegraph.ts'
import type { SpecMark } from '../../src/motion/vegaSpec.ts'

type Row = Record<string, unknown>

/** The keys of items with these rows; undefined is a row that no item has. */
function keys(rows: (Row | undefined)[], { spec = {}, mark, time }: { spec?: object; mark?: object; time?: string } = {}) {
  const scene = { marktype: 'rect', items: [] } as unknown as SceneMark
  scene.items = rows.map((datum) => ({ mark: scene, ...(datum && { datum }) }))
  const infer = createKeyInference(spec as Spec, () => 0, time)
  const keyOf = infer(scene, mark as SpecMark | undefined)
  return scene.items.map(keyOf)
}
const scales = [
  { name: 'x', type: 'band' },
  { name: 'y', type: 'linear' },
  { name: 'color', type: 'ordinal' },
]
const drawn = (channels: object) => ({ encode: { update: channels } })
const rows = [
  { id: 1, kind: 'a', size: 5 },
  { id: 2, kind: 'b', size: 5 },
]

test.each([
  ['the field of a scale of names', rows, { spec: { scales }, mark: drawn({ x: { scale: 'x', field: 'id' } }) }, ['1', '2']],
  ['no field of a scale of amounts', rows, { spec: { scales }, mark: drawn({ x: { scale: 'y', field: 'id' } }) }, ['a', 'b']],
  [
    'the fields of several together',
    [
      { a: 1, b: 1, n: 5 },
      { a: 1, b: 2, n: 5 },
      { a: 2, b: 1, n: 5 },
    ],
    { spec: { scales }, mark: drawn({ x: { scale: 'x', field: 'a' }, fill: [{ scale: 'color', field: 'b' }] }) },
    ['1|1', '1|2', '2|1'],
  ],
  ['a field of names', rows, {}, ['a', 'b']],
  ['a field of names that has a point', [{ 'a.b': 'x' }, { 'a.b': 'y' }], {}, ['x', 'y']],
  ['its place', [{ size: 1 }, { size: 1 }, undefined], {}, [0, 1, 2]],
  ['its place where names are alike', [{ kind: 'a' }, { kind: 'a' }], {}, [0, 1]],
  [
    'a time in ms',
    [{ at: new Date(5) }, { at: new Date(6) }],
    { spec: { scales }, mark: drawn({ x: { scale: 'x', field: 'at' } }) },
    ['5', '6'],
  ],
  [
    'no field that a row lacks',
    [{ id: 1 }, { id: undefined }],
    { spec: { scales }, mark: drawn({ x: { scale: 'x', field: 'id' } }) },
    [0, 1],
  ],
])('items without a key are told apart by %s', (_, data, around, expected) => expect(keys(data, around)).toEqual(expected))

test('the group-by of the last sum goes through data sets, without the time', () => {
  const data = [
    { name: 'raw', transform: [{ type: 'aggregate', groupby: ['id', 'size'] }] },
    { name: 'shown', source: 'raw', transform: [{ type: 'filter' }] },
  ]
  const alike = [
    { id: 1, size: 5 },
    { id: 2, size: 6 },
  ]
  expect(keys(alike, { spec: { data }, mark: { from: { data: 'shown' } } })).toEqual(['1|5', '2|6'])
  expect(keys(alike, { spec: { data }, mark: { from: { data: 'shown' } }, time: 'size' })).toEqual(['1', '2'])
  expect(keys(alike, { spec: { data }, mark: { from: { data: 'none' } } })).toEqual([0, 1])
})

test('a rank tells rows apart where nothing else does', () => {
  const data = [{ name: 'a', transform: [{ type: 'window', as: ['rank'] }] }]
  const mark = drawn({ x: { scale: 'x', field: 'rank' } })
  expect(
    keys(
      [
        { rank: 1, name: 'b' },
        { rank: 2, name: 'a' },
      ],
      { spec: { scales, data }, mark },
    ),
  ).toEqual(['b', 'a'])
  expect(
    keys(
      [
        { rank: 1, name: 'b' },
        { rank: 2, name: 'b' },
      ],
      { spec: { scales, data }, mark },
    ),
  ).toEqual(['1', '2'])
  // While time goes by, a word is its own.
  expect(
    keys(
      [
        { name: 'b', n: 'p' },
        { name: 'a', n: 'q' },
      ],
      { spec: { scales }, mark: drawn({ x: { scale: 'x', field: 'n' } }), time: 't' },
    ),
  ).toEqual(['p', 'q'])
  // While time goes by, any number may be another's next.
  expect(
    keys(
      [
        { n: 1, name: 'b' },
        { n: 2, name: 'a' },
      ],
      { spec: { scales }, mark: drawn({ x: { scale: 'x', field: 'n' } }), time: 't' },
    ),
  ).toEqual(['b', 'a'])
})

test('a mark is asked once, so that all steps agree', () => {
  const infer = createKeyInference({} as Spec, () => 0)
  const scene = (...names: string[]) => ({ items: names.map((name) => ({ datum: { name } })) }) as unknown as SceneMark
  const mark = {} as SpecMark
  const keyOf = infer(scene('a', 'b'), mark)
  expect(infer(scene('a', 'a'), mark)).toBe(keyOf)
})
