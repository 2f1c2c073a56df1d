import type { Page } from 'puppeteer-core/internal/puppeteer-core-browser.js'

/** A font that a page is painted in. */
export interface PaintedFont {
  familyName: string
  /** Whether the page brought it. */
  isCustomFont: boolean
}

/** The fonts that the texts of a page are painted in: all of them, or so many from its top. */
export async function paintedFonts(page: Page, most = Infinity): Promise<PaintedFont[]> {
  const session = await page.createCDPSession()
  await session.send('DOM.enable')
  await session.send('CSS.enable')
  await session.send('DOM.getDocument', { depth: 0 })
  // Each element is a question of its own, so those without text are not asked.
  const query = '//body//*[text()[normalize-space()]] | //li'
  const { searchId, resultCount } = await session.send('DOM.performSearch', { query })
  const { nodeIds } = await session.send('DOM.getSearchResults', { searchId, fromIndex: 0, toIndex: Math.min(most, resultCount) })
  const fonts: PaintedFont[] = []
  for (const nodeId of nodeIds) fonts.push(...(await session.send('CSS.getPlatformFontsForNode', { nodeId })).fonts)
  await session.detach()
  return fonts
}
