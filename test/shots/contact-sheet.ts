import type { Page } from 'puppeteer-core/internal/puppeteer-core-browser.js'

/** A picture and what stands under it. */
export interface Shot {
  name: string
  png: Uint8Array
}

/** Lays pictures out in a grid, in order, and photographs it. `width` is a cell's width in px. */
export async function contactSheet(page: Page, shots: readonly Shot[], { columns, width, type = 'png' }: { columns: number; width: number; type?: 'png' | 'jpeg' }): Promise<Uint8Array> {
  const cells = shots.map(({ name, png }) => {
    const data = Buffer.from(png).toString('base64')
    return `<figure><img src="data:image/png;base64,${data}" width="${width}"><figcaption>${name}</figcaption></figure>`
  })
  const style = `body{margin:12px;display:grid;grid-template-columns:repeat(${columns},${width}px);gap:12px;background:#777;font:12px sans-serif}
    figure{margin:0}img{display:block}figcaption{color:#fff;padding-top:2px}`
  await page.setViewport({ width: columns * (width + 12) + 12, height: 400 })
  await page.setContent(`<style>${style}</style>${cells.join('')}`)
  return page.screenshot({ type, fullPage: true, ...(type === 'jpeg' && { quality: 82 }) })
}
