import { expect, test } from 'vitest'
import type { Ground } from '../../../src/motion/move/ground.ts'
import { joinMarks } from '../../../src/motion/move/join-marks.ts'
import { matchStates, type Side } from '../../../src/motion/move/match.ts'
import { mergeKeys } from '../../../src/motion/move/merge-keys.ts'
import type { Source } from '../../../src/motion/move/sources.ts'
import type { Mark } from '../../../src/story/mark.ts'
import { bands, bar, datum, ground, linear, tick } from '../fixtures/grounds.ts'

type Drawn = Record<string, Source | readonly [Source, Mark]>

/** A state whose marks are bars unless it says otherwise, and what they were drawn from. */
function side(drawn: Drawn, on: Ground = ground()): Side {
  const entries = Object.entries(drawn).map(([key, each]) => [key, ...('role' in each ? [each, bar] : each)] as const)
  const marks = new Map(entries.map(([key, , mark]) => [key, mark as Mark]))
  return { ground: on, sources: new Map(entries.map(([key, source]) => [key, source as Source])), state: { name: '', marks } }
}
const row = (row: Record<string, unknown>, more: Partial<Source> = {}): Source => ({ ...datum, ...more, row })
const pairs = (a: Side, b: Side, author?: string[]) => Object.fromEntries(matchStates(a, b, author).pairs)

test('data meet by what tells them apart, marks of one name first, then of one type', () => {
  const a = side({ one: row({ id: 'a' }), two: row({ id: 'b' }), dot: row({ id: 'a' }, { name: 'dots', type: 'symbol' }) })
  const b = side({ dots: row({ id: 'a' }, { name: 'dots', type: 'symbol' }), x: row({ id: 'b' }), y: row({ id: 'c' }) })
  expect(pairs(a, b)).toEqual({ dots: 'dot', x: 'two' })
  const other = side({ p: row({ id: 'a' }, { name: 'points', type: 'symbol' }), r: row({ id: 'a' }, { name: 'boxes' }) })
  expect(pairs(a, other)).toEqual({ r: 'one', p: 'dot' })
})

test.each([
  ['a line and bars', 'line', 'rect', {}],
  ['a line and an area', 'line', 'area', {}],
  ['two lines', 'line', 'line', { b: 'a' }],
  ['texts and bars', 'text', 'rect', {}],
  ['texts', 'text', 'text', { b: 'a' }],
  ['bars and points', 'rect', 'symbol', { b: 'a' }],
])('%s: do they meet?', (_, from, to, expected) =>
  expect(pairs(side({ a: row({ id: 'x' }, { type: from }) }), side({ b: row({ id: 'x' }, { type: to }) }))).toEqual(expected),
)

test('what an author has named and keyed meets by its key, whatever its rows say, unless fields are named', () => {
  const a = side({ 'bars/1': row({ id: 'x' }), 'bars/2': row({ id: 'y' }) })
  const b = side({ 'bars/2': row({ id: 'x' }), 'bars/3': row({ id: 'y' }) })
  expect(pairs(a, b)).toEqual({ 'bars/2': 'bars/2' })
  expect(pairs(a, b, ['id'])).toEqual({ 'bars/2': 'bars/1', 'bars/3': 'bars/2' })
  expect(pairs(side({ 'c:bars/1': row({ id: 'x' }) }), side({ 'c:bars/2': row({ id: 'x' }) }))).toEqual({
    'c:bars/2': 'c:bars/1',
  })
})

test('a mark that nothing names meets the only other one of its type', () => {
  const sum = (sum: number, type = 'rect') => side({ [type]: row({ sum }, { type }) })
  expect(pairs(sum(1.5), sum(2.5))).toEqual({ rect: 'rect' })
  expect(pairs(sum(1.5), sum(2.5, 'symbol'))).toEqual({})
  expect(pairs(side({ a: row({ sum: 1.5 }), b: row({ sum: 2.5 }) }), sum(3.5))).toEqual({})
})

test('members come out of their group and go into it', () => {
  const groups = side({ n: row({ wood: 'north' }), s: row({ wood: 'south' }) })
  const members = side({
    1: row({ wood: 'south', v: 0.5 }),
    2: row({ wood: 'north', v: 1.5 }),
    3: row({ wood: 'north', v: 2.5 }),
  })
  const parents = (a: Side, b: Side) => Object.fromEntries(matchStates(a, b).parents)
  expect([parents(groups, members), parents(members, groups)]).toEqual([
    { 1: 's', 2: 'n', 3: 'n' },
    { 1: 's', 2: 'n', 3: 'n' },
  ])
})

