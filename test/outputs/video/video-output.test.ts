import pixelmatch from 'pixelmatch'
import { PNG } from 'pngjs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createPrinter, type Printer } from '../../../src/browser/printer.ts'
import { storyStyle } from '../../../src/outputs/assets.ts'
import { printStyle } from '../../../src/outputs/extra-styles.ts'
import { renderPrintPage } from '../../../src/outputs/slides/slides-output.ts'
import { video } from '../../../src/outputs/video/video-output.ts'
import type { Mark } from '../../../src/story/mark.ts'
import type { Story } from '../../../src/story/story.ts'
import { ROOT, storyOf } from '../../story-of.ts'
import { toolsWith } from '../tools.ts'
import { openFilm, picturesAt } from './decode-film.ts'

let printer: Printer
let story: Story
let files: Map<string, Buffer>
let stills: Uint8Array[]
const told: string[] = []

async function make(shape: 'landscape' | 'portrait', slides = story.slides): Promise<Map<string, Buffer>> {
  const progress = (_: string, done: number, total: number) => told.push(`${done}/${total}`)
  const made = await video.make({ ...story, slides }, toolsWith({ printer, video: shape, progress }))
  return new Map(made.map(({ path, contents }) => [path, Buffer.from(contents)]))
}

/** Bars in a colour of the deck's own. */
const painted = ([key, mark]: [string, Mark]): [string, Mark] => [
  key,
  mark.kind === 'rect' ? { ...mark, fill: 'var(--signal)' } : mark,
]

beforeAll(async () => {
  printer = createPrinter()
  const { deck, slides, ...rest } = await storyOf('minimal')
  const blue = { light: '#0b5fff', dark: '#80b0ff' }
  const states = rest.wide.states.map((state) => ({ ...state, marks: new Map([...state.marks].map(painted)) }))
  const wide = { ...rest.wide, states }
  const track: Story['track'] = async (name) => (name === 'wide' ? wide : rest.track(name))
  // Two moves are enough, of which one changes marks and the other words alone.
  story = { ...rest, wide, track, slides: slides.slice(0, 3), deck: { ...deck, palette: { signal: blue } } }
  files = await make('landscape')
  const style = await printStyle(ROOT, 'src/outputs/slides/slides.css', story.slides, storyStyle(story))
  const window = { width: 1280, height: 720, scale: 1.5 }
  stills = await printer.photograph(renderPrintPage(story, style), window, story.slides.length)
})
afterAll(() => printer.close())

const fileOf = (path: string) => files.get(path) ?? Buffer.alloc(0)

/** The times at which slides end, in s: what follows the last caption of each. */
async function endsOf(file: Uint8Array): Promise<number[]> {
  const { packets, duration } = await openFilm(file)
  const starts = packets.filter(({ isKey }) => isKey).map(({ time }) => time)
  return starts.map((_, index) => (starts[index + 1] ?? duration) - 0.02)
}

/** How many pixels differ visibly, as a share. */
function difference(one: PNG, other: PNG): number {
  return pixelmatch(one.data, other.data, undefined, one.width, one.height, { threshold: 0.15 }) / (one.width * one.height)
}

describe.each(['webm', 'mp4'])('story.%s', (ending) => {
  test('shows each slide in the end as slides.pdf does, 1920 × 1080', async () => {
    const file = fileOf(`story.${ending}`)
    const ends = await endsOf(file)
    expect(ends).toHaveLength(story.slides.length)
    // Both are made of the same pictures.
    const first = ending === 'webm' ? 0 : ends.length - 1
    for (const [at, png] of (await picturesAt(printer, file, ends.slice(first))).entries()) {
      const [index, picture] = [first + at, PNG.sync.read(png)]
      expect([picture.width, picture.height]).toEqual([1920, 1080])
      expect(difference(picture, PNG.sync.read(Buffer.from(stills[index] ?? []))), story.slides[index]?.id).toBeLessThan(0.004)
    }
  })

  test('has 30 pictures a second while something moves, and two for what stands still', async () => {
    const { packets, duration } = await openFilm(fileOf(`story.${ending}`))
    const steps = packets.slice(1).map(({ time }, index) => Math.round((time - (packets[index]?.time ?? 0)) * 1000))
    const moving = steps.filter((ms) => ms < 100)
    // The first picture of a move is the one before it.
    expect(moving.every((ms) => [33, 34, 66, 67].includes(ms))).toBe(true)
    expect(steps.length - moving.length).toBe(story.slides.length)
    expect(duration).toBeGreaterThan(story.slides.length * 3)
  })
})

test('the same slides give the same bytes of every picture, but in MP4', async () => {
  const film = await openFilm(fileOf('story.webm'))
  const made = await make('landscape', story.slides.slice(0, 2))
  const again = await openFilm(made.get('story.webm') ?? Buffer.alloc(0))
  expect(again.packets.length).toBeGreaterThan(10)
  expect(again.packets).toEqual(film.packets.slice(0, again.packets.length))
})

test('a record has a clip of its own, which begins with a whole picture and ends as the film does', async () => {
  const records = story.slides.filter(({ record }) => record)
  for (const { id } of records) {
    const clip = fileOf(`clips/${id}.mp4`)
    const { packets } = await openFilm(clip)
    expect(clip.length).toBeLessThanOrEqual(1_000_000)
    expect(packets[0]).toMatchObject({ time: 0, isKey: true })
  }
  expect([...files.keys()].filter((path) => path.startsWith('clips/'))).toHaveLength(records.length)
})

test('progress is told slide by slide', () => {
  const { length } = story.slides
  expect(told.slice(0, length + 1)).toEqual(Array.from({ length: length + 1 }, (_, done) => `${done}/${length}`))
})

test('an upright film has the charts of phones', async () => {
  const file = (await make('portrait', story.slides.slice(0, 1))).get('story.webm') ?? Buffer.alloc(0)
  const shown = await picturesAt(printer, file, await endsOf(file))
  for (const png of shown) expect([PNG.sync.read(png).width, PNG.sync.read(png).height]).toEqual([1080, 1920])
})
