import type { Page } from 'puppeteer-core/internal/puppeteer-core-browser.js'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type DeckInBrowser, goTo, openDeck, stepOf } from '../open-deck.ts'

let deck: DeckInBrowser
beforeAll(async () => {
  deck = await openDeck()
})
afterAll(() => deck.close())

const textOf = (page: Page, selector: string) => page.$eval(selector, (element) => element.textContent ?? '')

describe.each(['web', 'disk'] as const)('the speaker view, from %s', (place) => {
  let page: Page
  let speaker: Page

  beforeAll(async () => {
    page = (await deck.open(`${deck[place]}index.html#/libya`)).page
    await page.keyboard.press('s')
    speaker = await deck.popup(page)
    await speaker.waitForSelector('html[data-connected] #current svg')
  })
  afterAll(() => speaker.close())

  test('shows notes, the current and the next slide with their charts, timer and clock', async () => {
    expect(await textOf(speaker, '#notes')).toBe(await textOf(page, '#libya .notes'))
    expect(await textOf(speaker, '#current .headline')).toBe(await textOf(page, '#libya .headline'))
    expect(await textOf(speaker, '#upcoming .headline')).toBe(await textOf(page, '#trinidad-and-tobago .headline'))
    expect(await speaker.$$eval('.screen svg', (stills) => stills.map((still) => still.childElementCount > 3))).toEqual([
      true,
      true,
    ])
    expect(await textOf(speaker, '#timer')).toMatch(/^0:\d\d$/)
    expect(await textOf(speaker, '#clock')).toMatch(/\d\d:\d\d/)
    expect(await textOf(speaker, '#position')).toMatch(/^4 \/ \d+ · #43 · One square at a time$/)
  })

  test('follows the deck, and leads it', async () => {
    await page.keyboard.press('ArrowRight')
    await speaker.waitForFunction(() => document.querySelector('#position')?.textContent?.startsWith('5 /'))
    await speaker.keyboard.press('PageDown')
    await page.waitForFunction(() => window.countdown.step.id === 'venezuela')
    await speaker.click('[data-action=previous]')
    await page.waitForFunction(() => window.countdown.step.id === 'trinidad-and-tobago')
  })

  test('turns the screen black and tells so', async () => {
    await speaker.keyboard.press('b')
    await page.waitForSelector('.reveal.paused')
    await speaker.waitForSelector('[data-action=black][aria-pressed=true]')
    await speaker.keyboard.press('b')
    await page.waitForSelector('.reveal:not(.paused)')
  })

  test('finds the deck again after a reload', async () => {
    await goTo(page, `${deck[place]}index.html#/germany`)
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
