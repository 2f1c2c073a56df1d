import { cpSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import jsqr from 'jsqr'
import { PNG } from 'pngjs'
import type { Page } from 'puppeteer-core/internal/puppeteer-core-browser.js'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { runFolder } from '../run-folder.ts'
import { buildFixture } from './build-fixture.ts'
import { type DeckInBrowser, openDeck, press, stepOf } from './open-deck.ts'

/** What Node makes of the default export of a CommonJS module. */
const decode = jsqr as unknown as typeof jsqr.default

const folder = runFolder('talk')
let deck: DeckInBrowser
let page: Page
let opened: Awaited<ReturnType<DeckInBrowser['open']>>

beforeAll(async () => {
  cpSync(join(import.meta.dirname, '../decks/minimal'), folder, { recursive: true })
  const file = join(folder, 'slides/deck.ts')
  writeFileSync(file, readFileSync(file, 'utf8').replace(/^ {2}title:/m, '  autoplay: 5,\n  title:'))
  deck = await openDeck(buildFixture(folder, '--base-url', 'https://example.org/stories/letters/'))
  opened = await deck.open('about:blank')
  page = opened.page
  // Time goes on when the test says so.
  await page.evaluateOnNewDocument(() => {
    const later = window.setTimeout.bind(window)
    const stop = window.clearTimeout.bind(window)
    const waits: (() => void)[] = []
    // reveal.js clears -1, which nobody has.
    const OTHERS = 1000
    Object.assign(window, {
      setTimeout: (run: () => void, ms = 0) => (ms > 4000 ? waits.push(run) - OTHERS : later(run, ms)),
      clearTimeout: (id: number) => (id < -1 ? waits.splice(0) : stop(id)),
      passTime: () => {
        for (const run of waits.splice(0)) run()
      },
    })
  })
  await page.goto(`${deck.web}index.html#/beta`)
  await page.evaluate(() => window.countdown.ready)
})
afterAll(async () => {
  await deck.close()
})

const passTime = async () => {
  await page.evaluate(() => (window as unknown as { passTime(): void }).passTime())
  await page.evaluate(() => window.countdown.settled())
}

test('a code leads to the published reading page at the slide that is on', async () => {
  await press(page, 'q')
  const code = await page.waitForSelector('#qr[open] .code svg')
  const { data, width, height } = PNG.sync.read(Buffer.from((await code?.screenshot()) ?? []))
  const address = 'https://example.org/stories/letters/read.html#beta'
  expect(decode(new Uint8ClampedArray(data), width, height)?.data).toBe(address)
  expect(await page.$eval('#qr .address', (line) => line.textContent)).toBe(address)
  await press(page, 'q')
  expect(await page.$('#qr[open]')).toBeNull()
})

test('a dot follows the mouse as long as a key is held down, and with Shift a spot does', async () => {
  const pointer = () =>
    page.$eval('.pointer', (layer) => ((layer as HTMLElement).hidden ? '' : (layer as HTMLElement).dataset.kind))
  await page.keyboard.down('l')
  await page.mouse.move(500, 300)
  expect(await pointer()).toBe('dot')
  const clip = { x: 496, y: 296, width: 8, height: 8 }
  const { data } = PNG.sync.read(Buffer.from(await page.screenshot({ clip })))
  const [red = 0, , blue = 0] = data
  expect(red - blue).toBeGreaterThan(80)
  await page.keyboard.up('l')
  expect(await pointer()).toBe('')
  await page.keyboard.down('Shift')
  await page.keyboard.down('l')
  expect(await pointer()).toBe('spot')
  await page.keyboard.up('l')
  await page.keyboard.up('Shift')
  expect(await pointer()).toBe('')
})

test('a deck with `autoplay` goes on by itself, and from its end to its beginning', async () => {
  const seen = []
  for (let step = 0; step < 4; step++) {
    await passTime()
    seen.push((await stepOf(page)).id)
  }
  expect(seen).toEqual(['door', 'alpha', 'gamma', 'beta'])
  expect([...opened.errors, ...opened.violations]).toEqual([])
})
