import { cpSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Page } from 'puppeteer-core/internal/puppeteer-core-browser.js'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { composeStory } from '../../src/load/compose-story.ts'
import type { OutputTools } from '../../src/outputs/output.ts'
import { single } from '../../src/outputs/single/single-output.ts'
import { createReport } from '../../src/util/report.ts'
import { openBundled } from '../browser/open-bundled.ts'
import { runFolder } from '../run-folder.ts'

const ROOT = join(import.meta.dirname, '../..')
const file = join(runFolder('single'), 'story.html')
const address = String(pathToFileURL(file))

/** Writes the file of a deck and returns its size. */
async function write(deck: string, path: string): Promise<number> {
  const story = await composeStory(deck, createReport({ write: () => undefined, interactive: false }))
  const [made] = await single.make(story, { root: ROOT, note: () => undefined } as unknown as OutputTools)
  writeFileSync(path, made?.contents ?? '')
  return Buffer.byteLength(made?.contents ?? '')
}

let running: Awaited<ReturnType<typeof openBundled>>
beforeAll(async () => {
  // Mailboxes take a megabyte.
  expect(await write(ROOT, file)).toBeLessThanOrEqual(1_000_000)
  running = await openBundled()
})
afterAll(() => running.kill())

interface Opened {
  page: Page
  /** Everything asked for but the file itself, and all that went wrong. */
  wrong: string[]
}

const SCREEN = { width: 1280, height: 720 }
const PHONE = { width: 390, height: 844 }

async function watch(page: Page, own = address): Promise<Opened> {
  const wrong: string[] = []
  page.on('request', (request) => {
    const url = request.url().replace(/#.*/, '')
    if (url !== own && !url.startsWith('data:') && url !== 'about:blank') wrong.push(url)
  })
  page.on('pageerror', (error) => wrong.push(String(error)))
  // What a policy refuses is told on the console.
  page.on('console', (message) => wrong.push(message.text()))
  return { page, wrong }
}

async function open(hash: string, size = SCREEN, own = address): Promise<Opened> {
  const opened = await watch(await running.browser.newPage(), own)
  await opened.page.setViewport(size)
  await opened.page.goto(own + hash)
  await ready(opened.page)
  return opened
}

async function ready(page: Page): Promise<void> {
  await page.waitForFunction(() => window.countdown !== undefined)
  await page.evaluate(() => window.countdown.ready)
}

/** Which page is on, and where on it. */
const place = (page: Page) =>
  page.evaluate(() => ({ page: document.querySelector('.reveal') ? 'deck' : 'read', id: window.countdown.step.id }))

test.each([
  ['', SCREEN, { page: 'deck' }],
  ['#/germany', SCREEN, { page: 'deck', id: 'germany' }],
  ['#/germany', PHONE, { page: 'deck', id: 'germany' }],
  ['#read/germany', SCREEN, { page: 'read', id: 'germany' }],
  ['#germany', PHONE, { page: 'read', id: 'germany' }],
  ['', PHONE, { page: 'read' }],
  ['#read', SCREEN, { page: 'read' }],
] as const)('opened at `%s` in a window of %o it shows %o', async (hash, size, expected) => {
  const { page, wrong } = await open(hash, size)
  const first = await page.$eval('.slides > section, article.step', ({ id }) => id)
  expect(await place(page)).toEqual({ id: first, ...expected })
  expect(await page.evaluate(() => getComputedStyle(document.body).visibility)).toBe('visible')
  expect(wrong).toEqual([])
  await page.close()
})

test('R leads to the same place on the other page, and back', async () => {
  const { page, wrong } = await open('#/japan')
  for (const name of ['read', 'deck']) {
    await page.keyboard.press('r')
    await page.waitForFunction(
      (isDeck) => window.countdown !== undefined && (document.querySelector('.reveal') !== null) === isDeck,
      {},
      name === 'deck',
    )
    await ready(page)
    expect(await place(page)).toEqual({ page: name, id: 'japan' })
  }
  expect(wrong).toEqual([])
  await page.close()
})

test('the whole deck is stepped through, and all its dialogs opened, without a request and without a word from the policy', async () => {
  const { page, wrong } = await open('')
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
  expect(wrong).toEqual([])
  await page.close()
})

test.each([PHONE, { width: 844, height: 390 }, { width: 320, height: 480 }, { width: 1280, height: 800 }])(
  'in a window of %o the page to read draws its charts',
  async (size) => {
    const { page, wrong } = await open('#read/germany', size)
    expect(await page.$eval('.stage svg', (svg) => svg.getAttribute('aria-label'))).toContain('Germany')
    expect(await page.evaluate(() => [...document.fonts].filter(({ status }) => status === 'loaded').length)).toBeGreaterThan(1)
    expect(wrong).toEqual([])
    await page.close()
  },
)

test('the speaker view opens in a window of its own and leads the deck', async () => {
  const { page, wrong } = await open('#/libya')
  const opening = running.browser.waitForTarget((target) => target.opener() === page.target())
  await page.keyboard.press('s')
  const speaker = await watch((await (await opening).page()) as Page)
  await speaker.page.waitForFunction(() => document.querySelector('#position')?.textContent?.includes('Libya'))
  expect(await speaker.page.$eval('.speaker', (main) => getComputedStyle(main).display)).toBe('grid')
  await speaker.page.click('[data-action=next]')
  await page.waitForFunction(() => window.countdown.step.id !== 'libya')
  await speaker.page.waitForFunction(() => document.querySelector('#upcoming svg'))
  expect([...wrong, ...speaker.wrong]).toEqual([])
  await speaker.page.close()
  await page.close()
})

test('without script it is the page to read, with its styles and the notices', async () => {
  const page = await running.browser.newPage()
  await page.setJavaScriptEnabled(false)
  await page.setViewport(PHONE)
  await page.goto(address)
  expect(await page.$$eval('article.step', (steps) => steps.filter((step) => step.checkVisibility()).length)).toBeGreaterThan(43)
  expect(await page.$eval('h1', (heading) => getComputedStyle(heading).fontFamily)).toContain('Source Serif 4')
  expect(await page.$eval('#licences', (notices) => notices.textContent)).toContain('reveal.js')
  await page.close()
})

test('the link to the notices opens them from the deck', async () => {
  const { page } = await open('#/libya')
  await page.evaluate(() => {
    location.hash = document.querySelector('#help a')?.getAttribute('href') ?? ''
  })
  await page.waitForFunction(() => document.querySelector('#licences')?.checkVisibility())
  await page.close()
})

test.each([
  ['hebrew', ['german', 'hebrew']],
  ['authored', ['authored']],
])('the deck %s keeps to its policy, too, as slides and as a page', async (deck, parts) => {
  const path = join(dirname(file), `${deck}.html`)
  const folder = runFolder(deck)
  for (const part of parts) cpSync(join(ROOT, 'test/decks', part), folder, { recursive: true })
  await write(folder, path)
  for (const [hash, expected] of [
    ['', 'deck'],
    ['#read', 'read'],
  ] as const) {
    const { page, wrong } = await open(hash, SCREEN, String(pathToFileURL(path)))
    expect((await place(page)).page).toBe(expected)
    const last = await page.$$eval('.slides > section, article.step', (all) => all.at(-1)?.id ?? '')
    await page.evaluate((id) => window.countdown.goTo(id), last)
    expect(
      await page.$$eval(
        'img',
        (pictures) => pictures.filter(({ naturalWidth, loading }) => naturalWidth === 0 && loading !== 'lazy').length,
      ),
    ).toBe(0)
    expect(wrong).toEqual([])
    await page.close()
  }
})
