import type { Frame, Scene } from 'countdown-story'
import {
  type Box,
  colour,
  field,
  type Labelled,
  type Layer,
  lines,
  placeLabels,
  px,
  quiet,
  type RuleRow,
  STEP,
  type Stage,
  stageOf,
  stageSpec,
  type TextRow,
  together,
} from 'countdown-story/charts'
import { type GeoPermissibleObjects, type GeoProjection, geoArea, geoCentroid, geoEqualEarth } from 'd3-geo'
import * as figures from '../data/figures.ts'
import { billions, count, percent } from '../data/format.ts'
import type { CountryRecord } from '../data/records.ts'
import { outlineOf } from './parts/geography.ts'
import { strip } from './parts/tally.ts'

/** Rank of the largest country on the map, which pauses the story after it. */
const LARGEST = 15
/** The countries on the map, smallest first, and their deficits together, in dollars. */
const mapped: readonly CountryRecord[] = figures.countriesTo(LARGEST)
const dollars = figures.totalTo(LARGEST)
/**
 * Longitude and latitude of Indonesia, Malaysia, Russia and Vietnam, whose middles lie outside them or on another island than their
 * people, of Bucharest, and of places beside the middles of Hungary, Slovakia, Iraq, Israel and Jordan, whose circles would lie on
 * each other.
 */
const ELSEWHERE: Readonly<Record<string, [number, number]>> = {
  '348': [19.8, 47],
  '360': [110, -5],
  '368': [48, 34],
  '376': [33, 32],
  '400': [39.5, 24],
  '458': [102.3, 4],
  '642': [26.1, 44.4],
  '643': [60, 58],
  '703': [19.5, 49.4],
  '704': [106, 16.5],
  '705': [15, 45.3],
}
/** The part of the world with countries on the list, and the crowded part of it, which is drawn larger beside it. */
const WORLD = { west: -92, east: 142, south: -37, north: 72 }
const EUROPE = { west: -14, east: 40, south: 36, north: 69 }
/** Deficit of the circle that explains the sizes, in dollars. */
const KEY = 10e9
/** The text speaks of the European ones with this one and without; it is drawn as an outline among them. */
const APART = 'russia'

/** The map: all countries so far, each with a circle as large as its deficit. */
export const map: Scene = { spec, steps: [{ id: 'map', params: { [STEP]: 'map' }, name: mapName() }] }

/** A country's circle in px. */
interface Bubble {
  id: string
  name: string
  x: number
  y: number
  radius: number
  fill: string
  stroke: string
}

function spec(frame: Frame) {
  const stage = stageOf(frame)
  const { lens, rest } = boxesOf(stage)
  const [near, far] = [projectionOf(EUROPE, lens), projectionOf(WORLD, rest)]
  const european = figures.europeansSoFar(mapped.at(-1)?.id ?? '').map(({ id }) => id)
  const bubbleOf =
    (projection: GeoProjection) =>
    ({ id, name, deficit, isoNumeric }: CountryRecord): Bubble => {
      const [x, y] = projection(placeOf(isoNumeric)) ?? [0, 0]
      const fill = id === APART ? colour.paper : european.includes(id) ? colour.signal : colour.mute
      return { id, name, x, y, radius: radiusOf(stage, deficit), fill, stroke: id === APART ? colour.signal : colour.paper }
    }
  const isNear = ({ id }: CountryRecord) => id !== APART && european.includes(id)
  const europe = mapped.filter(isNear).map(bubbleOf(near)).toReversed()
  const elsewhere = mapped
    .filter((record) => !isNear(record))
    .map(bubbleOf(far))
    .toReversed()
  const key = sizeKey(stage, rest)
  const texts = [
    ...namesOf(stage, { ...lens, top: lens.top + stage.text.label + 9 }, europe),
    ...namesOf(
      stage,
      rest,
      elsewhere.filter(({ id }) => id === APART),
    ),
    quiet(stage, 'size-key', key.name, key.x + key.radius + 10, key.y + stage.text.label * 0.33),
    quiet(stage, 'lens', 'Europe, enlarged', lens.left + 8, lens.top + stage.text.label + 3),
  ]
  const drawings = new Map([['map', together({ texts, marks: outlines(lens, far) }, strip(stage, dollars))]])
  const layers = [
    landLayer('land', far),
    landLayer('land__lens', near),
    circleLayer('size', [key]),
    circleLayer('record', [...elsewhere, ...europe]),
  ]
  return stageSpec(stage, { [STEP]: 'map' }, layers, { drawings })
}

/** Side by side where the plot is wide, otherwise one above the other. */
function boxesOf({ plot }: Stage): { lens: Box; rest: Box } {
  const [width, height] = [plot.right - plot.left, plot.bottom - plot.top]
  if (width > 1.6 * height) {
    const edge = plot.left + width * 0.6
    return { lens: { ...plot, right: edge }, rest: { ...plot, left: edge + 8 } }
  }
  const edge = plot.top + height * 0.52
  return { lens: { ...plot, bottom: edge }, rest: { ...plot, top: edge + 8 } }
}

