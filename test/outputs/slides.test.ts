import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { getDocument, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createPrinter } from '../../src/browser/printer.ts'
import { composeStory } from '../../src/compose.ts'
import { slides } from '../../src/outputs/slides.ts'
import type { Story } from '../../src/story.ts'
import { built } from '../built.ts'
import { walkPainted } from '../pdf/painted.ts'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))

let bytes: Uint8Array
let pdf: PDFDocumentProxy
let story: Story

beforeAll(async () => {
  bytes = readFileSync(join(await built(), 'slides.pdf'))
  // pdf.js takes the bytes it is given for itself.
  pdf = await getDocument({ data: Uint8Array.from(bytes), verbosity: 0 }).promise
  story = await composeStory(ROOT, { step: async (_, work) => work(), line: () => {} })
})
afterAll(() => pdf.loadingTask.destroy())

test('there is one page a slide, all of them 16:9', async () => {
  expect(pdf.numPages).toBe(story.slides.length)
  for (let number = 1; number <= pdf.numPages; number++) {
    expect((await pdf.getPage(number)).view).toEqual([0, 0, 960, 540])
  }
})

test('each page holds the headline of its slide, in order', async () => {
  // One glyph of the fonts stands for both apostrophes, and its first character is written into the document.
  const squeeze = (text: string) => text.replace(/\s/g, '').replaceAll('\u02bc', '’')
  for (const { index, title } of story.slides) {
    const { items } = await (await pdf.getPage(index + 1)).getTextContent()
    expect(squeeze(items.map((item) => ('str' in item ? item.str : '')).join(''))).toContain(squeeze(title))
  }
})

test('bookmarks name the acts and, below them, every slide', async () => {
  const outline = await pdf.getOutline()
  expect(outline.map(({ title }) => title)).toEqual(story.deck.acts.map(({ title }) => title))
  expect(outline.flatMap(({ items }) => items.map(({ title }) => title))).toEqual(story.slides.map(({ title }) => title))
})

test('the structure names each figure, and the document its title and language', async () => {
  const { info } = await pdf.getMetadata()
  expect(info).toMatchObject({ Title: story.deck.title, Language: 'en' })
  const page = await pdf.getPage(4)
  expect(JSON.stringify(await page.getStructTree())).toContain('"alt":"')
})

test('all that is painted is content or an artifact', async () => {
  expect(await walkPainted(pdf)).toMatchObject({ unmarked: 0, crossing: 0, unbalanced: 0, silent: 0 })
})

test('links to the sources are alive; there are none to files that do not travel along', async () => {
  const annotations = await (await pdf.getPage(pdf.numPages)).getAnnotations()
  const urls = annotations.map(({ url, unsafeUrl }) => url ?? unsafeUrl)
  expect(urls).toContain('https://oec.world/')
  for (const url of urls) expect(url).toMatch(/^https:/)
  for (const { contentsObj } of annotations) expect(contentsObj.str).toMatch(/^\S.*\S$/)
})

test('the same input gives the same bytes', async () => {
  const printer = createPrinter()
  try {
    const [again] = await slides.make(story, {
      root: ROOT,
      printer,
      paper: 'a4',
      note: () => {},
      step: async (_, work) => work(),
    })
    expect(Buffer.compare(Buffer.from(again?.contents ?? ''), bytes)).toBe(0)
  } finally {
    await printer.close()
  }
})
