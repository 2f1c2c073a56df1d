import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'puppeteer-core/internal/puppeteer-core-browser.js'
import { createPrinter } from '../../src/browser/printer.ts'
import { parseFlags } from '../../src/cli/flags.ts'
import { watch } from '../../src/dev/watch.ts'
import { openBundled } from '../browser/open-bundled.ts'

const ROOT = join(import.meta.dirname, '../..')

/** A copy of the smallest deck that is being watched, in a folder of its own. */
export interface LiveDeck {
  folder: string
  /** Address of the pages, under the one name that the browser of the tests looks up. */
  url: string
  /** What the terminal shows. */
  lines: readonly string[]
  /** Replaces a part of a file, as an editor that writes in place does. */
  edit(file: string, found: string, written: string): void
  stop(): Promise<void>
}

/** Puts the machine's client and style sheets into a deck's folder, so that they can be edited there. */
export function withMachine(folder: string): void {
  for (const part of ['src']) cpSync(join(ROOT, part), join(folder, part), { recursive: true })
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'))
}

/**
 * Copies the smallest deck, lets `prepare` change it, and watches it. The folder of the machine is where a `src` is.
 */
export async function watchMinimal(prepare: (folder: string) => void = () => undefined): Promise<LiveDeck> {
  const home = mkdtempSync(join(tmpdir(), 'countdown-watch-'))
  const folder = join(home, 'deck')
  cpSync(join(ROOT, 'test/decks/minimal'), folder, { recursive: true })
  // The title of the window is that of the slide's headline.
  const layout = join(folder, 'slides/plain.tsx')
  writeFileSync(layout, readFileSync(layout, 'utf8').replace('<h2>', '<h2 class="headline">'))
  prepare(folder)
  const lines: string[] = []
  const stopping = new AbortController()
  const report = {
    line: (text: string) => void lines.push(text),
    step: async <T>(_: string, work: () => Promise<T> | T) => work(),
  }
  const root = existsSync(join(folder, 'src')) ? folder : ROOT
  const effects = { report, printer: createPrinter({ lazy: true }), root, generator: 'test', stopped: stopping.signal }
  const running = watch(parseFlags([folder, '--watch']), effects)
  while (!lines.some((line) => line.includes('http:')))
    await Promise.race([running, new Promise((resume) => setTimeout(resume, 5))])
  return {
    folder,
    url: /http:\S+/.exec(lines.join('\n'))?.[0].replace('127.0.0.1', 'localhost') ?? '',
    lines,
    edit(file, found, written) {
      const text = readFileSync(join(folder, file), 'utf8')
      if (!text.includes(found)) throw new Error(`${file} has no \`${found}\``)
      writeFileSync(join(folder, file), text.replace(found, written))
    },
    async stop() {
      stopping.abort(130)
      await running
      rmSync(home, { recursive: true, force: true })
    },
  }
}

/** A page that keeps what went wrong on it, and knows whether it was loaded anew. */
export interface LivePage {
  page: Page
  faults: readonly string[]
  /** Waits until an element has this text. */
  shows(selector: string, text: string): Promise<void>
  /** Waits until the overlay has this text, or has gone. */
  warns(text: string | undefined): Promise<void>
  /** Marks the document that is shown now. */
  mark(): Promise<void>
  /** Whether it is still the document that was marked last, or opened. */
  isSame(): Promise<boolean>
}

/** Starts the browser and returns what opens pages in it. */
export async function openLive(): Promise<{ open(address: string): Promise<LivePage>; close(): void }> {
  const running = await openBundled()
  return {
    open: async (address) => watchPage(await running.browser.newPage(), address),
    close: running.kill,
  }
}

async function watchPage(page: Page, address: string): Promise<LivePage> {
  const faults: string[] = []
  page.on('console', (message) => void faults.push(message.text()))
  page.on('pageerror', (error) => void faults.push(String(error)))
  await page.setViewport({ width: 1280, height: 720 })
  await page.goto(address)
  // Before the first story is made a page waits for it, and is loaded anew when it is there.
  await page.waitForFunction(
    () =>
      document.readyState === 'complete' &&
      (!document.querySelector('.live-waiting') || document.querySelector('.live-overlay') !== null),
  )
  const mark = () =>
    page.evaluate(async () => {
      document.documentElement.dataset.marked = ''
      await (window.countdown as Window['countdown'] | undefined)?.ready
    })
  await mark()
  return {
    page,
    faults,
    async shows(selector, text) {
      await page.waitForFunction((s, t) => document.querySelector(s)?.textContent?.includes(t), {}, selector, text)
    },
    async warns(text) {
      if (text === undefined) await page.waitForFunction(() => !document.querySelector('.live-overlay'))
      else await page.waitForFunction((t) => document.querySelector('.live-overlay')?.textContent?.includes(t), {}, text)
    },
    mark,
    isSame: () => page.evaluate(() => 'marked' in document.documentElement.dataset),
  }
}
