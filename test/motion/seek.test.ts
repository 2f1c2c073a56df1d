import { expect, test } from 'vitest'
import { notationOf } from '../../src/motion/notation.ts'
import { createSeekable, picture } from '../../src/motion/seek.ts'
import { changeBetween, ease, paceOf, valueAt } from '../../src/motion/tween.ts'
import type { Mark, Move, StageState } from '../../src/story/mark.ts'

const notation = notationOf('en')
const rect = (x: number, more: Partial<Mark> = {}): Mark => ({ kind: 'rect', x, y: 0, width: 10, height: 10, ...more }) as Mark
const state = (marks: Record<string, Mark>): StageState => ({ name: 'S', marks: new Map(Object.entries(marks)) })

const states = [state({ a: rect(0) }), state({ a: rect(100) }), state({ a: rect(100, { fill: 'red' }) }), state({ a: rect(300) })]
const move: Move = { keyframes: states, durations: [400, 0, 600] }
const seekable = createSeekable(states[0] as StageState, states[3] as StageState, move, notation)
const xAt = (ms: number) => Number(seekable.at(ms).get('a')?.values.x)

test('a move lasts as long as its stages; those without duration are none', () => {
  expect([seekable.duration, seekable.stages]).toEqual([1000, [400, 600]])
})

test('each stage goes slowly in and slowly out, and the ends are the states themselves', () => {
  expect([-5, 0, 100, 200, 300, 400, 700, 1000, 2000].map(xAt)).toEqual([0, 0, 6.25, 50, 93.75, 100, 200, 300, 300])
  expect(seekable.at(0)).toEqual(picture(states[0] as StageState))
  expect(seekable.at(1000)).toEqual(picture(states[3] as StageState))
  // Looked at backwards it is the same.
  expect([700, 200].map(xAt)).toEqual([200, 50])
})

test('stages of a run go by evenly, or are held until they end', () => {
  const run = (isHeld: boolean) =>
    createSeekable(states[0] as StageState, states[3] as StageState, { ...move, run: { start: 2, isHeld } }, notation)
  const x = (isHeld: boolean, ms: number) => Number(run(isHeld).at(ms).get('a')?.values.x)
  expect([x(false, 100), x(false, 550)]).toEqual([6.25, 150])
  expect([x(true, 100), x(true, 550), x(true, 999)]).toEqual([6.25, 100, 100])
  expect([paceOf(move, 0), paceOf({ ...move, run: { start: 1, isHeld: true } }, 0)]).toEqual(['slow', 'slow'])
  expect(paceOf({ ...move, run: { start: 1, isHeld: true } }, 1)).toBe('held')
  expect(paceOf({ ...move, run: { start: 1, isHeld: false } }, 1)).toBe('even')
})

test('a mark that comes stands where it will be, and what changes at once does so at the beginning', () => {
  const [from, to] = [
    state({ t: { kind: 'text', x: 0, y: 0, text: 'A', size: 10, weight: 400, italic: true } }),
    state({ t: { kind: 'text', x: 10, y: 0, text: 'B', size: 10, weight: 700 }, b: rect(5) }),
  ]
  const words = createSeekable(from, to, { keyframes: [from, to], durations: [1000] }, notation)
  const early = words.at(250)
  expect(early.get('b')).toEqual(picture(to).get('b'))
  expect(early.get('t')?.values).toMatchObject({ 'font-weight': '700', '#text': 'A' })
  expect(early.get('t')?.values).not.toHaveProperty('font-style')
  expect(words.at(750).get('t')?.values['#text']).toBe('B')
})

test('words are exchanged while they are not seen; what fades in does so late, what fades out early', () => {
  const { tweens } = changeBetween({ '#text': 'A' }, { '#text': 'B' }, notation)
  const seen = (time: number) => tweens.map((tween) => valueAt(tween, time, 'even'))
  expect([0.25, 0.5, 0.75, 1].map(seen)).toEqual([
    ['A', '0.5'],
    ['B', '0'],
    ['B', '0.5'],
    ['B', '1'],
  ])
  const fade = (from: string | undefined, to: string | undefined) =>
    changeBetween(from === undefined ? {} : { opacity: from }, to === undefined ? {} : { opacity: to }, notation, 0.5, 0.5)
      .tweens[0]
  expect(fade('0', undefined)).toMatchObject({ delay: 0.675, span: 0.325 })
  expect(fade(undefined, '0')).toMatchObject({ delay: 0.5, span: 0.325 })
  expect(fade('0.5', '0.2')).toMatchObject({ delay: 0.5, span: 0.325 })
  expect(changeBetween({ x: '1', class: 'a', y: '3' }, { x: '2', y: '3' }, notation, 0.1, 0.2)).toMatchObject({
    tweens: [{ name: 'x', delay: 0.1, span: 0.2 }],
    jumps: [['class', undefined]],
  })
})

test('nothing has a value before it begins, and its last one from its end on', () => {
  const [tween] = changeBetween({ x: '0' }, { x: '8' }, notation, 0.5, 0.25).tweens
  const x = (time: number, pace?: 'even' | 'held') => tween && valueAt(tween, time, pace)
  expect([x(0.5), x(0.625), x(0.75), x(1)]).toEqual([undefined, '4', '8', '8'])
  expect([x(0.5625), x(0.5625, 'even'), x(0.7, 'held'), x(0.75, 'held')]).toEqual(['0.5', '2', undefined, '8'])
  expect([0, 0.25, 0.5, 0.75, 1].map(ease)).toEqual([0, 0.0625, 0.5, 0.9375, 1])
  const [fade] = changeBetween({ opacity: '1' }, { opacity: '0' }, notation).tweens
  expect(fade && valueAt(fade, 0.325)).toBe('0.5')
})