/** As large as its box allows; equal areas. */
function projectionOf({ west, east, south, north }: typeof WORLD, { left, right, top, bottom }: Box): GeoProjection {
  const middle = (west + east) / 2
  const edges = [
    [west, (south + north) / 2],
    [east, (south + north) / 2],
    [middle, north],
    [middle, south],
  ]
  const projection = geoEqualEarth()
    .rotate([-middle, 0])
    .fitExtent(
      [
        [left, top],
        [right, bottom],
      ],
      { type: 'MultiPoint', coordinates: edges },
    )
  const edgeAt = (latitude: number) => projection([middle, latitude])?.[1] ?? 0
  return projection.clipExtent([
    [left, Math.max(top, edgeAt(north + 4))],
    [right, Math.min(bottom, edgeAt(south - 18))],
  ])
}

function landLayer(name: string, projection: GeoProjection): Layer {
  return {
    name,
    data: { values: [{ type: 'Feature', geometry: outlineOf('land') }] },
    projection: {
      type: 'equalEarth',
      rotate: projection.rotate(),
      scale: projection.scale(),
      translate: projection.translate(),
      clipExtent: projection.clipExtent() ?? [],
      precision: 0,
    },
    mark: { type: 'geoshape', fill: colour.faint },
  } as Layer
}

/** The frame of the lens, and what it shows of the world. */
function outlines({ left, right, top, bottom }: Box, world: GeoProjection): RuleRow[] {
  const { west, east, south, north } = EUROPE
  const at = (longitude: number, latitude: number) => world([longitude, latitude]) ?? []
  const inWorld = [at(west, south), at(west, north), at(east, north), at(east, south), at(west, south)].flat()
  const style = { stroke: colour.quiet }
  return [
    ...lines('lens', [left, bottom, left, top, right, top, right, bottom, left, bottom], style),
    ...lines('in-lens', inWorld, style),
  ]
}

/** The middle of a country's largest piece of land, unless that is far from where its people live. */
function placeOf(isoNumeric: string): [number, number] {
  const pieces = outlineOf('countries', isoNumeric).coordinates.map(
    (coordinates) => ({ type: 'Polygon', coordinates }) as GeoPermissibleObjects,
  )
  const [largest] = pieces.sort((a, b) => geoArea(b) - geoArea(a))
  return ELSEWHERE[isoNumeric] ?? (largest ? geoCentroid(largest) : [0, 0])
}

/** Area of a circle is proportional to its deficit. */
function radiusOf({ small, alone, plot }: Stage, deficit: number): number {
  return (
    (small ? 10 : alone ? Math.min(16, (plot.bottom - plot.top) / 24) : 19) *
    Math.sqrt(deficit / (mapped.at(-1)?.deficit ?? deficit))
  )
}

function circleLayer(name: 'record' | 'size', values: Bubble[]): Layer {
  return {
    name,
    data: { values },
    mark: {
      type: 'point',
      fill: { expr: 'datum.fill' },
      stroke: { expr: 'datum.stroke' },
      strokeWidth: { expr: `datum.id === '${APART}' ? 2.5 : 1` },
      size: { expr: 'PI * pow(datum.radius, 2)' },
    },
    encoding: { x: px('x'), y: px('y'), key: { field: field<Bubble>('id') } },
  }
}

/** The text speaks of the European ones, which have names. On land, letters in the signal colour would be too faint. */
function namesOf(stage: Stage, box: Box, circles: readonly Bubble[]): TextRow[] {
  const marks = circles.map(({ id, name, x, y, radius }): Labelled => {
    return { x, y, radius, label: quiet(stage, id, name, 0, 0, { fill: colour.ink }) }
  })
  return placeLabels(marks, box)
}

/** A circle in the empty south-west that says what size means. */
function sizeKey(stage: Stage, { left, bottom }: Box): Bubble {
  const radius = radiusOf(stage, KEY)
  const at = { x: left + radius, y: bottom - radius, radius }
  return { id: 'key', name: `= $${count(KEY / 1e9)} billion`, ...at, fill: colour.mute, stroke: colour.paper }
}

function mapName(): string {
  const last = mapped.at(-1)?.id ?? ''
  const finding = `${count(figures.europeansSoFar(last).length)} of them European, Russia among them, with ${percent(figures.europeanShareSoFar(last))} of the sum`
  const sum = `${billions(dollars)} together, ${percent(dollars / figures.total)} of the total`
  return `World map with a circle by size of deficit for each of the ${count(mapped.length)} countries so far: ${finding}; ${sum}.`
}
