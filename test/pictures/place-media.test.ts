import { cpSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { createComposer } from '../../src/load/compose-story.ts'
import { policyFor } from '../../src/outputs/html-page.ts'
import { mediaOn, withFrames, withStillMedia } from '../../src/outputs/slide-media.ts'
import type { Slide, Story } from '../../src/story/story.ts'
import { writeTree } from '../../src/tree/write-tree.ts'
import type { InputError } from '../../src/util/diagnostic.ts'
import { silent } from '../../src/util/report.ts'
import { runFolder } from '../run-folder.ts'

const DECKS = join(import.meta.dirname, '../decks')
const folder = runFolder('media')
cpSync(join(DECKS, 'minimal'), folder, { recursive: true })
cpSync(join(DECKS, 'authored/pictures'), join(folder, 'slides'), { recursive: true })
const deckFile = join(folder, 'slides/deck.ts')
const deck = readFileSync(deckFile, 'utf8')
  .replace(/^ {2}components: .*$/m, '  components,')
  .replace(/^import \{ bars \}/m, "import { components } from 'countdown-story/components'\nimport { bars }")
writeFileSync(deckFile, deck)
const composer = createComposer(folder, silent)
afterAll(() => composer.dispose())

function compose(text: string): Promise<Story> {
  writeFileSync(join(folder, 'slides/door.mdx'), `# A door opens before the last letter\n\n${text}\n`)
  return composer.compose()
}
const door = ({ slides }: Story) => slides.find(({ id }) => id === 'door') as Slide
const faultsOf = (text: string) =>
  compose(text).then(
    () => [],
    (error: InputError) =>
      String(error.message)
        .split('\n')
        .filter((line) => line.includes('door.mdx')),
  )

test('a video has its files, and its poster where nothing plays', async () => {
  const story = await compose('<Video src="colours.webm" poster="hills.svg" captions="colours.vtt" alt="Colours" />')
  const { content } = door(story)
  expect(writeTree(content)).toMatch(
    /<video class="media" aria-label="Colours" controls preload="none" playsinline poster="(assets\/hills\.\w+\.svg)" width="1200" height="800" src="assets\/colours\.\w+\.webm"><track kind="captions" src="assets\/colours\.\w+\.vtt" default><\/video>/,
  )
  expect(mediaOn([content], story.slides).map(({ path }) => path.replace(/\.\w{8}\./, '.'))).toEqual([
    'assets/colours.webm',
    'assets/colours.vtt',
  ])
  expect(writeTree(withStillMedia(content))).toMatch(/<img src="assets\/hills\.\w+\.svg" alt="Colours"/)
  expect(writeTree(withStillMedia(content))).not.toMatch(/<video|<track/)
  expect(policyFor(story)).toContain("; media-src 'self'; base-uri")
})

test('a sound is heard, or its words are read', async () => {
  const { content } = door(await compose('<Audio src="tone.wav" alt="A high tone" />'))
  expect(writeTree(content)).toMatch(
    /<figure class="sound"><audio [^>]*src="assets\/tone\.\w+\.wav"><\/audio><figcaption>A high tone/,
  )
  expect(writeTree(withStillMedia(content))).toContain('<figure class="sound"><figcaption>A high tone')
})

test('the policy is opened for nothing that a story has not', async () => {
  const story = await compose('Words alone.')
  expect(policyFor(story)).not.toMatch(/media-src|frame-src/)
  expect(policyFor({ ...story, deck: { frames: ['https://maps.example.org'] } })).toContain(
    '; frame-src https://maps.example.org;',
  )
})

test.each([
  [
    'no file',
    '<Video src="colors.webm" poster="hills.svg" silent alt="Colours" />',
    /3:1 found no file `slides\/colors.webm`, expected a video of the deck; did you mean `colours.webm`/,
  ],
  [
    'another site',
    '<Video src="https://example.org/a.mp4" poster="hills.svg" silent alt="Colours" />',
    /3:1 found the address .*save the video beside the slide/,
  ],
  [
    'other bytes',
    '<Video src="tone.mp4" poster="hills.svg" silent alt="Colours" />',
    /3:1 `slides\/tone.mp4`: found other bytes in it, expected .mp4/,
  ],
  [
    'another kind',
    '<Audio src="colours.webm" alt="A tone" />',
    /3:1 found `colours.webm`, expected a sound: .mp3, .m4a, .ogg or .wav/,
  ],
  ['no poster', '<Video src="colours.webm" silent alt="Colours" />', /poster: found no address of a picture/],
  ['no captions', '<Video src="colours.webm" poster="hills.svg" alt="Colours" />', /3:1 found a video without captions/],
  ['no words', '<Video src="colours.webm" poster="hills.svg" silent alt="" />', /3:1 found a video without words/],
  [
    'an origin not named',
    '<Outside src="https://maps.example.org/a" still="hills.svg" alt="Hills" />',
    /whose origin the deck does not name; write `frames: \['https:\/\/maps.example.org'\]`/,
  ],
  [
    'no https',
    '<Outside src="http://maps.example.org/a" still="hills.svg" alt="Hills" />',
    /expected one that begins with `https:\/\/`/,
  ],
])('what is wrong is told with its place: %s', async (_, text, message) => {
  cpSync(join(folder, 'slides/tone.wav'), join(folder, 'slides/tone.mp4'))
  expect(await faultsOf(text)).toEqual([expect.stringMatching(message)])
})

test('another site is a frame in the deck, and a link with a picture elsewhere', async () => {
  writeFileSync(deckFile, deck.replace(/^ {2}title:/m, "  frames: ['https://maps.example.org'],\n  title:"))
  const { content } = door(await compose('<Outside src="https://maps.example.org/a" still="hills.svg" alt="Hills" />'))
  writeFileSync(deckFile, deck)
  expect(writeTree(withFrames(content))).toMatch(
    /<iframe [^>]*sandbox="[^"]+"[^>]*src="https:\/\/maps.example.org\/a" title="Hills"><\/iframe>/,
  )
  expect(writeTree(withStillMedia(content))).toMatch(/<a href="https:\/\/maps.example.org\/a"><img src="assets\/hills/)
})

test('elements that are typed are looked into as components are', async () => {
  const typed = '<video src="//example.com/x.mp4" poster="https://example.com/x.png" data-silent="" aria-label="Hills"></video>'
  expect(await faultsOf(typed)).toEqual([
    expect.stringMatching(/3:1 found the address `\/\/example.com\/x.mp4`, expected a file of the deck/),
    expect.stringMatching(/3:1 poster: found the address `https:\/\/example.com\/x.png`/),
  ])
})
