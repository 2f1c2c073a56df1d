import type { Outline } from 'countdown-story'
import { feature } from 'topojson-client'
import type { GeometryCollection, Topology } from 'topojson-specification'
import world from 'world-atlas/countries-110m.json' with { type: 'json' }

type Point = readonly [longitude: number, latitude: number]
type Ring = readonly Point[]

const topology = world as unknown as Topology<{ countries: GeometryCollection; land: GeometryCollection }>

/** The part of the world that a map shows, in degrees. */
export interface Extent {
  west: number
  east: number
  south: number
  north: number
}

/** All land but Antarctica, where nobody on the list lives. */
export const inhabited: Extent = { west: -180, east: 195, south: -58, north: 90 }

/** Islands up to this many grid cells (counted twice) are left out. */
const SMALLEST = 6

/** Places for countries whose middle lies outside them or on another island than their people. Longitude and latitude. */
const exceptions: Readonly<Record<string, Point>> = {
  '360': [110, -5],
  '458': [102.3, 4],
  '643': [60, 58],
  '704': [106, 16.5],
}

/**
 * Land as one outline, cut at the edges of the extent: points are put on a grid of so many degrees and islands that
 * vanish in it are left out, since a light backdrop needs no more and every point is downloaded.
 */
export function landOutline(grid: number, extent: Extent = inhabited) {
  const rings = polygonsOf('land')
    .map(([outer = []]) => coarse(cut(unwrapped(outer), extent), grid))
    .filter((ring) => Math.abs(area(ring)) > SMALLEST * grid ** 2)
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
  if (!largest)
    throw new Error(`the map has no country with ISO number ${isoNumeric}; give its place in charts/parts/geography.ts`)
  return centre(largest)
}

/** Land, or the country with this ISO 3166-1 numeric code, as it lies on the globe. */
export function outlineOf(object: 'land' | 'countries', id?: string): Outline {
  return {
    type: 'MultiPolygon',
    coordinates: polygonsOf(object, id).map((rings) => rings.map((ring) => ring.map(([x, y]) => [x, y]))),
  }
}

/** Rings of the land, or of the country with this id. Only what is asked for is decoded. */
function polygonsOf(object: 'land' | 'countries', id?: string): Ring[][] {
  return topology.objects[object].geometries
    .filter((shape) => id === undefined || shape.id === id)
    .flatMap((shape) => {
      if (shape.type === 'Polygon') return [feature(topology, shape).geometry.coordinates as unknown as Ring[]]
      if (shape.type === 'MultiPolygon') return feature(topology, shape).geometry.coordinates as unknown as Ring[][]
      return []
    })
}

/** The part of a ring inside the extent, cut edge by edge (Sutherland and Hodgman, 1974). */
function cut(ring: Ring, { west, east, south, north }: Extent): Ring {
  const edges: readonly [axis: 0 | 1, limit: number, side: 1 | -1][] = [
    [0, west, 1],
    [0, east, -1],
    [1, south, 1],
    [1, north, -1],
  ]
  return edges.reduce((rest, [axis, limit, side]) => cutAt(rest, axis, limit, side), ring)
}

function cutAt(ring: Ring, axis: 0 | 1, limit: number, side: 1 | -1): Ring {
  const isInside = (point: Point) => (point[axis] - limit) * side >= 0
  const kept = pairs(ring).flatMap(([a, b]) => {
    const crossing = isInside(a) === isInside(b) ? [] : [between(a, b, (limit - a[axis]) / (b[axis] - a[axis]))]
    return isInside(b) ? [...crossing, b] : crossing
  })
  return kept[0] ? [...kept, kept[0]] : []
}

function between(a: Point, b: Point, part: number): Point {
  return [a[0] + (b[0] - a[0]) * part, a[1] + (b[1] - a[1]) * part]
}

/** A ring that crosses the date line goes on beyond 180° instead of jumping to the other end of the map. */
function unwrapped(ring: Ring): Ring {
  let turns = 0
  return ring.map(([longitude, latitude], i) => {
    const step = longitude - (ring[i - 1]?.[0] ?? longitude)
    if (Math.abs(step) > 180) turns -= Math.sign(step)
    return [longitude + 360 * turns, latitude]
  })
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
