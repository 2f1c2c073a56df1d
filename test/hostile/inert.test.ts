import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'puppeteer-core/internal/puppeteer-core-browser.js'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { RunningBrowser } from '../../src/browser/launch.ts'
import type { Countdown } from '../../src/client/ui/api.ts'
import { type Server, serve } from '../../src/dev/serve.ts'
import { sharedBrowser, sharedPrinter } from '../browser/shared-browser.ts'
import { buildHere } from '../build-here.ts'
import { readPdf } from '../pdf/read-pdf.ts'
import { hostileTable, hostileWords, PAYLOADS } from './payloads.ts'

const POLICY = /<meta http-equiv="Content-Security-Policy"[^>]*>/

const work = mkdtempSync(join(tmpdir(), 'countdown-inert-'))
const out = join(work, 'dist')
let running: RunningBrowser
let server: Server
/** The only one that the browser of the tests looks up. */
let address = ''
/** What is served: every page without its policy, which would keep a payload from running that is markup. */
const files = new Map<string, string | Uint8Array>()

beforeAll(async () => {
  running = await sharedBrowser()
  await buildHostileDeck()
  const paths = readdirSync(out, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  for (const { parentPath, name } of paths) {
    const path = join(parentPath, name).slice(out.length + 1)
    const contents = readFileSync(join(out, path))
    files.set(path, path.endsWith('.html') ? String(contents).replace(POLICY, '') : contents)
  }
  server = await serve(() => files, 4800)
  address = server.url.replace('127.0.0.1', 'localhost')
})
afterAll(async () => {
  await server?.close()
  rmSync(work, { recursive: true, force: true })
})

/** Builds the deck with a hostile text in the place of every text, with all outputs but pictures. */
async function buildHostileDeck(): Promise<void> {
  const deck = join(work, 'deck')
  cpSync(join(import.meta.dirname, 'deck'), deck, { recursive: true })
  writeFileSync(join(deck, 'data/letters.csv'), hostileTable())
  writeFileSync(join(deck, 'slides/words.ts'), hostileWords())
  await buildHere([deck, '--out', out, '--only', 'deck,read,slides,handout,data'], sharedPrinter)
}

/** A page, and all that it did which no page may do. */
interface Watched {
  page: Page
  misdeeds: string[]
}

async function open(path: string): Promise<Watched> {
  const page = await running.browser.newPage()
  const misdeeds: string[] = []
  await page.exposeFunction('pwned', (by: unknown) => misdeeds.push(`ran: ${String(by)}`))
  page.on('dialog', (dialog) => {
    misdeeds.push(`dialog: ${dialog.message()}`)
    void dialog.dismiss()
  })
  page.on('pageerror', (error) => misdeeds.push(`error: ${String(error)}`))
  page.on('request', (request) => {
    const url = request.url()
    if (!url.startsWith('data:') && !(url.startsWith(address) && files.has(new URL(url).pathname.slice(1))))
      misdeeds.push(`request: ${url}`)
  })
  await page.setViewport({ width: 1280, height: 720 })
  await page.emulateMediaFeatures([{ name: 'prefers-reduced-motion', value: 'reduce' }])
  await page.goto(address + path)
  return { page, misdeeds }
}

declare global {
  interface Window {
    countdown: Countdown
  }
}

/** Elements and attributes that only a payload can have made. */
const strangers = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('*')].flatMap((element) => {
      const made = element.matches('img, iframe, b, script:not([src]), a[href^="http"], svg[onload], Alpha')
        ? [element.outerHTML]
        : []
      const attributes = [...element.attributes].filter(
        ({ name, value }) => name.startsWith('on') || (/^(href|src|action)$/.test(name) && /^javascript:/i.test(value)),
      )
      return [...made, ...attributes.map(({ name, value }) => `${name}=${value}`)]
    }),
  )

/** The payloads that cannot be read somewhere in these texts. */
const unread = (texts: readonly (string | null)[]) => PAYLOADS.filter((payload) => !texts.some((text) => text?.includes(payload)))
const textsOf = (page: Page, selector: string) => page.$$eval(selector, (found) => found.map(({ textContent }) => textContent))

