import { expect, test } from 'vitest'
import { type DeckInBrowser, goTo, stepOf } from './open-deck.ts'
import { PHONE, scrollTo, stageName } from './reading.ts'
import { openedDeck } from './use-deck.ts'

const deck = openedDeck()

const read = (options: Parameters<DeckInBrowser['open']>[1], hash = '') => deck.open(`${deck.web}read.html${hash}`, options)

test('turning the phone keeps the step, the place and the chart', async () => {
  const { page } = await read(PHONE, '#germany')
  await scrollTo(page, await page.evaluate(() => scrollY + 120))
  await page.evaluate(() => Object.assign(window, { node: document.querySelector('.stage svg') }))
  for (const [width, height, viewBox] of [
    [844, 390, '0 0 390 330'],
    [390, 844, '0 0 390 440'],
    [1280, 800, '0 0 720 680'],
    [375, 553, '0 0 390 330'],
    [390, 844, '0 0 390 440'],
  ] as const) {
    await page.setViewport({ width, height })
    await page.waitForFunction((w) => innerWidth === w, {}, width)
    await page.waitForFunction((box) => document.querySelector('.stage svg')?.getAttribute('viewBox') === box, {}, viewBox)
    await page.evaluate(() => window.countdown.settled())
    expect((await stepOf(page)).id).toBe('germany')
    expect(await stageName(page)).toContain('Germany')
    expect(
      await page.evaluate(() => document.querySelector('.stage svg') === (window as unknown as { node: Element }).node),
    ).toBe(true)
  }
})

test('a window made narrow does not put the chart over the headline that was read', async () => {
  const { page } = await read({ width: 1280, height: 800 }, '#germany')
  // Read nearly to its end, with the headline still in sight.
  await scrollTo(
    page,
    await page.evaluate(() => scrollY + (document.querySelector('#germany')?.getBoundingClientRect().top ?? 0) - 60),
  )
  await page.setViewport(PHONE)
  await page.waitForFunction(() => document.querySelector('.stage svg')?.getAttribute('viewBox') === '0 0 390 440')
  await page.evaluate(() => window.countdown.settled())
  const headline = await page.$eval('#germany .headline', (element) => element.getBoundingClientRect().top)
  const stage = await page.$eval('.stage', (element) => element.getBoundingClientRect().bottom)
  expect((await stepOf(page)).id).toBe('germany')
  expect(headline).toBeGreaterThanOrEqual(stage)
  expect(headline).toBeLessThan(844)
})

test('on a low phone the text keeps a third of the window, and labels stay readable', async () => {
  const { page } = await read({ width: 375, height: 553 }, '#germany')
  const [room, label] = await page.evaluate(() => {
    const svg = document.querySelector<SVGSVGElement>('.stage svg')
    const labels = [...(svg?.querySelectorAll('text') ?? [])].map((text) => Number(text.getAttribute('font-size')))
    const stage = document.querySelector('.stage')?.getBoundingClientRect()
    return [innerHeight - (stage?.bottom ?? 0), Math.min(...labels) * (svg?.getScreenCTM()?.a ?? 0)]
  })
  expect(room).toBeGreaterThan(553 / 3)
  expect(label).toBeGreaterThan(11.99)
})

test('a page zoomed to 400 % still has every word, and no sideways scroll', async () => {
  const { page } = await read({ width: 320, height: 200 }, '#germany')
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
  const headline = await page.$eval('#germany .headline', (element) => element.getBoundingClientRect().top)
  expect(headline).toBeGreaterThan(0)
  expect(headline).toBeLessThan(200)
})

test("with the reader's text at 200 % nothing is lost, and nothing scrolls sideways", async () => {
  const { page } = await deck.open('about:blank', PHONE)
  const session = await page.createCDPSession()
  await session.send('Page.setFontSizes', { fontSizes: { standard: 32 } })
  await goTo(page, `${deck.web}read.html#germany`)
  const { text, wide, bar, hidden } = await page.evaluate(() => ({
    text: Number.parseFloat(getComputedStyle(document.querySelector('#germany .body') as Element).fontSize),
    wide: document.documentElement.scrollWidth,
    bar: document.querySelector('.bar')?.getBoundingClientRect().bottom ?? 0,
    hidden: [...document.querySelectorAll('.where .short, .switches > *')].filter((part) => {
      const { left, right, bottom } = part.getBoundingClientRect()
      const { scrollWidth, clientWidth } = part
      return left < 0 || right > innerWidth || bottom > 136 || scrollWidth > clientWidth + 1
    }).length,
  }))
  expect(text).toBeGreaterThanOrEqual(32)
  expect(wide).toBeLessThanOrEqual(390)
  expect(bar).toBeLessThan(140)
  expect(hidden).toBe(0)
})

test('where a browser enlarges text alone, the bar grows and covers nothing, and nothing scrolls sideways', async () => {
  const { page } = await read(PHONE, '#germany')
  const found = await page.evaluate(async () => {
    const texts = [...document.querySelectorAll<HTMLElement>('body :not(svg, svg *)')]
    const sizes = texts.map((text) => Number.parseFloat(getComputedStyle(text).fontSize))
    for (const [index, text] of texts.entries()) text.style.fontSize = `${2 * (sizes[index] ?? 0)}px`
    await window.countdown.goTo('germany')
    for (let frame = 0; frame < 3; frame++) await new Promise(requestAnimationFrame)
    const boxOf = (selector: string) => (document.querySelector(selector) as Element).getBoundingClientRect()
    const [bar, place, stage] = ['.bar', '.where .short', '.stage'].map(boxOf)
    const inBar = (place?.bottom ?? 0) <= (bar?.bottom ?? 0) && (place?.top ?? 0) >= 0
    return { inBar, below: (stage?.top ?? 0) - (bar?.bottom ?? 0), wide: document.documentElement.scrollWidth }
  })
  expect(found).toEqual({ inBar: true, below: 0, wide: 390 })
})

