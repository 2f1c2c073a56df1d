import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { getDocument, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { handout } from '../../../src/outputs/handout/handout-output.ts'
import type { Story } from '../../../src/story/story.ts'
import { sharedPrinter as printer } from '../../browser/shared-browser.ts'
import { built } from '../../built.ts'
import { readPdf } from '../../pdf/read-pdf.ts'
import { storyOf } from '../../story-of.ts'
import { toolsWith } from '../tools.ts'
import { readStructure, type StructureNode, textOf } from './structure.ts'

let bytes: Uint8Array
let pdf: PDFDocumentProxy
let nodes: StructureNode[]
let story: Story
let minimal: Story

beforeAll(async () => {
  bytes = readFileSync(join(await built(), 'handout.pdf'))
  pdf = await open(bytes)
  nodes = await readStructure(pdf)
  story = await storyOf()
  minimal = await storyOf('minimal')
})
afterAll(async () => {
  await pdf.loadingTask.destroy()
})

/** pdf.js takes the bytes it is given for itself. */
function open(data: Uint8Array): Promise<PDFDocumentProxy> {
  return getDocument({ data: Uint8Array.from(data), verbosity: 0 }).promise
}

async function make(of: Story, paper: 'a4' | 'letter'): Promise<Uint8Array> {
  const [file] = await handout.make(of, toolsWith({ printer, paper }))
  return Buffer.from(file?.contents ?? '')
}

const ofRole = (role: string) => nodes.filter((node) => node.role === role)
const squeeze = (text: string) => text.replace(/\s+/g, ' ').trim()

test('it has twelve pages of A4, and weighs at most 600 KB', async () => {
  expect(pdf.numPages).toBe(12)
  for (let number = 1; number <= 12; number++) {
    const { view } = await pdf.getPage(number)
    expect(view.map(Math.round)).toEqual([0, 0, 595, 842])
  }
  expect(bytes.length).toBeLessThanOrEqual(600_000)
})

test('every page but the cover says where it is, beside the reading order and not in it', async () => {
  const told = nodes.map(textOf).join(' ')
  for (let number = 1; number <= pdf.numPages; number++) {
    const { items } = await (await pdf.getPage(number)).getTextContent()
    const page = squeeze(items.map((item) => ('str' in item ? item.str : '')).join(' '))
    expect(page).toContain(`page ${number} of 12`)
    if (number > 1) expect(page).toContain(story.deck.handout?.sheets?.[number - 2]?.header)
  }
  expect(told).not.toContain('of 12')
  // A slide's own source is read with its words.
  expect(told).toContain(story.slides.find(({ id }) => id === 'readings')?.source)
  expect(told).not.toContain(story.deck.source.slice(0, 40))
})

test('headings are nested: the title and the acts; countries head their rows in the order of telling', () => {
  const headings = nodes.filter(({ role }) => /^H\d$/.test(role))
  const levels = headings.map(({ role }) => Number(role.slice(1)))
  expect(levels.filter((level) => level === 1)).toHaveLength(1)
  for (const [index, level] of levels.entries()) expect(level - (levels[index - 1] ?? 0)).toBeLessThanOrEqual(1)
  expect(headings.filter(({ path }) => path.some(({ role }) => role === 'TH'))).toEqual([])
  const heads = ofRole('TH').filter(({ scope }) => scope === 'Row')
  const countries = heads.map((node) => squeeze(textOf(node))).filter((text) => text.startsWith('#'))
  expect(countries).toEqual(story.deck.records.map(({ rank, name }) => `#${rank} ${name}`))
})

test('bookmarks lead to every act and every country', async () => {
  const [title] = await pdf.getOutline()
  expect(title?.title).toBe(story.deck.title)
  const acts = title?.items ?? []
  expect(acts.map((act) => act.title)).toEqual(expect.arrayContaining(story.deck.acts.slice(0, -1).map((act) => act.title)))
  const countries = acts.flatMap(({ items }) => items).filter((item) => item.title.startsWith('#'))
  expect(countries.map((item) => item.title)).toEqual(story.deck.records.map(({ rank, name }) => `#${rank} ${name}`))
  const pages = await Promise.all(countries.map(async ({ dest }) => pdf.getPageIndex((dest as [never])[0])))
  expect(pages).toEqual(pages.toSorted((a, b) => a - b))
  expect(new Set(pages).size).toBeGreaterThan(5)
})

test('six to eight countries stand on a page, but where a figure takes most of it', async () => {
  const pages = story.deck.handout?.sheets?.map(({ parts }) => ({
    rows: parts.flatMap((part) => (part.kind === 'rows' ? part.records : [])).length,
    hasFigure: parts.some(({ kind }) => kind === 'figure'),
  }))
  const told = pages?.filter(({ rows }) => rows > 0) ?? []
  expect(told.filter(({ hasFigure }) => !hasFigure).map(({ rows }) => rows)).toEqual([7, 7, 8, 7, 6])
  expect(told.filter(({ hasFigure }) => hasFigure).map(({ rows }) => rows)).toEqual([2, 2, 4])
  for (const { rows } of told) expect(rows).toBeGreaterThan(1)
})

test('an act is a page or a spread: it begins on an even page, or on that of the act before it', async () => {
  const [title] = await pdf.getOutline()
  const pages = await Promise.all(
    (title?.items ?? []).map(async ({ dest }) => (await pdf.getPageIndex((dest as [never])[0])) + 1),
  )
  expect(pages).toEqual([2, 2, 4, 6, 8, 9, 10, 11, 12])
})

test('tables have captions, and heads with their scope', () => {
  expect(ofRole('Caption')).toHaveLength(ofRole('Table').length)
  for (const caption of ofRole('Caption')) expect(textOf(caption)).toMatch(/deficit.*2023/)
  const heads = ofRole('TH')
  for (const head of heads) expect(head.scope).toMatch(/^(Column|Row)$/)
  // Each country heads its row twice: where it is told, and in the table of all.
  expect(heads.filter(({ scope }) => scope === 'Row')).toHaveLength(2 * story.deck.records.length)
  expect(heads.filter(({ scope }) => scope === 'Column').every((head) => textOf(head).trim() !== '')).toBe(true)
})

test('the full table has every figure of every country; what is missing is said', () => {
  const table = ofRole('Table').at(-1)
  const rows = nodes.filter(({ role, path }) => role === 'TR' && table && path.includes(table))
  const cells = rows.map((row) =>
    nodes.filter(({ role, path }) => /^T[HD]$/.test(role) && path.at(-1) === row).map((cell) => squeeze(textOf(cell))),
  )
  expect(cells).toHaveLength(44)
  expect(cells[1]).toEqual(['1', 'China', 'Eastern Asia', '282.7', '436.3', '153.6', '17,800', '$12,614', '2.8×', '1.6 %'])
  expect(cells.at(-1)?.slice(0, 3)).toEqual(['43', 'Libya', 'Northern Africa'])
  expect(cells.filter((row) => row.includes('no 2023 figure')).map(([, name]) => name)).toEqual(['Chinese Taipei', 'Venezuela'])
})

test('each figure has a text of its own', () => {
  const alts = ofRole('Figure').map(({ alt }) => alt ?? '')
  expect(alts).toHaveLength(7)
  expect(new Set(alts).size).toBe(7)
  for (const alt of alts) expect(alt).toMatch(/\d/)
})

test('what is read of a country is its name, its figures, its sentence', () => {
  const text = squeeze(
    nodes
      .filter(({ role }) => role === 'content')
      .map(textOf)
      .join(' '),
  )
  const order = [
    '#16 Cambodia',
    '11.9',
    '12.2',
    '0.3',
    '38×',
    '28 %',
    'Cambodia has the steepest ratio on the list',
    '#15 Switzerland',
  ]
  let at = 0
  for (const piece of order) {
    at = text.indexOf(piece, at)
    expect(at, piece).toBeGreaterThan(-1)
  }
})

test('nothing is set smaller than 7.5 points', async () => {
  for (let number = 1; number <= pdf.numPages; number++) {
    const { items } = await (await pdf.getPage(number)).getTextContent()
    for (const item of items) {
      if (!('str' in item) || item.str.trim() === '') continue
      expect(Math.hypot(item.transform[2], item.transform[3]), `page ${number}: ${item.str}`).toBeGreaterThan(7.4)
    }
  }
})

test('links to the sources are alive, and the contents lead to their pages', async () => {
  const last = await (await pdf.getPage(pdf.numPages)).getAnnotations()
  expect(new Map(last.map(({ url, contentsObj }) => [url, contentsObj.str]))).toEqual(
    new Map([
      ['https://oec.world/', 'Observatory of Economic Complexity, oec.world'],
      ['https://data.worldbank.org/', 'World Bank, data.worldbank.org'],
      ['https://247wallst.com/', '24/7 Wall St., 247wallst.com'],
    ]),
  )
  const contents = await (await pdf.getPage(1)).getAnnotations()
  const pages = await Promise.all(contents.map(async ({ dest }) => (await destination(dest)) + 1))
  expect(pages).toEqual([2, 2, 4, 6, 8, 9, 10, 11, 12])
  expect(contents.map(({ contentsObj }) => contentsObj.str)[0]).toBe('The question')
  for (const { contentsObj } of contents) expect(contentsObj.str).not.toBe('')
  const said = nodes.filter(({ role }) => role === 'Link').map((link) => squeeze(textOf(link)))
  expect(said).toContain('The question')
  expect(said.some((text) => text.includes('oec.world'))).toBe(true)
})

async function destination(dest: string | [never]): Promise<number> {
  const place = typeof dest === 'string' ? await pdf.getDestination(dest) : dest
  return pdf.getPageIndex(place?.[0])
}

test('on letter paper it has the same pages', async () => {
  const letter = await make(story, 'letter')
  const { pages, figures } = readPdf(letter)
  expect(pages.map(({ width, height }) => [width, height])).toEqual(Array.from({ length: 12 }, () => [612, 792]))
  expect(figures).toHaveLength(7)
  expect(letter.length).toBeLessThanOrEqual(600_000)
})

test('a page that holds more than it can is refused', async () => {
  const { deck } = minimal
  const words = Array.from(
    { length: 10 },
    (_, index) => ({ kind: 'words', headline: `Long${index} sentence. `.repeat(40) }) as const,
  )
  const handout = {
    bars: { column: 'name', value: () => 1, title: '', marks: [], share: () => '' },
    columns: [],
    sheets: [{ header: 'Full', parts: [{ kind: 'rows', records: deck.records.map(({ id }) => id) }, ...words] }],
  }
  await expect(make({ ...minimal, deck: { ...deck, handout } } as Story, 'a4')).rejects.toThrow(
    'found 4 pages, expected 2: page 2 holds more than fits on it',
  )
})

test('a deck that says nothing of a handout gets one all the same', async () => {
  const made = readPdf(await make(minimal, 'a4'))
  expect(made.bookmarks).toEqual([
    {
      title: 'Three letters',
      children: [
        { title: 'The only act', children: ['#3 Gamma', '#2 Beta', '#1 Alpha'].map((title) => ({ title, children: [] })) },
      ],
    },
  ])
  expect(made.pages.map(({ text }) => text).join('')).toContain('The only sentence of the year 2024.')
  expect(made.figures).toEqual(['Bar chart of the letters down to door'])
})
