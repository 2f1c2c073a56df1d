import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createKiosk } from '../../../src/client/deck/kiosk.ts'

let touch: () => void
beforeEach(() => {
  vi.useFakeTimers()
  vi.stubGlobal('addEventListener', (_: string, heard: () => void) => {
    touch = heard
  })
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

test('a kiosk steps by itself, as long as each step tells that it is on', () => {
  const step = vi.fn(() => kiosk.shown())
  const kiosk = createKiosk(8, step)
  vi.advanceTimersByTime(100_000)
  expect(step).not.toHaveBeenCalled()
  kiosk.shown()
  vi.advanceTimersByTime(24_000)
  expect(step).toHaveBeenCalledTimes(3)
})

test('a touch gives it away for a minute, whatever is stepped to meanwhile', () => {
  const step = vi.fn()
  const kiosk = createKiosk(8, step)
  kiosk.shown()
  vi.advanceTimersByTime(5000)
  touch()
  vi.advanceTimersByTime(30_000)
  kiosk.shown()
  vi.advanceTimersByTime(29_000)
  expect(step).not.toHaveBeenCalled()
  vi.advanceTimersByTime(1000)
  expect(step).toHaveBeenCalledTimes(1)
})
