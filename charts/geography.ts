import { feature } from 'topojson-client'
import type { GeometryCollection, Topology } from 'topojson-specification'
import world from 'world-atlas/countries-110m.json' with { type: 'json' }

type Point = readonly [longitude: number, latitude: number]
type Ring = readonly Point[]

const topology = world as unknown as Topology<{ countries: GeometryCollection; land: GeometryCollection }>

/** South of this nobody on the list lives, and the map can be larger. */
const ANTARCTIC = -58

/** Islands up to this many grid cells (counted twice) are left out. */
const SMALLEST = 6

/** Places for countries whose middle lies outside them or on another island than their people. Longitude and latitude. */
const exceptions: Readonly<Record<string, Point>> = {
  '704': [106, 16.5],
  '458': [102.3, 4],
  '360': [110, -5],
}

/**
 * The world's land as one outline, without Antarctica: points are put on a grid of so many degrees and islands that
 * vanish in it are left out, since a light backdrop needs no more and every point is downloaded.
 */
export function landOutline(grid: number) {
  const rings = polygonsOf('land')
    .map(([outer = []]) => coarse(outer, grid))
    .filter((ring) => Math.abs(area(ring)) > SMALLEST * grid ** 2 && !crossesDateLine(ring))
    .filter((ring) => ring.some(([, latitude]) => latitude > ANTARCTIC))
    .map((ring) => (area(ring) > 0 ? ring.toReversed() : ring))
  return {
    type: 'Feature' as const,
    properties: {},
    geometry: { type: 'MultiPolygon' as const, coordinates: rings.map((ring) => [ring]) },
  }
}

/**
 * Where a country's mark stands on a map: the middle of its largest piece of land.
 * @throws Error when the map has no country with this ISO 3166-1 numeric code.
 */
export function placeOf(isoNumeric: string): Point {
  const exception = exceptions[isoNumeric]
  if (exception) return exception
  const outlines = polygonsOf('countries', isoNumeric).map(([outer = []]) => outer)
  const largest = outlines.sort((a, b) => Math.abs(area(b)) - Math.abs(area(a)))[0]
  if (!largest) throw new Error(`the map has no country with ISO number ${isoNumeric}; give its place in charts/geography.ts`)
  return centre(largest)
}

function polygonsOf(object: 'land' | 'countries', id?: string): Ring[][] {
  const { features } = feature(topology, topology.objects[object])
  return features
    .filter((shape) => id === undefined || shape.id === id)
    .flatMap(({ geometry }) => {
      if (geometry.type === 'Polygon') return [geometry.coordinates as unknown as Ring[]]
      if (geometry.type === 'MultiPolygon') return geometry.coordinates as unknown as Ring[][]
      return []
    })
}

/** Small islands on both sides of the date line, which a coarse grid would turn inside out. */
function crossesDateLine(ring: Ring): boolean {
  const longitudes = ring.map(([longitude]) => longitude)
  return ring.length < 20 && Math.max(...longitudes) - Math.min(...longitudes) > 180
}

function coarse(ring: Ring, grid: number): Point[] {
  const snapped = ring.map(([x, y]): Point => [snap(x, grid), snap(y, grid)])
  return snapped.filter((point, i) => {
    const before = snapped[i - 1]
    return !before || before[0] !== point[0] || before[1] !== point[1]
  })
}

function snap(degrees: number, grid: number): number {
  return Math.round(degrees / grid) * grid
}

/** Twice the signed area in square degrees, which serves to compare. */
function area(ring: Ring): number {
  return pairs(ring).reduce((sum, [a, b]) => sum + cross(a, b), 0)
}

function centre(ring: Ring): Point {
  const weight = 3 * area(ring)
  const sum = (axis: 0 | 1) => pairs(ring).reduce((total, [a, b]) => total + (a[axis] + b[axis]) * cross(a, b), 0)
  return [sum(0) / weight, sum(1) / weight]
}

function cross(a: Point, b: Point): number {
  return a[0] * b[1] - b[0] * a[1]
}

function pairs(ring: Ring): [Point, Point][] {
  return ring.slice(1).map((point, i) => [ring[i] ?? point, point])
}
