import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { getDocument, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { inlineStyle, storyStyle } from '../../../src/outputs/assets.ts'
import { renderPrintPages } from '../../../src/outputs/slides/slides-output.ts'
import { type Element, readElements } from '../../../src/pdf/elements.ts'
import { PdfFile } from '../../../src/pdf/file.ts'
import { viewsOf } from '../../../src/story/steps.ts'
import type { Story } from '../../../src/story/story.ts'
import { sharedPrinter as printer } from '../../browser/shared-browser.ts'
import { built } from '../../built.ts'
import { readPdf } from '../../pdf/read-pdf.ts'
import { complete } from '../../pdf/sample.ts'
import { ROOT, storyOf } from '../../story-of.ts'
import { readStructure, type StructureNode, textOf } from '../handout/structure.ts'

let bytes: Uint8Array
let pdf: PDFDocumentProxy
let nodes: StructureNode[]
let story: Story

beforeAll(async () => {
  bytes = readFileSync(join(await built(), 'slides.pdf'))
  // pdf.js takes the bytes it is given for itself.
  pdf = await getDocument({ data: Uint8Array.from(bytes), verbosity: 0 }).promise
  nodes = await readStructure(pdf)
  story = await storyOf()
})
afterAll(() => pdf.loadingTask.destroy())

test('there is one page a slide, all of them 16:9', async () => {
  expect(pdf.numPages).toBe(story.slides.length)
  for (let number = 1; number <= pdf.numPages; number++) {
    expect((await pdf.getPage(number)).view).toEqual([0, 0, 960, 540])
  }
})

test('bookmarks name the acts and, below them, every slide', async () => {
  const outline = await pdf.getOutline()
  expect(outline.map(({ title }) => title)).toEqual(story.deck.acts.map(({ title }) => title))
  expect(outline.flatMap(({ items }) => items.map(({ title }) => title))).toEqual(story.slides.map(({ title }) => title))
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
  const parts = renderPrintPages(
    story,
    await inlineStyle(ROOT, 'src/outputs/slides/slides.css', storyStyle(story)),
    viewsOf(story.slides),
    25,
  )
  const slides = parts.map((part) => part.match(/<article /g)?.length ?? 0)
  expect(slides).toHaveLength(3)
  expect(Math.max(...slides)).toBeLessThanOrEqual(25)
  const printed = readPdf(complete(await printer.pdf(parts)).bytes)
  const { pages, bookmarks, figures } = readPdf(bytes)
  expect(printed.pages.map(({ text, links }) => ({ text, links }))).toEqual(pages.map(({ text, links }) => ({ text, links })))
  expect({ bookmarks: printed.bookmarks, figures: printed.figures }).toEqual({ bookmarks, figures })
})

test('what is read of a record is its headline, its number, its text, the figure, its facts, the source', () => {
  const { record, title } = story.slides.find((slide) => slide.record) ?? {}
  const squeeze = (text: string) => text.replace(/\s/g, '').replaceAll('\u02bc', '’')
  const headline = nodes.find((node) => node.role === 'H2' && squeeze(textOf(node)) === squeeze(title ?? ''))
  const sheet = headline?.path.find(({ role }) => role === 'Art')
  const read = nodes.filter(({ path, role }) => sheet && path.includes(sheet) && /^(?:content|Figure)$/.test(role))
  const said = read.map((node) => (node.role === 'Figure' ? 'FIGURE' : squeeze(textOf(node))))
  const order = [title ?? '', 'deficit with', 'Its purchases', 'FIGURE', 'Exports to the U.S.', 'Source: ']
  const places = order.map((piece) => said.findIndex((text) => text.includes(squeeze(piece))))
  expect(
    places.toSorted((a, b) => a - b),
    `${record?.name}: ${said.join(' | ')}`,
  ).toEqual(places)
  expect(places).not.toContain(-1)
})

test('lines that break keep their space, and each figure says where it stands', () => {
  const text = nodes.filter(({ role }) => role === 'P').map((node) => textOf(node))
  expect(text.join('\n')).toContain('sold the United States more goods in 2023 than it bought there')
  const file = new PdfFile(bytes)
  const elements = readElements(file)
  for (const figure of elements.filter(({ type }) => type === 'Figure')) {
    const [left = 0, bottom = 0, right = 0, top = 0] = boxOf(file, figure)
    expect(left >= 0 && bottom >= 0 && right <= 960 && top <= 540 && right - left > 300 && top - bottom > 150).toBe(true)
  }
})

function boxOf(file: PdfFile, { entries }: Element): number[] {
  const layout = file.array(entries.get('A')).map((one) => file.dictionary(one))
  return file.array(layout.find((one) => one.has('BBox'))?.get('BBox')).map(Number)
}

test('each figure has a text, and the heads of a table say of what', () => {
  const figures = nodes.filter(({ role }) => role === 'Figure')
  expect(figures).toHaveLength(story.wide.states.filter(({ marks }) => marks.size > 0).length)
  for (const { alt } of figures) expect(alt).toMatch(/\S/)
  const heads = nodes.filter(({ role }) => role === 'TH')
  expect(heads.length).toBeGreaterThan(story.deck.records.length)
  for (const { scope } of heads) expect(scope).toMatch(/^(Column|Row)$/)
})

test('links to the sources are alive; there are none to files that do not travel along', async () => {
  const annotations = await (await pdf.getPage(pdf.numPages)).getAnnotations()
  const urls = annotations.map(({ url, unsafeUrl }) => url ?? unsafeUrl)
  expect(urls).toContain('https://oec.world/')
  for (const url of urls) expect(url).toMatch(/^https:/)
  for (const { contentsObj } of annotations) expect(contentsObj.str).toMatch(/^\S.*\S$/)
})
