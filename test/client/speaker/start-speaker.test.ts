import type { Page } from 'puppeteer-core/internal/puppeteer-core-browser.js'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { goTo, stepOf } from '../open-deck.ts'
import { openedDeck } from '../use-deck.ts'

const deck = openedDeck()

const textOf = (page: Page, selector: string) => page.$eval(selector, (element) => element.textContent ?? '')

describe.each(['web', 'disk'] as const)('the speaker view, from %s', (place) => {
  let page: Page
  let speaker: Page
  /** What the place has no part in is tried once. */
  const anywhere = (name: string, run: () => Promise<void>) => void (place === 'web' && test(name, run))

  beforeAll(async () => {
    page = (await deck.open(`${deck[place]}index.html#/libya`)).page
    await page.keyboard.press('s')
    speaker = await deck.popup(page)
    await speaker.waitForSelector('html[data-connected] #upcoming .still > svg')
  })
  afterAll(() => speaker.close())

  test('shows notes, the current and the next slide with their charts, timer and clock', async () => {
    expect(await textOf(speaker, '#notes')).toBe(await textOf(page, '#libya .notes'))
    expect(await textOf(speaker, '#current .headline')).toBe(await textOf(page, '#libya .headline'))
    expect(await textOf(speaker, '#upcoming .headline')).toBe(await textOf(page, '#trinidad-and-tobago .headline'))
    expect(await speaker.$$eval('.screen .still > svg', (stills) => stills.map((still) => still.childElementCount > 3))).toEqual([
      true,
      true,
    ])
    expect(await textOf(speaker, '#timer')).toMatch(/^0:\d\d$/)
    expect(await textOf(speaker, '#clock')).toMatch(/\d\d:\d\d/)
    expect(await textOf(speaker, '#position')).toBe('#43 of 43 · Libya · Squares: $1.1 to $2.1\u00a0billion')
    expect(await textOf(speaker, '#count')).toMatch(/^4 \/ \d+$/)
  })

  test('follows the deck, and leads it', async () => {
    await page.keyboard.press('ArrowRight')
    await speaker.waitForFunction(() => document.querySelector('#count')?.textContent?.startsWith('5 /'))
    await speaker.keyboard.press('PageDown')
    await page.waitForFunction(() => window.countdown.step.id === 'venezuela')
    await speaker.click('[data-action=previous]')
    await page.waitForFunction(() => window.countdown.step.id === 'trinidad-and-tobago')
  })

  anywhere('turns the screen black and tells so', async () => {
    await speaker.keyboard.press('b')
    await page.waitForSelector('.reveal.paused')
    await speaker.waitForSelector('[data-action=black][aria-pressed=true]')
    await speaker.keyboard.press('b')
    await page.waitForSelector('.reveal:not(.paused)')
  })

  anywhere('jumps by name, by rank, by act and to the ends', async () => {
    const at = (id: string) => page.waitForFunction((wanted) => window.countdown.step.id === wanted, {}, id)
    await speaker.keyboard.press('g')
    await speaker.keyboard.type('taiwan')
    await speaker.keyboard.press('Enter')
    await at('chinese-taipei')
    await speaker.keyboard.press('1')
    await speaker.keyboard.type('7')
    await speaker.keyboard.press('Enter')
    await at('israel')
    await speaker.waitForFunction(
      () => document.querySelector('#position')?.textContent === '#17 of 43 · Israel · Tens: $10.2 to $43.3\u00a0billion',
    )
    await speaker.click('[data-action=nextAct]')
    await at('ten')
    await speaker.waitForFunction(
      () => document.querySelector('#position')?.textContent === 'The large: $44.1 to $213.1\u00a0billion',
    )
    await speaker.keyboard.down('Shift')
    await speaker.keyboard.press('ArrowLeft')
    await speaker.keyboard.up('Shift')
    await at('tens')
    await speaker.keyboard.press('End')
    await at('sources')
    await speaker.keyboard.press('Home')
    await at('question')
  })

  test('its own reload, as by the F5 of a remote, keeps the time and the place', async () => {
    await page.evaluate(() => window.countdown.goTo('israel'))
    await speaker.type('#target', '30')
    await speaker.keyboard.press('Enter')
    expect(await speaker.evaluate(() => document.activeElement?.tagName)).toBe('BODY')
    await speaker.evaluate(() => {
      const saved = JSON.parse(sessionStorage['countdown-timer'])
      sessionStorage['countdown-timer'] = JSON.stringify({ ...saved, before: 65_000 })
    })
    await speaker.reload()
    await speaker.waitForSelector('html[data-connected=""] #current svg')
    expect(await textOf(speaker, '#timer')).toMatch(/^1:\d\d$/)
    expect(await textOf(speaker, '#position')).toBe('#17 of 43 · Israel · Tens: $10.2 to $43.3\u00a0billion')
    expect(await textOf(speaker, '#pace')).toMatch(/^Tens: \$10\.2 to \$43\.3\sbillion until \d+:\d\d · \d+:\d\d ahead$/)
    await speaker.click('[data-action=reset]')
    expect(await textOf(speaker, '#timer')).toBe('0:00')
  })

  anywhere('its overview shows all slides, and leads the deck', async () => {
    await speaker.keyboard.press('o')
    expect(await speaker.$$eval('#overview [data-id]', (links) => links.length)).toBe(
      await page.$$eval('.slides > section', (sections) => sections.length),
    )
    expect(await speaker.$eval('#overview [data-id=libya] svg', (still) => still.childElementCount)).toBeGreaterThan(3)
    expect(await speaker.$eval('#overview [aria-current]', (link) => (link as HTMLElement).dataset.id)).toBe('israel')
    await speaker.keyboard.press('ArrowRight')
    await speaker.keyboard.press('Enter')
    await page.waitForFunction(() => window.countdown.step.id !== 'israel')
    await page.evaluate(() => window.countdown.goTo('israel'))
    await speaker.waitForFunction(() => document.querySelector('#position')?.textContent?.includes('Israel'))
  })

  anywhere('a rehearsal writes what each act needed, also after a reload', async () => {
    await speaker.click('[data-action=rehearse]')
    expect(await speaker.$eval('[data-action=rehearse]', (button) => button.ariaPressed)).toBe('true')
    await speaker.evaluate(() => {
      const saved = JSON.parse(sessionStorage['countdown-timer'])
      sessionStorage['countdown-timer'] = JSON.stringify({ ...saved, before: 90_000 })
    })
    await speaker.reload()
    await speaker.waitForSelector('html[data-connected=""] #current svg')
    await page.evaluate(() => window.countdown.goTo('ten'))
    await speaker.waitForFunction(() => document.querySelector('#position')?.textContent?.startsWith('The large'))
    await speaker.click('[data-action=rehearse]')
    const needed = (await textOf(speaker, '#needed')).split('\n')
    expect(needed).toContainEqual(expect.stringMatching(/^\{ id: 'tens', minutes: 1\.[567], …$/))
    expect(needed).toContainEqual(expect.stringMatching(/^\{ id: 'ten', minutes: 0\.\d, …$/))
    await speaker.keyboard.press('Escape')
    expect(await speaker.$eval('[data-action=rehearse]', (button) => button.ariaPressed)).toBe('false')
    await page.evaluate(() => window.countdown.goTo('israel'))
    await speaker.waitForFunction(() => document.querySelector('#position')?.textContent?.includes('Israel'))
  })

  anywhere('there is one window, however often it is asked for', async () => {
    const windows = async () => (await page.browser().pages()).filter((one) => one.url().includes('speaker.html')).length
    const before = await windows()
    await page.keyboard.press('s')
    await page.keyboard.press('s')
    await page.evaluate(() => window.countdown.settled())
    expect(await windows()).toBe(before)
    expect(await textOf(speaker, '#position')).toBe('#17 of 43 · Israel · Tens: $10.2 to $43.3\u00a0billion')
  })

  test('says at once when the deck is gone, and keeps its notes; and finds it again', async () => {
    // The deck says it itself: nobody has to wait for an answer that does not come.
    await speaker.evaluate(() => {
      performance.now = () => 0
    })
    await page.goto('about:blank')
    await speaker.waitForSelector('.lost:not([hidden])')
    expect(await textOf(speaker, '.lost')).toContain('The deck is gone')
    expect(await speaker.$eval('#notes', (notes) => notes.checkVisibility() && notes.textContent !== '')).toBe(true)
    await goTo(page, `${deck[place]}index.html#/germany`)
    await speaker.waitForSelector('html[data-connected=""]')
    expect(await speaker.$eval('.lost', (lost) => lost.checkVisibility())).toBe(false)
    await speaker.waitForFunction(() => document.querySelector('#current .headline')?.textContent?.includes('Germany'))
    await speaker.keyboard.press('ArrowRight')
    await page.waitForFunction(() => window.countdown.step.id === 'japan')
  })

  test('says so at the end', async () => {
    await page.evaluate(() => window.countdown.goTo('sources'))
    await speaker.waitForFunction(() => document.querySelector('#upcoming')?.textContent === 'End of the story')
  })
})

test('the deck takes no orders from other sites', async () => {
  const { page } = await deck.open(`${deck.web}index.html#/libya`)
  const stranger = await deck.open('about:blank')
  await stranger.page.goto('data:text/html,<title>stranger</title>')
  await stranger.page.evaluate((address) => {
    const opened = window.open(address)
    setInterval(() => opened?.postMessage({ countdown: 'ask', ask: 'go', id: 'china' }, '*'), 20)
  }, `${deck.web}index.html#/libya`)
  const opened = await deck.popup(stranger.page)
  await opened.waitForFunction(() => window.countdown !== undefined)
  await opened.evaluate(() => window.countdown.ready)
  await opened.evaluate(() => new Promise((resolve) => setTimeout(resolve, 200)))
  expect((await stepOf(opened)).id).toBe('libya')
  expect((await stepOf(page)).id).toBe('libya')
})

test('opened by itself it is the script of the whole talk', async () => {
  const { page, violations, errors } = await deck.open(`${deck.web}speaker.html`)
  const notes = await page.$$eval('.script article', (articles) =>
    articles.map((article) => [
      article.querySelector('.headline')?.checkVisibility(),
      (article.querySelector('.words')?.textContent ?? '').length > 40,
    ]),
  )
  expect(notes.length).toBeGreaterThan(43)
  expect(notes.every(([headline, words]) => headline && words)).toBe(true)
  expect({ violations, errors }).toEqual({ violations: [], errors: [] })
})

test('the deck takes no orders from a window of this very site that it has not opened', async () => {
  const { page: stranger } = await deck.open(`${deck.web}404.html`)
  await stranger.evaluate((address) => {
    const opened = window.open(address)
    setInterval(() => opened?.postMessage({ countdown: 'ask', ask: 'go', id: 'china' }, '*'), 20)
  }, `${deck.web}index.html#/libya`)
  const opened = await deck.popup(stranger)
  await opened.waitForFunction(() => window.countdown !== undefined)
  await opened.evaluate(() => window.countdown.ready)
  await opened.evaluate(() => new Promise((resolve) => setTimeout(resolve, 200)))
  expect((await stepOf(opened)).id).toBe('libya')
})

test('a window that the browser does not let open is told, with a link to open it by hand', async () => {
  const { page } = await deck.open(`${deck.web}index.html#/libya`)
  await page.evaluate(() => {
    window.open = () => null
  })
  await page.keyboard.press('s')
  await page.waitForSelector('.notice:not([hidden])')
  expect(await textOf(page, '.notice')).toContain('did not let the speaker view open')
  await page.click('.notice a')
  const speaker = await deck.popup(page)
  await speaker.waitForSelector('html[data-connected] #upcoming .still > svg')
  expect(await textOf(speaker, '#position')).toContain('Libya')
  await speaker.close()
})
