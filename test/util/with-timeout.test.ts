import { expect, test } from 'vitest'
import { eachWithTimeout, withTimeout } from '../../src/util/with-timeout.ts'

test('work that ends is as if it were done without a clock', () => {
  const thing = {}
  expect(withTimeout(() => thing)).toBe(thing)
  expect(withTimeout(() => undefined)).toBeUndefined()
  const error = new RangeError('its own')
  const stack = error.stack
  expect(() =>
    withTimeout(() => {
      throw error
    }),
  ).toThrow(error)
  expect(error.stack).toBe(stack)
})

test('a loop that never ends is ended, and cannot catch that', () => {
  let caught = false
  const loop = () => {
    try {
      for (;;);
    } catch {
      caught = true
    }
  }
  expect(() => withTimeout(loop, 50)).toThrow('it took longer than 0.05 s; look for a loop that never ends')
  expect(caught).toBe(false)
  expect(withTimeout(() => 'and the next one is done')).toBe('and the next one is done')
})

test('work inside work has its own time', () => {
  const inner = () => withTimeout(() => 'inner')
  expect(withTimeout(() => [inner(), withTimeout(() => 'second')])).toEqual(['inner', 'second'])
})

test('many pieces of work share a watch, until one says that it is enough', () => {
  const done: number[] = []
  eachWithTimeout([1, 2, 3, 4], (piece) => done.push(piece) < 3)
  expect(done).toEqual([1, 2, 3])
  expect(() =>
    eachWithTimeout(
      [1, 2],
      (piece) => {
        while (piece === 2);
        return done.push(piece) > 0
      },
      50,
    ),
  ).toThrow('it took longer than 0.05 s')
  expect(done).toEqual([1, 2, 3, 1])
})
