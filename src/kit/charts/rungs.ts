import type { RankedRecord } from '../../story/deck.ts'
import type { Layer } from './drawing.ts'
import { datum, field } from './field.ts'
import { fillsOf } from './groups.ts'
import type { LadderScale } from './ladder-steps.ts'
import type { Ranked } from './ranked.ts'
import { labelled, marksOf, scaleFor } from './scales.ts'
import type { Box, Stage } from './stage.ts'
import { fittingText, STAND_IN, textWidth } from './text-width.ts'
import { colour } from './theme.ts'

/** A record on the ladder: its value in words, and its name as far as there is room. */
interface Rung {
  id: string
  rank: number
  value: number
  name: string
  said: string
  /** Its colour, where records have several. */
  fill: string
}

/** The rows of the ladder, and where they stand in the frame. */
export interface Rungs {
  box: Box
  /** Upper and lower edge of the first bar in the frame, in px. */
  first: { top: number; bottom: number }
  /** What the layers need: all records, and by the number of a scale the values that are marked on it. */
  params: { rungs: Rung[]; marked: number[][] }
  layers: Layer[]
}

/** Most of the width that names may take beside bars, in px, and the space between a text and its bar. */
const [MOST_NAMES, GAP] = [300, 8]
/** How many times its least height a row may have: a few records do not make bars as thick as planks. */
const THICKEST = 2
/** Thickest that a dot is, in px. */
const DOT = 18
/** How many values of a scale are marked at most, and the space between their labels, in px. */
const [MOST_MARKS, APART] = [5, 12]
/** Parts of a row's height, by where names stand: left of the bars, or above them. */
const BESIDE = { top: 0.14, bottom: 0.86, text: 0.7 }
const ABOVE = { top: 0.6, bottom: 0.92, text: 0.47 }

/**
 * The latest records as bars from zero, or as dots, the newest on top, each with its name and value, down to `bottom`. Behind a slide
 * names stand left of the bars; in a narrow frame, above them. Needs the parameters `told`, `since`, `current`, `scale`, `low` and
 * `high` beside its own.
 */
export function rungsOf<Row extends RankedRecord>(
  stage: Stage,
  ranked: Ranked<Row>,
  scales: readonly LadderScale[],
  bottom: number,
): Rungs {
  const { plot, text, alone } = stage
  const { records, value, print, placing } = ranked
  const widest = (words: readonly string[]) => words.reduce((most, word) => Math.max(most, textWidth(word, text.label, 600)), 0)
  const values = widest(records.map((record) => print(value(record))))
  const most = alone ? (plot.right - plot.left - 2 * GAP) / STAND_IN - values : MOST_NAMES
  const room = Math.min(widest(records.map(({ name }) => name)) + 4, most)
  const top = plot.top + text.label + (alone ? 8 : 10)
  const box = alone ? { ...plot, top, bottom } : { left: plot.left + room + GAP, right: plot.right - values - GAP, top, bottom }
  const fitting = Math.max(1, Math.floor((bottom - top) / (text.label + (alone ? 22 : 12))))
  const rows = Math.min(fitting, Math.max(records.length, Math.ceil(fitting / THICKEST)))
  const fill = fillsOf(ranked)?.fill ?? (() => '')
  const rungs = records.toReversed().map((record): Rung => {
    const said = print(value(record))
    return {
      id: record.id,
      rank: record.rank,
      value: value(record),
      name: fittingText(record.name, room, text.label, 600),
      said,
      fill: fill(record),
    }
  })
  const mark = print.mark ?? print
  const marksWithRoom = (scale: LadderScale) => {
    const said = marksOf(placing, scale, MOST_MARKS).map((at) => textWidth(mark(at), text.label) + APART)
    return Math.max(1, Math.min(MOST_MARKS, Math.floor((box.right - box.left) / Math.max(...said)) - 1))
  }
  const marked = scales.map((scale) => marksOf(placing, scale, marksWithRoom(scale)))
  const edge = (share: number) => top + ((bottom - top) / rows) * share
  const first = { top: edge((alone ? ABOVE : BESIDE).top), bottom: edge((alone ? ABOVE : BESIDE).bottom) }
  return { box, first, params: { rungs, marked }, layers: [rungLayer(stage, box, rows, ranked, marked)] }
}

