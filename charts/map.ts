import type { Frame, Scene } from 'countdown-story'
import {
  colour,
  type Drawing,
  field,
  type Labelled,
  type Layer,
  placeLabels,
  px,
  quiet,
  STEP,
  type Stage,
  stageOf,
  stageSpec,
  together,
} from 'countdown-story/charts'
import { type GeoPermissibleObjects, type GeoProjection, geoArea, geoCentroid, geoEqualEarth } from 'd3-geo'
import * as figures from '../data/figures.ts'
import { billions, count, percent } from '../data/format.ts'
import { type CountryRecord, records } from '../data/records.ts'
import { outlineOf } from './parts/geography.ts'
import { spread } from './parts/spread.ts'
import { strip } from './parts/tally.ts'

/** Rank of the largest country on the map, which pauses the story after it. */
const LARGEST = 15
/** The countries on the map, smallest first, and their deficits together, in dollars. */
const mapped: readonly CountryRecord[] = records.filter(({ rank }) => rank >= LARGEST)
const dollars = figures.smallestTogether(mapped.length)
/** Longitude and latitude of Indonesia, Malaysia, Russia and Vietnam, whose middles lie outside them or on another island than their people. */
const ELSEWHERE: Readonly<Record<string, [number, number]>> = {
  '360': [110, -5],
  '458': [102.3, 4],
  '643': [60, 58],
  '704': [106, 16.5],
}
/** The part of the world with countries on the list. */
const EXTENT = { west: -128, east: 154, south: -42, north: 76 }
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
  const projection = projectionOf(stage)
  const european = figures.europeansSoFar(mapped.at(-1)?.id ?? '').map(({ id }) => id)
  const circles = mapped.map(({ id, name, deficit, isoNumeric }): Bubble => {
    const [x, y] = projection(placeOf(isoNumeric)) ?? [0, 0]
    const fill = id === APART ? colour.paper : european.includes(id) ? colour.signal : colour.mute
    return { id, name, x, y, radius: radiusOf(stage, deficit), fill, stroke: id === APART ? colour.signal : colour.paper }
  })
  const apart = spread(circles).toReversed()
  const key = sizeKey(stage)
  const label = quiet(stage, 'size-key', key.name, key.x + key.radius + 10, key.y + stage.text.label * 0.33)
  const drawings = new Map([['map', together(namesOf(stage, apart), { texts: [label] }, strip(stage, dollars))]])
  const layers = [landLayer(projection), circleLayer('size', [key]), circleLayer('record', apart)]
  return stageSpec(stage, { [STEP]: 'map' }, layers, { drawings })
}

/** As large as the plot allows. */
function projectionOf({ plot: { left, right, top, bottom } }: Stage): GeoProjection {
  const box: [[number, number], [number, number]] = [
    [left, top],
    [right, bottom],
  ]
  const { west, east, south, north } = EXTENT
  const edges = [
    [west, 0],
    [east, 0],
    [0, north],
    [0, south],
  ]
  return geoEqualEarth().fitExtent(box, { type: 'MultiPoint', coordinates: edges }).clipExtent(box)
}

function landLayer(projection: GeoProjection): Layer {
  return {
    name: 'land',
    data: { values: [{ type: 'Feature', geometry: outlineOf('land') }] },
    projection: {
      type: 'equalEarth',
      scale: projection.scale(),
      translate: projection.translate(),
      clipExtent: projection.clipExtent() ?? [],
      precision: 0,
    },
    mark: { type: 'geoshape', fill: colour.faint },
  } as Layer
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
function radiusOf({ small, alone }: Stage, deficit: number): number {
  return (small ? 10 : alone ? 16 : 19) * Math.sqrt(deficit / (mapped.at(-1)?.deficit ?? deficit))
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

/** The name that the text speaks of, and beside it as many as stand clear of all circles, the largest first; a narrow frame has room for the one. On land, letters in the signal colour would be too faint. */
function namesOf(stage: Stage, circles: readonly Bubble[]): Drawing {
  const others = circles.filter(({ id }) => id !== APART)
  const marks = [...circles.filter(({ id }) => id === APART), ...(stage.small ? [] : others)].map(
    ({ id, name, x, y, radius }): Labelled => {
      const style = id === APART ? ({ fill: colour.ink, weight: 600 } as const) : {}
      return { x, y, radius, label: quiet(stage, id, name, 0, 0, style) }
    },
  )
  return { texts: placeLabels(marks, stage.plot, stage.small ? others : []) }
}

/** A circle in the empty south-west that says what size means. */
function sizeKey(stage: Stage): Bubble {
  const { left, bottom } = stage.plot
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
