import type { Page } from 'puppeteer-core/internal/puppeteer-core-browser.js'
import { type OpenDist, openDist } from '../open-dist.ts'
import type { Part, Table } from '../part.ts'
import { type Task, traceTasks } from '../trace-tasks.ts'

/** How many times slower the processor is made. */
const THROTTLE = 4
/** How fast the page is scrolled: a reader in a hurry, in px a second. */
const SPEED = 4000

const WINDOWS = [
  { name: 'phone', width: 390, height: 844 },
  { name: 'wide', width: 1280, height: 800 },
] as const

/** How calm the reading page is while it is scrolled from its top to its end. */
export const reading: Part = {
  name: 'reading',
  async *run(tools) {
    const dist = await openDist(await tools.dist())
    try {
      for (const size of WINDOWS) yield await scroll(dist, size)
    } finally {
      await dist.close()
    }
  },
}

async function scroll(dist: OpenDist, size: (typeof WINDOWS)[number]): Promise<Table> {
  const page = await dist.open('read.html', size)
  await page.bringToFront()
  await page.emulateCPUThrottling(THROTTLE)
  const height = await page.evaluate(() => document.documentElement.scrollHeight - innerHeight)
  await page.evaluate(watch)
  const begun = performance.now()
  const tasks = await traceTasks(page, () => scrollBy(page, height))
  const seconds = (performance.now() - begun) / 1000
  const { shift, frames, top } = await page.evaluate(() => window.calm)
  await page.close()
  const [longest] = tasks
  return {
    title: `Reading page, ${size.name} (${size.width}×${size.height}), scrolled at ${SPEED} px/s and ${THROTTLE}× CPU throttle`,
    rows: [
      { what: 'layout shift (CLS)', found: shift, unit: '', most: 0 },
      { what: 'longest task (processor time)', found: longest?.ms, unit: 'ms', most: 50, note: longest ? describe(longest) : '' },
      {
        what: 'tasks over 50 ms',
        found: tasks.filter(({ ms }) => ms > 50).length,
        unit: '',
        most: 0,
        note: `of ${tasks.length}`,
      },
      { what: 'frames a second', found: frames / seconds, unit: 'fps', note: `${Math.round(top)} of ${height} px scrolled` },
    ],
  }
}

declare global {
  interface Window {
    /** What has happened since the watch began. */
    calm: { shift: number; frames: number; top: number }
  }
}

/** Runs in the page. */
function watch(): void {
  window.calm = { shift: 0, frames: 0, top: 0 }
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) window.calm.shift += (entry as PerformanceEntry & { value: number }).value
  }).observe({ type: 'layout-shift' })
  const count = () => {
    window.calm.frames++
    window.calm.top = Math.max(window.calm.top, scrollY)
    requestAnimationFrame(count)
  }
  requestAnimationFrame(count)
}

/** As a finger or wheel does, by the browser itself. */
async function scrollBy(page: Page, height: number): Promise<void> {
  const session = await page.createCDPSession()
  await session.send('Input.synthesizeScrollGesture', {
    x: 100,
    y: 300,
    yDistance: -height,
    speed: SPEED,
    gestureSourceType: 'mouse',
  })
  await session.detach()
}

function describe({ wall, parts }: Task): string {
  const longest = parts.map(({ name, ms }) => `${name} ${ms.toFixed(0)}`).join(', ')
  return `${wall.toFixed(0)} ms by the clock; ${longest}`
}
