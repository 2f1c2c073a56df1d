import { expect, test } from 'vitest'
import { clipText, clipTo, clipToShape } from '../../src/motion/clip.ts'
import { textWidth } from '../../src/motion/measure-text.ts'
import { levelAnchors } from '../../src/motion/move/level-anchors.ts'
import type { Mark, TextMark } from '../../src/story/mark.ts'
import type { Track } from '../../src/story/story.ts'

const box = (x: number, y: number, width: number, height: number) => ({ x, y, width, height })

test.each([
  ['within', box(10, 20, 30, 40), '10 20 30 40'],
  ['around', box(-9, -9, 999, 999), '0 0 100 200'],
  ['at its right and below', box(60, 150, 80, 80), '60 150 40 50'],
  ['at its left and above', box(-20, -30, 50, 60), '0 0 30 30'],
  ['beside it', box(110, 0, 50, 50), '110 0 0 50'],
])('what is clipped to a box and another %s is clipped to what lies in both', (_, other, text) =>
  expect(clipText(clipTo({ box: box(0, 0, 100, 200), shapes: [] }, other))).toBe(text),
)

test('outlines clip one after another, also without a box', () => {
  expect(clipText(clipToShape(clipToShape(undefined, 'm0 0z'), 'm1 1z'))).toBe('m0 0z;m1 1z')
  expect(clipText(clipTo(clipToShape(undefined, 'm0 0z'), box(0, 0.04, 1, 1)))).toBe('0 0 1 1;m0 0z')
})

test.each([
  ['start', 0, [50, 90]],
  ['middle', 0, [50 - 0.5, 90]],
  ['end', 0, [50 - 1, 90]],
  ['end', 90, [50, 90 - 1]],
  ['end', 60, [50 - 0.5, 90 - Math.sin(Math.PI / 3)]],
  ['middle', 180, [50 + 0.5, 90]],
] as const)('a text that begins at its %s, turned by %s, moves from where it is seen', (anchor, angle, [x, y]) => {
  const text = { kind: 'text', x: 50, y: 90, text: 'Oak', size: 20, fill: 'black', weight: 700 } as TextMark
  const other: Mark = { kind: 'rect', x: 0, y: 0, width: 1, height: 1 }
  const state = (mark: Mark) => ({
    name: '',
    marks: new Map([
      ['a', mark],
      ['b', other],
    ]),
  })
  const turned = state({ ...text, ...(anchor !== 'start' && { anchor }), ...(angle !== 0 && { angle }) })
  const track = { frame: {}, states: [state(text), turned, state({ ...text, anchor: 'middle' })] } as unknown as Track
  const levelled = levelAnchors(track).states[1]?.marks
  const width = textWidth('Oak', 20, 'var(--sans)', 700)
  expect(levelled?.get('a')).not.toHaveProperty('anchor')
  expect([levelled?.get('a')?.x, levelled?.get('a')?.y]).toEqual([
    expect.closeTo(50 + (x - 50) * width, 1),
    expect.closeTo(90 + (y - 90) * width, 1),
  ])
  expect(levelled?.get('b')).toBe(other)
  const same = { ...track, states: [state(text), state(text)] }
  expect(levelAnchors(same)).toBe(same)
})
