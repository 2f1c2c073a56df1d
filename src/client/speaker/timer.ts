/** A stopwatch that can rest. Times are in ms; the clock is passed in so that it can be tested. */
export interface Timer {
  readonly elapsed: number
  readonly paused: boolean
  toggle(): void
  reset(): void
}

/** Starts running at once. */
export function createTimer(now: () => number): Timer {
  let before = 0
  let since: number | undefined = now()
  const elapsed = () => before + (since === undefined ? 0 : now() - since)
  return {
    get elapsed() {
      return elapsed()
    },
    get paused() {
      return since === undefined
    },
    toggle() {
      before = elapsed()
      since = since === undefined ? now() : undefined
    },
    reset() {
      before = 0
      if (since !== undefined) since = now()
    },
  }
}

/** `4:05`, from an hour up `1:04:05`. */
export function formatElapsed(elapsed: number): string {
  const seconds = Math.floor(elapsed / 1000)
  const two = (value: number) => String(value).padStart(2, '0')
  const hours = Math.floor(seconds / 3600)
  const minutes = Math.floor(seconds / 60) % 60
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`
}
