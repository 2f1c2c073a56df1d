import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'puppeteer-core/internal/puppeteer-core-browser.js'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { buildFixture } from './build-fixture.ts'
import { type DeckInBrowser, goTo, openDeck, press, stepOf } from './open-deck.ts'
import { openedDeck } from './use-deck.ts'

const deck = openedDeck()
let page: Page
beforeAll(async () => {
  page = (await deck.open(`${deck.web}index.html`)).page
})

const hashOf = () => page.evaluate(() => location.hash)
const idAt = async (hash: string) => {
  await goTo(page, `${deck.web}index.html${hash}`)
  return (await stepOf(page)).id
}

test('a reload right after steps is where they led', async () => {
  await goTo(page, `${deck.web}index.html#/libya`)
  for (const id of ['trinidad-and-tobago', 'venezuela', 'jordan', 'nicaragua']) {
    await page.keyboard.press('ArrowRight')
    await expect.poll(hashOf).toBe(`#/${id}`)
  }
  await page.reload()
  await page.evaluate(() => window.countdown.ready)
  expect((await stepOf(page)).id).toBe('nicaragua')
})

test('a key that is held down does not flood the history, and the last place is told', async () => {
  await goTo(page, `${deck.web}index.html`)
  const written = await page.evaluate(async () => {
    let count = 0
    const { replaceState } = history
    history.replaceState = (...state) => {
      count += 1
      replaceState.apply(history, state)
    }
    window.countdown.motion = false
    const last = document.querySelectorAll('.slides > section').length
    const press = (key: string) =>
      document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }))
    for (let step = 1; step < last; step++) press('ArrowRight')
    for (let step = 1; step < last; step++) press('ArrowLeft')
    press('End')
    await new Promise((resolve) => setTimeout(resolve))
    const during = count
    dispatchEvent(new Event('pagehide'))
    return { during, hash: location.hash, id: window.countdown.step.id }
  })
  expect(written.during).toBeLessThan(100)
  expect(written.hash).toBe(`#/${written.id}`)
})

test('a reload at once, when the browser lets no more be written, is at the last place, too', async () => {
  await goTo(page, `${deck.web}index.html`)
  await page.evaluate(async () => {
    window.countdown.motion = false
    const ids = [...document.querySelectorAll('.slides > section')].map(({ id }) => id)
    for (const id of [...ids, 'libya']) await window.countdown.goTo(id)
  })
  await page.reload()
  await page.evaluate(() => window.countdown.ready)
  expect([(await stepOf(page)).id, await hashOf()]).toEqual(['libya', '#/libya'])
  // An address that was asked for is none that was left.
  await goTo(page, `${deck.web}index.html#/germany`)
  expect((await stepOf(page)).id).toBe('germany')
})

test('a jump is one entry of the history, steps are none, and Back returns to where the jump began', async () => {
  await goTo(page, `${deck.web}index.html#/libya`)
  const entries = () => page.evaluate(() => history.length)
  const before = await entries()
  await press(page, 'ArrowRight', 'ArrowRight')
  expect(await entries()).toBe(before)
  await page.keyboard.press('g')
  await page.keyboard.type('germany')
  await press(page, 'Enter')
  expect([await entries(), await hashOf()]).toEqual([before + 1, '#/germany'])
  await press(page, 'ArrowRight', 'ArrowRight', 'ArrowRight')
  expect(await entries()).toBe(before + 1)
  await page.goBack()
  await page.waitForFunction(() => window.countdown.step.id === 'venezuela')
  await page.goForward()
  await page.waitForFunction(() => window.countdown.step.id !== 'venezuela')
  expect((await stepOf(page)).id).not.toBe('germany')
})

test.each([
  ['#/5', 'venezuela'],
  ['#/RANK-17', 'israel'],
  ['#Germany', 'germany'],
  ['#/', 'question'],
])('%s opens %s', async (hash, id) => {
  expect(await idAt(hash)).toBe(id)
  expect(await hashOf()).toBe(`#/${id}`)
  expect(await page.$eval('.notice', (notice) => notice.checkVisibility())).toBe(false)
})

