import type { RankedRecord, Scene } from '../../story/deck.ts'
import type { Frame } from '../../story/mark.ts'
import type { Atlas } from '../../table/places.ts'
import { chartWords } from './chart-words.ts'
import { columnsLayer } from './columns.ts'
import { type Layer, px, stageSpec } from './drawing.ts'
import { datum, field } from './field.ts'
import { withKey } from './groups.ts'
import { type LadderAct, ladderSteps } from './ladder-steps.ts'
import { mapShapes, type PlaceShape } from './map-shapes.ts'
import type { Ranked } from './ranked.ts'
import { type Stage, stageOf } from './stage.ts'
import { fittingTitle } from './text-width.ts'
import { colour } from './theme.ts'

/** How a map tells values. */
export interface MapStyle {
  atlas: Atlas
  /** Circles for amounts, which a large land does not make larger; shades for what is counted per head, in percent and the like. */
  marks: 'circles' | 'areas'
}

/** A record at its place. */
interface Site extends PlaceShape {
  id: string
  rank: number
  /** Area of its circle in square px. */
  area: number
  /** How dark its shade is, from 0 to 1. */
  shade: number
}

/** Shades from the least values to the largest, a quarter of the records each. */
const SHADES = [0.24, 0.38, 0.52, 0.66]
/** Height of the columns below the map, and the space above them, in px. */
const [STRIP, APART] = [34, 12]
/** Places smaller than this, in px, are drawn as dots, and have a ring around them when they are told. */
const [TINY, SMALL] = [6, 26]

/** The map: each record at its place, those told so far in shades or circles, the current one in the signal colour. */
export function createMap<Row extends RankedRecord>(ranked: Ranked<Row>, acts: readonly LadderAct[], style: MapStyle): Scene {
  const { title, lang } = ranked
  const words = chartWords(lang)
  const steps = ladderSteps(ranked, acts, undefined, (text) => words.map(title, style.marks, text)).map(
    ({ id, told, current, name }) => ({ id, params: { told, current }, name }),
  )
  return { spec: (frame) => spec(frame, ranked, style, steps[0]?.params ?? {}), steps }
}

function spec<Row extends RankedRecord>(frame: Frame, ranked: Ranked<Row>, { atlas, marks }: MapStyle, first: object) {
  const { stage, layers } = withKey(stageOf(frame), marks === 'areas' ? shadesKey(ranked) : [])
  const { plot, bottom, text, alone } = stage
  const below = { left: plot.left, right: plot.right, top: bottom - STRIP - 8, bottom: bottom - 8 }
  const box = { ...plot, top: plot.top + text.label + 6, bottom: alone ? bottom - 4 : below.top - APART }
  const names = ranked.records.map(({ name }) => name)
  const shapes = mapShapes(atlas, names, box)
  const sites = sitesOf(ranked, shapes, stage)
  return stageSpec(stage, { ...first }, [
    ...layers,
    titleLayer(
      stage,
      fittingTitle(ranked.title, plot.right - plot.left, text.label, (title) => chartWords(ranked.lang).mapTitle(title, marks)),
    ),
    landLayer(shapes.filter(({ name }) => marks === 'circles' || name === undefined)),
    ...(marks === 'areas' ? areaLayers(sites) : [circleLayer(sites)]),
    ringLayer(sites),
    ...(alone ? [] : [columnsLayer(ranked, below)]),
  ])
}

/** The largest last in the order of drawing, so that none covers a smaller one. */
function sitesOf<Row extends RankedRecord>(
  { records, value }: Ranked<Row>,
  shapes: readonly PlaceShape[],
  { small, alone }: Stage,
): Site[] {
  const largest = Math.max(...records.map((record) => Math.abs(value(record))))
  const most = small ? 18 : alone ? 24 : 34
  const classOf = classesOf(records.map(value))
  return records
    .flatMap((record) =>
      // A place may have two outlines, its mainland and an island far off; it stands once, on the larger.
      shapes
        .filter(({ name }) => name === record.name)
        .toSorted((a, b) => b.width * b.height - a.width * a.height)
        .slice(0, 1)
        .map((shape): Site => {
          const radius = Math.max(3, most * Math.sqrt(Math.abs(value(record)) / largest))
          const shade = SHADES[classOf(value(record))] ?? 1
          return { ...shape, id: record.id, rank: record.rank, area: Math.PI * radius ** 2, shade }
        }),
    )
    .sort((a, b) => b.area - a.area)
}

