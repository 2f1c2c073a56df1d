import type { Page } from 'puppeteer-core/internal/puppeteer-core-browser.js'
import { beforeAll, describe, expect, test } from 'vitest'
import { type FrameName, frames } from '../../../src/story/frames.ts'
import { addAxe, CONTRAST, findViolations } from '../axe.ts'
import { goTo, type Watched } from '../open-deck.ts'
import { openedDeck } from '../use-deck.ts'

const deck = openedDeck()

/** The chart is drawn, seen, and in the place of its still; on a page that finds its size, for that size at last. */
const alive = (page: Page, frame: FrameName = 'wide') =>
  page.waitForSelector(`.live-layer:not([hidden])[style*="width: ${frames[frame].width}px"] .live-chart svg`)
const clean = ({ violations, foreign, errors }: Watched) =>
  expect({ violations, foreign, errors }).toEqual({ violations: [], foreign: [], errors: [] })

/** For what must not happen. Vega draws at one of the next frames; what must happen is waited for. */
const nextFrames = (page: Page) =>
  page.evaluate(
    () => new Promise<void>((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve, 50)))),
  )

/** Countries as the chart has them: down the first column, then down the second. */
const inChart = (page: Page) =>
  page.$$eval('.live-chart [class*="name_marks"] text', (texts) =>
    texts
      .map((text) => ({ name: text.textContent ?? '', box: text.getBoundingClientRect() }))
      .sort((a, b) => (Math.abs(a.box.right - b.box.right) < 10 ? a.box.top - b.box.top : a.box.right - b.box.right))
      .map(({ name }) => name),
  )

async function choose(page: Page, input: number, value: string): Promise<void> {
  const selects = await page.$$('.chart-controls select')
  await selects[input]?.select(value)
}

const firstTwo = async (page: Page) => (await inChart(page)).slice(0, 2)

const tooltip = (page: Page) => page.$eval('.chart-tooltip', (element) => element.textContent ?? '')
const stepOf = (page: Page) => page.evaluate(() => window.countdown.step.id)

test('Vega is asked for when the chart is near, and not before', async () => {
  const watched = await deck.open(`${deck.web}index.html`)
  const { page } = watched
  const asked: string[] = []
  page.on('request', (request) => request.url().includes('draw-chart') && asked.push(request.url()))
  await page.evaluate(() => {
    window.countdown.motion = false
  })
  for (const id of ['libya', 'tens', 'china']) await page.evaluate((slide) => window.countdown.goTo(slide), id)
  await nextFrames(page)
  expect(asked).toEqual([])
  await page.evaluate(() => window.countdown.goTo('explore'))
  await alive(page)
  expect(asked).toHaveLength(1)
  await page.evaluate(() => window.countdown.goTo('libya').then(() => window.countdown.goTo('explore')))
  await alive(page)
  expect(asked).toHaveLength(1)
  expect(await page.evaluate(() => Object.keys(window).filter((name) => /vega|embed|DrawChart/i.test(name)))).toEqual([])
  clean(watched)
})

