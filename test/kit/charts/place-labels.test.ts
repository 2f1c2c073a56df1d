import { expect, test } from 'vitest'
import { boxOf } from '../../../src/kit/charts/drawing.ts'
import { type Labelled, overlap, placeLabels } from '../../../src/kit/charts/place-labels.ts'

const bounds = { left: 0, right: 400, top: 0, bottom: 300 }
const mark = (key: string, x: number, y: number, radius = 6): Labelled => ({
  x,
  y,
  radius,
  label: { key, text: `Country ${key}`, fill: 'var(--quiet)', size: 16, weight: 400 },
})

test('a name stands right of its mark if there is room, else left', () => {
  const texts = placeLabels([mark('a', 100, 100), mark('b', 390, 200)], bounds)
  expect(texts.map(({ align }) => align)).toEqual(['left', 'right'])
})

test('names meet neither each other nor a mark', () => {
  const marks = [mark('a', 100, 100), mark('b', 112, 104), mark('c', 104, 112), mark('d', 180, 103)]
  const texts = placeLabels(marks, bounds)
  const boxes = texts.map(boxOf)
  expect(boxes.length).toBeGreaterThan(1)
  boxes.forEach((box, i) => {
    for (const other of boxes.slice(i + 1)) expect(overlap(box, other)).toBe(false)
  })
})

test('a name in a crowd is left out, whether its neighbours want names or not', () => {
  const ring = Array.from({ length: 16 }, (_, i) =>
    mark(`${i}`, 200 + 30 * Math.cos(i * 0.3927), 150 + 30 * Math.sin(i * 0.3927), 2),
  )
  const middle = mark('middle', 200, 150)
  expect(placeLabels([middle, ...ring], bounds).map(({ key }) => key)).not.toContain('middle')
  expect(placeLabels([middle], bounds, ring)).toEqual([])
  expect(placeLabels([middle], bounds)).toHaveLength(1)
})
