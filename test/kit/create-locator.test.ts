import { expect, test } from 'vitest'
import { createLocator, type Outline } from '../../src/kit/create-locator.ts'

/** A square of so many degrees around a point, wound as outlines on the globe are. */
function square(longitude: number, latitude: number, size: number): Outline & { type: 'Polygon' } {
  const [west, east, south, north] = [longitude - size / 2, longitude + size / 2, latitude - size / 2, latitude + size / 2]
  return {
    type: 'Polygon',
    coordinates: [
      [
        [west, south],
        [west, north],
        [east, north],
        [east, south],
        [west, south],
      ],
    ],
  }
}

/** The points of a path of relative lines. */
function pointsOf(path: string): [number, number][] {
  const numbers = [...path.matchAll(/-?\d+/g)].map(Number)
  let at: [number, number] = [0, 0]
  return Array.from({ length: numbers.length / 2 }, (_, i) => {
    at = [at[0] + (numbers[2 * i] ?? 0), at[1] + (numbers[2 * i + 1] ?? 0)]
    return at
  })
}

const middleOf = (points: readonly [number, number][], axis: 0 | 1) => {
  const values = points.map((point) => point[axis])
  return (Math.min(...values) + Math.max(...values)) / 2
}

const locate = createLocator(square(10, 20, 60))

test('a place lies in the middle of its map, whole, with the land around it', () => {
  const { width, height, land, place } = locate(square(10, 20, 16))
  const points = pointsOf(place)
  expect(Math.abs(middleOf(points, 0) - width / 2)).toBeLessThanOrEqual(1)
  expect(Math.abs(middleOf(points, 1) - height / 2)).toBeLessThanOrEqual(2)
  expect(points.every(([x, y]) => x >= 0 && x <= width && y >= 0 && y <= height)).toBe(true)
  expect(land).toMatch(/^M[\d,l -]+z/)
})

test('a small place has a ring and a large one none', () => {
  expect(locate(square(10, 20, 1)).ring).toBeGreaterThan(0)
  expect(locate(square(10, 20, 20)).ring).toBeUndefined()
})

test('a place that is a speck is a dot', () => {
  const { width, height, place } = locate(square(10, 20, 0.1))
  expect(place).toBe(`M${width / 2 - 1},${height / 2 - 1}l2,0 0,2-2,0z`)
})

test('a large place is seen whole, and an island far away does not move it', () => {
  const large = square(10, 20, 80)
  const { width, height, place } = locate(large)
  for (const [x, y] of pointsOf(place)) {
    expect(x).toBeGreaterThanOrEqual(0)
    expect(x).toBeLessThanOrEqual(width)
    expect(y).toBeGreaterThanOrEqual(0)
    expect(y).toBeLessThanOrEqual(height)
  }
  const home = square(10, 20, 16)
  const scattered: Outline = { type: 'MultiPolygon', coordinates: [square(120, -30, 2).coordinates, home.coordinates] }
  expect(locate(scattered).place).toContain(locate(home).place)
})