describe.each(['web', 'disk'] as const)('from %s', (place) => {
  let watched: Watched
  let page: Page
  /** What the place has no part in is tried once. */
  const anywhere = (name: string, run: () => Promise<void>) => void (place === 'web' && test(name, run))
  beforeAll(async () => {
    watched = await deck.open(`${deck[place]}index.html#/explore`)
    page = watched.page
    await alive(page)
    await nextFrames(page)
  })

  test('it stands where its still stands, which gives way', async () => {
    const [still, live] = await page.evaluate(() => {
      const places = (selector: string) =>
        [...document.querySelectorAll(selector)]
          .filter(({ textContent }) => textContent === 'Indonesia')
          .map((text) => text.getBoundingClientRect())
      return [places('.stage text')[0], places('.live-chart text')[0]].map((box) => [box?.left ?? 0, box?.top ?? 0])
    })
    for (const at of [0, 1]) expect(Math.abs((still?.[at] ?? 0) - (live?.[at] ?? 9))).toBeLessThan(3)
    expect(await page.$eval('.stage > svg', (svg) => getComputedStyle(svg).visibility)).toBe('hidden')
  })

  anywhere('its bound parameters sort and filter it', async () => {
    expect(await firstTwo(page)).toEqual(['China', 'Mexico'])
    await choose(page, 0, 'gdp')
    await expect.poll(() => firstTwo(page)).toEqual(['China', 'Germany'])
    const byGdp = await inChart(page)
    expect(byGdp).toHaveLength(43)
    expect(byGdp.slice(-2).sort()).toEqual(['Chinese Taipei', 'Venezuela'])
    expect(await page.$eval('.live-chart', ({ textContent }) => textContent)).toContain('no figure')
    await choose(page, 1, 'South-eastern Asia')
    await expect
      .poll(async () => (await inChart(page)).toSorted())
      .toEqual(['Cambodia', 'Indonesia', 'Malaysia', 'Philippines', 'Thailand', 'Vietnam'])
    await choose(page, 1, 'everywhere')
    await choose(page, 0, 'deficit')
    await expect.poll(() => firstTwo(page)).toEqual(['China', 'Mexico'])
  })

  anywhere('a pointer selects a bar and shows its facts, wherever the page has enlarged it', async () => {
    for (const width of [1280, 900]) {
      await page.setViewport({ width, height: 720 })
      await nextFrames(page)
      const bar = await page.$(
        '::-p-xpath(//*[contains(@class,"live-chart")]//*[local-name()="path"][contains(@aria-label,"Ireland")])',
      )
      await bar?.hover()
      await expect.poll(() => tooltip(page)).toMatch(/Ireland.*\$43\.3.billion.*\$103,888/)
      await expect.poll(() => page.$$eval('.live-chart path[fill="var(--signal)"]', (bars) => bars.length)).toBe(1)
      await page.mouse.move(30, 600)
      await expect.poll(() => tooltip(page)).toBe('')
    }
    await page.setViewport({ width: 1280, height: 720 })
  })

  anywhere('the keyboard alone chooses, points, and does not turn the slide', async () => {
    await page.focus('.chart-controls select')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Tab')
    expect(await page.evaluate(() => document.activeElement?.role)).toBe('application')
    for (const [key, said] of [
      ['ArrowDown', 'China'],
      ['ArrowDown', 'Mexico'],
      ['ArrowUp', 'China'],
    ] as const) {
      await page.keyboard.press(key)
      await expect.poll(() => tooltip(page)).toContain(said)
    }
    expect(await stepOf(page)).toBe('explore')
    await page.keyboard.press('Escape')
    await expect.poll(() => tooltip(page)).toBe('')
    expect(await page.$('dialog[open]')).toBeNull()
  })

  test('a clicker steps from any of it, and the still is there again', async () => {
    for (const part of ['.chart-controls select', '.live-chart']) {
      await page.focus(part)
      await page.keyboard.press('PageDown')
      expect(await stepOf(page), part).toBe('readings')
      expect(await page.$eval('.stage > svg', (svg) => getComputedStyle(svg).visibility)).toBe('visible')
      expect(await page.$$('.live-layer:not([hidden])')).toHaveLength(0)
      await page.keyboard.press('PageUp')
      expect(await stepOf(page), part).toBe('explore')
      await alive(page)
    }
  })

  test('nothing runs into the policy, no other site is asked, nothing is thrown', () => clean(watched))
})

/** The explorer with texts of its file replaced by others, and the options that a chart of another tool brings along. */
async function openAltered(from: string, to: string): Promise<Watched> {
  const watched = await deck.open(`${deck.web}index.html`)
  const { page } = watched
  await page.evaluateOnNewDocument(
    (from, to) => {
      const altered = new Proxy<Record<string, object>>(
        {},
        {
          set(target, key, given: object) {
            const chart = JSON.parse(JSON.stringify(given).replaceAll(from, to))
            const embedOptions = { actions: true, ast: false, defaultStyle: true, renderer: 'canvas', tooltip: false }
            target[String(key)] = { ...chart, runtime: { ...chart.runtime, usermeta: { embedOptions } } }
            return true
          },
        },
      )
      Object.defineProperty(window, 'countdownCharts', { value: altered })
    },
    from,
    to,
  )
  await goTo(page, `${deck.web}index.html#/explore`)
  await alive(page)
  await page.focus('.live-chart')
  return watched
}

