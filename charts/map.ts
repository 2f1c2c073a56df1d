import type { Frame, Scene } from 'countdown-story'
import {
  boxLayer,
  colour,
  type Drawing,
  field,
  type Labelled,
  type Layer,
  placeLabels,
  quiet,
  ruleLayer,
  STEP,
  type Stage,
  stageOf,
  stageSpec,
  textLayer,
  together,
} from 'countdown-story/charts'
import * as figures from '../data/figures.ts'
import { count } from '../data/format.ts'
import { mapped, mappedDollars, mapSteps } from './map/steps.ts'
import { equalEarth } from './parts/equal-earth.ts'
import { type Extent, landOutline, placeOf } from './parts/geography.ts'
import { spread } from './parts/spread.ts'
import { strip } from './parts/tally.ts'

/** The map: all countries so far, each with a circle as large as its deficit. */
export const map: Scene = { spec, steps: mapSteps }

/** A country's circle in px. */
interface Bubble {
  id: string
  name: string
  x: number
  y: number
  radius: number
  /** What Vega calls the size of a symbol: its area in square px. */
  area: number
  fill: string
  stroke: string
}

interface Projection {
  scale: number
  translate: [number, number]
}

/** The text speaks of the European ones with this one and without; it is drawn as an outline among them. */
const APART = 'russia'

/** The part of the world with countries on the list. */
const extent: Extent = { west: -128, east: 154, south: -42, north: 76 }

/** Deficit of the circle that explains the sizes, in dollars. */
const KEY = 10e9

function spec(frame: Frame) {
  const stage = stageOf(frame)
  const projection = projectionOf(stage)
  const circles = bubbles(stage, projection)
  const drawings = new Map([['map', together(names(stage, circles), sizeKey(stage), strip(stage, mappedDollars))]])
  return stageSpec(
    stage,
    [{ name: STEP, value: 'map' }],
    [
      land(stage, projection),
      boxLayer(drawings),
      circleLayer('size', [sizeCircle(stage)]),
      circleLayer('record', circles),
      ruleLayer(drawings),
      ruleLayer(drawings, 'mark'),
      textLayer(drawings),
    ],
  )
}

/** As large as the plot allows. */
function projectionOf({ plot }: Stage): Projection {
  const [west, north] = [equalEarth([extent.west, 0], 1, [0, 0])[0], equalEarth([0, extent.north], 1, [0, 0])[1]]
  const [east, south] = [equalEarth([extent.east, 0], 1, [0, 0])[0], equalEarth([0, extent.south], 1, [0, 0])[1]]
  const scale = Math.min((plot.right - plot.left) / (east - west), (plot.bottom - plot.top) / (south - north))
  const spare = plot.bottom - plot.top - (south - north) * scale
  return { scale, translate: [plot.right - east * scale, plot.top + spare * 0.5 - north * scale] }
}

/** Area of a circle is proportional to its deficit. */
function radiusOf(stage: Stage, dollars: number): number {
  const largest = mapped.at(-1)?.deficit ?? dollars
  return (stage.small ? 10 : stage.alone ? 16 : 19) * Math.sqrt(dollars / largest)
}

function bubbles(stage: Stage, { scale, translate }: Projection): Bubble[] {
  const european = figures.europeansSoFar(mapped.at(-1)?.id ?? '').map(({ id }) => id)
  const circles = mapped.map((record): Bubble => {
    const [x, y] = equalEarth(placeOf(record.isoNumeric), scale, translate)
    const radius = radiusOf(stage, record.deficit)
    return {
      id: record.id,
      name: record.name,
      x,
      y,
      radius,
      area: Math.PI * radius ** 2,
      fill: record.id === APART ? colour.paper : european.includes(record.id) ? colour.signal : colour.mute,
      stroke: record.id === APART ? colour.signal : colour.paper,
    }
  })
  return spread(circles).toReversed()
}

function land(stage: Stage, { scale, translate }: Projection): Layer {
  return {
    name: 'land',
    data: { values: [landOutline(stage.small ? 1.5 : 1, extent)] },
    projection: { type: 'equalEarth', scale, translate, precision: 0 },
    mark: { type: 'geoshape', fill: colour.faint },
  }
}

function circleLayer(name: 'record' | 'size', values: Bubble[]): Layer {
  return {
    name,
    data: { values },
    mark: {
      type: 'point',
      shape: 'circle',
      filled: true,
      opacity: 1,
      fill: { expr: 'datum.fill' },
      stroke: { expr: 'datum.stroke' },
      strokeWidth: { expr: `datum.id === '${APART}' ? 2.5 : 1` },
      size: { expr: 'datum.area' },
    },
    encoding: {
      x: { field: field<Bubble>('x'), type: 'quantitative', scale: null },
      y: { field: field<Bubble>('y'), type: 'quantitative', scale: null },
      key: { field: field<Bubble>('id') },
    },
  }
}

/** The name that the text speaks of, and beside it as many as stand clear of all circles, the largest first; a narrow frame has room for the one. On land, letters in the signal colour would be too faint. */
function names(stage: Stage, circles: readonly Bubble[]): Drawing {
  const apart = circles.filter(({ id }) => id === APART)
  const others = circles.filter(({ id }) => id !== APART)
  const marks = [...apart, ...(stage.small ? [] : others)].map(({ id, name, x, y, radius }): Labelled => {
    const label = quiet(stage, id, name, 0, 0)
    return { x, y, radius, label: id === APART ? { ...label, fill: colour.ink, weight: 600 } : label }
  })
  return placeLabels(marks, stage.plot, stage.small ? others : [])
}

/** A circle in the empty south-west that says what size means. */
function sizeCircle(stage: Stage): Bubble {
  const radius = radiusOf(stage, KEY)
  const { left, bottom } = stage.plot
  return {
    id: 'key',
    name: `= $${count(KEY / 1e9)} billion`,
    x: left + radius,
    y: bottom - radius,
    radius,
    area: Math.PI * radius ** 2,
    fill: colour.mute,
    stroke: colour.paper,
  }
}

function sizeKey(stage: Stage): Drawing {
  const { name, x, y, radius } = sizeCircle(stage)
  return { texts: [quiet(stage, 'size-key', name, x + radius + 10, y + stage.text.label * 0.33)] }
}
