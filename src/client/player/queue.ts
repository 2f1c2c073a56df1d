/** Time, in ms, that the work may take of a frame; and how many pieces are done even if they take longer. */
const BUDGET = 4
const LEAST = 24

/**
 * Work that may be too much for one frame: what does not fit is done in the next ones. It is done in the order in which it came. The
 * clock, in ms, is passed in so that it can be tested.
 */
export function createQueue(now = () => performance.now()) {
  const waiting: (() => void)[] = []
  let done = 0
  return {
    add: (work: () => void) => void waiting.push(work),
    /** Does what fits into a frame. */
    run() {
      const end = now() + BUDGET
      for (let count = 0; done < waiting.length && (count < LEAST || now() < end); count++) waiting[done++]?.()
    },
    /** Does all the rest. */
    finish() {
      while (done < waiting.length) waiting[done++]?.()
    },
    get isEmpty() {
      return done === waiting.length
    },
  }
}
