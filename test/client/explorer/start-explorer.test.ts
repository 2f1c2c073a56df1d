import type { Page } from 'puppeteer-core/internal/puppeteer-core-browser.js'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { records } from '../../../data/records.ts'
import { addAxe, CONTRAST, findViolations } from '../axe.ts'
import { type DeckInBrowser, goTo, openDeck, type Watched } from '../open-deck.ts'

let deck: DeckInBrowser
beforeAll(async () => {
  deck = await openDeck()
})
afterAll(() => deck.close())

const drawn = (page: Page) => page.waitForSelector('.explorer-chart svg[role=img]')
const control = (name: string) => `::-p-aria([name="${name}"][role="combobox"])`
const clean = ({ violations, foreign, errors }: Watched) =>
  expect({ violations, foreign, errors }).toEqual({ violations: [], foreign: [], errors: [] })

async function choose(page: Page, name: string, value: string): Promise<void> {
  const select = await page.$(control(name))
  await select?.select(value)
  await nextFrames(page)
}

/** Vega draws at the next frame. */
const nextFrames = (page: Page) =>
  page.evaluate(
    () => new Promise<void>((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve)))),
  )

/** Names as the table has them, from the top. */
const inTable = (page: Page) =>
  page.$$eval('.records tbody tr:not([hidden]) .name', (cells) => cells.map((cell) => cell.textContent ?? ''))

/** Names as the chart has them: down the first column, then down the second. */
const inChart = (page: Page) =>
  page.$$eval(
    '.explorer-chart text',
    (texts, names) =>
      texts
        .filter(({ textContent }) => names.includes(textContent ?? ''))
        .map((text) => ({ name: text.textContent ?? '', box: text.getBoundingClientRect() }))
        .sort((a, b) => (Math.abs(a.box.right - b.box.right) < 10 ? a.box.top - b.box.top : a.box.right - b.box.right))
        .map(({ name }) => name),
    records.map(({ name }) => name),
  )

const tooltip = (page: Page) => page.$eval('.explorer-tooltip', (element) => element.textContent ?? '')

test('Vega is asked for when the chart is near, and not before', async () => {
  const watched = await deck.open(`${deck.web}index.html`)
  const { page } = watched
  const asked: string[] = []
  page.on('request', (request) => request.url().includes('explorer-chart') && asked.push(request.url()))
  await page.evaluate(() => {
    window.countdown.motion = false
  })
  for (const id of ['libya', 'tens', 'china']) await page.evaluate((slide) => window.countdown.goTo(slide), id)
  await nextFrames(page)
  expect(asked).toEqual([])
  await page.evaluate(() => window.countdown.goTo('ranking'))
  await page.waitForSelector('.explorer-chart svg')
  expect(asked).toHaveLength(1)
  await page.evaluate(() => window.countdown.goTo('sources').then(() => window.countdown.goTo('explore')))
  expect(asked).toHaveLength(1)
  expect(await page.evaluate(() => Object.keys(window).filter((name) => /vega|embed|countdown.*chart/i.test(name)))).toEqual([])
  clean(watched)
})

