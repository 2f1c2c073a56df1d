import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createPrinter, type Printer } from '../../src/browser/printer.ts'
import { composeStory } from '../../src/compose.ts'
import { parseFlags } from '../../src/flags.ts'
import { notes } from '../../src/outputs/notes.ts'
import { type PdfFacts, readPdf } from '../../src/pdf/facts.ts'
import { htmlText } from '../../src/pdf/html-text.ts'
import type { Story } from '../../src/story.ts'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))

let printer: Printer
let story: Story
let facts: PdfFacts

beforeAll(async () => {
  printer = createPrinter()
  story = await composeStory(ROOT, { step: async (_, work) => work(), line: () => {} })
  facts = readPdf(await make(story))
})
afterAll(() => printer.close())

async function make(of: Story): Promise<Uint8Array> {
  const tools = {
    root: ROOT,
    printer,
    paper: 'a4',
    note: () => {},
    step: async <T>(_: string, work: () => Promise<T>) => work(),
  } as const
  const [file] = await notes.make(of, tools)
  return Buffer.from(file?.contents ?? '')
}

const squeeze = (text: string) => text.replace(/\s/g, '').replaceAll('\u02bc', '’')

test('there are two slides a page, each with its notes', () => {
  expect(facts.pages).toHaveLength(Math.ceil(story.slides.length / 2))
  for (const { index, title, notes: said } of story.slides) {
    const page = squeeze(facts.pages[Math.floor(index / 2)]?.text ?? '')
    expect(page).toContain(squeeze(title))
    expect(page).toContain(squeeze(htmlText(said)))
  }
})

test('bookmarks lead to the acts and the slides; every picture has a text', () => {
  expect(facts.bookmarks.map(({ title }) => title)).toEqual(story.deck.acts.map(({ title }) => title))
  expect(facts.figures.length).toBeGreaterThan(50)
  expect(facts.figures.every((text) => text)).toBe(true)
})

test('long notes take the room they need', async () => {
  const [first, ...others] = story.slides.slice(0, 4)
  const long = {
    ...story,
    slides: [{ ...first, notes: '<p>Long. </p>'.repeat(60) }, ...others],
    wide: { ...story.wide, states: story.wide.states.slice(0, 4) },
  }
  const { pages } = readPdf(await make(long as Story))
  expect(pages.length).toBeGreaterThan(2)
  expect(
    pages
      .map(({ text }) => text)
      .join('')
      .split('Long.'),
  ).toHaveLength(61)
})

test('they are made when asked for', () => {
  expect(notes.optional).toBe(true)
  expect(parseFlags(['--notes']).also).toEqual(['notes'])
  expect(parseFlags([]).also).toEqual([])
})
