import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createPrinter } from '../../src/browser/printer.ts'
import { composeStory } from '../../src/compose.ts'
import type { OutputTools } from '../../src/output.ts'
import { deck } from '../../src/outputs/deck.ts'
import { handout } from '../../src/outputs/handout.ts'
import { readPdf } from '../../src/pdf/facts.ts'
import { createReport } from '../../src/report.ts'
import type { Story } from '../../src/story.ts'
import { tryPage } from './try-page.ts'

/* Each page of the documentation is done as it says, in a copy of the project; what it promises must then be there. */

const ROOT = join(import.meta.dirname, '..', '..')
const work = mkdtempSync(join(tmpdir(), 'countdown-docs-'))
const silent = createReport({ write: () => undefined, interactive: false })
afterAll(() => rmSync(work, { recursive: true }))

/** The story of a page's reader, and the deck made from it. */
async function follow(page: string): Promise<{ story: Story; html: string; css: string }> {
  const folder = join(work, page)
  await tryPage(`${page}.md`, folder)
  const story = await composeStory(folder, silent)
  const files = await deck.make(story, { root: folder, note: () => undefined } as unknown as OutputTools)
  const textOf = (name: RegExp) => String(files.find(({ path }) => name.test(path))?.contents)
  return { story, html: textOf(/^index\.html$/), css: textOf(/deck\.[0-9a-f]+\.css$/) }
}

/** Keys of the marks on a slide. */
const marksOf = ({ slides, wide }: Story, id: string) => [
  ...(wide.states[slides.findIndex((slide) => slide.id === id)]?.marks.entries() ?? []),
]

test.each(readdirSync(join(ROOT, 'docs')).filter((name) => /^(?:add|change|tell)-/.test(name)))('%s fits on a page', (name) => {
  expect(readFileSync(join(ROOT, 'docs', name), 'utf8').split('\n').length).toBeLessThan(70)
})

test('add a row: it is told, counted and on paper', async () => {
  const { story, html } = await follow('add-a-row')
  expect(html).toMatch(/<section id="iceland"[^>]* data-rank="44" data-name="Iceland">/)
  expect(html).toContain('Iceland sells $1.6\u00a0billion of goods and buys $600.0\u00a0million')
  expect(html).toContain('#44 of 44')
  expect(marksOf(story, 'iceland').length).toBeGreaterThan(0)
  const printer = createPrinter()
  const tools = { root: ROOT, printer, paper: 'a4', step: silent.step } as unknown as OutputTools
  // It checks itself that every page has all its words and none is too full.
  const [file] = await handout.make(story, tools).finally(() => printer.close())
  expect(
    readPdf((file as { contents: Uint8Array }).contents)
      .pages.map(({ text }) => text)
      .join(),
  ).toContain('Iceland')
})

test('add a chart: its bars and names are on the slide', async () => {
  const { story, html } = await follow('add-a-chart')
  expect(html).toContain('Nobody sells the United States more than Mexico: $456.5\u00a0billion')
  const marks = marksOf(story, 'ten-sellers')
  expect(marks.filter(([, { kind }]) => kind === 'rect')).toHaveLength(10)
  const texts = marks.flatMap(([, mark]) => (mark.kind === 'text' ? [mark.text] : []))
  expect(texts[0]).toBe('Mexico $456.5\u00a0billion')
  expect(texts).toHaveLength(10)
  // Its bars are those of other charts too, and travel.
  const others = new Set(marksOf(story, 'ranking').map(([key]) => key))
  expect(marks.filter(([key]) => others.has(key)).length).toBeGreaterThanOrEqual(10)
  expect((await story.track('narrow')).states.every(({ marks: some }) => some.size >= 0)).toBe(true)
})

test('add a scene: the same marks move from step to step', async () => {
  const { story } = await follow('add-a-scene')
  const [first, half] = [marksOf(story, 'first'), marksOf(story, 'half')]
  expect(first.map(([key]) => key)).toEqual(half.map(([key]) => key))
  const coloured = (marks: typeof first) => marks.filter(([, { fill }]) => fill === 'var(--signal)').length
  expect([coloured(first), coloured(half)]).toEqual([1, 4])
  expect(story.wide.states[story.slides.findIndex(({ id }) => id === 'half')]?.name).toContain('number 1 to 4 pointed out')
})

test('add a layout: the slide has it, and the style sheet its rules', async () => {
  const { html, css } = await follow('add-a-layout')
  expect(html).toMatch(/<section id="pause"[^>]*><div class="slide slide-pause">/)
  expect(css).toMatch(/\.slide-pause \.body\{top:400px/)
})

test('change the theme: the style sheet has its colours, light and dark', async () => {
  const { story, css } = await follow('change-the-theme')
  expect(css).toContain('--signal:light-dark(#0f6b5c,#5fc9b0)')
  expect(story.deck.palette?.paper?.light).toBe('#f7f9fa')
})

describe('add an output', () => {
  const folder = join(work, 'add-an-output')
  beforeAll(() => tryPage('add-an-output.md', folder))

  test('its own file is made, and nothing else', () => {
    expect(readdirSync(join(folder, 'outlined')).sort()).toEqual(['manifest.json', 'outline.md'])
    expect(readFileSync(join(folder, 'outlined', 'outline.md'), 'utf8')).toContain(
      '# Three letters\n\n- [Gamma measures 1](read.html#gamma)\n',
    )
  })

  test('the help lists it', () => {
    const help = execFileSync(process.execPath, ['build.ts', '--help'], { cwd: folder, encoding: 'utf8' })
    expect(help).toMatch(/^ {2}outline +outline\.md, every headline with a link to its place$/m)
  })
})

describe('tell another story', () => {
  const dist = join(work, 'tell-another-story', 'planets', 'dist')
  beforeAll(() => tryPage('tell-another-story.md', join(work, 'tell-another-story')))

  test('every row has its slide, in the order of telling', () => {
    const html = readFileSync(join(dist, 'index.html'), 'utf8')
    const told = [...html.matchAll(/<section id="([^"]+)"[^>]*? data-rank="(\d+)"/g)].map(([, id, rank]) => `${rank} ${id}`)
    expect(told).toEqual(['8 mercury', '7 mars', '6 venus', '5 earth', '4 neptune', '3 uranus', '2 saturn', '1 jupiter'])
    expect(html).toContain('Jupiter measures 69,911\u00a0km from its middle to its clouds')
  })
})