describe.each(['web', 'disk'] as const)('from %s', (place) => {
  let watched: Watched
  let page: Page
  beforeAll(async () => {
    watched = await deck.open(`${deck[place]}index.html#/explore`)
    page = watched.page
    await drawn(page)
  })

  test('chart and table are sorted by every column alike, and reversed', async () => {
    const columns = await page.$$eval('.records thead th', (heads) => heads.map((head) => head.dataset.key ?? ''))
    expect(columns).toHaveLength(8)
    const orders = new Set<string>()
    for (const column of [...columns.slice(1), 'rank']) {
      await choose(page, 'Sort by', column)
      const order = await inTable(page)
      expect(order).toHaveLength(43)
      expect(await inChart(page)).toEqual(order)
      orders.add(order.join())
    }
    // By rank and by deficit is the same but for countries that are level.
    expect(orders.size).toBeGreaterThanOrEqual(7)
    await page.click('.explorer-controls button')
    await nextFrames(page)
    expect((await inTable(page))[0]).toBe('Libya')
    expect((await inChart(page))[0]).toBe('Libya')
  })

  test("the table's heads sort the chart, and the control tells it", async () => {
    await page.click('.records thead th.gdp button')
    await nextFrames(page)
    expect((await inChart(page)).slice(0, 2)).toEqual(['China', 'Germany'])
    expect((await inChart(page)).slice(-2).sort()).toEqual(['Chinese Taipei', 'Venezuela'])
    expect(await page.$eval('.explorer-chart', ({ textContent }) => textContent)).toContain('no figure')
    expect(await page.$eval('.explorer-controls select', (select) => (select as HTMLSelectElement).value)).toBe('gdp')
    expect(await page.$eval('.explorer-chart svg', (svg) => svg.getAttribute('aria-label'))).toMatch(/^Bars of GDP, 43 in all/)
  })

  test('a location keeps its countries, in chart and table', async () => {
    await choose(page, 'Location', 'South-eastern Asia')
    expect((await inTable(page)).toSorted()).toEqual(['Cambodia', 'Indonesia', 'Malaysia', 'Philippines', 'Thailand', 'Vietnam'])
    expect(await inChart(page)).toEqual(await inTable(page))
    await choose(page, 'Location', '')
    expect(await inChart(page)).toHaveLength(43)
  })

  test('pointing shows the facts, and one mark has the signal colour', async () => {
    const signals = () =>
      page.$$eval('.explorer-chart svg [fill="var(--signal)"]', (marks) => marks.map((mark) => mark.textContent))
    expect(await signals()).toEqual([])
    const text = await page.$('::-p-xpath(//*[contains(@class,"explorer-chart")]//*[local-name()="text"][.="Ireland"])')
    await text?.hover()
    await nextFrames(page)
    expect(await tooltip(page)).toMatch(/Ireland.*\$43\.3.billion.*\$103,888/)
    expect(await signals()).toContain('Ireland')
    expect(await signals()).toHaveLength(3)
    await page.mouse.move(900, 120)
    await nextFrames(page)
    expect(await tooltip(page)).toBe('')
    expect(await signals()).toEqual([])
  })

  test('the keyboard alone reaches every control, points, and does not turn the slide', async () => {
    await page.focus('.explorer-controls select')
    const reached: string[] = []
    for (let i = 0; i < 4; i++) {
      reached.push(
        await page.evaluate(() => document.activeElement?.closest('label, button')?.firstChild?.textContent?.trim() ?? ''),
      )
      if (i < 3) await page.keyboard.press('Tab')
    }
    expect(reached).toEqual(['Sort by', 'Reverse', 'Location', 'Point out'])
    await page.keyboard.press('ArrowDown')
    await nextFrames(page)
    expect(await tooltip(page)).toContain('Algeria')
    expect(await page.evaluate(() => window.countdown.step.id)).toBe('explore')
    await choose(page, 'Point out', '')
    await page.focus('.explorer-table')
    await page.keyboard.press('End')
    await page.waitForFunction(() => (document.querySelector('.explorer-table')?.scrollTop ?? 0) > 100)
    expect(await page.evaluate(() => window.countdown.step.id)).toBe('explore')
  })

  test('a clicker steps from any control, and keys do after a choice by pointer', async () => {
    const step = async (key: 'PageDown' | 'PageUp' | 'ArrowRight' | 'Space') => {
      await page.keyboard.press(key)
      return page.evaluate(() => window.countdown.step.id)
    }
    for (const part of ['.explorer-controls select', '.explorer-controls button', '.explorer-table']) {
      await page.focus(part)
      expect(await step('PageDown'), part).toBe('readings')
      expect(await step('PageUp'), part).toBe('explore')
    }
    await page.click('.explorer-controls button')
    expect(await step('Space')).toBe('readings')
    await page.evaluate(() => window.countdown.goTo('explore'))
    await page.click('.explorer-table tbody tr')
    expect(await step('ArrowRight')).toBe('readings')
    await page.evaluate(() => window.countdown.goTo('explore'))
    // Headless browsers open no list: the choice is made by the keys' event alone.
    const select = await page.$('.explorer-controls select')
    await select?.evaluate((element) => element.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true })))
    await page.focus('.explorer-controls select')
    await select?.select('name')
    expect(await step('ArrowRight')).toBe('readings')
    await page.evaluate(() => window.countdown.goTo('explore'))
  })

  test('nothing runs into the policy, no other site is asked, nothing is thrown', () => clean(watched))
})

