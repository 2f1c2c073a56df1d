import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createTidier } from '../../src/util/free-memory.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

function tidierOf(used: { megabytes: number }) {
  const collect = vi.fn()
  return { collect, tidier: createTidier({ used: () => used.megabytes, collect }) }
}

test('little memory is left alone', () => {
  const { collect, tidier } = tidierOf({ megabytes: 200 })
  for (let count = 0; count < 100; count++) tidier.renewed()
  vi.advanceTimersByTime(10_000)
  expect(collect).not.toHaveBeenCalled()
})

test('much memory is tidied once, when the author pauses', () => {
  const used = { megabytes: 400 }
  const { collect, tidier } = tidierOf(used)
  tidier.renewed()
  vi.advanceTimersByTime(1000)
  tidier.renewed()
  vi.advanceTimersByTime(1500)
  expect(collect).not.toHaveBeenCalled()
  vi.advanceTimersByTime(5000)
  expect(collect).toHaveBeenCalledTimes(1)
  tidier.renewed()
  tidier.close()
  vi.advanceTimersByTime(5000)
  expect(collect).toHaveBeenCalledTimes(1)
})

test('too much memory is tidied at once', () => {
  const { collect, tidier } = tidierOf({ megabytes: 800 })
  tidier.renewed()
  expect(collect).toHaveBeenCalledTimes(1)
})
