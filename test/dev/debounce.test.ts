import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createAlarm } from '../../src/dev/debounce.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** Whether a promise is settled after some ms. */
async function settles(promise: Promise<unknown>, ms: number): Promise<boolean> {
  let settled = false
  void promise.then(() => {
    settled = true
  })
  await vi.advanceTimersByTimeAsync(ms)
  return settled
}

test('a wait ends with what is told, or by itself', async () => {
  const alarm = createAlarm()
  expect(await settles(alarm.wait(100), 99)).toBe(false)
  const waiting = alarm.wait(100)
  alarm.tell('a')
  expect(await settles(waiting, 0)).toBe(true)
  expect(alarm.isRinging()).toBe(true)
  alarm.tell('a')
  alarm.tell('b')
  expect(alarm.take()).toEqual(['a', 'b'])
  expect(alarm.isRinging()).toBe(false)
  expect(await settles(alarm.wait(100), 100)).toBe(true)
})

test('one save is taken at once, a branch switch when it is over', async () => {
  const alarm = createAlarm()
  alarm.tell('a')
  expect(await settles(alarm.quiet(), 10)).toBe(true)
  for (const path of 'abcdefgh') alarm.tell(path)
  expect(await settles(alarm.quiet(), 100)).toBe(false)
})

test('saves without end do not keep it waiting', async () => {
  const alarm = createAlarm()
  alarm.tell('a')
  const quiet = alarm.quiet()
  for (let ms = 0; ms < 80; ms += 4) {
    await vi.advanceTimersByTimeAsync(4)
    alarm.tell('a')
  }
  expect(await settles(quiet, 0)).toBe(true)
})
