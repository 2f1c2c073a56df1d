import { expect, test } from 'vitest'
import { createTimer, formatElapsed } from '../../../src/client/speaker/timer.ts'

test.each([
  [0, '0:00'],
  [999, '0:00'],
  [65_000, '1:05'],
  [3_600_000, '1:00:00'],
  [3_725_900, '1:02:05'],
])('%d ms are %s', (elapsed, text) => {
  expect(formatElapsed(elapsed)).toBe(text)
})

test('a paused timer stands still and goes on from there', () => {
  let now = 100
  const timer = createTimer(() => now)
  now = 1100
  timer.toggle()
  now = 9000
  expect([timer.elapsed, timer.paused]).toEqual([1000, true])
  timer.toggle()
  now = 9500
  expect([timer.elapsed, timer.paused]).toEqual([1500, false])
})

test('a reset timer starts again, and stays paused if it was', () => {
  let now = 0
  const timer = createTimer(() => now)
  now = 500
  timer.toggle()
  timer.reset()
  now = 900
  expect([timer.elapsed, timer.paused]).toEqual([0, true])
})

test('a timer goes on from the state of another one, also of one that rests', () => {
  let now = 1000
  const first = createTimer(() => now)
  now = 4000
  const second = createTimer(() => now, JSON.parse(JSON.stringify(first.state)))
  now = 5000
  expect(second.elapsed).toBe(4000)
  second.toggle()
  const third = createTimer(() => now, JSON.parse(JSON.stringify(second.state)))
  now = 9000
  expect([third.elapsed, third.paused]).toEqual([4000, true])
})
