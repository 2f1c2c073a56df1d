import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { records } from '../../../data/records.ts'
import { drawMissing, renderCell } from '../../../src/outputs/share/share-output.ts'
import { renderSharing } from '../../../src/outputs/share/sharing.ts'
import type { Slide, Story, Track } from '../../../src/story/story.ts'
import { readTree } from '../../../src/tree/read-tree.ts'
import type { Cache } from '../../../src/util/cache.ts'
import { built } from '../../built.ts'

const STORY = { deck: { lang: 'en' } } as Story
const CARD = { title: 'A "title"', description: 'What it says', picture: 'share/story.png', alt: 'Bars & names' }

let folder: string
beforeAll(async () => {
  folder = await built()
})

test('every record has a page of its own that tells its headline and leads to its place', () => {
  for (const { id, name, rank } of records) {
    const page = readFileSync(join(folder, 'share', `${id}.html`), 'utf8')
    expect(page).toMatch(new RegExp(`<meta property="og:title" content="#${rank} of 43: ${name} `))
    expect(page).toContain(`<a href="../read.html#${id}">`)
    expect(page).not.toMatch(/<script(?![^>]*src=)|\sstyle=/)
    const script = /src="\.\.\/(assets\/[^"]+)"/.exec(page)?.[1] ?? ''
    expect(existsSync(join(folder, script))).toBe(true)
  }
})

test('there is a picture of 1200 × 630 px for the story and every record, none like another', () => {
  const pictures = ['story', ...records.map(({ id }) => id)].map((name) => readFileSync(join(folder, 'share', `${name}.png`)))
  for (const picture of pictures) expect([picture.readUInt32BE(16), picture.readUInt32BE(20)]).toEqual([1200, 630])
  expect(new Set(pictures.map((picture) => picture.toString('latin1'))).size).toBe(44)
})

test('with the address of the published folder, picture and page are absolute', () => {
  const head = renderSharing(STORY, CARD, 'https://example.org/story/', 'read.html')
  expect(head).toContain('<meta property="og:url" content="https://example.org/story/read.html">')
  expect(head).toContain('<meta property="og:image" content="https://example.org/story/share/story.png">')
  expect(head).toContain('<meta property="og:image:alt" content="Bars &amp; names">')
  expect(head).toContain('<link rel="canonical" href="https://example.org/story/read.html">')
  expect(head).toContain('content="summary_large_image"')
})

test('without it they are left out, and what is said in words stays', () => {
  const head = renderSharing(STORY, CARD, undefined, 'read.html')
  expect(head).not.toMatch(/og:image|og:url|canonical|large/)
  expect(head).toContain('<meta property="og:title" content="A &quot;title&quot;">')
  expect(head).toContain('<meta property="og:description" content="What it says">')
  for (const page of ['read.html', 'index.html']) {
    expect(readFileSync(join(folder, page), 'utf8')).toMatch(/<meta property="og:title" content="The 43 /)
  }
})

const inMemory = (): Cache => {
  const pictures = new Map<string, Uint8Array>()
  return {
    find: async (key) => pictures.get(key),
    async keep(key, contents) {
      pictures.set(key, contents)
    },
  }
}

/** A picture of a markup is its bytes; notes what it draws. */
const createPen = () => {
  const drawn: string[] = []
  const draw = async (markups: readonly string[]) => {
    drawn.push(...markups)
    return markups.map((markup) => new TextEncoder().encode(markup))
  }
  return { drawn, draw }
}

test('only what no earlier build has drawn is drawn, and everything stands in its place', async () => {
  const kept = inMemory()
  const { drawn, draw } = createPen()
  await drawMissing(['b', 'd'], 'one browser', kept, draw)
  const pictures = await drawMissing(['a', 'b', 'c', 'd'], 'one browser', kept, draw)
  expect(pictures.map((picture) => new TextDecoder().decode(picture))).toEqual(['a', 'b', 'c', 'd'])
  expect(drawn).toEqual(['b', 'd', 'a', 'c'])
  await drawMissing(['a', 'b', 'c', 'd'], 'one browser', kept, () => Promise.reject(new Error('was drawn again')))
})

test('under other circumstances all is drawn again', async () => {
  const kept = inMemory()
  const { drawn, draw } = createPen()
  await drawMissing(['a'], 'one browser', kept, draw)
  await drawMissing(['a'], 'another browser', kept, draw)
  expect(drawn).toEqual(['a', 'a'])
})

const TRACK = { states: [], frame: {} } as unknown as Track
const SMALL = {
  slides: [],
  deck: { lang: 'en', title: 'T', records: [], describe: () => ({ figure: { value: '5', caption: 'kg' }, facts: [] }) },
} as unknown as Story

test.each([
  ['A headline that fits', 'headline'],
  [`${'A headline of a great many words, '.repeat(4)} and no end`, 'headline long'],
])('a headline leaves room for the figure below it: %s', (headline, name) => {
  const cell = renderCell(SMALL, TRACK, { id: 'a', index: 0, title: headline, headline: readTree(headline) } as Slide)
  expect(cell).toContain(`<p class="${name}">${headline}</p>`)
})
