import { expect, test } from 'vitest'
import { generalMove, leaving } from '../../src/motion/general-move.ts'
import type { Mark, StageState } from '../../src/story/mark.ts'

const state = (marks: Record<string, Mark>): StageState => ({ name: 'A chart', marks: new Map(Object.entries(marks)) })
const box = (x: number, more: Partial<Mark> = {}): Mark =>
  ({ kind: 'rect', x, y: 50, width: 4, height: 20, fill: 'grey', ...more }) as Mark
const rule = (y: number): Mark => ({ kind: 'rule', x: 0, x2: 100, y, y2: y, stroke: 'grey' })
const label = (text: string): Mark => ({ kind: 'text', x: 5, y: 5, text, size: 12, fill: 'black' })
const many = (count: number, more: Partial<Mark> = {}) =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [`box/${index}`, box(index, more)]))

test('what leaves has left by the half, but what a scale takes along goes all the way with it', () => {
  const { keyframes, timing } = generalMove(
    state({ 'grid/10': rule(50), 'grid/0': rule(100), 'grid/20': rule(0), 'box/a': box(1) }),
    state({ 'grid/0': rule(100), 'grid/20': rule(50) }),
    650,
  )
  expect(timing?.get('box/a')).toEqual([0, 0.5])
  expect(timing?.get('grid/10')).toBeUndefined()
  expect(keyframes[1]?.marks.get('grid/10')).toMatchObject({ y: 75, strokeOpacity: 0 })
  expect(keyframes[1]?.marks.get('box/a')).toMatchObject({ x: 1, y: 50, fillOpacity: 0 })
})

test('what drops falls one after another, and what is counted counts what has come; what has dropped does not rise', () => {
  const [empty, full] = [state({ count: label('0') }), state({ count: label('9'), ...many(9, { entrance: 'drop' }) })]
  const { keyframes, timing } = generalMove(empty, full, 1200)
  const delays = Array.from({ length: 9 }, (_, index) => timing?.get(`box/${index}`)?.[0] ?? -1)
  expect(delays[0]).toBe(0)
  expect(delays).toEqual(delays.toSorted((a, b) => a - b))
  expect(new Set(delays).size).toBe(9)
  expect(timing?.get('count')).toEqual([0.3, 0.7])
  expect(keyframes[0]?.marks.get('box/0')?.y).toBeLessThan(0)
  expect(generalMove(full, empty, 1200).keyframes[1]?.marks.get('box/0')?.y).toBe(50)
})

test('of very many each moves in its part of the time, of fewer all move all the time', () => {
  const spanOf = (count: number) => generalMove(state({}), state(many(count)), 650).timing?.get('box/0')?.[1]
  expect([spanOf(100), spanOf(480)]).toEqual([1, 0.25])
})

test('a mark of another kind comes under its key, while the one that had it leaves under another', () => {
  const { keyframes } = generalMove(state({ a: box(1) }), state({ a: label('oak') }), 650)
  const kinds = keyframes.map(({ marks }) => ['a', leaving('a')].map((key) => marks.get(key)?.kind))
  expect(kinds).toEqual([
    ['text', 'rect'],
    ['text', 'rect'],
  ])
})

test('a move takes as long as its end says, else longer where next to nothing stays', () => {
  const durationOf = (from: StageState, to: StageState) => generalMove(from, to).durations[0]
  const [few, most, other] = [state(many(5)), state(many(20)), state({ count: label('9') })]
  expect([durationOf(few, most), durationOf(few, other), durationOf(few, state({}))]).toEqual([650, 1200, 650])
  expect(durationOf(few, { ...other, duration: 900 })).toBe(900)
})

test.each([
  ['a bar', box(1, { entrance: 'up' }), { y: 70, height: 0 }],
  ['a bar across', box(1, { entrance: 'right' }), { width: 0 }],
  ['a dot', box(1, { entrance: 'centre', radius: 2 }), { x: 3, y: 60, width: 0, height: 0, radius: 0, fillOpacity: 0 }],
  ['a box', box(1, { stroke: 'red' }), { fillOpacity: 0, strokeOpacity: 0 }],
  ['a picture', { kind: 'image', x: 1, y: 2, width: 3, height: 4, href: 'a.png' } as Mark, { opacity: 0 }],
  ['a rule', rule(5), { strokeOpacity: 0 }],
])('%s comes from where it goes to', (_, mark, expected) => {
  const [first] = generalMove(state({}), state({ a: mark })).keyframes
  const [, last] = generalMove(state({ a: mark }), state({})).keyframes
  expect([first?.marks.get('a'), last?.marks.get('a')]).toEqual([
    { ...mark, ...expected },
    { ...mark, ...expected },
  ])
})

test('what comes on a scale comes from where its value was', () => {
  const [before, after] = [state({ 'grid/0': rule(100), 'grid/20': rule(0) }), state({ 'grid/0': rule(100), 'grid/10': rule(0) })]
  expect(generalMove(before, after).keyframes[0]?.marks.get('grid/10')).toMatchObject({ y: 50, strokeOpacity: 0 })
})
