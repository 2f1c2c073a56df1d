import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createTidier } from '../../src/watch/tidy-memory.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

test('memory is tidied in a pause, and after many saves without one', () => {
  const collect = vi.fn()
  const tidier = createTidier(collect)
  tidier.renewed()
  vi.advanceTimersByTime(500)
  tidier.renewed()
  vi.advanceTimersByTime(1000)
  expect(collect).not.toHaveBeenCalled()
  vi.advanceTimersByTime(5000)
  expect(collect).toHaveBeenCalledTimes(1)
  for (let count = 0; count < 40; count++) tidier.renewed()
  expect(collect).toHaveBeenCalledTimes(3)
  tidier.renewed()
  tidier.close()
  vi.advanceTimersByTime(5000)
  expect(collect).toHaveBeenCalledTimes(3)
})

test('V8 lets itself be asked', () => {
  const tidier = createTidier()
  for (let count = 0; count < 20; count++) tidier.renewed()
  tidier.close()
})
