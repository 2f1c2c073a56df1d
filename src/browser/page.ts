import type { Page } from 'puppeteer-core/internal/puppeteer-core-browser.js'
import { EnvironmentError } from '../util/diagnostic.ts'
import type { RunningBrowser } from './launch.ts'

/**
 * Lends a fresh page: no script runs in it and it has no network. A page that crashes or takes longer than `timeout` ms
 * takes its browser with it, since after either the next page may wait for minutes.
 */
export async function onPage<T>(running: RunningBrowser, work: (page: Page) => Promise<T>, timeout: number): Promise<T> {
  const opened = ahead.get(running)?.shift() ?? openPage(running)
  const { promise: failed, reject } = Promise.withResolvers<never>()
  const fail = (error: Error) => {
    running.kill()
    reject(error)
  }
  const timer = setTimeout(() => fail(new EnvironmentError(tookTooLong(timeout))), timeout)
  const working = opened.then((page) => {
    page.once('error', fail)
    return work(page)
  })
  try {
    return await Promise.race([working, failed])
  } finally {
    clearTimeout(timer)
    // A page whose browser is gone cannot be closed, and needs not.
    if (running.isAlive()) opened.then((page) => page.close()).catch(() => {})
  }
}

/** Pages that nobody uses yet. */
const ahead = new WeakMap<RunningBrowser, Promise<Page>[]>()

/** Opens pages that the next users need not wait for. */
export function openAhead(running: RunningBrowser, pages: number): void {
  const opened = Array.from({ length: pages }, () => openPage(running))
  // Whoever uses it hears of a failure.
  for (const page of opened) page.catch(() => {})
  ahead.set(running, opened)
}

async function openPage({ browser }: RunningBrowser): Promise<Page> {
  const page = await browser.newPage()
  await Promise.all([page.setJavaScriptEnabled(false), page.setOfflineMode(true)])
  return page
}

function tookTooLong(timeout: number): string {
  return `the browser took longer than ${timeout / 1000} s for one page; close other programs and build again, or leave out the PDFs with --only`
}

/** Prints a page as its own CSS says: tagged, with bookmarks, when all its fonts are there. */
export async function print(page: Page, html: string): Promise<Uint8Array> {
  await page.setContent(html, { waitUntil: 'load', timeout: 0 })
  return page.pdf({
    preferCSSPageSize: true,
    printBackground: true,
    tagged: true,
    outline: true,
    waitForFonts: true,
    timeout: 0,
  })
}

/** The size of a window in CSS pixels, and how many device pixels one of them has. */
export interface Window {
  width: number
  height: number
  scale?: number
}

/**
 * Photographs of a page when all its fonts are there, each of one window's worth, from the top down: PNG, packed in half the time to
 * files a fifth larger. The page gets its window last, so that nothing large is drawn before it is complete.
 */
export async function photograph(
  page: Page,
  html: string,
  { width, height, scale = 1 }: Window,
  count: number,
): Promise<Uint8Array[]> {
  await page.setContent(html, { waitUntil: 'load', timeout: 0 })
  await page.evaluate(() => document.fonts.ready.then(() => undefined))
  await page.setViewport({ width, height, deviceScaleFactor: scale })
  const taken: Uint8Array[] = []
  for (let top = 0; top < count * height; top += height) {
    // Moved, not scrolled: of what comes by scrolling a busy browser shows parts that it has not drawn yet.
    if (top > 0) await page.evaluate((y) => Object.assign(document.body.style, { position: 'relative', top: `${-y}px` }), top)
    taken.push(await page.screenshot({ type: 'png', captureBeyondViewport: false, optimizeForSpeed: true }))
  }
  return taken
}

/** How a page is looked at by a script of ours. */
export interface Measuring {
  /** One after the other; the script runs in each. */
  windows: readonly Window[]
  media: 'screen' | 'print'
  /** Source text; what its last expression is, plain data, is the result. The page's own scripts do not run. */
  script: string
}

/** Measures a page, as those see it whose browser runs scripts, in some windows, when its fonts are there: what the script finds in each. */
export async function measure<T>(page: Page, html: string, { windows, media, script }: Measuring): Promise<T[]> {
  await Promise.all([page.emulateMediaType(media), page.setJavaScriptEnabled(true)])
  const found: T[] = []
  for (const { width, height, scale = 1 } of windows) {
    await page.setViewport({ width, height, deviceScaleFactor: scale })
    if (found.length === 0) await page.setContent(html, { waitUntil: 'load', timeout: 0 })
    await page.evaluate(() => document.fonts.ready.then(() => undefined))
    found.push((await page.evaluate(script)) as T)
  }
  return found
}

/** A page of ours that does something, and what it is asked to do. */
export interface Performance<T> {
  window: Window
  /** Rejects or resolves for all that the page is to do. */
  perform(stage: PerformingPage): Promise<T>
}

/** A page whose own scripts run. */
export interface PerformingPage {
  /** What an expression comes to in the page, plain data; promises are waited for. */
  run<R>(expression: string): Promise<R>
  /** The window as a PNG in base64, transparent where nothing is painted. */
  photograph(): Promise<string>
}

/** Where the page seems to come from: browsers lend some of their parts, such as encoders, to no page without an address. */
const ADDRESS = 'http://localhost/'

/** Lets the scripts of a page run, which still has no network. */
export async function performOn<T>(page: Page, html: string, { window, perform }: Performance<T>): Promise<T> {
  const { width, height, scale = 1 } = window
  await page.setJavaScriptEnabled(true)
  await page.setViewport({ width, height, deviceScaleFactor: scale })
  await page.setRequestInterception(true)
  let loading = true
  page.on('request', (request) => {
    if (!loading) return
    if (request.url() === ADDRESS) void request.respond({ contentType: 'text/html; charset=utf-8', body: html })
    else if (/^(?:data|blob):/.test(request.url())) void request.continue()
    else void request.abort()
  })
  await page.goto(ADDRESS, { timeout: 0 })
  loading = false
  await page.setRequestInterception(false)
  return perform({
    run: async <R>(expression: string) => (await page.evaluate(expression)) as R,
    photograph: () =>
      page.screenshot({
        type: 'png',
        encoding: 'base64',
        omitBackground: true,
        captureBeyondViewport: false,
        optimizeForSpeed: true,
      }),
  })
}
