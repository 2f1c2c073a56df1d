import { describe, expect, test } from 'vitest'
import { captionsOf, chaptersOf, timelineOf, webVtt } from '../../../src/outputs/video/timeline.ts'
import type { Act } from '../../../src/story/deck.ts'
import { viewsOf } from '../../../src/story/steps.ts'
import type { Slide } from '../../../src/story/story.ts'
import { readTree } from '../../../src/tree/read-tree.ts'

const acts: Act[] = [
  { id: 'a', title: 'First & last', slides: [] },
  { id: 'b', title: 'Second', slides: [] },
]

function slide(index: number, act: number, title: string, notes = '', body = ''): Slide {
  const tree = readTree(notes)
  return {
    id: `s${index}`,
    index,
    act: acts[act] as Act,
    layout: 'text',
    title,
    headline: readTree(title),
    body: readTree(body),
    notes: tree,
    content: tree,
  }
}

const long = 'One sentence goes on and on and has many more characters than a caption of two lines may have, so that it is cut. '
const slides = [
  slide(0, 0, 'Short'),
  slide(1, 0, 'Told', `<p>${long}Another is short.</p>`),
  slide(2, 1, 'End', `<p>${long.repeat(12)}</p>`),
]
const shots = timelineOf(viewsOf(slides), [0, 30, 45])

describe('the time of a slide', () => {
  test('follows the one before, and begins with its move', () => {
    expect(shots.map(({ start }) => start)).toEqual([0, shots[0]?.end, shots[1]?.end])
    expect(shots.map(({ start, stands }) => stands - start)).toEqual([0, 1, expect.closeTo(1.5)])
  })

  test('is as long as its words and notes take, from 3 s to 25 s', () => {
    const [first, second, last] = shots.map(({ stands, end }) => end - stands)
    expect(first).toBe(3)
    expect(second).toBeGreaterThan(6)
    expect(last).toBeCloseTo(25)
  })
})

test('a slide stands as long as deck.ts says, which its steps share', () => {
  const stepped = { ...slides[1], id: 'stepped', content: readTree('<p class="fragment">One</p>') } as Slide
  const timed = timelineOf([...viewsOf(slides), ...viewsOf([stepped], 'all')], [0, 30, 45, 0, 0], { s1: 0.5, s2: 40, stepped: 2 })
  expect(timed.map(({ stands, end }) => end - stands)).toEqual([3, 0.5, 40, 1, 1].map((each) => expect.closeTo(each)))
})

test('the steps of a slide share its time, and its captions go on over all of them', () => {
  const stepped = { ...slide(0, 0, 'Told', `<p>${long}</p>`), content: readTree('<p class="fragment">One</p>') }
  const [whole, one, two] = timelineOf(
    [...viewsOf([slide(0, 0, 'Told', `<p>${long}</p>`)]), ...viewsOf([stepped], 'all')],
    [0, 0, 30],
  )
  const standing = ({ stands = 0, end = 0 } = {}) => end - stands
  expect(standing(one) + standing(two)).toBeCloseTo(standing(whole), 1)
  const cues = captionsOf(
    [one, two].flatMap((shot) => shot ?? []),
    'en',
  )
  expect([cues[0]?.start, cues.at(-1)?.end]).toEqual([one?.start, two?.end])
})

test('captions are the headline and the notes, at most two lines each, one after the other without a gap', () => {
  const cues = captionsOf(shots.slice(0, 2), 'en')
  expect(cues.map(({ text }) => text).join(' ')).toBe(`Short Told ${long}Another is short.`)
  expect(Math.max(...cues.map(({ text }) => text.length))).toBeLessThanOrEqual(84)
  for (const [index, { end }] of cues.entries()) expect(cues[index + 1]?.start ?? shots[1]?.end).toBeCloseTo(end)
})

test('short sentences share a caption', () => {
  const asked = timelineOf(viewsOf([slide(0, 0, 'Guess', '<p>Twenty? Ten? Fewer? Do not answer yet.</p>')]), [0])
  expect(captionsOf(asked, 'en').map(({ text }) => text)).toEqual(['Guess', 'Twenty? Ten? Fewer? Do not answer yet.'])
})

test('chapters are the acts', () => {
  expect(chaptersOf(shots)).toEqual([
    { start: 0, end: shots[1]?.end, text: 'First & last' },
    { start: shots[2]?.start, end: shots[2]?.end, text: 'Second' },
  ])
})

test('WebVTT has times to the millisecond, and text that no player takes for marks', () => {
  expect(webVtt([{ start: 3661.5, end: 3662.0004, text: '1 < 2 --> & \u2068x\u2069' }], 'en')).toBe(
    'WEBVTT\nLanguage: en\n\n01:01:01.500 --> 01:01:02.000\n1 &lt; 2 --&gt; &amp; x\n',
  )
})
