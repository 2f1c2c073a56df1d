import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { getDocument, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createPrinter } from '../../../src/browser/printer.ts'
import { inlineStyle } from '../../../src/outputs/assets.ts'
import { renderPrintPages } from '../../../src/outputs/slides/slides-output.ts'
import { readPdf } from '../../../src/pdf/facts.ts'
import type { Story } from '../../../src/story/story.ts'
import { openBundled } from '../../browser/open-bundled.ts'
import { built } from '../../built.ts'
import { composeStory } from '../../compose-story.ts'
import { walkPainted } from '../../pdf/painted.ts'
import { readStructure, type StructureNode, textOf } from '../handout/structure.ts'

const ROOT = fileURLToPath(new URL('../../..', import.meta.url))

let bytes: Uint8Array
let pdf: PDFDocumentProxy
let nodes: StructureNode[]
let story: Story

beforeAll(async () => {
  bytes = readFileSync(join(await built(), 'slides.pdf'))
  // pdf.js takes the bytes it is given for itself.
  pdf = await getDocument({ data: Uint8Array.from(bytes), verbosity: 0 }).promise
  nodes = await readStructure(pdf)
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

test('the document says its title and language; its fonts are embedded and none is drawn', () => {
  const { title, language, tagged, fonts } = readPdf(bytes)
  expect({ title, language, tagged }).toEqual({ title: story.deck.title, language: 'en', tagged: true })
  for (const font of fonts) expect(font).toMatchObject({ embedded: true, type: expect.not.stringMatching('Type3') })
})

test('headings are nested: the acts, their slides, what stands in these', () => {
  const headings = nodes.filter(({ role }) => /^H\d$/.test(role))
  const levels = headings.map(({ role }) => Number(role.slice(1)))
  for (const [index, level] of levels.entries()) expect(level - (levels[index - 1] ?? 0)).toBeLessThanOrEqual(1)
  const squeeze = (text: string) => text.replace(/\s/g, '').replaceAll('\u02bc', '’')
  const titles = headings.filter(({ role }) => role === 'H2').map((node) => squeeze(textOf(node)))
  expect(titles).toEqual(story.slides.map(({ title }) => squeeze(title)))
})

test('a long deck is printed in parts, and is the same document', async () => {
  const parts = renderPrintPages(story, await inlineStyle(ROOT, 'src/outputs/slides/slides.css', story.deck.palette), 25)
  const slides = parts.map((part) => part.match(/<article /g)?.length ?? 0)
  expect(slides).toHaveLength(3)
  expect(Math.max(...slides)).toBeLessThanOrEqual(25)
  const printer = createPrinter({ open: openBundled })
  const printed = readPdf(await printer.pdf(parts))
  await printer.close()
  const { pages, bookmarks, figures } = readPdf(bytes)
  expect(printed.pages.map(({ text, links }) => ({ text, links }))).toEqual(pages.map(({ text, links }) => ({ text, links })))
  expect({ bookmarks: printed.bookmarks, figures: printed.figures }).toEqual({ bookmarks, figures })
})

test('every type of the structure is one that PDF 1.7 knows', () => {
  expect(new Set(nodes.map(({ role }) => role))).toEqual(
    new Set([
      ...['Root', 'Document', 'Art', 'H1', 'H2', 'H3', 'P', 'Span', 'NonStruct', 'L', 'LI', 'Lbl', 'Link', 'Figure'],
      ...['Table', 'TR', 'TH', 'TD', 'content', 'annotation'],
    ]),
  )
})

test('each figure has a text, and the heads of a table say of what', () => {
  const figures = nodes.filter(({ role }) => role === 'Figure')
  expect(figures).toHaveLength(story.wide.states.filter(({ marks }) => marks.size > 0).length)
  for (const { alt } of figures) expect(alt).toMatch(/\S/)
  const heads = nodes.filter(({ role }) => role === 'TH')
  expect(heads.length).toBeGreaterThan(story.deck.records.length)
  for (const { scope } of heads) expect(scope).toMatch(/^(Column|Row)$/)
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
