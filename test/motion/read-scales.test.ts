import { expect, test } from 'vitest'
import { scalesOf } from '../../src/motion/read-scales.ts'
import type { Mark, StageState } from '../../src/story/mark.ts'

const rule = (y: number): Mark => ({ kind: 'rule', x: 0, x2: 100, y, y2: y, stroke: 'grey' })
const label = (y: number): Mark => ({ kind: 'text', x: 5, y, text: `${y}`, size: 12 })
const bar: Mark = { kind: 'rect', x: 0, y: 0, width: 1, height: 1 }
const state = (marks: Record<string, Mark>): StageState => ({ name: '', marks: new Map(Object.entries(marks)) })

test('a linear scale is read off its gridlines', () => {
  const scales = scalesOf(state({ 'grid@0': rule(100), 'grid@10': rule(50), 'grid@20': rule(0) }))
  expect(scales('grid@5', rule(0))).toEqual({ x: 0, x2: 100, y: 75, y2: 75 })
})

test('a scale may begin anywhere, and so may its positions', () => {
  const scales = scalesOf(state({ 'grid@10': rule(90), 'grid@20': rule(60), 'grid@30': rule(30) }))
  expect(scales('grid@15', rule(0))).toEqual({ x: 0, x2: 100, y: 75, y2: 75 })
  const powers = scalesOf(state({ 'tick/10': label(90), 'tick/100': label(60), 'tick/1000': label(30) }))
  expect(Number(powers('tick/10000', label(0))?.y)).toBeCloseTo(0)
})

test('so is a logarithmic one', () => {
  const scales = scalesOf(state({ 'tick/1': label(100), 'tick/10': label(50), 'tick/100': label(0) }))
  expect(Number(scales('tick/1000', label(0))?.y)).toBeCloseTo(-50)
  expect(Number(scales(`tick/${Math.sqrt(10)}`, label(0))?.y)).toBeCloseTo(75)
})

test('nothing is placed more than a step beyond the ends of a scale', () => {
  const scales = scalesOf(state({ 'grid@0': rule(100), 'grid@10': rule(50) }))
  expect(scales('grid@1000', rule(0))).toMatchObject({ y: 0 })
  expect(scales('grid@15', rule(0))).toMatchObject({ y: 25 })
})

test('what does not follow the scale stays the mark’s own', () => {
  const long: Mark = { kind: 'rule', x: -50, x2: 100, y: 50, y2: 50, stroke: 'grey' }
  const scales = scalesOf(state({ 'rule/grid-0': rule(100), 'rule/grid-10': long, 'rule/grid-20': rule(0) }))
  expect(scales('rule/grid-5', rule(0))).toEqual({ x2: 100, y: 75, y2: 75 })
})

test('there is no scale where marks do not stand on one', () => {
  const scattered = scalesOf(
    state({
      'label/1': label(3),
      'label/2': label(80),
      'label/3': label(20),
      'bar/1': bar,
      'bar/3': bar,
    }),
  )
  expect(scattered('label/4', label(0))).toBeUndefined()
  expect(scattered('bar/2', bar)).toBeUndefined()
  expect(scattered('label/oak', label(0))).toBeUndefined()
  expect(scalesOf(state({ 'grid@1': rule(3) }))('grid@2', rule(0))).toBeUndefined()
})
