import {
  type GeoProjection,
  geoArea,
  geoAzimuthalEqualArea,
  geoCentroid,
  geoDistance,
  geoEqualEarth,
  geoIdentity,
  geoPath,
} from 'd3-geo'
import { feature } from 'topojson-client'
import type { GeometryCollection, Topology } from 'topojson-specification'
import { type Atlas, placeCode } from '../../table/places.ts'
import states from './outlines/states.json' with { type: 'json' }
import world from './outlines/world.json' with { type: 'json' }
import type { Box } from './stage.ts'

type Point = [x: number, y: number]
type Outline = GeoJSON.Feature<GeoJSON.Polygon | GeoJSON.MultiPolygon>

/** A place as it is drawn, in px of the frame. */
export interface PlaceShape {
  /** What it was asked for by, if it was. */
  name: string | undefined
  /** Its outline as SVG path data. */
  path: string
  /** Middle of its largest part, and the size of that. */
  x: number
  y: number
  width: number
  height: number
}

/** Where half of the places are farther from their middle than this, in radians, the map is of the whole world. */
const WIDE = 0.5
/** So many times farther than half of them, and farther than this at all, places are not what a map is fitted to. */
const [FAR, LEAST] = [2.6, 0.2]
/** Points nearer than this to the one before, in px, are left out, and so are islands not larger: every point is in every document, once a page. */
const NEAREST = 2
/** Room for circles of places at the very edge, in px. */
const INSET = 10
/** Ice on both ends, to which a map of the world is not fitted unless it is asked for; that in the south is left out. */
const [FAR_SOUTH, FAR_NORTH] = ['AQ', 'GL']

/** The outlines of an atlas, fitted to a box so that nearly all the places with these names are within it. Their neighbours fill what is left. */
export function mapShapes(atlas: Atlas, names: readonly string[], box: Box): PlaceShape[] {
  const codes = new Map(names.map((name) => [placeCode(atlas, name), name]))
  const nameOf = ({ outline }: Place) => codes.get(String(outline.id))
  const all = outlinesOf(atlas).filter((place) => place.outline.id !== FAR_SOUTH || nameOf(place))
  const asked = all.filter(nameOf)
  const within = (inset: number): [Point, Point] => [
    [box.left + inset, box.top + inset],
    [box.right - inset, box.bottom - inset],
  ]
  const { projection, fitted } = viewOf(atlas, asked, all)
  const features = fitted.map(({ main, middle, isDot }) =>
    isDot ? { ...main, geometry: { type: 'Point' as const, coordinates: middle } } : main,
  )
  projection.fitExtent(within(INSET), { type: 'FeatureCollection', features }).clipExtent(within(0))
  const path = geoPath(projection)
  return all.flatMap((place) => {
    const { outline, main, middle, isDot } = place
    const [x, y] = isDot ? (projection(middle) ?? [Number.NaN, Number.NaN]) : path.centroid(main)
    // Not finite where nothing of it is shown.
    if (!(x >= box.left && x <= box.right && y >= box.top && y <= box.bottom)) return []
    const [[left, top], [right, bottom]] = isDot ? [middle, middle] : path.bounds(main)
    const drawn = isDot ? '' : outlinePath((context) => geoPath(projection, context as never)(outline))
    return [{ name: nameOf(place), path: drawn, x, y, width: right - left, height: bottom - top }]
  })
}

/** A place: its whole outline, and that without islands and lands far away, by which a map would be fitted to nothing but sea. */
interface Place {
  outline: Outline
  main: Outline
  middle: Point
  /** An island so small that a coarse outline has one point of it. */
  isDot: boolean
}

/** Equal areas in any case: what is compared on a map is also compared by size. One far from all the others may be cut. */
function viewOf(
  atlas: Atlas,
  asked: readonly Place[],
  all: readonly Place[],
): { projection: GeoProjection; fitted: readonly Place[] } {
  if (atlas === 'states') return { projection: geoIdentity() as unknown as GeoProjection, fitted: all }
  const center: Point = [median(asked.map(({ middle }) => middle[0])), median(asked.map(({ middle }) => middle[1]))]
  const away = (place: Place) => geoDistance(center, place.middle)
  const usual = median(asked.map(away))
  if (usual > WIDE) {
    const fitted = all.filter(({ outline }) => outline.id !== FAR_NORTH || asked.some((place) => place.outline === outline))
    return { projection: geoEqualEarth().rotate([-11, 0]), fitted }
  }
  const fitted = asked.filter((place) => away(place) <= Math.max(usual * FAR, LEAST))
  return { projection: geoAzimuthalEqualArea().rotate([-center[0], -center[1]]), fitted }
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
}

const decoded = new Map<Atlas, readonly Place[]>()

function outlinesOf(atlas: Atlas): readonly Place[] {
  const known = decoded.get(atlas) ?? decode(atlas)
  decoded.set(atlas, known)
  return known
}

function decode(atlas: Atlas): Place[] {
  const topology = (atlas === 'world' ? world : states) as unknown as Topology<{ places: GeometryCollection }>
  return (feature(topology, topology.objects.places).features as Outline[]).map((found) => {
    const parts = (found.geometry.type === 'Polygon' ? [found.geometry.coordinates] : found.geometry.coordinates).map(upright)
    const outline: Outline = { ...found, geometry: { type: 'MultiPolygon', coordinates: parts } }
    const coordinates = parts.toSorted((a, b) => areaOf(b) - areaOf(a))[0] ?? []
    const main: Outline = { ...found, geometry: { type: 'Polygon', coordinates } }
    return { outline, main, middle: geoCentroid(main), isDot: geoArea(main) === 0 }
  })
}

/** A coarse outline may run the wrong way around, and would be all of the world but the island. */
function upright(part: GeoJSON.Position[][]): GeoJSON.Position[][] {
  const isInsideOut = areaOf(part) > 2 * Math.PI
  return isInsideOut ? part.map((ring) => ring.toReversed()) : part
}

function areaOf(coordinates: GeoJSON.Position[][]): number {
  return geoArea({ type: 'Polygon', coordinates })
}

/** What is drawn, as path data whose points differ by a pixel; what is left of a tiny ring is dropped. */
function outlinePath(draw: (context: object) => void): string {
  const rings: Point[][] = []
  const add = (x: number, y: number) => {
    const [lastX = -9, lastY = -9] = rings.at(-1)?.at(-1) ?? []
    if (Math.hypot(x - lastX, y - lastY) >= NEAREST) rings.at(-1)?.push([x, y])
  }
  draw({ moveTo: (x: number, y: number) => void rings.push([[x, y]]), lineTo: add, arc: () => {}, closePath: () => {} })
  const pathOf = (ring: readonly Point[]) => `M${ring.map((point) => point.map((at) => at.toFixed(1)).join(' ')).join('L')}Z`
  return rings.filter(isSeen).map(pathOf).join('')
}

function isSeen(ring: readonly Point[]): boolean {
  const spread = (axis: 0 | 1) => Math.max(...ring.map((point) => point[axis])) - Math.min(...ring.map((point) => point[axis]))
  return ring.length > 2 && spread(0) + spread(1) > 2 * NEAREST
}
