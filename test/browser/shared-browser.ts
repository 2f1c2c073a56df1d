import type { BrowserContext } from 'puppeteer-core/internal/puppeteer-core-browser.js'
import { createPrinter } from '../../src/browser/printer.ts'
import { openBundled } from './open-bundled.ts'

let running: ReturnType<typeof openBundled> | undefined

/** One browser for all test files of a process, with which it ends; Vitest ends a process by a signal. */
export function sharedBrowser(): ReturnType<typeof openBundled> {
  if (!running) process.once('SIGTERM', () => process.exit())
  running ??= openBundled()
  return running
}

/** Prints and measures in that browser; not to be closed. */
export const sharedPrinter = createPrinter({ open: sharedBrowser, lazy: true })

/** A profile of its own in that browser, for pages that remember something. */
export async function newContext(): Promise<BrowserContext> {
  return (await sharedBrowser()).browser.createBrowserContext()
}
