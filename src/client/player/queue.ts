/** Work that may be too much for one frame: what does not fit is done in the next ones. */
export interface Queue {
  add(work: () => void): void
  /** Does what fits into a frame. */
  run(): void
  /** Does all the rest. */
  finish(): void
  readonly isEmpty: boolean
}

/** Time, in ms, that the work may take of a frame; and how many pieces are done even if they take longer. */
const BUDGET = 4
const LEAST = 24

/** Starts with nothing to do. Work is done in the order in which it came. The clock, in ms, is passed in so that it can be tested. */
export function createQueue(now = () => performance.now()): Queue {
  const waiting: (() => void)[] = []
  let done = 0
  return {
    add: (work) => void waiting.push(work),
    run() {
      const end = now() + BUDGET
      for (let count = 0; done < waiting.length && (count < LEAST || now() < end); count++) waiting[done++]?.()
    },
    finish() {
      while (done < waiting.length) waiting[done++]?.()
    },
    get isEmpty() {
      return done === waiting.length
    },
  }
}
