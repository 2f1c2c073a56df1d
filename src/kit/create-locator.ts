import { geoArea, geoAzimuthalEqualArea, geoCentroid, geoDistance, geoPath } from 'd3-geo'
import type { MultiPolygon, Polygon } from 'geojson'
import type { Locator } from '../story/description.ts'

/** An outline on the globe, in degrees, as GeoJSON has it. */
export type Outline = Polygon | MultiPolygon

/** Size of a locator in units of its own, each two px of a slide; a place smaller than `SMALL` units gets a ring as wide as `RING`. */
const [WIDTH, HEIGHT, SMALL, RING] = [100, 56, 8, 6.5] as const
/** At least so many degrees of the globe are seen from left to right, so that one knows where it is. */
const SPAN = 50
/** Part of the height that a place fills at most. */
const FILLED = 0.78

/**
 * Makes the function that draws where a place lies: the land around it on a projection of equal areas with the place in its
 * middle, the place itself, and a ring around one that is too small to be seen.
 */
export function createLocator(land: Outline): (place: Outline) => Locator {
  const parts = partsOf(land).map((part) => ({ part, ...roundAbout(part) }))
  return (place) => {
    const main = largestPart(place)
    const [longitude, latitude] = geoCentroid(main)
    const projection = geoAzimuthalEqualArea()
      .precision(0)
      .rotate([-longitude, -latitude])
      .fitSize([WIDTH * FILLED, HEIGHT * FILLED], main)
    const widest = WIDTH / (4 * Math.sin((SPAN * Math.PI) / 720))
    projection
      .scale(Math.min(projection.scale(), widest))
      .translate([WIDTH / 2, HEIGHT / 2])
      .clipExtent([
        [0, 0],
        [WIDTH, HEIGHT],
      ])
    const path = geoPath(projection).digits(0)
    // How far from its middle the map ends, on a projection of equal areas.
    const end = 2 * Math.asin(Math.min(1, Math.hypot(WIDTH, HEIGHT) / 4 / projection.scale()))
    const near = parts.filter(({ middle, radius }) => geoDistance(middle, [longitude, latitude]) <= radius + end + SLACK)
    const seen: MultiPolygon = { type: 'MultiPolygon', coordinates: near.map(({ part }) => part.coordinates) }
    const [[left, top], [right, bottom]] = path.bounds(main)
    const isSmall = Math.max(right - left, bottom - top) < SMALL
    return {
      width: WIDTH,
      height: HEIGHT,
      land: compact(path(seen), LAND),
      place: compact(path(place), PLACE) || DOT,
      ...(isSmall && { ring: RING }),
    }
  }
}

/** How far apart points stand at least, and how long and wide together a ring must be, in units: nobody sees less, and every page has the map of every record. */
const LAND = { apart: 3, speck: 12 } as const
const PLACE = { apart: 1.5, speck: 3 } as const
/** A place that is no more than a speck itself. */
const DOT = `M${WIDTH / 2 - 1},${HEIGHT / 2 - 1}l2,0 0,2-2,0z`

/** The same outlines with fewer points, each told by how far it is from the one before. */
function compact(path: string | null, look: typeof LAND | typeof PLACE): string {
  const rings = (path ?? '').split('M').slice(1)
  return rings.map((ring) => compactRing(ring.replace('Z', '').split('L'), look)).join('')
}

function compactRing(points: readonly string[], { apart, speck }: typeof LAND | typeof PLACE): string {
  const kept: [number, number][] = []
  for (const point of points) {
    const [x = 0, y = 0] = point.split(',').map(Number)
    const before = kept.at(-1)
    if (!before || Math.hypot(x - before[0], y - before[1]) >= apart) kept.push([x, y])
  }
  const [first, ...others] = kept
  const [xs, ys] = [kept.map(([x]) => x), kept.map(([, y]) => y)]
  if (!first || spread(xs) + spread(ys) < speck) return ''
  const steps = others.map(([x, y], i) => `${x - (kept[i]?.[0] ?? 0)},${y - (kept[i]?.[1] ?? 0)}`)
  return `M${first.join()}l${steps.join(' ').replaceAll(/[ ,](?=-)/g, '')}z`
}

function spread(values: readonly number[]): number {
  return Math.max(...values) - Math.min(...values)
}

/** What rounding may take from an angle, in radians. */
const SLACK = 0.01

/** A circle on the globe that a part of the land lies in, in radians; all of the globe for what is larger than half of it. */
function roundAbout(part: Polygon): { middle: [number, number]; radius: number } {
  const middle = geoCentroid(part)
  const radius = Math.max(...part.coordinates.flat().map((point) => geoDistance(middle, point as [number, number])))
  return { middle, radius: radius < Math.PI / 2 ? radius : Math.PI }
}

/** Islands far away do not move a place's middle. */
function largestPart(outline: Outline): Polygon {
  return partsOf(outline).reduce((largest, part) => (geoArea(part) > geoArea(largest) ? part : largest))
}

function partsOf(outline: Outline): Polygon[] {
  if (outline.type === 'Polygon') return [outline]
  return outline.coordinates.map((coordinates) => ({ type: 'Polygon', coordinates }))
}
