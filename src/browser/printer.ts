import type { Page } from 'puppeteer-core/internal/puppeteer-core-browser.js'
import { EnvironmentError } from '../util/diagnostic.ts'
import type { RunningBrowser } from './launch.ts'
import { openBrowser } from './open.ts'
import {
  type Measuring,
  measure,
  onPage,
  openAhead,
  type Performance,
  performOn,
  photograph,
  print,
  type Window,
} from './page.ts'

/** Prints self-contained pages (fonts and styles inlined, no script) to PDF with the one browser of the build. */
export interface Printer {
  /** Tells that so many pages will be printed or looked at, so that the first of them are open when they are needed. */
  expect(pages: number): void
  /**
   * The bytes of a PDF for each part of a document: tagged, with outline, page size from the page's own CSS. One of very many pages comes
   * in parts, since the time for a page grows with the number of pages around it. Retries once when the browser dies. Throws
   * EnvironmentError when there is none or it dies twice.
   */
  pdf(html: string | readonly string[]): Promise<Uint8Array[]>
  /** Photographs (PNG) of such a page, each of one window's worth, from the top down. Retries, from the first, and throws as `pdf` does. */
  photograph(html: string, window: Window, count?: number): Promise<Uint8Array[]>
  /** What a script finds in such a page, in each of some windows. Retries and throws as `pdf` does. */
  measure<T>(html: string, how: Measuring): Promise<T[]>
  /**
   * What a page with scripts of ours does, in a context that browsers call secure. It may take an hour. Retries from the beginning and throws as `pdf` does.
   */
  perform<T>(html: string, how: Performance<T>): Promise<T>
  /** Name and version of the browser. Throws as `pdf` does when there is none. */
  version(): Promise<string>
  /** Ends the browser at once; what is being printed is lost. */
  close(): Promise<void>
}

/** How a printer works; all of it may be left out. */
export interface PrinterOptions {
  /** Told once what the author should know of the browser. */
  say?: (message: string) => void
  /** The machine's fonts are used, too. */
  systemFonts?: boolean
  /** Starts a browser, until it is stopped; a parameter, so that tests can break it. */
  open?: (stopped: AbortSignal) => Promise<RunningBrowser>
  /** Most time that one page may take, in ms. */
  timeout?: number
  /** Starts the browser only when there is something to print. */
  lazy?: boolean
}

/** Our own watchdog, in ms: with Puppeteer's a page that hangs goes on hanging for minutes. */
const TIMEOUT = 120_000
/** The same for a page that does much, such as making a film, in ms. */
const LONGEST_PERFORMANCE = 3_600_000
/** Pages opened ahead; there is work for so many at first. */
const MOST_AHEAD = 2
/** Parts of a document that are printed side by side. */
const LANES = 2
/** A document of more characters than this, which has over a thousand pages, may take longer in proportion. */
const LONG_DOCUMENT = 4_000_000

/**
 * Starts a browser in the background and returns at once. A browser that cannot be started is reported to whoever
 * first prints, so that everything that needs none is still made.
 */
export function createPrinter({
  say = () => {},
  systemFonts = false,
  open = opener(once(say), systemFonts),
  timeout = TIMEOUT,
  lazy = false,
}: PrinterOptions = {}): Printer {
  const stopping = new AbortController()
  const { signal: stopped } = stopping
  const start = () => {
    const started = open(stopped)
    // Whoever prints hears of the failure; without this Node would end before that.
    started.catch(() => {})
    return started
  }
  let running = lazy ? undefined : start()

  /** Works on a page of the running browser; once more on a fresh browser when that one dies. */
  async function use<T>(html: string, work: (page: Page) => Promise<T>, most = timeout): Promise<T> {
    const patience = Math.round(most * Math.max(1, html.length / LONG_DOCUMENT))
    running ??= start()
    const first = running
    const browser = await first
    try {
      return await onPage(browser, work, patience)
    } catch (error) {
      if (stopped.aborted || browser.isAlive() || error instanceof EnvironmentError) throw error
    }
    browser.kill()
    // Of several pages lost with one browser, the first to notice starts the next one.
    if (running === first) running = start()
    const second = await running
    return onPage(second, work, patience).catch((error: unknown) => {
      if (second.isAlive() || error instanceof EnvironmentError) throw error
      throw new EnvironmentError(`the browser died twice (${String(error)}); build again with more memory free`)
    })
  }

  async function printParts(parts: readonly string[]): Promise<Uint8Array[]> {
    const printed: Uint8Array[] = []
    const waiting = [...parts.entries()]
    const lane = async () => {
      for (let next = waiting.shift(); next; next = waiting.shift()) {
        const [index, html] = next
        printed[index] = await use(html, (page) => print(page, html)).catch((error: unknown) => {
          // Without one part the others are of no use.
          waiting.length = 0
          throw error
        })
      }
    }
    await Promise.all(Array.from({ length: LANES }, lane))
    return printed
  }

  return {
    expect(pages) {
      running ??= start()
      running.then((browser) => openAhead(browser, Math.min(pages, MOST_AHEAD))).catch(() => {})
    },
    pdf: (html) => printParts([html].flat()),
    photograph: (html, window, count = 1) => use(html, (page) => photograph(page, html, window, count)),
    measure: <T>(html: string, how: Measuring) => use(html, (page) => measure<T>(page, html, how)),
    perform: <T>(html: string, how: Performance<T>) => use(html, (page) => performOn<T>(page, html, how), LONGEST_PERFORMANCE),
    async version() {
      running ??= start()
      return (await running).version
    },
    async close() {
      stopping.abort()
      await running?.then(({ kill }) => kill()).catch(() => {})
    },
  }
}

/** A browser is started anew when it dies, and then as before. */
const opener = (say: (message: string) => void, systemFonts: boolean) => (stopped: AbortSignal) =>
  openBrowser({ systemFonts, say, stopped })

/** Says nothing twice. */
function once(say: (message: string) => void): (message: string) => void {
  const said = new Set<string>()
  return (message) => {
    if (!said.has(message)) say(message)
    said.add(message)
  }
}
