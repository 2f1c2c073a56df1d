import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { createLook } from '../../src/check/measure.ts'
import { auditSlides } from '../../src/check/views/slides-view.ts'
import { shortcutsOf } from '../../src/client/ui/shortcuts.ts'
import { baseFaces } from '../../src/fonts/choose-fonts.ts'
import { withStandIns } from '../../src/fonts/stand-ins.ts'
import { composeStory } from '../../src/load/compose-story.ts'
import { compileScene } from '../../src/motion/compile.ts'
import { inlineStyle } from '../../src/outputs/assets.ts'
import { handout } from '../../src/outputs/handout/handout-output.ts'
import type { OutputTools } from '../../src/outputs/output.ts'
import type { Scene } from '../../src/story/deck.ts'
import { type FrameName, frames } from '../../src/story/frames.ts'
import type { Slide, Story } from '../../src/story/story.ts'
import { writeTree } from '../../src/tree/write-tree.ts'
import { silent } from '../../src/util/report.ts'
import { sharedPrinter as printer } from '../browser/shared-browser.ts'
import { readPdf } from '../pdf/read-pdf.ts'
import { runFolder } from '../run-folder.ts'
import { copyProject, tryPage } from './try-page.ts'

/*
 * What each page of the documentation says is done, in copies of the project; what it promises must then be there. Pages that do not
 * change the same lines are done in one copy, one after the other.
 */

const ROOT = join(import.meta.dirname, '..', '..')
const work = runFolder('docs')
const written = (slide?: Slide) => slide && writeTree(slide.content)

/** A copy of the project in which these pages were followed. */
async function follow(name: string, ...pages: string[]): Promise<string> {
  const folder = join(work, name)
  copyProject(folder)
  for (const page of pages) await tryPage(`${page}.md`, folder)
  return folder
}

const slideOf = ({ slides }: Story, id: string) => slides.find((slide) => slide.id === id)

/** The marks of a step, drawn for a slide or another frame. */
function marksOf({ deck }: Story, scene: string, step: string, frame: FrameName = 'wide') {
  const { states, diagnostics } = compileScene(scene, deck.scenes[scene] as Scene, frames[frame])
  expect(diagnostics).toEqual([])
  return [...(states.get(step)?.marks.entries() ?? [])]
}

test.each(readdirSync(join(ROOT, 'docs')).filter((name) => /^(?:add|change|your)-/.test(name)))('%s fits on a page', (name) => {
  expect(readFileSync(join(ROOT, 'docs', name), 'utf8').split('\n').length).toBeLessThan(name.startsWith('add') ? 70 : 105)
})

