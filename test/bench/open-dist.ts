import type { Page } from 'puppeteer-core/internal/puppeteer-core-browser.js'
import { serve } from '../../src/dev/serve.ts'
import { readOutputs } from '../../src/publish/read-built.ts'
import { openBundled } from '../browser/open-bundled.ts'

/** The outputs in a real browser, from a server on this machine. */
export interface OpenDist {
  /** Every file, by path. */
  files: ReadonlyMap<string, Uint8Array>
  /** Opens a page of the outputs, or a blank one, and waits until it is ready. */
  open(path?: string, window?: { width: number; height: number }): Promise<Page>
  close(): Promise<void>
}

/** Opens what was built into a folder. */
export async function openDist(folder: string): Promise<OpenDist> {
  const files = readOutputs(folder)
  const [running, server] = await Promise.all([openBundled(), serve(() => files, 4900)])
  // The browser looks no address up but this name.
  const web = server.url.replace('127.0.0.1', 'localhost')
  return {
    files,
    async open(path, { width, height } = { width: 1280, height: 720 }) {
      const page = await running.browser.newPage()
      await page.setViewport({ width, height })
      if (path === undefined) return page
      await page.goto(web + path)
      // Charts to embed have no steps.
      await page.evaluate(() => window.countdown?.ready)
      return page
    },
    async close() {
      running.kill()
      await server.close()
    },
  }
}
