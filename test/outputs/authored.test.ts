import type { Element } from 'hast'
import { beforeAll, expect, test } from 'vitest'
import { forPrint } from '../../src/outputs/document.ts'
import { handout, renderHandout } from '../../src/outputs/handout/handout-output.ts'
import { notes } from '../../src/outputs/notes/notes-output.ts'
import type { Output } from '../../src/outputs/output.ts'
import { slides } from '../../src/outputs/slides/slides-output.ts'
import type { PdfFacts } from '../../src/pdf/facts.ts'
import type { Slide, Story } from '../../src/story/story.ts'
import { elementsOf } from '../../src/tree/elements-of.ts'
import { readTree } from '../../src/tree/read-tree.ts'
import { textOf } from '../../src/tree/text-of.ts'
import { sharedPrinter as printer } from '../browser/shared-browser.ts'
import { readPdf } from '../pdf/read-pdf.ts'
import { storyOf } from '../story-of.ts'
import { toolsWith } from './tools.ts'

let story: Story
let printed: PdfFacts[]

async function print(output: Output, steps: 'all' | 'last' = 'last'): Promise<PdfFacts> {
  const [file] = await output.make(story, toolsWith({ printer, steps }))
  return readPdf(Buffer.from(file?.contents ?? ''))
}

beforeAll(async () => {
  story = await storyOf('authored')
  printed = await Promise.all([slides, notes, handout].map((output) => print(output)))
})

const FORMULAS = ['x^2', 'g_t = \\frac{v_t - v_{t-1}}{v_{t-1}} = \\sqrt{\\sum_{i=1}^{n} x_i^2}']

test('each document has the formulas as figures with their source', () => {
  for (const { figures } of printed) expect(figures).toEqual(expect.arrayContaining(FORMULAS))
})

test('each document has all that was typed, and no mark of Markdown', () => {
  for (const { pages } of printed) {
    const text = pages
      .map((page) => page.text)
      .join(' ')
      .replace(/\s/g, '')
    for (const words of ['Portsbyregion', 'Portosouthmany', 'Countthelettersn', 'Saystheharbouroffice', 'rows.reduce((sum,row)'])
      expect(text.toLowerCase()).toContain(words.toLowerCase().replace('lettersn', 'letters'))
    expect(text).not.toMatch(/\*\*|~~|\[\^|\[x\]|\|---|```|↑/)
  }
})

test('notes of slides stand at the foot of their page on paper, numbered through', () => {
  const noted = story.slides.find(({ id }) => id === 'footnotes') as Slide
  const slides = story.slides.map((slide) => (slide.id === 'tasks' ? { ...slide, body: noted.body } : slide))
  const { document } = renderHandout({ ...story, slides }, '', 'a4')
  const sheet = readTree(document.pages.find((page) => page.includes('harbour office')) ?? '')
  expect(elementsOf(sheet, 'sup').map(textOf)).toEqual(['1', '2', '3', '3', '4'])
  const [foot] = elementsOf(sheet, 'div').filter(({ properties }) => properties.role === 'doc-endnotes')
  expect(sheet.children.some((section) => 'children' in section && section.children.at(-1) === foot)).toBe(true)
  expect(elementsOf(foot as Element, 'li').map((note) => textOf(note).trim())).toEqual(
    [1, 2].flatMap(() => ['Says the harbour office.', 'Dug by hand.']),
  )
})

test('where lines break words do not grow together, across what is emphasized too', () => {
  const paragraphs = story.slides.flatMap(({ body }) => elementsOf(forPrint(body), 'p'))
  const texts = paragraphs.filter((one) => elementsOf(one, 'math').length === 0).map(textOf)
  const told = printed.map(({ pages }) =>
    pages
      .map((page) => page.told)
      .join(' ')
      .replace(/\s+/g, ' '),
  )
  for (const text of texts.filter(({ length }) => length > 50)) for (const one of told) expect(one).toContain(text)
})

test('a document of slides has a page for each step, and one heading for each slide', async () => {
  const all = await print(slides, 'all')
  const [last] = printed
  const pagesWith = (facts: PdfFacts | undefined, words: string) => facts?.pages.filter(({ text }) => text.includes(words)).length
  for (const [words, pages] of [
    ['Points come one', 4],
    ['First', 3],
    ['Third', 1],
    ['A chart goes on', 3],
    ['Beta comes', 2],
  ] as const) {
    expect([words, pagesWith(all, words)]).toEqual([words, pages])
    expect([words, pagesWith(last, words)]).toEqual([words, 1])
  }
  expect(all.pages).toHaveLength((last?.pages.length ?? 0) + 6)
  expect(all.bookmarks).toEqual(last?.bookmarks)
  // A page of a table stands in the place of the one before, so that each is printed.
  expect(pagesWith(last, 'A table goes on')).toBe(3)
})
