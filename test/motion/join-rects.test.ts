import { expect, test } from 'vitest'
import { joinRects as join } from '../../src/motion/join-rects.ts'
import type { Mark, RectMark } from '../../src/story/mark.ts'

const square = (x: number, more: Partial<RectMark> = {}): RectMark => ({
  kind: 'rect',
  x,
  y: 2.5,
  width: 4,
  height: 4,
  fill: 'var(--mute)',
  ...more,
})
const row = (count: number, more: Partial<RectMark> = {}) => Array.from({ length: count }, (_, index) => square(index * 6, more))
const joinRects = (marks: readonly Mark[]) => [
  ...join({ name: '', marks: new Map(marks.map((mark, index) => [`key ${index}`, mark])) }).marks.values(),
]
const label: Mark = { kind: 'text', x: 0, y: 0, text: 'Label', size: 12 }

test('rectangles of one look that follow one another are one outline', () => {
  const [joined, ...others] = joinRects(row(5))
  expect(others).toEqual([])
  expect(joined).toMatchObject({ kind: 'path', fill: 'var(--mute)', d: expect.stringMatching(/^m0 2\.5h4v4h-4zm6 0h/) })
})

test('what stands between keeps its place, and so does what looks otherwise', () => {
  const kinds = (marks: readonly Mark[]) => joinRects(marks).map(({ kind, fill }) => `${kind} ${fill ?? ''}`)
  expect(kinds([...row(5), label, ...row(5, { fill: 'var(--ink)' }), ...row(2)])).toEqual([
    'path var(--mute)',
    'text ',
    'path var(--ink)',
    'rect var(--mute)',
    'rect var(--mute)',
  ])
})

test('what is seen through, has an edge or is round stays as it is', () => {
  for (const more of [{ opacity: 0.5 }, { fillOpacity: 0.5 }, { stroke: 'var(--ink)' }, { radius: 2 }])
    expect(joinRects(row(5, more))).toEqual(row(5, more))
})
