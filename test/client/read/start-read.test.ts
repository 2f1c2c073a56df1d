import type { Page } from 'puppeteer-core/internal/puppeteer-core-browser.js'
import { beforeAll, describe, expect, test } from 'vitest'
import { type DeckInBrowser, goTo, type Watched } from '../open-deck.ts'
import { DESK, PHONE, scrollTo } from '../reading.ts'
import { openedDeck } from '../use-deck.ts'

const deck = openedDeck()
let ids: string[]
beforeAll(async () => {
  const { page } = await read(DESK)
  ids = await page.$$eval('.step', (articles) => articles.map(({ id }) => id))
})

const read = (options: Parameters<DeckInBrowser['open']>[1], hash = '', place: 'web' | 'disk' = 'web') =>
  deck.open(`${deck[place]}read.html${hash}`, options)
const still = (page: Page) =>
  page.evaluate(() => {
    window.countdown.motion = false
  })

/** Follows a link to a step, where the page may have been opened already, and tells what the reader has before them. */
const opened = (page: Page, id: string) =>
  page.evaluate(async (wanted) => {
    window.countdown.motion = false
    location.hash = wanted
    // The browser scrolls there in one of the next frames.
    for (let frames = 0; frames < 60 && window.countdown.step.id !== wanted; frames++) await new Promise(requestAnimationFrame)
    await window.countdown.settled()
    const article = document.querySelector<HTMLElement>(`#${wanted}`)
    const headline = article?.querySelector('.headline')?.getBoundingClientRect()
    const stage = document.querySelector('.stage')?.getBoundingClientRect()
    const isCovered =
      headline && stage && stage.left < headline.right && stage.right > headline.left && stage.bottom > headline.top
    const chart = document.querySelector('.stage svg')?.getAttribute('aria-label') ?? ''
    return {
      id: window.countdown.step.id,
      seen: !!headline && headline.top > 0 && headline.bottom < innerHeight && !isCovered,
      named: chart.includes(article?.dataset.name ?? '?'),
    }
  }, id)

test.each([PHONE, DESK])(
  'words without a chart pass over the one that stands, and the next step has it again, at %o',
  async (size) => {
    const { page } = await read(size)
    const stageIsSeen = () =>
      page.evaluate(() => {
        const { left, width, top, height } = document.querySelector('.stage')?.getBoundingClientRect() ?? new DOMRect()
        return !!document.elementFromPoint(left + width / 2, top + height / 3)?.closest('.stage')
      })
    expect(await opened(page, 'readings')).toMatchObject({ id: 'readings' })
    expect(await stageIsSeen()).toBe(false)
    expect(await opened(page, 'stakes')).toMatchObject({ id: 'stakes', seen: true })
    expect(await stageIsSeen()).toBe(true)
  },
)

describe.each([
  ['web', PHONE],
  ['disk', DESK],
] as const)('from %s at %o', (place, size) => {
  let watched: Watched
  beforeAll(async () => {
    watched = await read(size, '', place)
  })

  test('every record opens from its link, below the stage and with its chart; cold at every few of them, and from disk only at those', async () => {
    const { page } = watched
    const records = await page.$$eval('.step[data-rank]', (all) => all.map(({ id }) => id))
    expect(records).toHaveLength(43)
    for (const [index, id] of records.entries()) {
      const isCold = index % 22 === (place === 'web' ? 2 : 18)
      if (place === 'disk' && !isCold) continue
      if (isCold) await goTo(page, `${deck[place]}read.html#${id}`)
      expect(await opened(page, id)).toEqual({ id, seen: true, named: true })
    }
  })

  test('nothing was refused, nothing came from elsewhere, nothing was complained of', () => {
    expect(watched.violations).toEqual([])
    expect(watched.foreign).toEqual([])
    // Opened from disk, fonts are not preloaded but loaded a little later; the browser says so.
    expect(watched.errors.filter((error) => place === 'web' || !/font|preload|ERR_FAILED/.test(error))).toEqual([])
  })
})

test('what is current depends on the position alone, both ways', async () => {
  const { page } = await read(PHONE)
  await still(page)
  const { max } = await scrollTo(page, 0)
  const positions = Array.from({ length: 24 }, (_, index) => Math.round((index * max) / 23))
  const idsAt = (tops: number[]) =>
    page.evaluate(async (all) => {
      const found: string[] = []
      for (const top of all) {
        window.scrollTo({ top, behavior: 'instant' })
        await new Promise(requestAnimationFrame)
        found.push(window.countdown.step.id)
      }
      return found
    }, tops)
  const down = await idsAt(positions)
  expect((await idsAt(positions.toReversed())).toReversed()).toEqual(down)
  expect(new Set(down).size).toBeGreaterThan(18)
  expect([down[0], down.at(-1)]).toEqual([ids[0], ids.at(-1)])
  expect(down.map((id) => ids.indexOf(id))).toEqual(down.map((id) => ids.indexOf(id)).toSorted((a, b) => a - b))
})

