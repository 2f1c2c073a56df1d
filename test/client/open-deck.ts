import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Page } from 'puppeteer-core/internal/puppeteer-core-browser.js'
import type { Countdown } from '../../src/client/ui/api.ts'
import { serve } from '../../src/dev/serve.ts'
import { newContext } from '../browser/shared-browser.ts'
import { built } from '../built.ts'

declare global {
  interface Window {
    countdown: Countdown
  }
}

/** What a page did that no page of ours may do. */
export interface Watched {
  page: Page
  /** Directives of the content-security policy that something ran into. */
  violations: string[]
  /** Addresses outside the built folder. */
  foreign: string[]
  /** Uncaught errors and messages to the console. */
  errors: string[]
}

/** The built deck in a real browser, served below a sub-path and from disk. */
export interface DeckInBrowser {
  /** Address of the folder, as served. */
  web: string
  /** Address of the folder on disk. */
  disk: string
  open(address: string, options?: OpenOptions): Promise<Watched>
  /** The window that a page has opened. */
  popup(opener: Page): Promise<Page>
  close(): Promise<void>
}

interface OpenOptions {
  width?: number
  height?: number
  dark?: boolean
  reducedMotion?: boolean
  forcedColors?: boolean
}

/** Opens a built deck in a profile of its own: the real one, which is built once, or the one in a folder. */
export async function openDeck(outputs: Promise<string> = built()): Promise<DeckInBrowser> {
  const [folder, context] = await Promise.all([outputs, newContext()])
  const files = readFolder(folder, 'some/where/')
  const server = await serve(() => files, 4700)
  // The browser of the tests looks no address up but this name.
  const web = `${server.url.replace('127.0.0.1', 'localhost')}some/where/`
  const disk = `${pathToFileURL(folder)}/`
  return {
    web,
    disk,
    open: async (address, options = {}) => watch(await context.newPage(), address, [web, disk], options),
    async popup(opener) {
      const target = await context.waitForTarget((candidate) => candidate.opener() === opener.target())
      const page = await target.page()
      if (!page) throw new Error('the window that was opened has no page')
      return page
    },
    async close() {
      await context.close()
      await server.close()
    },
  }
}

async function watch(page: Page, address: string, ours: readonly string[], options: OpenOptions): Promise<Watched> {
  const watched = listen(page, ours)
  const { width = 1280, height = 720, dark = false, reducedMotion = false, forcedColors = false } = options
  await page.setViewport({ width, height })
  await page.emulateMediaFeatures([
    { name: 'prefers-color-scheme', value: dark ? 'dark' : 'light' },
    { name: 'prefers-reduced-motion', value: reducedMotion ? 'reduce' : 'no-preference' },
    { name: 'forced-colors', value: forcedColors ? 'active' : 'none' },
  ])
  await page.exposeFunction('noteViolation', (directive: string) => watched.violations.push(directive))
  await page.evaluateOnNewDocument(() => {
    const { noteViolation } = window as unknown as { noteViolation(directive: string): void }
    document.addEventListener('securitypolicyviolation', (event) =>
      noteViolation(`${event.violatedDirective} ${event.blockedURI}`),
    )
  })
  await goTo(page, address)
  return watched
}

/** Notes what a page asks for and says from now on; what a policy refuses is told on the console, too. */
export function listen(page: Page, ours: readonly string[]): Watched {
  const watched: Watched = { page, violations: [], foreign: [], errors: [] }
  page.on('request', (request) => {
    const url = request.url()
    if (!url.startsWith('data:') && !ours.some((prefix) => url.startsWith(prefix))) watched.foreign.push(url)
  })
  page.on('pageerror', (error) => watched.errors.push(String(error)))
  page.on('console', (message) => watched.errors.push(message.text()))
  return watched
}

/** Loads an address from scratch and waits until its first slide is drawn. */
export async function goTo(page: Page, address: string): Promise<void> {
  // Otherwise a change of the hash alone would not load the page again.
  await page.goto('about:blank')
  await page.goto(address)
  await page.evaluate(() => window.countdown?.ready)
}

/** The current slide, as the public API tells it. */
export function stepOf(page: Page): Promise<{ index: number; id: string }> {
  return page.evaluate(() => ({ ...window.countdown.step }))
}

/** Presses keys, each as soon as the one before is handled, and waits until nothing moves. */
export async function press(page: Page, ...keys: Parameters<Page['keyboard']['press']>[0][]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key)
  await page.evaluate(() => window.countdown.settled())
}

/** Ids of all slides, in order. */
export function slideIds(page: Page): Promise<string[]> {
  return page.$$eval('.slides > section', (sections) => sections.map((section) => section.id))
}

/** The files of a folder by their paths, behind a prefix. */
export function readFolder(folder: string, prefix: string): Map<string, Uint8Array> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  return new Map(
    files
      .map(({ parentPath, name }) => join(parentPath, name))
      .map((path) => [prefix + path.slice(folder.length + 1), readFileSync(path)]),
  )
}
