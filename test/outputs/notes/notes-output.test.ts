import { h } from 'preact'
import { renderToString } from 'preact-render-to-string'
import { beforeAll, expect, test } from 'vitest'
import { recordTable } from '../../../src/kit/components/RecordTable.tsx'
import { forSlide } from '../../../src/mdx/fill-slots.ts'
import { notes } from '../../../src/outputs/notes/notes-output.ts'
import type { PdfFacts } from '../../../src/pdf/facts.ts'
import type { RankedRecord } from '../../../src/story/deck.ts'
import type { Columns } from '../../../src/story/description.ts'
import type { Story } from '../../../src/story/story.ts'
import { readTree } from '../../../src/tree/read-tree.ts'
import { spokenText } from '../../../src/tree/text-of.ts'
import { sharedPrinter as printer } from '../../browser/shared-browser.ts'
import { readPdf } from '../../pdf/read-pdf.ts'
import { storyOf } from '../../story-of.ts'
import { toolsWith } from '../tools.ts'

let story: Story
let bytes: Uint8Array
let facts: PdfFacts

beforeAll(async () => {
  story = await storyOf('minimal')
  bytes = await make(story)
  facts = readPdf(bytes)
})

async function make(of: Story): Promise<Uint8Array> {
  const [file] = await notes.make(of, toolsWith({ printer }))
  return Buffer.from(file?.contents ?? '')
}

const squeeze = (text: string) => text.replace(/\s/g, '').replaceAll('\u02bc', '’')

test('there are two slides a page, each with its notes', () => {
  expect(facts.pages).toHaveLength(Math.ceil(story.slides.length / 2))
  for (const { index, title, notes: said } of story.slides) {
    const page = squeeze(facts.pages[Math.floor(index / 2)]?.text ?? '')
    expect(page).toContain(squeeze(title))
    expect(page).toContain(squeeze(spokenText(said)))
  }
})

test('long notes take the room they need', async () => {
  const [first, ...others] = story.slides
  const long = {
    ...story,
    slides: [{ ...first, notes: readTree('<p>Long. </p>'.repeat(60)) }, ...others],
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

const COLUMNS: Columns<RankedRecord> = {
  all: [
    { key: 'rank', label: '#', numeric: true, text: ({ rank }) => String(rank) },
    { key: 'name', label: 'Row', numeric: false, text: ({ name }) => name },
  ],
  missing: '',
}

// Two columns within a scaled picture: the last row is lost where a head takes room that the browser has not counted.
test.for([18, 20, 31, 40])('a table of %i rows has all of them in its picture, on every page', async (count) => {
  const rows: RankedRecord[] = Array.from({ length: count }, (_, index) => ({
    id: `r${index}`,
    rank: index + 1,
    name: `Row${index + 1}.`,
  }))
  const table = renderToString(h(recordTable(rows, COLUMNS), { caption: 'Rows', beginning: '' }))
  const slides = story.slides.map((slide) => ({
    ...slide,
    content: forSlide(readTree(`<div class="slide slide-full"><h2>${slide.title}</h2><div class="body">${table}</div></div>`)),
  }))
  const { pages } = readPdf(await make({ ...story, slides }))
  const text = pages.map(({ told }) => told).join('')
  for (const { name } of rows) expect(text.split(name), name).toHaveLength(slides.length + 1)
})