test('hostile data stay text, and a chart cannot set what the page has set', async () => {
  const watched = await openAltered('Ireland', '<img src=x onerror=document.title=1><b>Ireland</b>')
  const { page } = watched
  // Ireland is the eleventh of the first column.
  for (let i = 0; i < 11; i++) await page.keyboard.press('ArrowDown')
  await expect.poll(() => tooltip(page)).toContain('<img src=x onerror=document.title=1><b>Ireland</b>')
  expect(await page.$$eval('.live-layer :is(img, b, style, details, canvas, a)', (found) => found.length)).toBe(0)
  clean(watched)
})

test('what has no tooltip is told by keys as Vega describes it', async () => {
  const { page } = await openAltered('"tooltip"', '"none"')
  for (const name of ['China', 'Mexico']) {
    await page.keyboard.press('ArrowDown')
    const described = await page.$eval('.live-chart [data-pointed]', ({ ariaLabel }) => ariaLabel)
    expect(described).toContain(name)
    await expect.poll(() => tooltip(page)).toBe(described)
  }
  await page.keyboard.press('Escape')
  await expect.poll(() => tooltip(page)).toBe('')
})

test.each([
  ['index.html', { width: 1280, height: 720 }, 'wide'],
  ['read.html', { width: 390, height: 844 }, 'narrow'],
] as const)('in %s inputs have their place before they are there, and nothing moves', async (file, size, frame) => {
  const { page } = await deck.open(`${deck.web}${file}`, size)
  const place = (id?: string) =>
    page.evaluate(async (target) => {
      if (target) await window.countdown.goTo(target)
      const controls = document.querySelector<HTMLElement>('.chart-controls')
      return { height: controls?.offsetHeight ?? 0, isAwaited: controls?.querySelector('.vega-bind-awaited') !== null }
    }, id)
  const { height, isAwaited } = await place('explore')
  expect(isAwaited).toBe(true)
  expect(height).toBeGreaterThan(100)
  await alive(page, frame)
  expect(await place()).toEqual({ height, isAwaited: false })
})

test('without its script the still stays', async () => {
  const { page } = await deck.open(`${deck.web}index.html`)
  await page.setRequestInterception(true)
  const aborted: string[] = []
  page.on('request', (request) => {
    if (!request.url().includes('draw-chart')) return void request.continue()
    aborted.push(request.url())
    void request.abort()
  })
  await page.evaluate(() => window.countdown.goTo('explore'))
  await expect.poll(() => aborted.length).toBe(1)
  await nextFrames(page)
  expect(await page.$$('.live-layer, .chart-controls > *')).toHaveLength(0)
  expect(await page.$eval('.stage > svg', (svg) => getComputedStyle(svg).visibility)).toBe('visible')
})

test('axe finds nothing at the chart and its inputs, light and dark', async () => {
  const { page } = await deck.open(`${deck.web}index.html#/explore`)
  await alive(page)
  await addAxe(page)
  expect(await findViolations(page, 'section.present')).toEqual([])
  const reading = await deck.open(`${deck.web}read.html#explore`, { width: 390, height: 844, dark: true })
  await alive(reading.page, 'narrow')
  await addAxe(reading.page)
  expect(await findViolations(reading.page, '.chart-controls', CONTRAST)).toEqual([])
})

test.each([
  [{ width: 390, height: 844 }, 'narrow'],
  [{ width: 1280, height: 800 }, 'column'],
] as const)('the reading page has it in a window of %o, when nobody has scrolled for a moment', async (size, name) => {
  const watched = await deck.open(`${deck.web}read.html#explore`, size)
  const { page } = watched
  await alive(page, name)
  expect(await page.$eval('.stage', (stage) => stage.getAttribute('data-size'))).toBe(name)
  const { chart, stage } = await page.evaluate(() => {
    const boxOf = (selector: string) => document.querySelector(selector)?.getBoundingClientRect()
    return { chart: boxOf('.live-chart svg'), stage: boxOf('.stage') }
  })
  expect((chart?.left ?? -1) >= (stage?.left ?? 0) - 1 && (chart?.right ?? 0) <= (stage?.right ?? 0) + 1).toBe(true)
  await choose(page, 0, 'exports')
  await expect.poll(() => firstTwo(page)).toEqual(['Mexico', 'China'])
  await page.evaluate(() => window.countdown.goTo('ending'))
  await expect.poll(() => page.$$eval('.live-layer:not([hidden])', (layers) => layers.length)).toBe(0)
  clean(watched)
})