describe('a chart, a picture, other colours', () => {
  let folder = ''
  let story: Story
  beforeAll(async () => {
    folder = await follow('charts', 'presenting', 'add-a-chart', 'charts', 'slides', 'add-a-picture', 'change-the-theme')
    story = await composeStory(folder, silent)
  })

  test('presenting: acts have minutes, and a deck that nobody presents goes on', () => {
    expect([story.deck.acts[0]?.minutes, story.deck.autoplay]).toEqual([1.5, 8])
    const page = readFileSync(join(ROOT, 'docs/presenting.md'), 'utf8')
    const keys = new Set(shortcutsOf('deck', { point() {} } as never, false).flatMap(({ keys: names }) => names))
    for (const [, key = ''] of page.matchAll(/`([A-Z?])`/g)) expect([...keys]).toContain(key.toLowerCase())
  })

  test('add a chart: its bars and names are on the slide', () => {
    expect(slideOf(story, 'ten-sellers')).toMatchObject({
      title: 'Nobody sells the United States more than Mexico: $456.5\u00a0billion',
      stage: { scene: 'sales', step: 'ten-sellers' },
    })
    const marks = marksOf(story, 'sales', 'ten-sellers')
    expect(marks.filter(([, { kind }]) => kind === 'rect')).toHaveLength(10)
    const texts = marks.flatMap(([, mark]) => (mark.kind === 'text' ? [mark.text] : []))
    expect(texts).toHaveLength(10)
    expect(texts[0]).toBe('Mexico $456.5\u00a0billion')
    // Its bars are those of other charts too, and travel.
    const others = new Set(marksOf(story, 'ranking', 'ranking').map(([key]) => key))
    expect(marks.filter(([key]) => others.has(key))).toHaveLength(10)
    expect(marksOf(story, 'sales', 'ten-sellers', 'narrow')).toHaveLength(marks.length)
  })

  test('charts: specs as they are found stand on slides, move from one to the next, and stand in the text', () => {
    const { slides, wide } = story
    const stateOf = (id: string) => wide.states[slides.findIndex((slide) => slide.id === id)]
    const marksAt = (id: string) => [...(stateOf(id)?.marks ?? [])]
    expect(stateOf('sales')?.name).toContain('they double')
    expect(marksAt('sales').filter(([key]) => key.includes('marks'))).toHaveLength(1)
    const bars = ['sellers', 'mexico-sells'].map((id) => marksAt(id).filter(([key]) => key.includes(':marks/')))
    expect(bars.map((each) => each.length)).toEqual([10, 10])
    expect(bars[0]?.map(([key]) => key)).toEqual(bars[1]?.map(([key]) => key))
    expect(bars.map((each) => each.filter(([, { fill }]) => fill === 'var(--signal)').length)).toEqual([0, 1])
    expect(written(slideOf(story, 'in-text'))).toMatch(
      /<div class="chart"><svg [^>]*aria-label="Line chart of yearly sales: they double\."/,
    )
  })

  test('slides: what is typed there stands on slides', () => {
    expect(written(slideOf(story, 'ports'))).toMatch(/<caption>Ports by region<\/caption>.*<div class="footnotes"/s)
    expect(written(slideOf(story, 'growth'))).toMatch(
      /<pre class="code numbers">.*<span class="line marked">.*<math display="block"/s,
    )
    expect(written(slideOf(story, 'sides'))).toMatch(
      /^<div class="slide slide-columns slide-compare calm">.*columns-wide-narrow/s,
    )
  })

  test('add a picture: its slide has it, with words and size', () => {
    expect(written(slideOf(story, 'scales'))).toMatch(
      /<img src="assets\/scales\.[\da-f]{8}\.svg" alt="A pair of scales, the left pan far below the right one" width="1200" height="800">/,
    )
  })

  test('change the theme: the style sheet has its colours, light and dark, and the rules of the deck', async () => {
    expect(story.rules).toContain('letter-spacing:-.02em}.slide .kicker{font-weight:600}')
    const css = await inlineStyle(folder, 'src/client/deck/deck.css', { palette: story.deck.palette })
    expect(css).toContain('--paper:light-dark(#f7f9fa,#10181c)')
    expect(css).toContain('--signal:light-dark(#0f6b5c,#5fc9b0)')
    expect(story.deck.theme).toMatchObject({ look: { display: '"Roboto", var(--sans)' }, fonts: ['@fontsource/roboto'] })
  })
})

