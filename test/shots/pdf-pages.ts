import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { build } from 'esbuild'
import type { Page } from 'puppeteer-core/internal/puppeteer-core-browser.js'

const PDFJS = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'))

/** Runs in the page: draws PDF pages to a canvas with pdf.js, whose worker lives in the page itself. */
const SCRIPT = `
import * as pdfjs from '${join(PDFJS, 'build/pdf.mjs')}'
import * as worker from '${join(PDFJS, 'build/pdf.worker.mjs')}'
globalThis.pdfjsWorker = worker
globalThis.openPdf = async (base64) => {
  globalThis.pdf = await pdfjs.getDocument({ data: Uint8Array.from(atob(base64), (c) => c.charCodeAt(0)), isEvalSupported: false }).promise
  return globalThis.pdf.numPages
}
globalThis.drawPage = async (number, width) => {
  const page = await globalThis.pdf.getPage(number)
  const viewport = page.getViewport({ scale: width / page.getViewport({ scale: 1 }).width })
  const canvas = Object.assign(document.createElement('canvas'), { width: Math.round(viewport.width), height: Math.round(viewport.height) })
  await page.render({ canvas, canvasContext: canvas.getContext('2d'), viewport }).promise
  return canvas.toDataURL('image/png').split(',')[1]
}`

declare global {
  function openPdf(base64: string): Promise<number>
  function drawPage(number: number, width: number): Promise<string>
}

/** Draws every page of a PDF as a PNG of the given width in px. */
export async function* pdfPages(page: Page, bytes: Uint8Array, width: number): AsyncGenerator<Uint8Array> {
  const { outputFiles } = await build({
    stdin: { contents: SCRIPT, resolveDir: PDFJS },
    bundle: true,
    write: false,
    format: 'iife',
    // pdf.js asks where it was loaded from, to find a worker that it does not need here.
    define: { 'import.meta.url': '"about:blank"' },
    logLevel: 'error',
  })
  await page.goto('about:blank')
  await page.addScriptTag({ content: outputFiles[0]?.text ?? '' })
  const count = await page.evaluate((base64) => openPdf(base64), Buffer.from(bytes).toString('base64'))
  for (let number = 1; number <= count; number++) {
    const png = await page.evaluate((index, size) => drawPage(index, size), number, width)
    yield Buffer.from(png, 'base64')
  }
}
