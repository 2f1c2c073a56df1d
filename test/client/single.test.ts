import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'puppeteer-core/internal/puppeteer-core-browser.js'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import type { OutputTools } from '../../src/outputs/output.ts'
import { single } from '../../src/outputs/single/single-output.ts'
import type { Story } from '../../src/story/story.ts'
import { runFolder } from '../run-folder.ts'
import { ROOT, storyOf } from '../story-of.ts'
import { listen, openDeck, type Watched } from './open-deck.ts'
import { PHONE } from './reading.ts'
import { openedDeck } from './use-deck.ts'

/** A folder that holds the one file of a story and nothing else. */
async function folderOf(story: Story): Promise<string> {
  const folder = runFolder('single')
  const [made] = await single.make(story, { root: ROOT, note: () => undefined } as unknown as OutputTools)
  // Mailboxes take a megabyte.
  expect(Buffer.byteLength(made?.contents ?? '')).toBeLessThanOrEqual(1_000_000)
  writeFileSync(join(folder, 'story.html'), made?.contents ?? '')
  return folder
}

const deck = openedDeck(() => storyOf().then(folderOf))
let watched: Watched
let page: Page
beforeAll(async () => {
  watched = await deck.open('about:blank')
  page = watched.page
})

const SCREEN = { width: 1280, height: 720 }
beforeEach(() => page.setViewport(SCREEN))

/** Nothing but the file was asked for, nothing was refused, nothing went wrong. */
const expectClean = ({ errors, foreign, violations }: Watched) => expect([errors, foreign, violations]).toEqual([[], [], []])

async function open(hash: string, on = page, { disk } = deck): Promise<void> {
  await on.goto('about:blank')
  await on.goto(`${disk}story.html${hash}`)
  await ready(on)
}

async function ready(on = page): Promise<void> {
  await on.waitForFunction(() => window.countdown !== undefined)
  await on.evaluate(() => window.countdown.ready)
}

/** Which page is on, and where on it. */
const place = (on = page) =>
  on.evaluate(() => ({ page: document.querySelector('.reveal') ? 'deck' : 'read', id: window.countdown.step.id }))

test.each([
  ['', SCREEN, { page: 'deck' }],
  ['#/germany', PHONE, { page: 'deck', id: 'germany' }],
  ['#germany', PHONE, { page: 'read', id: 'germany' }],
  ['', PHONE, { page: 'read' }],
] as const)('opened at `%s` in a window of %o it shows %o', async (hash, size, expected) => {
  await page.setViewport(size)
  await open(hash)
  const first = await page.$eval('.slides > section, article.step', ({ id }) => id)
  expect(await place()).toEqual({ id: first, ...expected })
  expect(await page.evaluate(() => getComputedStyle(document.body).visibility)).toBe('visible')
  if ('id' in expected) {
    expect(await page.$eval('.stage svg', (svg) => svg.getAttribute('aria-label'))).toContain('Germany')
    expect(await page.evaluate(() => [...document.fonts].filter(({ status }) => status === 'loaded').length)).toBeGreaterThan(1)
  }
  expectClean(watched)
})

test('R leads to the same place on the other page, and back', async () => {
  await open('#/japan')
  for (const name of ['read', 'deck']) {
    await page.keyboard.press('r')
    await page.waitForFunction(
      (isDeck) => window.countdown !== undefined && (document.querySelector('.reveal') !== null) === isDeck,
      {},
      name === 'deck',
    )
    await ready()
    expect(await place()).toEqual({ page: name, id: 'japan' })
  }
  expectClean(watched)
})

test('the whole deck is stepped through, and all its dialogs opened, without a request and without a word from the policy', async () => {
  await open('')
  const drawn = await page.evaluate(async () => {
    window.countdown.motion = false
    const names: string[] = []
    for (const section of document.querySelectorAll('.slides > section')) {
      await window.countdown.goTo(section.id)
      names.push(document.querySelector('.stage svg')?.getAttribute('aria-label') ?? '')
    }
    return new Set(names).size
  })
  expect(drawn).toBeGreaterThan(43)
  for (const key of ['o', 'Escape', 'g', 'Escape', '?', 'Escape', 't', 'm', 'b', 'b'] as const) await page.keyboard.press(key)
  await page.evaluate(() => window.countdown.goTo('explore'))
  await page.waitForSelector('section.present .live-chart svg')
  expectClean(watched)
})

test('the speaker view opens in a window of its own and leads the deck', async () => {
  await open('#/libya')
  const opening = deck.popup(page)
  await page.keyboard.press('s')
  const speaker = listen(await opening, [deck.disk])
  await speaker.page.waitForFunction(() => document.querySelector('#position')?.textContent?.includes('Libya'))
  expect(await speaker.page.$eval('.speaker', (main) => getComputedStyle(main).display)).toBe('grid')
  await speaker.page.click('[data-action=next]')
  await page.waitForFunction(() => window.countdown.step.id !== 'libya')
  await speaker.page.waitForFunction(() => document.querySelector('#upcoming svg'))
  expectClean(watched)
  expectClean(speaker)
  await speaker.page.close()
})

test('without script it is the page to read, with its styles and the notices', async () => {
  await page.setJavaScriptEnabled(false)
  await page.setViewport(PHONE)
  await page.goto(`${deck.disk}story.html`)
  expect(await page.$$eval('article.step', (steps) => steps.filter((step) => step.checkVisibility()).length)).toBeGreaterThan(43)
  expect(await page.$eval('h1', (heading) => getComputedStyle(heading).fontFamily)).toContain('Source Serif 4')
  expect(await page.$eval('#licences', (notices) => notices.textContent)).toContain('reveal.js')
  await page.setJavaScriptEnabled(true)
})

test('the link to the notices opens them from the deck', async () => {
  await open('#/libya')
  await page.evaluate(() => {
    location.hash = document.querySelector('#help a')?.getAttribute('href') ?? ''
  })
  await page.waitForFunction(() => document.querySelector('#licences')?.checkVisibility())
})

test('a deck with code, formulas, films and living charts keeps to its policy, too, as slides and as a page', async () => {
  const other = await openDeck(storyOf('authored').then(folderOf))
  const opened = await other.open('about:blank')
  for (const [hash, expected] of [
    ['', 'deck'],
    ['#read', 'read'],
  ] as const) {
    await open(hash, opened.page, other)
    expect((await place(opened.page)).page).toBe(expected)
    const last = await opened.page.$$eval('.slides > section, article.step', (all) => all.at(-1)?.id ?? '')
    await opened.page.evaluate((id) => window.countdown.goTo(id), last)
    expect(
      await opened.page.$$eval(
        'img',
        (pictures) => pictures.filter(({ naturalWidth, loading }) => naturalWidth === 0 && loading !== 'lazy').length,
      ),
    ).toBe(0)
  }
  expectClean(opened)
  await other.close()
})
