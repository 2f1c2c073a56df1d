import { expect, test } from 'vitest'
import { lostLinks } from '../../src/outputs/lost-links.ts'
import type { Slide } from '../../src/story/story.ts'
import { readTree } from '../../src/tree/read-tree.ts'

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
