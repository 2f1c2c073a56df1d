import { expect, test } from 'vitest'
import { gridIn, outline, pieces, UNIT } from '../../../charts/square-field/squares.ts'
import { total } from '../../../data/figures.ts'
import { records } from '../../../data/records.ts'

test('a grid lies in its box and holds the total', () => {
  const box = { left: 10, right: 410, top: 20, bottom: 420 }
  const grid = gridIn(box, 0.4)
  expect(grid.top).toBeGreaterThanOrEqual(box.top)
  expect(grid.columns * grid.rows).toBeGreaterThanOrEqual(total / UNIT)
  expect(grid.columns * (grid.rows - 1)).toBeLessThan(total / UNIT)
})

test('pieces fill the cells one after another without a gap or an overlap', () => {
  const cells = new Map<string, number>()
  for (const { x, x2, y } of pieces(56)) {
    const cell = `${Math.floor((x + x2) / 2)} ${Math.floor(y)}`
    cells.set(cell, (cells.get(cell) ?? 0) + x2 - x)
  }
  expect(cells.size).toBe(Math.ceil(total / UNIT))
  const whole = [...cells.values()].slice(0, -1)
  expect(Math.max(...whole) - Math.min(...whole)).toBeLessThan(1e-6)
})

test('every country has one piece that is its record, the fullest', () => {
  const all = pieces(56)
  for (const { id } of records) {
    const own = all.filter((piece) => piece.id === id)
    const main = own.filter(({ key }) => key === id)
    expect(main).toHaveLength(1)
    expect((main[0]?.x2 ?? 0) - (main[0]?.x ?? 0)).toBeCloseTo(Math.max(...own.map(({ x, x2 }) => x2 - x)), 2)
  }
})

test('the outline around some squares has their area', () => {
  const corners = outline({ columns: 10 }, 0, 37.5)
  const twice = corners.slice(1).reduce((sum, [x, y], i) => {
    const [beforeX, beforeY] = corners[i] ?? [0, 0]
    return sum + beforeX * y - x * beforeY
  }, 0)
  expect(twice / 2).toBeCloseTo(37.5)
})
