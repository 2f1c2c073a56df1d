import type { Page } from 'puppeteer-core/internal/puppeteer-core-browser.js'
import { beforeAll, describe, expect, test } from 'vitest'
import { type DeckInBrowser, press, stepOf } from './open-deck.ts'
import { DESK, PHONE, scrollTo, stageName } from './reading.ts'
import { openedDeck } from './use-deck.ts'

const deck = openedDeck()
let ids: string[]
beforeAll(async () => {
  const { page } = await read(DESK)
  ids = await page.$$eval('.step', (articles) => articles.map(({ id }) => id))
})

const read = (options: Parameters<DeckInBrowser['open']>[1], hash = '') => deck.open(`${deck.web}read.html${hash}`, options)
const still = (page: Page) =>
  page.evaluate(() => {
    window.countdown.motion = false
  })

describe('address and history', () => {
  test('the address follows the reader in one entry of the history; Back leads to where a jump began', async () => {
    const { page } = await read(PHONE, '#libya')
    await still(page)
    const before = await page.evaluate(() => history.length)
    for (let i = 0; i < 30; i++) await page.evaluate(() => scrollBy({ top: 500, behavior: 'instant' }))
    const { id } = await scrollTo(page, await page.evaluate(() => scrollY))
    expect(id).not.toBe('libya')
    await page.waitForFunction((wanted) => location.hash === `#${wanted}`, {}, id)
    expect(await page.evaluate(() => [location.hash, history.length])).toEqual([`#${id}`, before])
    await page.evaluate(() => window.countdown.goTo('china'))
    expect(await page.evaluate(() => [location.hash, history.length])).toEqual(['#china', before + 1])
    await page.goBack()
    await page.waitForFunction((wanted) => window.countdown.step.id === wanted, {}, id)
  })

  test('a changed address leads there', async () => {
    const { page } = await read(DESK)
    await page.evaluate(() => {
      location.hash = 'vietnam'
    })
    await page.waitForFunction(() => window.countdown.step.id === 'vietnam')
  })
})

describe('keys', () => {
  let page: Page
  beforeAll(async () => {
    page = (await read(DESK)).page
  })

  const startAt = (id: string, motion = false) =>
    page.evaluate(
      async (wanted, on) => {
        window.countdown.motion = false
        await window.countdown.goTo(wanted)
        window.countdown.motion = on
      },
      id,
      motion,
    )

  test.each([
    ['ArrowRight', 1],
    ['ArrowDown', 1],
    ['Space', 1],
    ['PageDown', 1],
    ['ArrowLeft', -1],
    ['ArrowUp', -1],
    ['PageUp', -1],
  ] as const)('%s goes %i step', async (key, by) => {
    await startAt('france')
    await press(page, key)
    expect((await stepOf(page)).index).toBe(ids.indexOf('france') + by)
  })

  test('two quick presses glide two steps', async () => {
    await startAt('france', true)
    await press(page, 'ArrowRight', 'ArrowRight')
    expect((await stepOf(page)).index).toBe(ids.indexOf('france') + 2)
  })

  test('Home and End reach the ends', async () => {
    await startAt('france')
    await press(page, 'End')
    expect((await stepOf(page)).id).toBe(ids.at(-1))
    await press(page, 'Home')
    expect(await page.evaluate(() => [window.countdown.step.index, scrollY])).toEqual([0, 0])
  })

  test('the dialog goes to a name and tells the headline once', async () => {
    await page.keyboard.press('g')
    await page.keyboard.type('viet')
    await press(page, 'Enter')
    await page.waitForFunction(() => window.countdown.step.id === 'vietnam')
    expect(await page.$eval('#announcer', (region) => region.textContent)).toMatch(/^#4\. Vietnam/)
  })

  test('R leads to the slide of the same step, and back from there', async () => {
    await page.evaluate(() => window.countdown.goTo('japan'))
    await Promise.all([page.waitForNavigation(), page.keyboard.press('r')])
    await page.evaluate(() => window.countdown.ready)
    expect(page.url()).toMatch(/index\.html#\/japan$/)
    expect((await stepOf(page)).id).toBe('japan')
    await Promise.all([page.waitForNavigation(), page.keyboard.press('r')])
    await page.evaluate(() => window.countdown.ready)
    expect(page.url()).toMatch(/read\.html#japan$/)
    expect((await stepOf(page)).id).toBe('japan')
  })
})

test('without motion nothing is animated, whoever asks for it', async () => {
  const asked = (await read({ ...DESK, reducedMotion: true }, '#japan')).page
  const switched = (await read(DESK, '#japan')).page
  for (const on of [true, false]) {
    if ((await switched.evaluate(() => window.countdown.motion)) !== on) await switched.click('[data-action=motion]')
  }
  for (const page of [asked, switched]) {
    // A page behind another draws no frames.
    await page.bringToFront()
    await page.keyboard.press('ArrowRight')
    await page.waitForFunction((next) => window.countdown.step.index === next, {}, ids.indexOf('japan') + 1)
    await page.evaluate(() => window.countdown.settled())
    const name = await stageName(page)
    const moving = await page.evaluate(async () => {
      const before = document.querySelector('.stage svg')?.innerHTML
      await new Promise((resolve) => setTimeout(resolve, 100))
      return before !== document.querySelector('.stage svg')?.innerHTML
    })
    expect(moving).toBe(false)
    expect(name).not.toBe('')
  }
})
