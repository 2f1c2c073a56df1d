import { getDocument, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { CompletedPdf } from '../../src/pdf/complete.ts'
import type { Bookmark, PdfFacts } from '../../src/pdf/facts.ts'
import { walkPainted } from './painted.ts'
import { readPdf } from './read-pdf.ts'
import { complete, printAll, SAMPLE } from './sample.ts'

// pdf.js is the judge: what our small reader says of a PDF must be what it says.
// Once as Chromium printed it, and once finished.
let facts: PdfFacts
let finished: CompletedPdf
let judge: PDFDocumentProxy
beforeAll(async () => {
  const [bytes = new Uint8Array()] = await printAll(SAMPLE)
  facts = readPdf(bytes)
  finished = complete([bytes])
  judge = await getDocument({ data: Uint8Array.from(finished.bytes), verbosity: 0 }).promise
})
afterAll(() => judge?.loadingTask.destroy())

const numbers = () => Array.from({ length: judge.numPages }, (_, index) => index + 1)

test('title, language and tags', async () => {
  const { info } = await judge.getMetadata()
  const about = info as { Title: string; Language: string }
  expect([facts.title, facts.language]).toEqual([about.Title, about.Language])
  expect(facts).toMatchObject({ title: 'Déficits – ein “Test”', language: 'en' })
  // Typed as an object, but a map.
  expect(Object.fromEntries((await judge.getMarkInfo()) as unknown as Map<string, boolean>)).toMatchObject({ Marked: true })
})

test('pages and their sizes', async () => {
  const views = await Promise.all(numbers().map(async (number) => (await judge.getPage(number)).view.slice(2)))
  expect(facts.pages.map(({ width, height }) => [width, height])).toEqual(views)
  expect(facts.pages.length).toBe(3)
})

test('the text of each page, spaces aside', async () => {
  // The font draws ’ and ʼ alike. Chromium says beside the glyph which one it is; pdf.js does not read that.
  const squeeze = (text: string) => text.replace(/\s/g, '').replaceAll('ʼ', '’')
  for (const number of numbers()) {
    const { items } = await (await judge.getPage(number)).getTextContent()
    const judged = items.map((item) => ('str' in item ? item.str : '')).join('')
    expect(squeeze(facts.pages[number - 1]?.text ?? '')).toBe(squeeze(judged))
  }
  expect(facts.pages[1]?.text).toContain('Côte d’Ivoire: $1,337.3 billion (12 %)')
  expect(facts.pages[1]?.text).toContain('in the chart')
  expect(facts.pages[2]?.text).toContain('Half there')
})

test('bookmarks, nested, in their order', async () => {
  interface Item {
    title: string
    items: Item[]
  }
  const plain = (items: Item[]): Bookmark[] => items.map(({ title, items }) => ({ title, children: plain(items) }))
  expect(facts.bookmarks).toEqual(plain((await judge.getOutline()) as Item[]))
  expect(facts.bookmarks.map(({ title, children }) => [title, children.length])).toEqual([
    ['One square at a time', 2],
    ['Tens', 1],
  ])
})

test('links to elsewhere', async () => {
  for (const number of numbers()) {
    const annotations = (await (await judge.getPage(number)).getAnnotations()) as { url?: string }[]
    const judged = annotations.flatMap(({ url }) => (url === undefined ? [] : [url]))
    const outside = facts.pages[number - 1]?.links.flatMap(({ url }) => (url === undefined ? [] : [url]))
    expect(outside).toEqual(judged)
  }
  expect(facts.pages[2]?.links).toEqual([{ url: 'https://example.org/a?b=1&c=2', description: 'a link' }])
})

test('figures and their texts', async () => {
  interface Node {
    role?: string
    alt?: string
    children?: Node[]
  }
  const walk = (node: Node): (string | undefined)[] => [
    ...(node.role === 'Figure' ? [node.alt] : []),
    ...(node.children ?? []).flatMap(walk),
  ]
  const trees = await Promise.all(numbers().map(async (number) => (await judge.getPage(number)).getStructTree()))
  expect(facts.figures).toEqual(trees.flatMap((tree) => walk(tree as Node)))
  expect(facts.figures).toEqual(['Bars: Côte d’Ivoire is first', 'A second chart'])
})

test('fonts: three faces, none drawn as pictures', () => {
  expect(facts.fonts.map(({ type }) => type)).toEqual(Array(3).fill('Type0'))
  expect(facts.fonts.map(({ name }) => name.replace(/^[A-Z]{6}\+/, '')).sort()).toEqual([
    'SourceSans3ExtraLight-Regular',
    'SourceSans3ExtraLight-SemiBold',
    'SourceSerif4-SemiBold',
  ])
})

test('nothing of it is lost in finishing', () => {
  const { size: _, ...read } = readPdf(finished.bytes)
  const { size: written, ...told } = finished.facts
  expect(read).toEqual(told)
  expect(written).toBe(finished.bytes.length)
  const { size: before, pages, ...others } = facts
  expect(told).toMatchObject(others)
  expect(told.pages.map(({ weight, ...page }) => page)).toEqual(pages.map(({ weight, ...page }) => page))
  expect(written).toBeLessThan(before)
})

test('all that is painted is content or an artifact, in what is half transparent too', async () => {
  expect(await walkPainted(judge)).toMatchObject({ unmarked: 0, crossing: 0, unbalanced: 0, silent: 0 })
})

describe('what is no whole PDF is refused', () => {
  test.for([
    { name: 'nothing', text: '' },
    { name: 'a page of HTML', text: '<!doctype html>' },
    { name: 'only a header', text: '%PDF-1.4\n' },
    { name: 'no table', text: '%PDF-1.4\nstartxref\n3\n%%EOF' },
    { name: 'a string without an end', text: '%PDF-1.4\nxref\n0 0\ntrailer\n<< /A (b\nstartxref\n9\n%%EOF' },
  ])('$name', ({ text }) => {
    expect(() => readPdf(Buffer.from(text))).toThrow(/PDF/)
  })
})