/** In which quarter of all values a value is. */
function classesOf(values: readonly number[]): (value: number) => number {
  const sorted = values.toSorted((a, b) => a - b)
  const limits = SHADES.slice(1).map((_, index) => sorted[Math.ceil(((index + 1) * sorted.length) / SHADES.length) - 1] ?? 0)
  return (value) => limits.filter((limit) => value > limit).length
}

function shadesKey<Row extends RankedRecord>({ records, value, print }: Ranked<Row>) {
  const classOf = classesOf(records.map(value))
  return SHADES.flatMap((opacity, index) => {
    const values = records.map(value).filter((each) => classOf(each) === index)
    return values.length > 0 ? [{ fill: colour.signal, opacity, text: `≤ ${print(Math.max(...values))}` }] : []
  })
}

/** What the map shows. */
function titleLayer({ plot, text }: Stage, words: string): Layer {
  const mark = { type: 'text', align: 'left', x: plot.left, y: plot.top + text.label - 4, text: words } as const
  return { name: 'title', data: { values: [{}] }, mark, encoding: {} }
}

const border = { stroke: colour.paper, strokeWidth: 0.7 }
/** An outline that is in px already: as a shape of its own it is projected once, not at every step. */
const outlined = { type: 'point', shape: { expr: 'datum.path' }, size: 4, x: 0, y: 0, ...border } as const
const circle = { type: 'point', size: { expr: 'datum.area' }, ...border } as const
const isCurrent = `${datum<Site>('id')} === current`
const isTold = `${datum<Site>('rank')} >= told`
const key = { field: field<Site>('id') }
const place = { x: px('x'), y: px('y') }

/** Land as one outline. */
function landLayer(shapes: readonly PlaceShape[]): Layer {
  return {
    name: 'land',
    data: { values: [{ path: shapes.map(({ path }) => path).join('') }] },
    mark: { ...outlined, fill: colour.faint },
  }
}

/** Lands in shades; the tiniest as dots. */
function areaLayers(sites: readonly Site[]): Layer[] {
  const paint = {
    fill: { expr: `${isCurrent} || ${isTold} ? '${colour.signal}' : '${colour.faint}'` },
    fillOpacity: { expr: `${isCurrent} || !(${isTold}) ? 1 : ${datum<Site>('shade')}` },
  }
  const isTiny = ({ width, height }: Site) => Math.max(width, height) < TINY
  const [lands, dots] = [sites.filter((site) => !isTiny(site)), sites.filter(isTiny)]
  return [
    { name: 'record', data: { values: lands }, mark: { ...outlined, ...paint }, encoding: { key } },
    { name: 'dot', data: { values: dots }, mark: { ...circle, size: TINY ** 2, ...paint }, encoding: { ...place, key } },
  ]
}

/** Circles of those told so far, as large as their values. */
function circleLayer(values: Site[]): Layer {
  return {
    name: 'record',
    data: { values },
    transform: [{ filter: isTold }],
    mark: { ...circle, fill: { expr: `${isCurrent} ? '${colour.signal}' : '${colour.mute}'` } },
    encoding: { ...place, key },
  }
}

/** Around the current record, where it would be looked for in vain. */
function ringLayer(sites: readonly Site[]): Layer {
  return {
    name: 'ring',
    data: { values: sites.filter(({ width, height }) => Math.max(width, height) < SMALL) },
    transform: [{ filter: isCurrent }],
    mark: { type: 'point', filled: false, size: 900, stroke: colour.ink, strokeWidth: 1.5 },
    encoding: place,
  }
}
