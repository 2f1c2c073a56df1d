import type { Page } from 'puppeteer-core/internal/puppeteer-core-browser.js'

/** A font that a page is painted in. */
export interface PaintedFont {
  familyName: string
  /** Whether the page brought it. */
  isCustomFont: boolean
}

/** The fonts that every text of a page is painted in. */
export async function paintedFonts(page: Page): Promise<PaintedFont[]> {
  const session = await page.createCDPSession()
  await session.send('DOM.enable')
  await session.send('CSS.enable')
  await session.send('DOM.getDocument', { depth: 0 })
  // Each element is a question of its own, so those without text are not asked.
  const query = '//body//*[text()[normalize-space()]] | //li'
  const { searchId, resultCount } = await session.send('DOM.performSearch', { query })
  const { nodeIds } = await session.send('DOM.getSearchResults', { searchId, fromIndex: 0, toIndex: resultCount })
  const fonts: PaintedFont[] = []
  for (const nodeId of nodeIds) fonts.push(...(await session.send('CSS.getPlatformFontsForNode', { nodeId })).fonts)
  await session.detach()
  return fonts
}
