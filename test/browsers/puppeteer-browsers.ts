import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'
import puppeteer, { type Page } from 'puppeteer'
import { openBundled } from '../browser/open-bundled.ts'
import type { Browser, Driver } from './driver.ts'
import { until } from './driver.ts'

/** The bundled Chromium, by its own protocol. */
export const chromium: Browser = {
  name: 'Chromium',
  async start() {
    const { browser, kill } = await openBundled()
    const page = (await browser.newPage()) as unknown as Page
    return { window: windowOf(page), version: await browser.version(), close: async () => kill() }
  },
}

/** An installed Firefox, by WebDriver BiDi. */
export const firefox: Browser = {
  name: 'Firefox',
  async start() {
    const executablePath = onPath('firefox', 'firefox-esr')
    if (executablePath === undefined) return undefined
    // A window of the speaker view is one that the deck opens by itself, as far as Firefox knows.
    const extraPrefsFirefox = { 'dom.disable_open_during_load': false, 'ui.prefersReducedMotion': 1 }
    const browser = await puppeteer.launch({ browser: 'firefox', executablePath, headless: true, extraPrefsFirefox })
    return { window: windowOf(await browser.newPage()), version: await browser.version(), close: () => browser.close() }
  },
}

/** Where the first of some programs is that the machine has. */
export function onPath(...names: readonly string[]): string | undefined {
  const paths = (process.env.PATH ?? '').split(delimiter).flatMap((folder) => names.map((name) => join(folder, name)))
  return paths.find((path) => {
    try {
      accessSync(path, constants.X_OK)
      return true
    } catch {
      return false
    }
  })
}

function windowOf(page: Page): Driver {
  return {
    goTo: async (address) => void (await page.goto(address)),
    evaluate: (expression) => page.evaluate(expression) as Promise<never>,
    press: (key) => page.keyboard.press(key as Parameters<Page['keyboard']['press']>[0]),
    resize: (width, height) => page.setViewport({ width, height }),
    back: async () => void (await page.goBack().catch(() => {})),
    reload: async () => void (await page.reload()),
    async popup() {
      const others = async () => (await page.browser().pages()).filter((each) => each !== page && !/^about:/.test(each.url()))
      await until('another window is open', async () => (await others()).length > 0)
      return windowOf((await others())[0] as Page)
    },
  }
}
