import { expect, test } from 'vitest'
import { sideOf } from '../../../src/chart/motion-pairs.ts'
import type { Ground } from '../../../src/motion/move/ground.ts'
import { canGrow, carryLine, drawLine } from '../../../src/motion/move/grow-line.ts'
import type { Side } from '../../../src/motion/move/match.ts'
import type { Source } from '../../../src/motion/move/sources.ts'
import type { Factor } from '../../../src/motion/move/stages.ts'
import { carrierOf } from '../../../src/motion/move/transport.ts'
import { frames } from '../../../src/story/frames.ts'
import type { PathMark } from '../../../src/story/mark.ts'
import type { DataFiles } from '../../../src/story/slide-chart.ts'
import { ground, linear } from '../fixtures/grounds.ts'
import { revised } from '../fixtures/pairs.ts'

const refuse = (): never => {
  throw new Error('no files here')
}
const files: DataFiles = { text: refuse, picture: refuse, stamp: () => '' }
const [a, b] = [sideOf('chart', revised.start, files), sideOf('chart', revised.end, files)]
const lineOf = ({ state, sources }: Side, shop: string) => {
  const key = [...sources].find(([, { vertices, row }]) => vertices && row?.shop === shop)?.[0] ?? ''
  return { mark: state.marks.get(key) as PathMark, source: sources.get(key) }
}

const FRAME: Factor[] = ['frame-x', 'frame-y']
const PLACE: Factor[] = ['place-x', 'place-y']
const moment = (from: Ground, to: Ground, factors: readonly Factor[]) => ({
  forth: carrierOf(from, to),
  back: carrierOf(to, from),
  frame: frames.wide,
  done: (factor: Factor) => factors.includes(factor),
})

function draw(shop: string, isStanding: boolean, isPlaced: boolean): string {
  const [from, to] = [lineOf(a, shop), lineOf(b, shop)]
  const factors: Factor[] = ['leave', 'enter', ...(isStanding ? FRAME : []), ...(isPlaced ? PLACE : [])]
  if (!from.source || !to.source) throw new Error('no line')
  return (drawLine(from.mark, from.source, to.source, moment(a.ground, b.ground, factors)) as PathMark).d
}

test('rows with the same values are in both charts where the ground has them, whichever values are shown', () => {
  expect(draw('B', true, false)).toBe(draw('B', true, true))
  expect(draw('B', false, true)).toBe(draw('B', false, false))
  expect(draw('B', true, true)).not.toBe(draw('B', false, false))
})

test('other values are others on either ground', () => {
  const shapes = [draw('A', false, false), draw('A', true, false), draw('A', false, true), draw('A', true, true)]
  expect(new Set(shapes).size).toBe(4)
})

/* Lines through points of `t` and `v`, on grounds of 100 px each way. */

const through = (...points: [number, number][]): Source => ({
  type: 'line',
  role: 'mark',
  name: '',
  vertices: points.map(([x, y]) => ({ x, y, item: {} as never })),
})
const plot = (most: number) => ground({ x: linear('t', [0, most]), y: linear('v', [0, 10], [100, 0]) })
const paint = { kind: 'path', x: 0, y: 0, d: '', stroke: 'red' } as PathMark

function drawn(from: Source, to: Source, done: readonly Factor[] = [], clip?: string, [first, last] = [plot(10), plot(20)]) {
  const like = { ...paint, ...(clip && { clip }) }
  const { d, clip: limit } = drawLine(like, from, to, moment(first, last, done)) as PathMark
  return limit === undefined ? [d] : [d, limit]
}
const before = through([0, 100], [100, 0])

test.each([
  ['as it was', [], ['m0 100l100-100 100 50', '0 0 102 720']],
  ['on the next scale', FRAME, ['m0 100l50-100 50 50', '0 0 52 720']],
  ['with what has come', [...FRAME, ...PLACE, 'leave', 'enter'], ['m0 100l50-100 50 50', '0 0 102 720']],
  ['with what has come where it is placed anew first', [...PLACE, 'leave', 'enter'], ['m0 100l100-100 100 50', '0 0 202 720']],
] satisfies [string, Factor[], string[]][])(
  'a line that goes on at its end is drawn as far as it has come: %s',
  (_, done, expected) => expect(drawn(before, through([0, 100], [50, 0], [100, 50]), done)).toEqual(expected),
)

test('what comes between lies on the line between its neighbours until then, and what leaves goes there', () => {
  const one = plot(10)
  const whole = through([0, 100], [50, 80], [100, 0])
  expect(drawn(before, whole, [], undefined, [one, one])).toEqual(['m0 100l50-50 50-50'])
  expect(drawn(before, whole, ['enter'], undefined, [one, one])).toEqual(['m0 100l50-20 50-80'])
  expect(drawn(whole, before, [], undefined, [one, one])).toEqual(['m0 100l50-20 50-80'])
  expect(drawn(whole, before, ['leave'], undefined, [one, one])).toEqual(['m0 100l50-50 50-50'])
})

test('a line is clipped to its clip, too, and one that is an outline stays', () => {
  const longer = through([0, 100], [50, 0], [100, 50])
  expect(drawn(before, longer, [], '10 20 30 40')[1]).toBe('10 20 30 40')
  expect(drawn(before, longer, [], '10 20 300 40')[1]).toBe('10 20 92 40')
  expect(drawn(before, longer, [], 'm0 0z')[1]).toBe('m0 0z')
  expect(drawn(before, before, [], '10 20 300 40', [plot(10), plot(10)])[1]).toBe('10 20 300 40')
})

test('lines grow into each other along a scale that both have, on which they meet and never turn', () => {
  const grows = (from: Source, to: Source, [first, last] = [plot(10), plot(10)]) => canGrow(from, to, first, last)
  expect(grows(before, before)).toBe(true)
  expect(grows(before, { ...before, type: 'area' })).toBe(false)
  expect(
    grows(before, {
      ...through(),
      vertices: before.vertices?.map((each) => ({ ...each, item: { interpolate: 'step' } as never })) ?? [],
    }),
  ).toBe(false)
  expect(grows(before, through([20, 3], [40, 5]))).toBe(false)
  expect(grows(before, through([0, 3], [40, 5]))).toBe(true)
  expect(grows(through([0, 0], [50, 5], [40, 5]), through([0, 0], [50, 5], [40, 5]))).toBe(false)
  expect(grows(through([50, 90], [0, 100]), through([50, 90], [0, 100]))).toBe(true)
  expect(grows(before, before, [plot(10), ground()])).toBe(false)
})

test('a line that comes or goes is carried with its ground', () => {
  const area = {
    ...through(),
    type: 'area',
    vertices: [
      { x: 0, y: 100, y2: 50, item: {} as never },
      { x: 100, y: 0, y2: 50, item: {} as never },
    ],
  }
  expect(carryLine(paint, before, { x: (x) => x / 2 })).toMatchObject({ d: 'm0 100l50-100', x: 0 })
  expect(carryLine(paint, area, { y: (y) => y + 1 })).toMatchObject({ d: 'm0 101l100-100 0 50-100 0z' })
  expect(carryLine(paint, before, { x: () => undefined })).toMatchObject({ d: 'm0 100l100-100' })
})