test.each([PHONE, { width: 1280, height: 800 }])("larger text makes the chart's text larger, in a window of %o", async (size) => {
  const labels: number[] = []
  for (const standard of [16, 24]) {
    const { page } = await deck.open('about:blank', size)
    const session = await page.createCDPSession()
    await session.send('Page.setFontSizes', { fontSizes: { standard } })
    await goTo(page, `${deck.web}read.html#germany`)
    labels.push(await page.$eval('.stage svg', (svg) => 13 * ((svg as SVGSVGElement).getScreenCTM()?.a ?? 0)))
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(size.width)
    await page.close()
  }
  const [usual = 0, ...larger] = labels
  for (const label of larger) expect(label).toBeGreaterThan(usual * 1.1)
})

test('a window that only becomes lower or higher keeps the step and the line that was read', async () => {
  const { page } = await read({ width: 1280, height: 800 }, '#germany')
  // Read to where the headline is just out of sight.
  const headline = () => page.$eval('#germany .headline', (element) => element.getBoundingClientRect().top)
  await scrollTo(page, (await page.evaluate(() => scrollY)) + (await headline()) + 60)
  /** How far the headline is from where steps are read, in the middle of the room for the text. */
  const place = () =>
    page.evaluate(async () => {
      await new Promise(requestAnimationFrame)
      await new Promise(requestAnimationFrame)
      await window.countdown.settled()
      const top = document.querySelector('#germany .headline')?.getBoundingClientRect().top ?? 0
      return { id: window.countdown.step.id, fromLine: Math.round(innerHeight / 2 - top) }
    })
  const before = await place()
  for (const height of [520, 480, 1000]) {
    await page.setViewport({ width: 1280, height })
    await page.waitForFunction((h) => innerHeight === h, {}, height)
    const { id, fromLine } = await place()
    expect(id, `${height}`).toBe('germany')
    expect(Math.abs(fromLine - before.fromLine), `${height}`).toBeLessThanOrEqual(2)
  }
  await page.evaluate(() => window.countdown.goTo('germany'))
  for (const height of [520, 1000, 800]) {
    await page.setViewport({ width: 1280, height })
    await page.waitForFunction((h) => innerHeight === h, {}, height)
    expect((await place()).id, `${height}`).toBe('germany')
    expect(await headline(), 'a headline in sight stays so').toBeGreaterThan(44)
  }
})

test('on the smallest phones no label of any chart is under 12 px, none is cut, and the text keeps a third of the window', async () => {
  const { page } = await read({ width: 320, height: 568 })
  const found = await page.evaluate(async () => {
    window.countdown.motion = false
    await document.fonts.ready
    const faults: string[] = []
    for (const { id } of document.querySelectorAll('.scrolly .step')) {
      await window.countdown.goTo(id)
      const stage = document.querySelector('.stage')?.getBoundingClientRect()
      const svg = document.querySelector('.stage svg') as SVGSVGElement
      const scale = svg.getScreenCTM()?.a ?? 0
      for (const text of svg.querySelectorAll('text')) {
        const size = Number.parseFloat(getComputedStyle(text).fontSize) * scale
        if (size < 12) faults.push(`${id}: ${text.textContent} has ${size} px`)
      }
      if ((stage?.bottom ?? 0) > (innerHeight * 2) / 3) faults.push(`${id}: the chart reaches down to ${stage?.bottom}`)
    }
    return { faults, size: document.querySelector<HTMLElement>('.stage')?.dataset.size }
  })
  expect(found).toEqual({ faults: [], size: 'slim' })
})

test.each([320, 390])(
  'at %d px whatever can be pressed is at least 44 px wide and high, links of a sentence aside',
  async (width) => {
    const { page } = await read({ width, height: 844 }, '#explore')
    await page.waitForSelector('.chart-controls select')
    await page.click('.menu summary')
    const small = () =>
      page.$$eval('a[href], button, summary, select, input, [role=option]', (all) =>
        all
          .filter((one) => one.checkVisibility({ visibilityProperty: true }) && one.closest('p, li > p, .body') === null)
          .map((one) => ({ name: one.textContent ?? '', box: one.getBoundingClientRect() }))
          .filter(({ box }) => box.width < 43.9 || box.height < 43.9)
          .map(({ name, box }) => `${name}: ${box.width} × ${box.height}`),
      )
    expect(await page.$$eval('.menu .sheet a, .menu .sheet button', (all) => all.length)).toBeGreaterThan(9)
    expect(await small()).toEqual([])
    await page.keyboard.press('Escape')
    await page.click('[data-action=jump]')
    await page.keyboard.type('an')
    expect(await page.$$eval('[role=option]', (all) => all.length)).toBeGreaterThan(5)
    expect(await small()).toEqual([])
  },
)
