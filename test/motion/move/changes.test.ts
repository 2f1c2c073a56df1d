import { expect, test } from 'vitest'
import { changesOf } from '../../../src/motion/move/changes.ts'
import type { Ground } from '../../../src/motion/move/ground.ts'
import type { JoinedMark } from '../../../src/motion/move/join-marks.ts'
import type { Side } from '../../../src/motion/move/match.ts'
import type { Mark, TextMark } from '../../../src/story/mark.ts'
import { bands, bar, datum, ground, joins, linear, tick } from '../fixtures/grounds.ts'

const side = (ground: Ground): Side => ({ ground, sources: new Map(), state: { marks: new Map() } }) as unknown as Side
const changes = (joined: JoinedMark[], a: Ground, b = a) => changesOf(joined, side(a), side(b), false)
const factors = (joined: JoinedMark[], a: Ground, b = a) => [...changes(joined, a, b).factors].sort()

const plain = ground({ x: linear('age'), y: linear('size', [0, 10], [100, 0]) })
const text: TextMark = { kind: 'text', x: 5, y: 5, text: '9', size: 12, fill: 'black' } as TextMark
const legend = { type: 'text', role: 'legend-label', name: '' }

test.each([
  ['nothing', bar, bar, []],
  ['leaves', bar, undefined, ['leave']],
  ['comes', undefined, bar, ['enter']],
  ['another colour', bar, { ...bar, fill: 'blue' }, ['paint']],
  ['another opacity', bar, { ...bar, strokeOpacity: 0.5 }, ['paint']],
  ['a stroke of twice the width', { ...bar, strokeWidth: 2 }, { ...bar, strokeWidth: 4 }, ['paint']],
  ['a stroke of more', bar, { ...bar, strokeWidth: 2.1 }, ['paint']],
  ['a stroke of less than half', { ...bar, strokeWidth: 2 }, { ...bar, strokeWidth: 0.9 }, ['paint']],
  ['another height', bar, { ...bar, y: 50, height: 50 }, ['place-y']],
  ['a place one px aside, which only paint is told by', bar, { ...bar, x: 21 }, ['paint']],
  ['a place aside', bar, { ...bar, x: 22 }, ['place-x']],
] as const)('what happens to a bar: %s', (_, from, to, expected) => expect(factors([joins(from, to)], plain)).toEqual(expected))

test('strokes of twice the width, or half of it, change no paint beside another change', () => {
  const placed = { ...bar, x: 50 }
  for (const [from, to] of [
    [2, 4],
    [2, 1],
  ] as const)
    expect(factors([joins({ ...bar, strokeWidth: from }, { ...placed, strokeWidth: to })], plain)).toEqual(['place-x'])
})

test('a map lands, and what becomes another by its outline is painted anew', () => {
  expect(factors([joins(undefined, bar, { ...datum, type: 'shape' })], plain)).toEqual(['land'])
  const outlines = { from: [], to: [] }
  const found = changes([joins(bar, bar, datum, { outlines })], plain)
  expect([[...found.factors], found.isOtherType]).toEqual([['paint'], true])
})

test('marks of another type, members of groups, and that none stays, are told', () => {
  const other = { ...joins(bar, bar), target: { ...datum, type: 'symbol' } }
  expect(changes([other], ground()).isOtherType).toBe(true)
  expect(changes([joins(bar, undefined)], plain).isOtherType).toBe(false)
  const gone = joins(bar, undefined)
  expect(factors([gone, joins(bar, bar)], plain)).toEqual(['leave'])
  expect(factors([gone, joins(undefined, bar)], plain)).toEqual(['enter'])
  expect(
    factors(
      [
        { ...gone, parent: 'b' },
        { ...joins(bar, bar), key: 'c' },
      ],
      plain,
    ),
  ).toEqual(['enter'])
})

