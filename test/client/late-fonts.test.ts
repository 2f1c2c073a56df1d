import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { HTTPRequest, Page } from 'puppeteer-core/internal/puppeteer-core-browser.js'
import { expect, test } from 'vitest'
import { paintedFonts } from './painted-fonts.ts'
import { DESK, PHONE } from './reading.ts'
import { openedDeck } from './use-deck.ts'

const deck = openedDeck()

const PACKAGES = join(import.meta.dirname, '../../node_modules/@fontsource')

/** Files with the widths of what machines have: here none has it. */
const STAND_INS: Readonly<Record<string, string>> = { Arial: 'arimo', Times: 'tinos' }

/** The style sheet of a page on a machine that has Arial and Times. */
function onSuchMachine(css: string): string {
  return css.replace(
    /(as (Arial|Times)";font-weight:(\d+)[^}]*?src:)[^;]*/g,
    (_, start: string, name: string, weight: string) => {
      return `${start}url(${STAND_INS[name]}-latin-${weight === '400' ? 400 : 700}-normal.woff2)`
    },
  )
}

/** Holds the fonts of the page back until they may come. */
async function holdFonts(page: Page, mayCome: Promise<void>): Promise<void> {
  await page.setRequestInterception(true)
  page.on('request', (request) => void answer(request, mayCome))
}

async function answer(request: HTTPRequest, mayCome: Promise<void>): Promise<void> {
  const name = request.url().split('/').at(-1) ?? ''
  const standIn = /^(arimo|tinos)-/.exec(name)?.[1]
  if (standIn !== undefined) {
    const body = readFileSync(join(PACKAGES, standIn, 'files', name))
    return request.respond({ contentType: 'font/woff2', body })
  }
  if (/^(?:read|deck)\.\w+\.css$/.test(name)) {
    const sheet = await fetch(request.url().replace('localhost', '127.0.0.1'))
    return request.respond({ contentType: 'text/css', body: onSuchMachine(await sheet.text()) })
  }
  if (name.endsWith('.woff2')) await mayCome
  return request.continue()
}

/** Loads the stand-ins, which browsers take from machines at once, and tells when they are painted, in ms. */
function standIn(page: Page): Promise<number> {
  return page.evaluate(async () => {
    await Promise.all(
      [...document.fonts].filter(({ family }) => / as (?:Arial|Times)"?$/.test(family)).map((face) => face.load()),
    )
    for (let frames = 0; frames < 3; frames++) await new Promise(requestAnimationFrame)
    return performance.now()
  })
}

/** Layout shift of a page since a time. */
function shiftSince(page: Page, start: number): Promise<number> {
  return page.evaluate(async (from) => {
    let sum = 0
    const add = (entries: PerformanceEntryList) => {
      for (const entry of entries as (PerformanceEntry & { value: number })[]) if (entry.startTime > from) sum += entry.value
    }
    const observer = new PerformanceObserver((list) => add(list.getEntries()))
    observer.observe({ type: 'layout-shift', buffered: true })
    for (let frames = 0; frames < 5; frames++) await new Promise(requestAnimationFrame)
    add(observer.takeRecords())
    return sum
  }, start)
}

/** Waits for the scripts, of which the second puts other marks on the stage: only what fonts move is counted. A deck is ready with its fonts. */
async function drawn(page: Page, address: string): Promise<void> {
  if (address !== 'index.html') return page.evaluate(() => window.countdown.ready)
  await page.waitForSelector('.stage svg > defs')
  await page.waitForFunction(() => document.querySelector('th button'))
}

const familiesOf = async (page: Page) =>
  [
    ...new Set(
      (await paintedFonts(page, 150)).map(({ familyName }) => familyName.replace(/ (?:Bold|ExtraLight|SemiBold).*/, '')),
    ),
  ].sort()

test.each([
  ['read.html', PHONE],
  ['read.html#germany', DESK],
  ['index.html', { width: 1280, height: 720 }],
])('fonts that come late move next to nothing: %s at %o', async (address, size) => {
  const { page } = await deck.open('about:blank', size)
  const { promise, resolve } = Promise.withResolvers<void>()
  await holdFonts(page, promise)
  await page.goto(deck.web + address, { waitUntil: 'domcontentloaded' })
  await drawn(page, address)
  const start = await standIn(page)
  const before = await familiesOf(page)
  resolve()
  await page.evaluate(async () => void (await document.fonts.ready))
  const after = await familiesOf(page)
  expect(before).toEqual(expect.arrayContaining(['Arimo', 'Tinos']))
  expect(before).not.toContain('Source Sans 3')
  expect(after).toEqual(expect.arrayContaining(['Source Sans 3', 'Source Serif 4']))
  expect(after).not.toContain('Arimo')
  expect(await shiftSince(page, start)).toBeLessThanOrEqual(0.02)
  await page.close()
})
