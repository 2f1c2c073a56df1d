/** A movement of the page to a place, which the reader can break off at any time. */
export interface Glide {
  /** Starts, from wherever the page is, to the place in px from its top. */
  start(top: number): void
  stop(): void
  /** Resolves when no movement is under way. */
  over(): Promise<void>
}

/** Duration in ms; the stage moves a little longer, so that text and chart come to rest together. */
const DURATION = 450
/** What readers do to move by themselves. */
const OWN_MOVES = ['wheel', 'touchstart', 'pointerdown'] as const

/** Makes the one glide of the page; `ended` is told whenever one is over. The browser's own has no end that can be relied on. */
export function createGlide(ended: () => void): Glide {
  let frame = 0
  let waiting: (() => void)[] = []
  const stop = () => {
    if (frame === 0) return
    cancelAnimationFrame(frame)
    frame = 0
    ended()
    for (const resolve of waiting.splice(0)) resolve()
  }
  for (const move of OWN_MOVES) addEventListener(move, stop, { passive: true })
  document.addEventListener('visibilitychange', stop)
  return {
    stop,
    start(top) {
      cancelAnimationFrame(frame)
      const from = scrollY
      const began = performance.now()
      const move = (now: number) => {
        const time = Math.min(Math.max((now - began) / DURATION, 0), 1)
        scrollTo({ top: from + (top - from) * ease(time), behavior: 'instant' })
        if (time === 1) return stop()
        frame = requestAnimationFrame(move)
      }
      frame = requestAnimationFrame(move)
    },
    over() {
      if (frame === 0) return Promise.resolve()
      return new Promise((resolve) => {
        waiting = [...waiting, resolve]
      })
    },
  }
}

/** Starts and comes to rest gently. */
function ease(time: number): number {
  return time < 0.5 ? 4 * time ** 3 : 1 - (2 - 2 * time) ** 3 / 2
}
