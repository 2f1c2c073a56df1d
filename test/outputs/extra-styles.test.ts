import { beforeAll, describe, expect, test } from 'vitest'
import type { Printer } from '../../src/browser/printer.ts'
import { storyStyle } from '../../src/outputs/assets.ts'
import { deck } from '../../src/outputs/deck/deck-output.ts'
import { extraStyles, printStyle } from '../../src/outputs/extra-styles.ts'
import { handout } from '../../src/outputs/handout/handout-output.ts'
import { notes } from '../../src/outputs/notes/notes-output.ts'
import type { Output } from '../../src/outputs/output.ts'
import { read } from '../../src/outputs/read/read-output.ts'
import { share } from '../../src/outputs/share/share-output.ts'
import { slides } from '../../src/outputs/slides/slides-output.ts'
import type { Slide, Story } from '../../src/story/story.ts'
import { readTree } from '../../src/tree/read-tree.ts'
import { ROOT, storyOf } from '../story-of.ts'
import { toolsWith } from './tools.ts'

let authored: Story

beforeAll(async () => {
  authored = await storyOf('authored')
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
  const files = await output.make(story, toolsWith())
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

describe('the rules of the deck', () => {
  const ruled = (): Story => ({ ...authored, rules: '.own{color:red}' })

  test('are a file that every page loads last', async () => {
    const made = [...(await pages(deck, ruled())), ...(await pages(read, ruled()))]
    expect(made).toHaveLength(3)
    for (const page of made) {
      const sheets = [...page.replace(/<noscript>.*?<\/noscript>/s, '').matchAll(/<link rel="stylesheet" href="([^"]+)"/g)]
      expect(sheets.at(-1)?.[1]).toMatch(/^assets\/deck-style\.[\da-f]+\.css$/)
    }
    const { rules: _, ...unruled } = authored
    expect(String((await pages(deck, unruled))[0])).not.toContain('deck-style')
  })

  test.each([slides, handout, notes, share])('come last in what $name prints', async (output) => {
    const printed: string[] = []
    const print = async (html: string) => {
      printed.push(html)
      throw new Error('printed')
    }
    const printer = { pdf: print, photograph: print, version: () => String(Math.random()) } as unknown as Printer
    await expect(output.make(ruled(), toolsWith({ printer }))).rejects.toThrow('printed')
    expect(String(printed[0]).match(/<style>(.*?)<\/style>/s)?.[1]).toMatch(/(?:\}|\n)\.own\{color:red\}/)
  })
})

test('what is printed has them in itself, with their faces', async () => {
  const style = await printStyle(ROOT, 'src/outputs/slides/slides.css', authored.slides, storyStyle(authored))
  for (const family of ['Source Code Pro', 'Noto Sans Math'])
    expect(style).toMatch(new RegExp(`@font-face\\{font-family:"${family}";[^}]*url\\("?data:font/woff2`))
  expect(style).toContain('.footnotes')
  expect(await printStyle(ROOT, 'src/outputs/slides/slides.css', [])).not.toContain('.footnotes')
})
