import { join } from 'node:path'
import { getDocument, OPS } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { BrowserContext } from 'puppeteer-core/internal/puppeteer-core-browser.js'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { inlineStyle, storyStyle } from '../src/outputs/assets.ts'
import { deck } from '../src/outputs/deck/deck-output.ts'
import { handout } from '../src/outputs/handout/handout-output.ts'
import { renderAlone } from '../src/outputs/html-page.ts'
import type { OutputTools } from '../src/outputs/output.ts'
import { read } from '../src/outputs/read/read-output.ts'
import { renderCell } from '../src/outputs/share/share-output.ts'
import { slides } from '../src/outputs/slides/slides-output.ts'
import type { Story } from '../src/story/story.ts'
import { newContext, sharedPrinter as printer } from './browser/shared-browser.ts'
import { paintedFonts } from './client/painted-fonts.ts'
import { toolsWith } from './outputs/tools.ts'
import { readPdf } from './pdf/read-pdf.ts'
import { runFolder } from './run-folder.ts'
import { ROOT, storyOf } from './story-of.ts'
import { writeFiles } from './write-files.ts'

const work = runFolder('scripts')

let context: BrowserContext
let story: Story
let tools: OutputTools
beforeAll(async () => {
  tools = toolsWith({ printer })
  ;[context, story] = await Promise.all([newContext(), storyOf('scripts')])
  writeFiles(work, [...(await deck.make(story, tools)), ...(await read.make(story, tools))])
})
afterAll(async () => {
  await context.close()
})

const FAMILIES = [
  'NanumGothic',
  'Noto Emoji',
  'Noto Sans Arabic',
  'Noto Sans Devanagari',
  'Noto Sans Hebrew',
  'Roboto',
  'Sawarabi Gothic',
  'Source Sans 3',
  'Source Serif 4',
]

describe.each([
  ['read.html', 1280],
  ['index.html', 1280],
])('%s at %d', (file, width) => {
  test('every letter is painted in a face of the page', async () => {
    const page = await context.newPage()
    await page.setViewport({ width, height: 800 })
    await page.goto(`file://${join(work, file)}#/moscow`)
    await page.evaluate(async () => {
      await window.countdown.ready
      await document.fonts.ready
    })
    const fonts = await paintedFonts(page)
    await page.close()
    expect(fonts.filter(({ isCustomFont }) => !isCustomFont)).toEqual([])
    const families = fonts.map(({ familyName }) => familyName)
    for (const family of FAMILIES)
      expect(
        families.some((each) => each.startsWith(family)),
        family,
      ).toBe(true)
  })
})

test('pictures for link previews are painted in faces of their page', async () => {
  const page = await context.newPage()
  const cells = story.slides.map((slide) => renderCell(story, story.wide, slide))
  await page.setContent(
    renderAlone(story.deck, await inlineStyle(ROOT, 'src/outputs/share/pictures.css', storyStyle(story)), cells.join('\n')),
  )
  await page.evaluate(() => document.fonts.ready.then(() => undefined))
  const fonts = await paintedFonts(page)
  await page.close()
  expect(fonts.length).toBeGreaterThan(10)
  expect(fonts.filter(({ isCustomFont }) => !isCustomFont)).toEqual([])
})

describe.each([
  ['slides.pdf', slides],
  ['handout.pdf', handout],
])('%s', (name, output) => {
  let bytes: Uint8Array
  beforeAll(async () => {
    const [file] = await output.make(story, tools)
    bytes = Buffer.from(file?.contents ?? '')
  })

  test('embeds every font as letters, none of the machine', () => {
    const { fonts } = readPdf(bytes)
    expect(fonts.filter(({ type }) => type === 'Type3')).toEqual([])
    const known = /Source(?:Sans|Serif|Code)|Noto|Nanum|Sawarabi|Roboto/
    expect(fonts.map(({ name: each }) => each).filter((each) => !known.test(each))).toEqual([])
    expect(fonts.some(({ name: each }) => each.includes('SourceCodePro'))).toBe(true)
  })

  test('has no letter without a picture', async () => {
    const pdf = await getDocument({ data: Uint8Array.from(bytes), verbosity: 0 }).promise
    let count = 0
    for (let number = 1; number <= pdf.numPages; number++) {
      const { fnArray, argsArray } = await (await pdf.getPage(number)).getOperatorList()
      const shown = fnArray.flatMap((operator, index) => (operator === OPS.showText ? (argsArray[index] as [unknown[]])[0] : []))
      for (const glyph of shown) {
        if (typeof glyph !== 'object' || glyph === null) continue
        count++
        expect((glyph as { originalCharCode: number }).originalCharCode, `page ${number} of ${name}`).not.toBe(0)
      }
    }
    await pdf.loadingTask.destroy()
    expect(count).toBeGreaterThan(100)
  })
})

test('only files with a letter of the story are shipped', async () => {
  const files = (await read.make(story, tools)).map(({ path }) => path).filter((path) => path.endsWith('.woff2'))
  expect(files.some((path) => path.includes('greek-ext'))).toBe(true)
  const german = await storyOf('german')
  const fonts = new Set(german.fonts.map(({ path }) => path.replace(/.*\//, '')))
  expect([...fonts].filter((path) => path.startsWith('source-')).sort()).toEqual([
    'source-sans-3-latin-400-normal.woff2',
    'source-sans-3-latin-600-normal.woff2',
    'source-serif-4-latin-600-normal.woff2',
  ])
})
