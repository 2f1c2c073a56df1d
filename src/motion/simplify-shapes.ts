import type { GeoJsonObject, Polygon, Position } from 'geojson'
import { feature } from 'topojson-client'
import { topology } from 'topojson-server'
import { presimplify, simplify } from 'topojson-simplify'
import type { GeometryCollection, Topology } from 'topojson-specification'
import { type OutlineCommand, outlineText } from './outline.ts'
import { outlineOf, type SceneItem } from './scenegraph.ts'

/** A corner that spans less than this with its neighbours, in px² of the frame, is not seen. */
const UNSEEN = 2

/** Fewer corners than this in all are not worth it. */
const FEW = 2000

/** Corners are told apart to this part of a px of the frame. */
const GRID = 2

/** Decimals of what is still to be put into its frame. */
const DECIMALS = 4

/**
 * Outlines of the shapes of a map, at (x, y), with no more corners than are seen when the map is enlarged by `zoom`. Shapes that share
 * a border keep sharing it: what lies between two corners where borders meet is simplified once. Empty for what is no map of many
 * corners.
 */
export function simplifiedShapes(items: readonly SceneItem[], x: number, y: number, zoom: number): Map<SceneItem, string> {
  const grid = GRID * zoom
  // Corners are counted in steps of the grid, which are whole numbers.
  const geometries = items.flatMap((item) =>
    polygonOf(item, ([left = 0, top = 0]) => [Math.round((left + x) * grid), Math.round((top + y) * grid)]),
  )
  const corners = geometries.reduce((sum, { coordinates }) => sum + coordinates.flat().length, 0)
  if (geometries.length < items.length || corners < FEW) return new Map()
  const whole = topology({ shapes: { type: 'GeometryCollection', geometries } as GeoJsonObject }) as Topology<{
    shapes: GeometryCollection
  }>
  const simple = simplify(presimplify(whole), UNSEEN * GRID * GRID)
  return new Map(
    feature(simple, simple.objects.shapes as GeometryCollection).features.flatMap(
      ({ geometry }, index): [SceneItem, string][] => {
        const commands = (geometry as Polygon).coordinates.flatMap((ring) => commandsOf(ring, grid))
        // What is smaller than a step of the grid keeps its own outline.
        return commands.length > 0 ? [[items[index] as SceneItem, outlineText(commands, DECIMALS)]] : []
      },
    ),
  )
}

/** An item of nothing but rings, each point placed. */
function polygonOf(item: SceneItem, place: (point: Position) => Position): Polygon[] {
  const outline = outlineOf(item)
  if (!/^(?:M[^A-Za-z]+(?:L[^A-Za-z]+)*Z)*$/.test(outline)) return []
  const rings = outline.split('Z').map((ring) => {
    const points = ring
      .slice(1)
      .split('L')
      .map((pair) => place(pair.split(',').map(Number)))
    return [...points, points[0] as Position].filter((point, index, all) => String(point) !== String(all[index - 1]))
  })
  return [{ type: 'Polygon', coordinates: rings.filter(({ length }) => length > 3) }]
}

/** Nothing of a ring without an area. */
function commandsOf(ring: readonly Position[], grid: number): OutlineCommand[] {
  const points = ring.slice(0, -1)
  if (new Set(points.map(String)).size < 3) return []
  return [...points.map(([x = 0, y = 0], index): OutlineCommand => [index === 0 ? 'm' : 'l', x / grid, y / grid]), ['z']]
}