test.each([3, 2])('points lie on a line through as many, whichever of them comes: of three on %s', (count) => {
  const vertices = Array.from({ length: count }, (_, x) => ({ x, y: 0, item: {} as never }))
  const line = side({ l: row({ of: 1.5 }, { type: 'line', vertices }) })
  const points = side(Object.fromEntries(['p', 'q', 'r'].map((key, v) => [key, row({ v: v + 0.5 }, { type: 'symbol' })])))
  const expected = count === 3 ? { p: 'l', q: 'l', r: 'l' } : {}
  for (const [a, b] of [
    [line, points],
    [points, line],
  ] as const)
    expect(Object.fromEntries(matchStates(a, b).parents)).toEqual(expected)
})

const shared = ground({ x: linear('age') })
test.each([
  ['a tick of the same value', tick('x', 5), tick('x', 5), shared, true],
  ['a tick of another', tick('x', 5), tick('x', 6), shared, false],
  ['a tick on another scale', tick('x', 5), tick('x', 5), ground({ x: linear('mass') }), false],
  ['a tick of bands', tick('x', 5), tick('x', 5), ground({ x: bands('age', '5') }), false],
  ['the title of an axis', { ...tick('x'), role: 'axis-title' }, { ...tick('x'), role: 'axis-title' }, shared, true],
  ['the title of another', { ...tick('x'), role: 'axis-title' }, { ...tick('x'), role: 'axis-title' }, ground(), false],
  ['the line of any axis', { ...tick('x'), role: 'axis-domain' }, { ...tick('x'), role: 'axis-domain' }, ground(), true],
  ['that of the other direction', { ...tick('x'), role: 'axis-domain' }, { ...tick('y'), role: 'axis-domain' }, ground(), false],
  ['a title', { type: 'text', role: 'title-text', name: '' }, { type: 'text', role: 'title-text', name: '' }, ground(), true],
  [
    'an entry of a legend',
    { type: 'text', role: 'legend-label', name: '', value: 1 },
    { type: 'text', role: 'legend-label', name: '', value: 1 },
    ground(),
    true,
  ],
  [
    'a legend of nothing',
    { type: 'text', role: 'legend-title', name: '' },
    { type: 'text', role: 'legend-title', name: '' },
    ground(),
    false,
  ],
  ['a mark without a row', { type: 'rect', role: 'mark', name: 'a' }, { type: 'rect', role: 'mark', name: 'b' }, ground(), true],
] satisfies [string, Source, Source, Ground, boolean][])('guides meet: %s', (_, from, to, on, expected) =>
  expect(pairs(side({ a: from }, shared), side({ b: to }, on))).toEqual(expected ? { b: 'a' } : {}),
)

test('what is the same keeps its key, and what is not gets one that nothing else has', () => {
  const rule: Mark = { kind: 'rule', x: 0, y: 0, x2: 0, y2: 9 }
  const level: Mark = { ...rule, x2: 9, y2: 0 }
  const a = side({ a: row({ id: 'x' }), b: [row({ id: 'y' }, { type: 'rule' }), rule], c: row({ id: 'z' }) })
  const b = side({ c: row({ id: 'x' }), b: [row({ id: 'y' }, { type: 'rule' }), level], "b'": row({ id: 'q' }) })
  const { renamed, joined } = joinMarks(a, b, {
    pairs: new Map([
      ['c', 'a'],
      ['b', 'b'],
    ]),
    parents: new Map([
      ["b'", 'c'],
      ['c', 'c'],
    ]),
  })
  expect(Object.fromEntries(renamed)).toEqual({ c: 'a', b: "b'", "b'": "b''" })
  expect(joined.map(({ key, from, to, parent }) => [key, from !== undefined, to !== undefined, parent])).toEqual([
    ['a', true, true, undefined],
    ['b', true, false, undefined],
    ['c', true, false, 'a'],
    ["b'", false, true, undefined],
    ["b''", false, true, 'c'],
  ])
})

test('marks of data that cannot move into each other by numbers have outlines, others are two', () => {
  const path: Mark = { kind: 'path', x: 5, y: 5, d: 'm0 0l5 5h-9z', fill: 'red' }
  const cast = (source: Source, target = source) => {
    const [a, b] = [side({ a: [source, bar] }), side({ b: [target, path] })]
    return joinMarks(a, b, { pairs: new Map([['b', 'a']]), parents: new Map() }).joined
  }
  expect(cast(datum)).toMatchObject([{ key: 'a', outlines: { to: [{ isClosed: true }] } }])
  for (const other of [
    { ...datum, role: 'frame' },
    { ...datum, vertices: [] },
  ])
    expect([...cast(other), ...cast(datum, other)]).toHaveLength(4)
})

test('keys of several pictures are in one order, new ones behind what they stand behind', () => {
  const marks = (keys: string) => new Map([...keys].map((key) => [key, 0]))
  expect(mergeKeys([marks('abd'), marks('xbcd'), marks('dz')]).join('')).toBe('xabcdz')
  expect(mergeKeys([])).toEqual([])
})
