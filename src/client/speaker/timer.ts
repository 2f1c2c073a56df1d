/** The time that has passed before the last start, and that start by the clock, unless the timer rests. */
export interface TimerState {
  before: number
  since?: number
}

/** A stopwatch that can rest; it runs at once, or goes on from a state. Times are in ms; the clock is passed in so that it can be tested. */
export function createTimer(now: () => number, state: TimerState = { before: 0, since: now() }) {
  let { before, since } = state
  const elapsed = () => before + (since === undefined ? 0 : now() - since)
  return {
    get elapsed() {
      return elapsed()
    },
    get paused() {
      return since === undefined
    },
    /** What another timer needs to go on from here. */
    get state(): TimerState {
      return { before, ...(since !== undefined && { since }) }
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