function rungLayer<Row extends RankedRecord>(
  stage: Stage,
  box: Box,
  rows: number,
  ranked: Ranked<Row>,
  marked: number[][],
): Layer {
  const { alone } = stage
  const { placing, print } = ranked
  const [width, height] = [box.right - box.left, box.bottom - box.top]
  const part = alone ? ABOVE : BESIDE
  const isColoured = fillsOf(ranked) !== undefined
  const key = { field: field<Rung>('id') }
  const all = [...new Set(marked.flat())]
  const mark = print.mark ?? print
  const widest = Math.max(...all.map((at) => textWidth(mark(at), stage.text.label))) * STAND_IN
  const axis = {
    ...labelled(all, mark),
    // Lines would run through the words above the bars.
    grid: !alone,
    ticks: alone,
    tickSize: 4,
    tickColor: colour.mute,
    domain: alone,
    domainColor: colour.faint,
    values: { expr: 'marked[scale]' },
    // On a chart as wide as its frame a label in the middle below its mark would leave it near an end.
    labelFlush: alone ? widest / 2 : true,
    labelOverlap: 'greedy',
    labelSeparation: APART,
    title: null,
    gridColor: { condition: { test: 'datum.value === 0', value: placing ? colour.faint : colour.mute }, value: colour.faint },
  }
  const x = {
    field: field<Rung>('value'),
    type: 'quantitative',
    scale: scaleFor(placing, { low: { expr: 'low' }, high: { expr: 'high' } }),
    axis,
  }
  const domain = [{ expr: 'told' }, { expr: `told + ${rows}` }]
  const y = (share: number) => ({
    field: share === part.top ? 'upper' : share === part.bottom ? 'lower' : share === part.text ? 'base' : 'middle',
    type: 'quantitative',
    scale: { domain, range: [0, height], nice: false, zero: false },
    axis: null,
  })
  const thickness = (height / rows) * (part.bottom - part.top)
  const dot = Math.min(DOT, thickness)
  const own = isColoured ? colour.ink : colour.signal
  const paint = isColoured
    ? { fill: { expr: datum<Rung>('fill') }, fillOpacity: { expr: `${datum<Rung>('id')} === current ? 1 : 0.6` } }
    : { fill: unlessCurrent(colour.mute) }
  const bars = {
    name: 'record',
    mark: { type: 'rect', style: 'right', ...paint },
    encoding: { x, x2: { datum: 0 }, y: y(part.top), y2: { field: 'lower' }, key },
  }
  const dots = [
    {
      name: 'lead',
      mark: { type: 'rule', stroke: unlessCurrent(colour.faint), strokeWidth: 2 },
      encoding: { x, x2: { value: 0 }, y: y(0.5), key },
    },
    {
      name: 'record',
      mark: { type: 'point', size: dot ** 2, fill: unlessCurrent(colour.mute) },
      encoding: { x, y: y(0.5), key },
    },
  ]
  const words = (name: string, column: keyof Rung & string, fill: string, align: string, at: object, dx = 0) => ({
    name,
    mark: {
      type: 'text',
      align,
      dx,
      fontWeight: { expr: `${datum<Rung>('id')} === current ? 600 : 400` },
      fill: unlessCurrent(fill, own),
    },
    encoding: { x: at, y: y(part.text), text: { field: field<Rung>(column) }, key },
  })
  const atEnd = alone ? { value: width } : { ...x, field: 'end' }
  return {
    ...latest(rows, part, placing === undefined),
    layer: [
      ...(placing ? dots : [bars]),
      words('name', 'name', colour.ink, alone ? 'left' : 'right', { value: alone ? 4 : -GAP }),
      words('value', 'said', colour.quiet, alone ? 'right' : 'left', atEnd, alone ? 0 : 7 + (placing ? dot / 2 : 0)),
    ],
  } as Layer
}

/** Picked from all by position: with thousands of records a filter over all of them at every step would take minutes. */
function latest(rows: number, { top, bottom, text }: typeof ABOVE, fromZero: boolean) {
  const columns: readonly (keyof Rung)[] = ['id', 'rank', 'value', 'name', 'said', 'fill']
  const places = { upper: top, lower: bottom, base: text, middle: (top + bottom) / 2 }
  return {
    data: { values: [{}] },
    transform: [
      { calculate: `slice(rungs, told - 1, min(told - 1 + ${rows}, since))`, as: 'rung' },
      { flatten: ['rung'] },
      ...columns.map((name) => ({ calculate: `datum.rung.${name}`, as: name })),
      ...Object.entries(places).map(([as, share]) => ({ calculate: `${datum<Rung>('rank')} + ${share}`, as })),
      { calculate: fromZero ? `max(0, ${datum<Rung>('value')})` : datum<Rung>('value'), as: 'end' },
    ],
  }
}

function unlessCurrent(fill: string, own: string = colour.signal) {
  return { expr: `${datum<Rung>('id')} === current ? '${own}' : '${fill}'` }
}
