import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AxeResults, ElementContext, RunOptions } from 'axe-core'
import type { Page } from 'puppeteer-core/internal/puppeteer-core-browser.js'

declare global {
  interface Window {
    axe: { run(context: ElementContext, options: RunOptions): Promise<AxeResults> }
  }
}

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** For pages in other colours: it is the contrast alone that can be another. */
export const CONTRAST: RunOptions = { runOnly: ['color-contrast'] }

/** Puts axe into a page. */
export async function addAxe(page: Page): Promise<void> {
  await page.evaluate(AXE)
}

/**
 * What axe finds in a part of a page, as `rule: element (how many)`; that nothing was checked is a finding too. Axe reads the whole
 * document, so what is not in the part is taken out as long as it runs, and so are the insides of pictures, which it cannot judge.
 */
export function findViolations(page: Page, place = 'html', options: RunOptions = {}): Promise<string[]> {
  return page.evaluate(
    async (selector, run) => {
      const putBack: (() => void)[] = []
      const takeOut = (element: Element) => {
        const gap = document.createComment('')
        element.replaceWith(gap)
        putBack.push(() => gap.replaceWith(element))
      }
      for (let part = document.querySelector(selector); part?.parentElement; part = part.parentElement) {
        if (part === document.body) break
        for (const other of [...part.parentElement.children]) if (other !== part && other.localName !== 'style') takeOut(other)
      }
      if (selector !== 'html') for (const inside of document.querySelectorAll('svg > *')) takeOut(inside)
      const { violations, passes } = await window.axe.run(selector, { resultTypes: ['violations'], ...run })
      for (const put of putBack) put()
      const found = violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html} (${nodes.length})`)
      return passes.length === 0 ? ['nothing was checked'] : found
    },
    place,
    options,
  )
}
