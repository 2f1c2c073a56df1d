import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createCollector } from '../../src/dev/collect-garbage.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

test('much memory is collected once, when the author pauses; little is left alone', () => {
  let used = 200
  const collect = vi.fn()
  const renewed = createCollector(() => used, collect)
  renewed()
  vi.advanceTimersByTime(10_000)
  expect(collect).not.toHaveBeenCalled()
  used = 400
  renewed()
  vi.advanceTimersByTime(1000)
  renewed()
  vi.advanceTimersByTime(1500)
  expect(collect).not.toHaveBeenCalled()
  vi.advanceTimersByTime(5000)
  expect(collect).toHaveBeenCalledTimes(1)
})
