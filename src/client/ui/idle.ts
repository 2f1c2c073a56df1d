/** Resolves when the browser has a moment, at the latest after `timeout` ms. Where it does not tell, a pause has to do. */
export function idle(timeout?: number): Promise<void> {
  return new Promise((resolve) => {
    if ('requestIdleCallback' in window) requestIdleCallback(() => resolve(), timeout === undefined ? {} : { timeout })
    else setTimeout(resolve, 30)
  })
}

/** Resolves when the page has been laid out for the first time. One that opens hidden has no frames to wait for. */
export function firstFrame(): Promise<void> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => resolve())
    setTimeout(resolve, 300)
  })
}

/** For how long, in ms, nobody has scrolled when the page is at rest. */
const REST = 250

let scrolled = Number.NEGATIVE_INFINITY
addEventListener('scroll', () => (scrolled = performance.now()), { passive: true, capture: true })

/** Resolves when nobody scrolls and nothing moves: then there is time for something that takes longer than a frame. */
export async function rest(settled: () => Promise<void>): Promise<void> {
  await settled()
  const left = scrolled + REST - performance.now()
  if (left <= 0) return idle(1000)
  await new Promise((resolve) => setTimeout(resolve, left))
  return rest(settled)
}
