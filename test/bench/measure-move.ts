import type { Page } from 'puppeteer-core/internal/puppeteer-core-browser.js'

/** What one move costs. */
export interface MoveCost {
  /** Script time a frame in ms, what starts and ends the move included. */
  script: number
  /** Style, layout and script a frame in ms. */
  work: number
  /** Frames a second. */
  fps: number
  /** The longest task over 50 ms, by the clock, in ms; 0 where there is none. */
  longest: number
}

/** Runs a function in the page that makes a move, and measures from frame to frame until it resolves. */
export async function measureMove(page: Page, move: string): Promise<MoveCost> {
  const before = await page.metrics()
  const { frames, ms, longest } = (await page.evaluate(`(${countFrames})(${move})`)) as Frames
  const after = await page.metrics()
  const spent = (name: 'ScriptDuration' | 'LayoutDuration' | 'RecalcStyleDuration') =>
    ((after[name] ?? 0) - (before[name] ?? 0)) * 1000
  const script = spent('ScriptDuration') / frames
  const work = script + (spent('LayoutDuration') + spent('RecalcStyleDuration')) / frames
  return { script, work, fps: (frames / ms) * 1000, longest }
}

interface Frames {
  frames: number
  ms: number
  longest: number
}

/** Runs in the page. Begins with a frame, so that none is counted in part. */
async function countFrames(move: () => Promise<unknown>): Promise<Frames> {
  const start = await new Promise(requestAnimationFrame)
  let last = start
  let [frames, longest] = [0, 0]
  new PerformanceObserver((list) => {
    longest = Math.max(longest, ...list.getEntries().map(({ duration }) => duration))
  }).observe({ type: 'longtask' })
  let isOver = false
  const moved = move().then(() => {
    isOver = true
  })
  await new Promise<void>((resolve) => {
    const count = (now: number) => {
      last = now
      frames++
      if (isOver) resolve()
      else requestAnimationFrame(count)
    }
    requestAnimationFrame(count)
  })
  await moved
  return { frames, ms: last - start, longest }
}
