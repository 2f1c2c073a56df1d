import { cpSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { composeStory } from '../../src/load/compose-story.ts'
import type { Story } from '../../src/story/story.ts'
import { writeTree } from '../../src/tree/write-tree.ts'
import { createReport } from '../../src/util/report.ts'
import { runFolder } from '../run-folder.ts'

const DECK = join(import.meta.dirname, '..', 'decks', 'charts')
const work = runFolder('charts')
const said: string[] = []
const report = createReport({ write: (text) => void said.push(text), interactive: false })

let folders = 0

/** The deck with other files in the places of its own. */
function deckWith(files: Readonly<Record<string, string>>): string {
  const folder = join(work, `deck-${folders++}`)
  cpSync(DECK, folder, { recursive: true })
  for (const [path, text] of Object.entries(files)) writeFileSync(join(folder, path), text)
  return folder
}

async function mistakesOf(files: Readonly<Record<string, string>>): Promise<string> {
  return composeStory(deckWith(files), report).then(
    () => '',
    (error: unknown) => String(error),
  )
}

function stateOf({ slides, wide }: Story, id: string) {
  return wide.states[slides.findIndex((slide) => slide.id === id)]
}

const story = composeStory(DECK, report)

test('slides with one chart and other parameters are steps of one moving chart', async () => {
  const { slides, wide } = await story
  const [gamma, , alpha] = slides
  expect(gamma?.stage?.scene).toBe(alpha?.stage?.scene)
  const bars = [0, 2].map((index) => [...(wide.states[index]?.marks ?? [])].filter(([key]) => key.includes('marks/')))
  expect(bars[0]?.map(([key]) => key)).toEqual(bars[1]?.map(([key]) => key))
  expect(bars.map((all) => all.filter(([, { fill }]) => fill === 'var(--signal)').map(([key]) => key.split('/')[1]))).toEqual([
    ['Gamma'],
    ['Alpha'],
  ])
})

test('its words are those of the specification, or of the slide', async () => {
  expect(stateOf(await story, 'gamma')?.name).toBe('Bar chart of the sizes of three letters; one is picked out.')
  expect(stateOf(await story, 'growth')?.name).toContain('the fern ends twice as high')
})

test('rows come from a file of the deck, and a slide without text gives the chart its whole width', async () => {
  const marks = [...(stateOf(await story, 'growth')?.marks ?? [])]
  const lines = marks.filter(([key, mark]) => mark.kind === 'path' && key.includes('pathgroup/'))
  expect(lines.map(([key]) => /pathgroup\/(\w+)/.exec(key)?.[1])).toEqual(['fern', 'moss'])
  const left = (id: string, all: Story) =>
    Math.min(...[...(stateOf(all, id)?.marks.values() ?? [])].flatMap((mark) => (mark.kind === 'text' ? mark.x : [])))
  expect(left('growth', await story)).toBeLessThan(100)
  expect(left('gamma', await story)).toBeGreaterThan(400)
})

test('plain Vega stands on the stage, and a chart in the text is a still with a name', async () => {
  const all = await story
  expect([...(stateOf(all, 'grid')?.marks.values() ?? [])].filter(({ fill }) => fill === 'steelblue')).toHaveLength(3)
  const slide = all.slides.find(({ id }) => id === 'grid')
  expect(slide && writeTree(slide.body)).toMatch(
    /<div class="chart"><svg width="350" height="260" viewBox="0 0 350 260" role="img" aria-label="Line chart of two plants\.">/,
  )
  expect(slide && writeTree(slide.content)).toContain('aria-label="Line chart of two plants."')
})

test('a chart may be drawn for each frame', async () => {
  const all = await story
  const index = all.slides.findIndex(({ id }) => id === 'frames')
  const dots = async (track: Promise<{ states: Story['wide']['states'] }>) =>
    [...((await track).states[index]?.marks.keys() ?? [])].filter((key) => key.includes('marks/')).length
  expect(await dots(Promise.resolve(all.wide))).toBe(13)
  expect(await dots(all.track('narrow'))).toBe(4)
})

test('pages carry the colours that charts use, and no others', async () => {
  const { deck } = await story
  expect(Object.keys(deck.palette ?? {})).toEqual(['category-1', 'category-2'])
})

const alpha = (chart: string) => ({
  'slides/alpha.mdx': `import letters from '../charts/letters.vl.json'\nimport growth from '../charts/growth.vl.json'\n\n# Alpha\n\n${chart}\n`,
})

test.each([
  ['no words', '<Chart spec={growth} />', 'slides/alpha.mdx <Chart>: found neither `alt` nor a `description`'],
  [
    'two on the stage',
    '<Chart spec={letters} />\n\n<Chart spec={letters} />',
    'slides/alpha.mdx found 2 charts on the stage, expected one',
  ],
  [
    'an unknown parameter',
    "<Chart spec={letters} params={{ piked: 'Alpha' }} />",
    'step `alpha` sets `piked`, which is no parameter',
  ],
  [
    'an unknown data set',
    '<Chart spec={letters} data={{ leters: [] }} />',
    'has no data set `leters`, to which rows are given; did you mean `letters`?',
  ],
  [
    'no specification',
    '<Chart spec="letters" alt="Letters." />',
    'found spec = letters, expected a Vega-Lite or Vega specification',
  ],
])('what is wrong is told: %s', async (_, chart, message) => {
  expect(await mistakesOf(alpha(chart))).toContain(message)
})

test('so is what is wrong with a chart in the text', async () => {
  const broken = { 'data/growth.csv': 'day,plant\n2024-01-01,fern\n' }
  const message = await mistakesOf({ ...broken, ...alpha('<Chart spec={growth} alt="Lines." inline />') })
  expect(message).toContain('slides/alpha.mdx <Chart> (inline): no row has the field `height`')
})

test('a file elsewhere is refused, and told where to put it', async () => {
  const spec = {
    data: { url: 'https://example.org/growth.csv' },
    mark: 'bar',
    encoding: { x: { field: 'height', type: 'quantitative' } },
  }
  const message = await mistakesOf({ 'charts/growth.vl.json': JSON.stringify(spec) })
  expect(message).toContain('expected a file of the deck: nothing is requested from elsewhere; save it there as `growth.csv`')
})

test('type that is too small is noted, and the build goes on', async () => {
  said.length = 0
  const values = Array.from({ length: 20 }, (_, index) => ({ name: `Row ${index}`, height: index }))
  const spec = {
    description: 'Many bars.',
    data: { values },
    mark: 'bar',
    encoding: { x: { field: 'height', type: 'quantitative' }, y: { field: 'name', axis: { labelFontSize: 7 } } },
  }
  await composeStory(deckWith({ 'charts/growth.vl.json': JSON.stringify(spec) }), report)
  expect(said.join('')).toMatch(
    /note: slides\/growth\.mdx <Chart> \(wide\): 20 of 27 texts are 7.7 px high here, such as `Row 0`, expected at least 13;/,
  )
})
