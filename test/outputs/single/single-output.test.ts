import { cpSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { inflateRawSync } from 'node:zlib'
import { create } from 'fontkitten'
import { beforeAll, expect, test } from 'vitest'
import { bytesOf } from '../../../src/client/single/letters.ts'
import type { Packed } from '../../../src/client/single/packed.ts'
import { type Folded, unfold } from '../../../src/client/single/unfold.ts'
import { composeStory } from '../../../src/load/compose-story.ts'
import { decodeTrack } from '../../../src/motion/track/decode-track.ts'
import type { EncodedTrack } from '../../../src/motion/track/format.ts'
import { showsLast } from '../../../src/outputs/read/read-page.ts'
import { single } from '../../../src/outputs/single/single-output.ts'
import { checkStandsAlone, facesFor } from '../../../src/outputs/single/stand-alone.ts'
import type { Story, Track } from '../../../src/story/story.ts'
import { elementsOf } from '../../../src/tree/elements-of.ts'
import { linksIn } from '../../../src/tree/links-in.ts'
import { readTree } from '../../../src/tree/read-tree.ts'
import { silent } from '../../../src/util/report.ts'
import { samples } from '../../pictures/samples.ts'
import { runFolder } from '../../run-folder.ts'
import { toolsWith } from '../tools.ts'

const ROOT = join(import.meta.dirname, '../../..')
const work = runFolder('single')
const said: string[] = []
const tools = toolsWith({ note: (message) => said.push(message) })

let story: Story
let html: string
let packed: Packed
beforeAll(async () => {
  cpSync(join(ROOT, 'test/decks/minimal'), work, { recursive: true })
  writeFileSync(join(work, 'slides', 'seen.png'), samples.png)
  writeFileSync(
    join(work, 'slides', '2-beta.mdx'),
    '# Beta leads to others\n\n![A picture](seen.png)\n\n[page](read.html#alpha) [slide](index.html#/alpha) [paper](handout.pdf) [site](https://example.org/a) [note](#beta)',
  )
  story = await composeStory(work, silent)
  html = await make(story)
  const folded = String(inflateRawSync(bytesOf(/octet-stream">([^<]+)</.exec(html)?.[1] ?? '')))
  packed = JSON.parse(unfold(JSON.parse(folded) as Folded)) as Packed
})

async function make(of: Story): Promise<string> {
  const files = await single.make(of, tools)
  expect(files.map(({ path }) => path)).toEqual(['story.html'])
  return String(files[0]?.contents)
}

const slide = () => readTree(packed.deck.body.slice(packed.deck.body.indexOf('id="beta"')))

test('pictures are in it, in the deck and on the page to read', () => {
  for (const tree of [slide(), readTree(html)]) {
    const sources = elementsOf(tree, 'img').map(({ properties }) => String(properties.src))
    expect(sources).toEqual([`data:image/png;base64,${Buffer.from(samples.png).toString('base64')}`])
  }
})

test('links between the pages lead to their places in the file; those to other files are words', () => {
  expect(linksIn(slide())).toEqual(
    expect.arrayContaining(['#read/alpha', '#/alpha', 'https://example.org/a', '#beta', '#read/licences']),
  )
  expect(html).toMatch(/>slide<\/a> paper </)
})

test('every chart is in it for each shape of a window, and those that acts end with stand there without script', async () => {
  const scripts = Object.values(packed.files).filter((script) => script.startsWith('window.countdownTrack='))
  const drawn = scripts.map((script) => decodeTrack(JSON.parse(script.slice(script.indexOf('=') + 1)) as EncodedTrack))
  const namesOf = ({ states }: Pick<Track, 'states'>) => states.map(({ name, marks }) => [name, marks.size])
  const shapes = await Promise.all((['wide', 'column', 'narrow', 'short', 'slim'] as const).map(story.track))
  expect(drawn.map(namesOf)).toEqual(shapes.map(namesOf))
  expect(namesOf(story.wide).filter(([, marks]) => marks).length).toBeGreaterThan(2)
  expect(html.match(/<figure class="still"><svg/g)).toHaveLength(story.slides.filter((slide) => showsLast(story, slide)).length)
})

test('the same story gives the same bytes', async () => {
  expect(await make(story)).toBe(html)
})

test('fonts have only the letters that somebody reads or may type', async () => {
  const files = ['latin', 'greek'].map((set) => {
    const name = `source-sans-3-${set}-400-normal.woff2`
    return { path: `assets/${name}`, contents: readFileSync(join(ROOT, 'node_modules/@fontsource/source-sans-3/files', name)) }
  })
  const sheets = ['U+0-FF', 'U+370-3FF'].map(
    (range, index) => `@font-face{font-family:A;src:url(${files[index]?.path});unicode-range:${range}}`,
  )
  const fontsFor = async (text: string) =>
    [...(await facesFor(text, sheets, files)).matchAll(/base64,([^)]*)/g)].map(([, data = '']) =>
      create(Buffer.from(data, 'base64')),
    )
  const has = async (text: string, asked: string) =>
    (await fontsFor(text)).map((font) =>
      [...asked].map((one) => 'hasGlyphForCodePoint' in font && font.hasGlyphForCodePoint(one.codePointAt(0) ?? 0)),
    )
  expect(await has('a', 'abéβ')).toEqual([[true, true, false, false]])
  expect(await has('β', 'abβγ')).toEqual([[false, false, true, false]])
  expect(await has('aβ', 'bβγ')).toEqual([
    [true, false, false],
    [false, true, false],
  ])
  expect(await has('\u4e00', 'a')).toEqual([])
})

test('a font that was cut is kept for the same letters, and cut anew for others', async () => {
  const name = 'source-sans-3-latin-400-normal.woff2'
  const files = [{ path: name, contents: readFileSync(join(ROOT, 'node_modules/@fontsource/source-sans-3/files', name)) }]
  const made = new Map<string, Uint8Array>()
  const kept = {
    find: async (key: string) => made.get(key),
    keep: async (key: string, bytes: Uint8Array) => void made.set(key, bytes),
  }
  const cut = (text: string) => facesFor(text, [`@font-face{font-family:A;src:url(${name})}`], files, kept)
  const first = await cut('aé')
  expect(await cut('éa')).toBe(first)
  expect(made.size).toBe(1)
  expect(await cut('aéü')).not.toBe(first)
  for (const key of made.keys()) made.set(key, Buffer.from('kept'))
  expect(await cut('aé')).toContain(Buffer.from('kept').toString('base64'))
})

test('a variable of a formula has its italic letter, by which browsers draw it', async () => {
  const name = 'noto-sans-math-latin-400-normal.woff2'
  const files = [{ path: name, contents: readFileSync(join(ROOT, 'node_modules/@fontsource/noto-sans-math/files', name)) }]
  const text = '<mi>h</mi><mo>=</mo><mi>\u03b1</mi><mi>sin</mi><mi mathvariant="normal">d</mi>'
  const css = await facesFor(text, [`@font-face{font-family:M;src:url(${name})}`], files)
  const font = create(Buffer.from(/base64,([^)]*)/.exec(css)?.[1] ?? '', 'base64'))
  const has = (letter: string) => 'hasGlyphForCodePoint' in font && font.hasGlyphForCodePoint(letter.codePointAt(0) ?? 0)
  expect(['\u210e', '\u{1d6fc}', '\u{1d460}', '\u{1d465}'].map(has)).toEqual([true, true, false, false])
})

test('a file that is larger than mailboxes take does without charts for readers without script, and says that it is still too large', async () => {
  const noise = Array.from({ length: 700_000 }, (_, index) => String.fromCharCode(33 + ((index * index * 31) % 89))).join('')
  const large = { ...story, deck: { ...story.deck, description: noise.replace(/["&<>]/g, '') } }
  expect(html).toContain('class="still"')
  expect(said).toEqual([])
  expect(await make(large)).not.toContain('class="still"')
  expect(said).toEqual([expect.stringMatching(/^story\.html has .* MB, more than many mailboxes take/)])
})

test('what asks for another file is a fault of the build', () => {
  const refused = (page: string, css = '') =>
    expect(() => checkStandsAlone([page], [css])).toThrow(/expected all that it needs in it/)
  for (const page of ['<img src="a.png">', '<link href="a.css">', '<script src="a.js"></script>', '<a href="data/a.csv">a</a>'])
    refused(page)
  refused('', 'p{background:url("a.png")}')
  checkStandsAlone(['<a href="#x">a</a><a href="https://example.org/">b</a><img src="data:,">'], ['p{mask:url(#x)}'])
})
