import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { expect, test } from 'vitest'
import { DESK, PHONE } from '../reading.ts'
import { openedDeck } from '../use-deck.ts'

const deck = openedDeck()

/** A text of a sheet: how large, and where from its left lower corner, in pt. */
interface Printed {
  text: string
  size: number
  x: number
  y: number
}

/** Size of text, in pt, from which on it is a headline. */
const HEADLINE = 12

async function sheetsOf(bytes: Uint8Array): Promise<{ width: number; height: number; texts: Printed[] }[]> {
  const pdf = await getDocument({ data: bytes, verbosity: 0 }).promise
  const numbers = Array.from({ length: pdf.numPages }, (_, index) => index + 1)
  return Promise.all(
    numbers.map(async (number) => {
      const sheet = await pdf.getPage(number)
      const { width, height } = sheet.getViewport({ scale: 1 })
      const items = (await sheet.getTextContent()).items.flatMap((item) => ('str' in item && item.str.trim() ? [item] : []))
      const texts = items.map(({ str, transform: [, , c, d, x, y] }) => ({ text: str, size: Math.hypot(c, d), x, y }))
      return { width, height, texts }
    }),
  )
}

test.each([
  ['A4', DESK],
  ['Letter', PHONE],
] as const)(
  'printed on %s from a window of %o no sheet ends half empty, no heading stands alone, labels are 7 pt',
  async (format, size) => {
    const { page } = await deck.open(`${deck.web}read.html`, size)
    const small = await page.$$eval('section > h2, .body h4', (all) => all.map((one) => one.textContent ?? ''))
    const charts = await page.$$eval('[data-still]', (all) => all.length)
    await page.evaluate(() =>
      addEventListener('beforeprint', () => {
        document.body.dataset.printed = String(document.querySelectorAll('.still:not(.wide) svg').length)
      }),
    )
    const sheets = await sheetsOf(await page.pdf({ format }))
    expect(await page.$eval('body', ({ dataset }) => dataset.printed)).toBe(String(charts))
    expect(sheets.length).toBeLessThan(20)
    for (const [number, { width, height, texts }] of sheets.entries()) {
      const { text, size } = texts.toSorted((a, b) => a.size - b.size)[0] as Printed
      expect(size, text).toBeGreaterThanOrEqual(7)
      if (number < sheets.length - 1)
        expect(Math.min(...texts.map(({ y }) => y)), `sheet ${number + 1}`).toBeLessThan(height * 0.4)
      for (const column of [texts.filter(({ x }) => x < width / 2), texts.filter(({ x }) => x >= width / 2)]) {
        const last = column.toSorted((a, b) => a.y - b.y)[0]
        if (last) expect(last.size > HEADLINE || small.includes(last.text), `${number + 1}: ${last.text}`).toBe(false)
      }
    }
  },
)
