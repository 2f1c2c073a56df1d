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
  const { root } = await session.send('DOM.getDocument', { depth: 0 })
  const { nodeIds } = await session.send('DOM.querySelectorAll', { nodeId: root.nodeId, selector: 'body, body *' })
  const fonts: PaintedFont[] = []
  for (const nodeId of nodeIds) fonts.push(...(await session.send('CSS.getPlatformFontsForNode', { nodeId })).fonts)
  await session.detach()
  return fonts
}