test('hostile data stay text, and a chart cannot set what the page has set', async () => {
  const watched = await deck.open(`${deck.web}index.html`)
  const { page } = watched
  await page.evaluateOnNewDocument(() => {
    let chart: unknown
    Object.defineProperty(window, 'countdownChart', {
      configurable: true,
      get: () => chart,
      set(given: object) {
        const words = JSON.stringify(given).replaceAll('Ireland', '<img src=x onerror=document.title=1><b>Ireland</b>')
        const embedOptions = { actions: true, ast: false, defaultStyle: true, renderer: 'canvas', tooltip: false }
        chart = { ...JSON.parse(words), usermeta: { embedOptions } }
      },
    })
  })
  await goTo(page, `${deck.web}index.html#/explore`)
  await drawn(page)
  await choose(page, 'Point out', 'ireland')
  expect(await tooltip(page)).toContain('<img src=x onerror=document.title=1><b>Ireland</b>')
  expect(await page.$$eval('.explorer :is(img, b, style, details, canvas, a)', (found) => found.length)).toBe(0)
  clean(watched)
})

test('without its script the slide is what it was: the table with everything', async () => {
  const { page } = await deck.open(`${deck.web}index.html`)
  await page.setRequestInterception(true)
  await page.evaluate(() => {
    window.countdown.motion = false
  })
  page.on('request', (request) => void (request.url().includes('explorer-chart') ? request.abort() : request.continue()))
  await page.evaluate(() => window.countdown.goTo('explore'))
  await page.waitForFunction(() => !document.querySelector('[data-explorable], .explorer-controls'))
  expect(await inTable(page)).toHaveLength(43)
  expect(await page.$eval('.explorer-table', (table) => getComputedStyle(table).columnCount)).toBe('2')
})

test('axe finds nothing at the chart and its controls, light and dark', async () => {
  const { page } = await deck.open(`${deck.web}index.html#/explore`)
  await drawn(page)
  await choose(page, 'Point out', 'sweden')
  await addAxe(page)
  expect(await findViolations(page, '.explorer')).toEqual([])
  await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: 'dark' }])
  expect(await findViolations(page, '.explorer', CONTRAST)).toEqual([])
})

test('nothing of it leaves its place on the slide, and no text is small', async () => {
  const { page } = await deck.open(`${deck.web}index.html#/explore`)
  await drawn(page)
  for (const key of ['deficit', 'exports', 'imports', 'gdp', 'gdpPerCapita', 'name']) {
    await choose(page, 'Sort by', key)
    const outside = await page.$$eval('.explorer-chart text, .explorer-controls > *', (parts) =>
      parts
        .filter((part) => {
          const { left, right, bottom } = part.getBoundingClientRect()
          const edge = part.matches('text') ? 630 : 1240
          return left < 39 || right > edge || bottom > 690 || Number.parseFloat(getComputedStyle(part).fontSize) < 15
        })
        .map((part) => part.textContent),
    )
    expect(outside).toEqual([])
  }
})

test('the reading page asks for it when nobody has scrolled for a moment', async () => {
  const { page } = await deck.open(`${deck.web}read.html`)
  const waited = await page.evaluate(async () => {
    const scrolled: number[] = []
    addEventListener('scroll', () => scrolled.push(performance.now()))
    location.hash = 'explore'
    const asked = () => performance.getEntriesByType('resource').find(({ name }) => name.includes('explorer-chart'))
    for (let frame = 0; !asked(); frame++) {
      if (frame < 20) scrollBy({ top: frame % 2 ? 3 : -3, behavior: 'instant' })
      await new Promise(requestAnimationFrame)
    }
    const start = asked()?.startTime ?? 0
    return start - Math.max(...scrolled.filter((time) => time < start))
  })
  expect(waited).toBeGreaterThan(240)
})

test('the reading page draws it where there is room, and sorts and filters the table alone on a phone', async () => {
  const wide = await deck.open(`${deck.web}read.html#explore`)
  await drawn(wide.page)
  await choose(wide.page, 'Sort by', 'imports')
  expect(await inChart(wide.page)).toEqual(await inTable(wide.page))
  clean(wide)
  const phone = await deck.open(`${deck.web}read.html#explore`, { width: 390, height: 844 })
  await choose(phone.page, 'Location', 'Western Asia')
  expect((await inTable(phone.page)).toSorted()).toEqual(['Iraq', 'Israel', 'Jordan', 'Saudi Arabia'])
  expect(await phone.page.$$eval('.explorer-chart *, [src*=explorer-chart]', (parts) => parts.length)).toBe(0)
  expect(await phone.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
  clean(phone)
})
