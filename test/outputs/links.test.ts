import { beforeAll, expect, test } from 'vitest'
import { outputs } from '../../src/outputs/index.ts'
import { LICENCES } from '../../src/outputs/licences/licences.ts'
import { lostLinks } from '../../src/outputs/links.ts'
import type { Slide, Story } from '../../src/story/story.ts'
import { readTree } from '../../src/tree/read-tree.ts'
import { storyOf } from '../story-of.ts'
import { toolsWith } from './tools.ts'

let story: Story
beforeAll(async () => {
  const composed = await storyOf('minimal')
  story = { ...composed, deck: { ...composed.deck, downloads: { 'trees.csv': 'id', 'trees.json': '[]' } } }
})

/** Addresses of other files that the pages of these outputs link to, and the files that are there. */
async function linksOf(...names: string[]) {
  const tools = toolsWith({ made: new Set(names) })
  const loaded = await Promise.all(outputs.filter(({ name }) => names.includes(name)).map(({ load }) => load()))
  const files = (await Promise.all(loaded.map((output) => output.make(story, tools)))).flat()
  const pages = files.filter(({ path }) => /^\w+\.html$/.test(path)).map(({ contents }) => String(contents))
  const links = pages.flatMap((page) => [...page.matchAll(/<a [^>]*href="([^"#:]+)"/g)].map(([, link = '']) => link))
  const keys = pages.flatMap((page) => [...page.matchAll(/<th scope="row">R<\/th>/g)]).length
  // Whatever is made, the notices are.
  expect(links).toContain(LICENCES)
  return { links: [...new Set(links)].filter((link) => link !== LICENCES).sort(), paths: files.map(({ path }) => path), keys }
}

test('pages lead to one another and to the data', async () => {
  const { links, paths, keys } = await linksOf('deck', 'read', 'data')
  expect(links).toEqual(expect.arrayContaining(['index.html', 'read.html']))
  expect(links.filter((link) => !paths.includes(link))).toEqual([])
  expect(links.filter((link) => link.startsWith('data/'))).toHaveLength(2)
  expect(keys).toBe(2)
})

test.each(['deck', 'read'])('%s made alone has no link, and no key, to what is not there', async (output) => {
  const { links, keys } = await linksOf(output)
  expect([links, keys]).toEqual([[], 0])
})

const empty = readTree('')

const files = ['index.html', 'read.html', '404.html', '_headers', 'data/a b.csv', 'slides.pdf', 'assets/deck.1.js'].map(
  (path) => ({
    path,
    contents: '',
  }),
)

function told(html: string, file?: string): string[] {
  const slide = {
    id: 'door',
    body: empty,
    notes: empty,
    content: readTree(html),
    ...(file !== undefined && { file }),
  } as unknown as Slide
  return lostLinks([slide], files).map(({ location, message }) => `${location?.file} ${message}`)
}

test.each([
  '<a href="read.html#door">x</a>',
  '<a class="a > b" href="./data/a%20b.csv">x</a>',
  '<a href="slides.pdf?a=1&amp;b=2#page=3">x</a>',
  '<a href="#door">x</a>',
  '<a href="https://example.com/none.pdf">x</a>',
  '<a href="mailto:a@b.c">x</a>',
  '<a href="../other/">x</a>',
  '<a href="/">x</a>',
])('%s leads somewhere, or where only its publisher knows', (html) => expect(told(html)).toEqual([]))

test('a link to a file that is not made is told once, with the nearest', () => {
  expect(told('<a href="slide.pdf">x</a><p><a href="slide.pdf">y</a></p>', 'slides/door.mdx')).toEqual([
    'slides/door.mdx found the link `slide.pdf`, expected a file that the build makes; did you mean `slides.pdf`? known: data/a b.csv, index.html, read.html, slides.pdf',
  ])
  expect(told('<a href="paper.pdf#page=2">x</a>')).toEqual([
    "the template's slide `door` found the link `paper.pdf#page=2`, expected a file that the build makes; known: data/a b.csv, index.html, read.html, slides.pdf",
  ])
})
