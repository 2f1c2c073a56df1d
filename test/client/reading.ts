import type { Page } from 'puppeteer-core/internal/puppeteer-core-browser.js'

export const PHONE = { width: 390, height: 844 }
export const DESK = { width: 1280, height: 800 }

/** What the stage is called for those who do not see it. */
export const stageName = (page: Page) => page.$eval('.stage svg', (svg) => svg.getAttribute('aria-label') ?? '')
/** Scrolls as a reader does and waits until the page has told where it is. */
export const scrollTo = (page: Page, top: number) =>
  page.evaluate(async (y) => {
    window.scrollTo({ top: y, behavior: 'instant' })
    // A frame tells of the scrolling before it calls back.
    await new Promise(requestAnimationFrame)
    await window.countdown.settled()
    return { ...window.countdown.step, y: window.scrollY, max: document.documentElement.scrollHeight - innerHeight }
  }, top)
