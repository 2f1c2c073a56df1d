import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { deck } from '../../src/outputs/deck/deck-output.ts'
import { extraStyles, printStyle } from '../../src/outputs/extra-styles.ts'
import type { Output } from '../../src/outputs/output.ts'
import { read } from '../../src/outputs/read/read-output.ts'
import type { Slide, Story } from '../../src/story/story.ts'
import { readTree } from '../../src/tree/read-tree.ts'
import { createReport } from '../../src/util/report.ts'
import { composeStory } from '../compose-story.ts'

const ROOT = join(import.meta.dirname, '../..')
const silent = createReport({ write: () => undefined, interactive: false })
let authored: Story

beforeAll(async () => {
  authored = await composeStory(join(ROOT, 'test/decks/authored'), silent)
})

const sheetsOf = (html: string) => {
  const [content, empty] = [readTree(html), readTree('')]
  const slide = { content, body: empty, notes: empty } as unknown as Slide
  return extraStyles([slide]).map((sheet) => sheet.replace(/^.*\//, ''))
}

test.each([
  ['<p>a <strong>b</strong></p><table class="records"></table>', []],
  ['<table></table>', ['markdown.css']],
  ['<p>a<sup>1</sup></p>', ['markdown.css']],
  ['<p><code>a</code></p>', ['code.css']],
  ['<math><mi>x</mi></math>', ['formulas.css']],
])('%s needs %s', (html, sheets) => expect(sheetsOf(html)).toEqual(sheets))

async function pages(output: Output, story: Story): Promise<string[]> {
  const tools = { root: ROOT, paper: 'a4', note: () => {}, step: (_: string, work: () => unknown) => work() }
  const files = await output.make(story, tools as unknown as Parameters<Output['make']>[1])
  return files.filter(({ path }) => /^\w+\.html$/.test(path)).map(({ contents }) => String(contents))
}

test('pages load the sheets that their slides need, and no others', async () => {
  const made = [...(await pages(deck, authored)), ...(await pages(read, authored))]
  expect(made).toHaveLength(3)
  for (const page of made)
    for (const sheet of ['markdown', 'code', 'formulas'])
      expect(page).toMatch(new RegExp(`<link rel="stylesheet" href="assets/${sheet}\\.[\\da-f]+\\.css">`))
  const plain = { ...authored, slides: authored.slides.filter(({ file }) => file === undefined) }
  for (const page of await pages(deck, plain)) expect(page).not.toMatch(/assets\/(?:markdown|code|formulas)/)
})

test('what is printed has them in itself, with their faces', async () => {
  const style = await printStyle(ROOT, 'src/outputs/slides/slides.css', authored.slides, undefined)
  expect(style).toMatch(/@font-face\{font-family:Source Code Pro;[^}]*url\("?data:font\/woff2/)
  expect(style).toContain('.footnotes')
  expect(await printStyle(ROOT, 'src/outputs/slides/slides.css', [], undefined)).not.toContain('.footnotes')
})
