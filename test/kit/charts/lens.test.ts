import { expect, test } from 'vitest'
import { drawLens, lensAt, through } from '../../../src/kit/charts/lens.ts'

const lens = lensAt({ left: 100, right: 260, top: 50, bottom: 130 }, 8, { x: 20, y: 300 })

test('a lens shows as much as fits into it, up to the point it is held over', () => {
  expect(lens.from).toEqual({ left: 0, right: 20, top: 290, bottom: 300 })
  expect(through(lens, [20, 300])).toEqual([260, 130])
  expect(through(lens, [0, 290])).toEqual([100, 50])
})

test('boxes are so many times as large in it, and cut at its edge', () => {
  const box = (key: string, x: number) => ({ key, x, x2: x + 5, y: 295, y2: 300, fill: 'var(--mute)' as const })
  const { boxes = [], marks = [] } = drawLens(lens, [box('inside', 10), box('across', -3), box('outside', -9)])
  const shown = new Map(boxes.map((each) => [each.key, each]))
  expect([...shown.keys()]).toEqual(['lens', 'lens-inside', 'lens-across'])
  expect(shown.get('lens-inside')).toMatchObject({ x: 180, x2: 220, y: 90, y2: 130 })
  expect(shown.get('lens-across')).toMatchObject({ x: 100, x2: 116 })
  // Eight edges, and the two lines from what is magnified to the lens.
  expect(marks).toHaveLength(10)
})