describe('a row, a scene, a layout', () => {
  let story: Story
  beforeAll(async () => {
    story = await composeStory(await follow('row', 'add-a-row', 'add-a-scene', 'add-a-layout'), silent)
  })

  test('add a row: it is told and counted', () => {
    const slide = slideOf(story, 'iceland')
    expect(slide).toMatchObject({ index: 3, record: { rank: 44, name: 'Iceland' }, act: { id: 'squares' } })
    expect(written(slide)).toContain('#44 of 44')
    expect(slide?.title).toBe('Iceland sells $1.6\u00a0billion of goods and buys $600.0\u00a0million')
    expect(marksOf(story, 'field', 'iceland').length).toBeGreaterThan(0)
  })

  test('add a row: it is on paper', async () => {
    const tools = { root: ROOT, printer, paper: 'a4', step: silent.step } as unknown as OutputTools
    // It makes sure itself that every page has all its words and none is too full.
    const [file] = await handout.make(story, tools)
    const { pages } = readPdf(Buffer.from(file?.contents ?? ''))
    expect(pages.filter(({ text }) => text.includes('Iceland')).length).toBeGreaterThan(1)
  })

  test('nothing overflows, although a full table has a row more, nor while fonts are on their way', async () => {
    const look = await createLook(ROOT, printer)
    const slides = story.slides.filter(({ id }) => ['iceland', 'first', 'most', 'pause', 'figures'].includes(id))
    const states = slides.flatMap(({ index }) => story.wide.states[index] ?? [])
    const changed = { ...story, slides, wide: { ...story.wide, states } }
    for (const fonts of [story.fonts, withStandIns(story.fonts, baseFaces())]) {
      const material = { story: { ...changed, fonts }, files: [], root: ROOT, paper: 'a4', look } as const
      expect(await auditSlides(material)).toEqual({ counted: '5 slides', diagnostics: [] })
    }
  })

  test('add a scene: the same marks move from step to step', () => {
    const [first, half] = [marksOf(story, 'weight', 'first'), marksOf(story, 'weight', 'most')]
    expect(first).toHaveLength(44)
    expect(first.map(([key]) => key)).toEqual(half.map(([key]) => key))
    const coloured = (marks: typeof first) => marks.filter(([, { fill }]) => fill === 'var(--signal)').length
    expect([coloured(first), coloured(half)]).toEqual([1, 4])
    expect(slideOf(story, 'most')?.stage).toEqual({ scene: 'weight', step: 'most' })
  })

  test('add a layout: the slide has it, and the style sheet its rules', () => {
    expect(written(slideOf(story, 'pause'))).toMatch(/^<div class="slide slide-pause">.*Count them, and take a breath\./)
    expect(story.rules).toMatch(/\.slide-pause \.body\{top:400px/)
  })
})

describe('add an output', () => {
  const folder = join(work, 'add-an-output')
  beforeAll(() => {
    copyProject(folder, 'copied')
    return tryPage('add-an-output.md', folder)
  })

  test('its own file is made, beside what every build has', () => {
    expect(readdirSync(join(folder, 'outlined')).sort()).toEqual(['licences.txt', 'manifest.json', 'outline.md'])
    expect(readFileSync(join(folder, 'outlined', 'outline.md'), 'utf8')).toContain(
      '# Three letters\n\n- [Gamma measures 1](read.html#gamma)\n',
    )
  })

  test('the help lists it', () => {
    const help = execFileSync(process.execPath, ['build.ts', '--help'], { cwd: folder, encoding: 'utf8' })
    expect(help).toMatch(/^ {2}outline +outline\.md, every headline with a link to its place$/m)
  })
})

test('your story: each of the first changes is made in one edit, and is seen', async () => {
  const folder = await follow('your', 'your-story')
  const { deck, slides } = await composeStory(join(folder, 'planets'), silent)
  const told = slides.map(({ id, title, body }) => `${id}: ${title} ${writeTree(body)}`.replaceAll('\u00a0', ' '))
  expect(told[0]).toContain('opening: How large the planets are')
  expect(told[0]).toContain('6 worlds, from the least to the largest')
  expect(told[0]).toContain('Measured: Mean radius, from 69,911.0 kilometres to 6,052.0 kilometres')
  expect(deck.source).toBe('Source: NASA Planetary Fact Sheet')
  const ranked = slides.flatMap(({ record }) => (record ? [`${record.rank} ${record.id}`] : []))
  expect(ranked).toEqual(['6 jupiter', '5 saturn', '4 uranus', '3 neptune', '2 earth', '1 venus'])
  const saturn = told.find((text) => text.startsWith('saturn'))
  expect(saturn).toContain('Saturn has more moons than any other')
  expect(saturn).toContain('alt="A ring"')
  expect(deck.describe('saturn').facts).toContainEqual({ label: 'Rings', value: 'bright', missing: false })
  expect(deck.columns?.all.map(({ key }) => key)).toEqual(['rank', 'name', 'meanRadius', 'moons', 'rings'])
  expect(deck.theme).toBe('gallery')
  expect(deck.acts.map(({ slides: held }) => held.length)).toEqual([1, 3, 4, 1, 1, 2])
  expect(told.at(-1)).toContain('thanks: One of these is ours')
  expect(deck.palette?.signal?.light).toBe('#0f6b5c')
})