/** Chooses everything that the inputs of the chart offer, and goes through its marks by keys. Returns what its tooltip then said. */
async function explore(page: Page): Promise<string[]> {
  await page.waitForSelector('.live-chart svg')
  const said: string[] = []
  for (const select of await page.$$('.chart-controls select')) {
    const values = await select.$$eval('option', (options) => options.map(({ value }) => value))
    for (const value of [...values, values[0] ?? '']) {
      await select.select(value)
      // Vega draws at the next frame.
      said.push(await page.evaluate(tooltipAtNextFrame))
    }
  }
  await page.focus('.live-chart')
  for (const _ of PAYLOADS) {
    await page.keyboard.press('ArrowDown')
    said.push(await page.evaluate(tooltipAtNextFrame))
  }
  return said
}

const tooltipAtNextFrame = () =>
  new Promise<string>((resolve) =>
    requestAnimationFrame(() =>
      requestAnimationFrame(() => resolve(document.querySelector('.chart-tooltip')?.textContent ?? '')),
    ),
  )

describe('pages without a policy take every text for text', () => {
  test('the deck: every slide, the dialogs, the chart to explore', async () => {
    const { page, misdeeds } = await open('index.html')
    await page.evaluate(() => window.countdown.ready)
    for (const { id } of await page.$$eval('.slides > section', (sections) => sections.map(({ id }) => ({ id }))))
      await page.evaluate((slide) => window.countdown.goTo(slide), id)
    const said = await explore(page)
    await page.keyboard.press('o')
    expect(unread(await textsOf(page, '#overview a'))).toEqual([])
    await page.keyboard.press('Escape')
    await page.keyboard.press('g')
    await page.keyboard.type('<img')
    expect((await textsOf(page, '#jump li'))[0]).toContain(PAYLOADS[0])
    expect(unread(await textsOf(page, '.slides h2'))).toEqual([])
    expect(unread(await textsOf(page, 'table.records th'))).toEqual([])
    expect(unread(await textsOf(page, '.live-chart text'))).toEqual([])
    expect(unread(await textsOf(page, '.chart-controls option'))).toEqual([])
    expect(unread(said)).toEqual([])
    expect({ misdeeds, strangers: await strangers(page) }).toEqual({ misdeeds: [], strangers: [] })
  })

  test('the reading page: every step, the dialog', async () => {
    const { page, misdeeds } = await open('read.html')
    await page.evaluate(() => window.countdown.ready)
    for (const step of await page.$$('.step')) await step.scrollIntoView()
    await page.keyboard.press('g')
    await page.keyboard.type('<img')
    expect((await textsOf(page, '#jump li'))[0]).toContain(PAYLOADS[0])
    expect(unread(await textsOf(page, '.step .headline'))).toEqual([])
    expect(unread(await textsOf(page, '.step dd'))).toEqual([])
    expect({ misdeeds, strangers: await strangers(page) }).toEqual({ misdeeds: [], strangers: [] })
  })

  test('the speaker view and the pages of shared links', async () => {
    const speaker = await open('speaker.html')
    expect(unread(await textsOf(speaker.page, '.script h2'))).toEqual([])
    expect({ misdeeds: speaker.misdeeds, strangers: await strangers(speaker.page) }).toEqual({ misdeeds: [], strangers: [] })
    const shared = [...files.keys()].filter((path) => path.startsWith('share/') && path.endsWith('.html'))
    expect(shared).toHaveLength(PAYLOADS.length)
    for (const path of shared.slice(0, 3)) {
      const { page, misdeeds } = await open(path)
      await page.waitForFunction(() => location.pathname.endsWith('read.html'))
      expect({ path, misdeeds }).toEqual({ path, misdeeds: [] })
      await page.close()
    }
  })
})

test('the PDFs hold every text as it is', () => {
  for (const name of ['slides.pdf', 'handout.pdf']) {
    const facts = readPdf(readFileSync(join(out, name)))
    const text = facts.pages.map((page) => page.text.replaceAll(/\s/g, '')).join('')
    expect([name, PAYLOADS.filter((payload) => !text.includes(payload.replaceAll(/\s/g, '')))]).toEqual([name, []])
    expect(facts.title).toBe(PAYLOADS[2])
  }
})

test('no page holds a payload as markup', () => {
  for (const [path, contents] of files)
    if (path.endsWith('.html'))
      expect([path, /<img|<script>|<b>|<iframe|<a href="https:\/\/evil/.exec(String(contents))?.[0]]).toEqual([path, undefined])
})
