import { expect, test } from 'vitest'
import { TEXT } from '../../src/motion/interpolate.ts'
import { notationOf } from '../../src/motion/notation.ts'
import { changeBetween, ease, type Pace, paceOf, valueAt } from '../../src/motion/tween.ts'
import type { Move } from '../../src/story/mark.ts'

const notation = notationOf('en')
const change = (from: Record<string, string>, to: Record<string, string>, delay?: number, span?: number) =>
  changeBetween(from, to, notation, delay, span)
/** The values of the only attribute on its way. */
function values(name: string, from: string, to: string, times: number[], pace?: Pace, delay?: number, span?: number) {
  const [tween] = change({ [name]: from }, { [name]: to }, delay, span).tweens
  return tween && times.map((time) => valueAt(tween, time, pace))
}

test.each([
  ['slowly', undefined, ['0.06', '0.5', '0.94', '1']],
  ['evenly', 'even', ['0.25', '0.5', '0.75', '1']],
  ['at once', 'held', [undefined, undefined, undefined, '1']],
] as const)('what moves goes by %s', (_, pace, expected) =>
  expect(values('x', '0', '1', [0, 0.25, 0.5, 0.75, 1, 2], pace)).toEqual([undefined, ...expected, '1']),
)

test('a part of a move has its own time', () =>
  expect(values('x', '0', '8', [0.5, 0.6, 0.75, 1], 'even', 0.5, 0.5)).toEqual([undefined, '1.6', '4', '8']))

test('what comes is seen when most of what leaves has gone, evenly', () => {
  expect(values('fill-opacity', '0', '1', [0.35, 0.675, 1])).toEqual([undefined, '0.5', '1'])
  expect(values('fill-opacity', '1', '0', [0, 0.325, 0.65])).toEqual([undefined, '0.5', '0'])
  expect(values('opacity', '0', '1', [0.6, 0.8375], 'slow', 0.5, 0.5)).toEqual([undefined, '0.5'])
  expect(change({}, { opacity: '0' }).tweens[0]).toMatchObject({ delay: 0, span: 0.65 })
  expect(change({ opacity: '0' }, {}).tweens[0]).toMatchObject({ delay: 0.35, span: 0.65 })
})

test('a text counts slowly, and evenly with what it counts', () => {
  expect(values(TEXT, '0', '100', [0.25, 0.5])).toEqual(['6', '50'])
  expect(values(TEXT, '0', '100', [0.6, 0.75], 'slow', 0.5, 0.5)).toEqual(['20', '50'])
})

test('words are exchanged while they are not seen, and what cannot move changes at once', () => {
  const { tweens, jumps } = change({ [TEXT]: 'oak', href: 'a', x: '1', y: '5' }, { [TEXT]: 'elm', href: 'b', x: '1', z: '2' })
  expect(tweens.map(({ name, at }) => [name, at(0), at(0.49), at(0.5), at(1)])).toEqual([
    [TEXT, 'oak', 'oak', 'elm', 'elm'],
    ['fill-opacity', '1', '0.02', '0', '1'],
  ])
  expect(jumps).toEqual([
    ['href', 'b'],
    ['z', '2'],
    ['y', undefined],
  ])
})

test('a run goes by evenly from where it starts, or is held', () => {
  const move = (run?: Move['run']) => ({ keyframes: [], durations: [], ...(run && { run }) }) as Move
  const paces = (one: Move) => [0, 1, 2].map((stage) => paceOf(one, stage))
  expect(paces(move())).toEqual(['slow', 'slow', 'slow'])
  expect(paces(move({ start: 1, isHeld: false }))).toEqual(['slow', 'even', 'even'])
  expect(paces(move({ start: 2, isHeld: true }))).toEqual(['slow', 'slow', 'held'])
})

test('slow in, slow out', () => expect([0, 0.25, 0.5, 0.75, 1].map(ease)).toEqual([0, 0.0625, 0.5, 0.9375, 1]))
