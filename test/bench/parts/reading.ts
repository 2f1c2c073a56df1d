import type { Page } from 'puppeteer-core/internal/puppeteer-core-browser.js'
import { type OpenDist, openDist } from '../open-dist.ts'
import type { Part, Row, Table } from '../part.ts'

/** How many times slower the processor is made. */
const THROTTLE = 4
/** How fast the page is scrolled: a reader in a hurry, in px a second. */
const SPEED = 4000
/** A task of more ms is long; browsers tell of no other. */
const LONG = 50
/** Other programs only ever make tasks longer, so the calmest of at most so many runs is told. */
const RUNS = 3

const WINDOWS = [
  { name: 'phone', width: 390, height: 844 },
  { name: 'wide', width: 1280, height: 800 },
] as const

type Size = (typeof WINDOWS)[number]

/** How calm the reading page is while it is scrolled from its top to its end, and while it draws the chart to explore. */
export const reading: Part = {
  name: 'reading',
  async *run(tools) {
    const dist = await openDist(await tools.dist())
    try {
      for (const size of WINDOWS) yield tableOf(size, await calmest(() => scroll(dist, size)))
      yield {
        title: `The chart to explore, drawn when scrolling has stopped, at ${THROTTLE}× CPU throttle`,
        rows: taskRows(await calmest(() => explore(dist))),
      }
    } finally {
      await dist.close()
    }
  },
}

interface Run {
  /** What each long task took, in ms. */
  tasks: readonly number[]
}

async function calmest<R extends Run>(measure: () => Promise<R>): Promise<R> {
  let best = await measure()
  for (let runs = 1; runs < RUNS && best.tasks.length > 0; runs++) {
    const next = await measure()
    if (Math.max(0, ...next.tasks) < Math.max(...best.tasks)) best = next
  }
  return best
}

interface Scroll extends Calm {
  seconds: number
  height: number
}

/** What has happened since the watch began: layout shift, frames, and how far the page was scrolled in px. */
interface Calm extends Run {
  tasks: number[]
  shift: number
  frames: number
  top: number
}

function tableOf(size: Size, run: Scroll): Table {
  const { shift, frames, seconds, top, height } = run
  return {
    title: `Reading page, ${size.name} (${size.width}×${size.height}), scrolled at ${SPEED} px/s and ${THROTTLE}× CPU throttle`,
    rows: [
      { what: 'layout shift (CLS)', found: shift, unit: '', most: 0 },
      ...taskRows(run),
      { what: 'frames a second', found: frames / seconds, unit: 'fps', note: `${Math.round(top)} of ${height} px scrolled` },
    ],
  }
}

function taskRows({ tasks }: Run): Row[] {
  const longest = tasks.length > 0 ? `the longest of ${Math.round(Math.max(...tasks))} ms` : ''
  return [{ what: `tasks over ${LONG} ms`, found: tasks.length, unit: '', most: 0, note: longest }]
}

async function openThrottled(dist: OpenDist, { width, height }: Size): Promise<Page> {
  const page = await dist.open('read.html', { width, height })
  await page.bringToFront()
  await page.emulateCPUThrottling(THROTTLE)
  return page
}

async function scroll(dist: OpenDist, size: Size): Promise<Scroll> {
  const page = await openThrottled(dist, size)
  const height = await page.evaluate(() => document.documentElement.scrollHeight - innerHeight)
  await page.evaluate(watch)
  const begun = performance.now()
  await scrollBy(page, height)
  const seconds = (performance.now() - begun) / 1000
  const calm = await page.evaluate(() => window.calm)
  await page.close()
  return { seconds, height, ...calm }
}

/** From the reader's coming to rest at the chart's place until it is drawn. */
async function explore(dist: OpenDist): Promise<Run> {
  const page = await openThrottled(dist, WINDOWS[1])
  await page.evaluate(async () => {
    document.querySelector('.chart-controls')?.scrollIntoView()
    await new Promise(requestAnimationFrame)
    await window.countdown.settled()
  })
  await page.evaluate(watch)
  await page.waitForSelector('.live-chart svg')
  const calm = await page.evaluate(() => window.calm)
  await page.close()
  return calm
}

declare global {
  interface Window {
    calm: Calm
  }
}

/** Runs in the page. */
function watch(): void {
  window.calm = { tasks: [], shift: 0, frames: 0, top: 0 }
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) window.calm.shift += (entry as PerformanceEntry & { value: number }).value
  }).observe({ type: 'layout-shift' })
  new PerformanceObserver((list) => window.calm.tasks.push(...list.getEntries().map(({ duration }) => duration))).observe({
    type: 'longtask',
  })
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