const notice = () => page.$eval('.notice', (element) => (element.checkVisibility() ? (element.textContent ?? '') : ''))

test('of an unknown slide the nearest is shown, and both are said', async () => {
  await idAt('#/germny')
  expect([(await stepOf(page)).id, await hashOf()]).toEqual(['germany', '#/germany'])
  expect(await notice()).toMatch(/^Nothing here is called “germny”\. The nearest is #6 Germany\./)
  await page.click('.notice a')
  expect((await stepOf(page)).id).toBe('germany')
  expect(await notice()).toBe('')
})

test('while a deck is on, an address that leads nowhere leaves it where it is', async () => {
  await idAt('#/libya')
  await page.evaluate(() => {
    location.hash = '#/<b>x</b>'
  })
  await page.waitForSelector('.notice:not([hidden])')
  expect(await notice()).toContain('“<b>x<”')
  expect((await stepOf(page)).id).toBe('libya')
  await press(page, 'PageDown')
  expect(await notice()).toBe('')
})

describe('the reading page', () => {
  const readAt = async (hash: string) => {
    await goTo(page, `${deck.web}read.html${hash}`)
    return page.evaluate(async () => {
      await new Promise(requestAnimationFrame)
      await new Promise(requestAnimationFrame)
      await window.countdown.settled()
      return window.countdown.step.id
    })
  }

  test.each([
    ['#/Germany', 'germany'],
    ['#rank-5', 'japan'],
  ])('%s opens %s', async (hash, id) => {
    expect(await readAt(hash)).toBe(id)
    expect(await notice()).toBe('')
  })

  test('of an unknown step the nearest is shown, and both are said', async () => {
    expect(await readAt('#germny')).toBe('germany')
    expect(await notice()).toMatch(/“germny”\. The nearest is #6 Germany\b/)
    await page.click('.notice a')
    await page.waitForFunction(() => window.countdown.step.id === 'germany')
  })
})

describe('a slide that had another id', () => {
  const folder = mkdtempSync(join(tmpdir(), 'countdown-renamed-'))
  let renamed: DeckInBrowser
  beforeAll(async () => {
    cpSync(join(import.meta.dirname, '../decks/minimal'), folder, { recursive: true })
    const door = join(folder, 'slides/door.mdx')
    writeFileSync(door, `---\naliases: [entrance, way-in]\n---\n${readFileSync(door, 'utf8').replace(/^---.*?---\n/s, '')}`)
    renamed = await openDeck(buildFixture(folder))
  })
  afterAll(async () => {
    await renamed.close()
    rmSync(folder, { recursive: true })
  })

  test.each(['entrance', 'Way-In'])('is found by the old one, %s', async (alias) => {
    const { page: opened } = await renamed.open(`${renamed.web}index.html#/${alias}`)
    expect((await stepOf(opened)).id).toBe('door')
    expect(await opened.evaluate(() => location.hash)).toBe('#/door')
    await goTo(opened, `${renamed.web}read.html#${alias}`)
    await opened.waitForFunction(() => window.countdown.step.id === 'door')
  })

  test('is found on the reading page without a script', async () => {
    const { page: opened } = await renamed.open('about:blank', { width: 390, height: 844 })
    await opened.setJavaScriptEnabled(false)
    await opened.goto(`${renamed.web}read.html#entrance`)
    const tops = () =>
      opened.evaluate(() => ['entrance', 'door'].map((id) => document.getElementById(id)?.getBoundingClientRect().top ?? -1))
    const [alias, step] = await tops()
    expect(alias).toBe(step)
    // The browser goes there once more when all style sheets are in.
    await expect.poll(async () => (await tops())[1]).toBeLessThan(400)
  })
})