test.each([
  ['the same', plain, plain, [], []],
  ['more of the same', plain, ground({ ...plain.scales, x: linear('age', [0, 20]) }), ['frame-x'], []],
  ['a wider plot', plain, ground({ ...plain.scales, x: linear('age', [0, 10], [0, 200]) }, 200), ['frame-x'], []],
  ['another field', plain, ground({ ...plain.scales, y: linear('mass') }), ['place-y'], [['y', 'replaced']]],
  ['bands of it', plain, ground({ ...plain.scales, x: bands('age', 'abc') }), ['place-x'], [['x', 'replaced']]],
  ['nothing', plain, ground({ x: linear('age') }), ['place-y'], [['y', 'added or removed']]],
])('scales give way to %s', (_, a, b, expected, encoded) => {
  const found = changes([], a, b)
  expect([[...found.factors].sort(), [...found.encoded]]).toEqual([expected, encoded])
})

test('bars stay in their bands, wherever these go', () => {
  const [a, b] = [ground({ x: bands('name', 'abcd') }), ground({ x: bands('name', 'bacd') })]
  expect(factors([], a, b)).toEqual(['frame-x'])
  expect(factors([joins({ ...bar, x: 0, width: 25 }, { ...bar, x: 25, width: 25 })], a, b)).toEqual(['frame-x'])
  expect(factors([joins({ ...bar, x: 0, width: 25 }, { ...bar, x: 0, width: 25 })], a, b)).toEqual(['frame-x', 'place-x'])
})

test('a tick that comes without a scale brings an axis', () => {
  const found = (source: typeof datum) => [...changes([joins(undefined, bar, source)], ground()).encoded]
  expect(found(tick('y', 5))).toEqual([['y', 'added or removed']])
  expect(found(tick('x', 5))).toEqual([['x', 'added or removed']])
  expect([...changes([joins(bar, bar, tick('y', 5))], ground()).encoded]).toEqual([])
})

test.each([
  ['a legend that comes', undefined, bar, legend, ['paint'], 'changes'],
  ['a legend that goes', bar, undefined, legend, ['paint'], 'goes'],
  ['a legend that stays', text, text, legend, [], undefined],
  ['a title that is called otherwise', text, { ...text, text: '8' }, { ...legend, role: 'title-text' }, ['paint'], undefined],
  ['an axis that is called otherwise', text, { ...text, text: '8' }, tick('x'), ['paint'], undefined],
])('%s', (_, from, to, source, expected, does) => {
  const found = changes([joins(from as Mark | undefined, to as Mark | undefined, source)], plain)
  expect([[...found.factors], found.legend]).toEqual([expected, does])
})

test.each([
  ['have room on both grounds', 5, 20, { x: 20 }, {}],
  ['have no room on the next, where the next have room here', 5, 60, { x: 20 }, { x: 'place-first' }],
  ['have no room on the next, nor those here', 5, 60, { x: 230 }, { x: 'together' }],
  ['stand two px beside the plot', 5, 49, { x: 20 }, {}],
])('values that %s', (_, most, x, placed, order) => {
  const [a, b] = [ground({ x: linear('age', [0, 10]) }), ground({ x: linear('age', [0, most], [0, 100]) })]
  const point = { ...bar, width: 2, x }
  expect(changes([joins(point, { ...point, ...placed }, datum)], a, b).order).toEqual(order)
})

const line = (values: number[]) => ({
  ...datum,
  type: 'line',
  vertices: values.map((y, index) => ({ x: index * 10, y, item: {} as never })),
})
test.each([
  ['nothing', [5, 6, 7], [5, 6, 7], []],
  ['a row that comes', [5, 6], [5, 6, 7], ['enter']],
  ['a row that leaves', [5, 6, 7], [5, 6], ['leave']],
  ['a row elsewhere', [5, 6, 7], [5, 6, 9], ['place-y']],
  ['a row one px elsewhere', [5, 6, 7], [5, 6, 8], []],
])('what happens to a line: %s', (_, from, to, expected) => {
  const own = { ...joins(bar, bar, line(from), { isLine: true }), target: line(to) }
  expect(factors([own], plain)).toEqual(expected)
  expect(factors([own], ground({ x: bands('year', 'abcdefghij') }))).toEqual(expected)
})

test('axes that change places are told by the direction along which names stand at last', () => {
  const columns = ground({ x: bands('name', 'ab'), y: linear('size') })
  const rows = ground({ x: linear('size'), y: bands('name', 'ab') })
  const firsts = [changes([], columns, rows), changes([], rows, columns), changes([], columns), changes([], plain)].map(
    (each) => each.first,
  )
  expect(firsts).toEqual(['y', 'x', undefined, undefined])
})