describe.each([PHONE, DESK])('scrolling at %o', (size) => {
  let page: Page
  beforeAll(async () => {
    page = (await read(size)).page
  })

  test('the stage stays one node and stays in view', async () => {
    await page.evaluate(() => Object.assign(window, { node: document.querySelector('.stage svg') }))
    for (const id of ['libya', 'france', 'china', 'germany']) {
      await page.evaluate((wanted) => window.countdown.goTo(wanted), id)
      const stage = await page.evaluate(() => {
        const svg = document.querySelector('.stage svg')
        const { top, bottom } = (svg as Element).getBoundingClientRect()
        return { same: svg === (window as unknown as { node: Element }).node, seen: top >= 0 && bottom <= innerHeight }
      })
      expect(stage).toEqual({ same: true, seen: true })
    }
  })

  test('no sideways scroll, text of 16 px, chart text of 12 px', async () => {
    for (const id of ['question', 'france', 'scatter', 'germany', 'net', 'ranking', 'explore']) {
      await page.evaluate((wanted) => window.countdown.goTo(wanted), id)
      const sizes = await page.evaluate(() => {
        const svg = document.querySelector<SVGSVGElement>('.stage svg')
        const scale = svg?.getScreenCTM()?.a ?? 0
        const labels = [...(svg?.querySelectorAll('text') ?? [])].map((text) => Number(text.getAttribute('font-size')) * scale)
        const words = [...document.querySelectorAll('body *')]
          .filter(
            (element) =>
              !element.closest('svg') && [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent?.trim()),
          )
          .map((element) => Number.parseFloat(getComputedStyle(element).fontSize))
        return { chart: Math.min(...labels), text: Math.min(...words), wide: document.documentElement.scrollWidth - innerWidth }
      })
      expect(sizes.chart).toBeGreaterThanOrEqual(12)
      expect(sizes.text).toBeGreaterThanOrEqual(16)
      expect(sizes.wide).toBeLessThanOrEqual(0)
    }
  })

  test('nothing shifts while it loads, with its script late, nor while it is scrolled', async () => {
    const { page } = await read(size)
    await page.setRequestInterception(true)
    page.on('request', async (request) => {
      // Without its fonts: what they move as they come depends on the machine, and has a test of its own.
      if (/\.woff2$/.test(request.url())) return request.abort()
      setTimeout(() => void request.continue(), /\/read\.\w+\.js$/.test(request.url()) ? 200 : 0)
    })
    for (const [hash, top] of [
      ['', 0],
      ['#figures', 0],
      ['#germany', 3000],
    ] as const) {
      await goTo(page, `${deck.web}read.html${hash}`)
      if (top > 0) await scrollTo(page, top)
      expect([hash, await shiftOf(page)]).toEqual([hash, 0])
    }
  })
})

/** Layout shift of a page since it was opened. */
function shiftOf(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        let sum = 0
        const observer = new PerformanceObserver((list) => {
          for (const entry of list.getEntries() as (PerformanceEntry & { value: number; hadRecentInput: boolean })[]) {
            if (!entry.hadRecentInput) sum += entry.value
          }
        })
        observer.observe({ type: 'layout-shift', buffered: true })
        setTimeout(() => resolve(sum), 100)
      }),
  )
}

test('rank, act and running share stay visible, and the acts are a table of contents', async () => {
  const { page } = await read(PHONE, '#germany')
  expect(await page.$eval('.where', (where) => (where.querySelector('.short') as HTMLElement).textContent)).toBe(
    '#6 of 43 · 40\u00a0% so far',
  )
  expect(await page.$$eval('.acts [aria-current]', (acts) => acts.map((act) => act.textContent))).toEqual([
    expect.stringMatching(/^The large:\s/),
  ])
  await page.click('.menu summary')
  await page.click('.menu a[href="#before-china"]')
  await page.waitForFunction(() => window.countdown.step.id === 'before-china')
  expect(await page.$('.menu[open]')).toBeNull()
})

test.each(['web', 'disk'] as const)('the link that was shared of a record leads to its place, from %s', async (place) => {
  const { page, violations } = await deck.open(`${deck[place]}share/vietnam.html`, PHONE)
  await page.waitForFunction(() => window.countdown?.step.id === 'vietnam')
  expect(page.url()).toBe(`${deck[place]}read.html#vietnam`)
  expect(violations).toEqual([])
})
