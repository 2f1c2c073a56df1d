import type { Outline } from 'countdown-story'
import { feature } from 'topojson-client'
import type { GeometryCollection, Topology } from 'topojson-specification'
import world from 'world-atlas/countries-110m.json' with { type: 'json' }

const topology = world as unknown as Topology<{ countries: GeometryCollection; land: GeometryCollection }>

/** Land, or the country with this ISO 3166-1 numeric code, as it lies on the globe. Only what is asked for is decoded. */
export function outlineOf(object: 'land' | 'countries', id?: string): Outline {
  const shapes = topology.objects[object].geometries.filter((shape) => id === undefined || shape.id === id)
  const { features } = feature(topology, { type: 'GeometryCollection', geometries: shapes })
  const polygons = features.flatMap(({ geometry }) =>
    geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.type === 'MultiPolygon' ? geometry.coordinates : [],
  )
  return { type: 'MultiPolygon', coordinates: polygons.map((rings) => rings.map((ring) => ring.map(([x = 0, y = 0]) => [x, y]))) }
}
