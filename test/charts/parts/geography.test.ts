import { describe, expect, test } from 'vitest'
import { landOutline, placeOf } from '../../../charts/parts/geography.ts'
import { recordOf } from '../../../data/records.ts'

describe('the place of a country', () => {
  /** West, south, east and north edge in whole degrees. */
  test.each([
    ['libya', [9, 19, 26, 34]],
    ['trinidad-and-tobago', [-62, 10, -60, 12]],
    ['france', [-5, 42, 9, 52]],
    ['russia', [27, 41, 180, 82]],
    ['denmark', [8, 54, 13, 58]],
    ['vietnam', [102, 8, 110, 24]],
    ['indonesia', [95, -11, 141, 6]],
    ['chinese-taipei', [120, 21, 123, 26]],
    ['canada', [-141, 41, -52, 84]],
  ] as const)('%s', (id, [west, south, east, north]) => {
    const [longitude, latitude] = placeOf(recordOf(id).isoNumeric)
    expect(longitude).toBeGreaterThan(west)
    expect(longitude).toBeLessThan(east)
    expect(latitude).toBeGreaterThan(south)
    expect(latitude).toBeLessThan(north)
  })

  test('must be known', () => {
    expect(() => placeOf('999')).toThrow('no country with ISO number 999; give its place in charts/parts/geography.ts')
  })
})

describe('land', () => {
  const points = (grid: number, extent?: Parameters<typeof landOutline>[1]) =>
    landOutline(grid, extent).geometry.coordinates.flat(2) as [number, number][]

  test('has fewer points on a coarser grid', () => {
    expect(points(2).length).toBeLessThan(points(1).length / 1.5)
    expect(points(1).length).toBeLessThan(4000)
  })

  test('is cut at the edges of an extent', () => {
    const edges = { west: -20, east: 60, south: -40, north: 70 }
    for (const [longitude, latitude] of points(1, edges)) {
      expect(longitude).toBeGreaterThanOrEqual(edges.west)
      expect(longitude).toBeLessThanOrEqual(edges.east)
      expect(latitude).toBeGreaterThanOrEqual(edges.south)
      expect(latitude).toBeLessThanOrEqual(edges.north)
    }
  })

  test('has no Antarctica', () => expect(Math.min(...points(1).map(([, latitude]) => latitude))).toBeGreaterThan(-60))
})
