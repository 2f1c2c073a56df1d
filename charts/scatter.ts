import * as figures from '../data/figures.ts'
import { count, percent, usd } from '../data/format.ts'
import { type CountryRecord, records } from '../data/records.ts'
import type { Scene } from '../src/deck.ts'
import type { Frame } from '../src/motion/mark.ts'
import {
  boxLayer,
  type Drawing,
  type Layer,
  rule,
  ruleLayer,
  STEP,
  stageSpec,
  type TextRow,
  textLayer,
  together,
} from './drawing.ts'
import { field } from './field.ts'
import { type Labelled, placeLabels } from './parts/place-labels.ts'
import { quiet } from './parts/quiet.ts'
import { strip } from './parts/tally.ts'
import { type Box, type Stage, stageOf } from './stage.ts'
import { colour, duration } from './theme.ts'

/** Rank of the largest country in the cloud, which pauses the story after it. */
const LARGEST = 11

const told = records.filter(({ rank }) => rank >= LARGEST)
const without = told.filter(({ gdp }) => gdp === null)

/** A country's point. Without GDP it stands aside. */
interface Point extends CountryRecord {
  /** Deficit as a share of GDP, a ratio of 1. */
  weight: number | null
}

/** A country in the cloud itself. */
interface Weighed extends CountryRecord {
  gdpPerCapita: number
  weight: number
}

const points: readonly Weighed[] = told.flatMap((record) => {
  const { gdpPerCapita } = record
  const weight = figures.deficitShareOfGdp(record.id)
  return gdpPerCapita === null || weight === null ? [] : [{ ...record, gdpPerCapita, weight }]
})

/** The extremes of both axes and the country told last; their names are never left out. */
const extremes = [...new Set([byWeight(-1), byWeight(0), byWealth(-1), byWealth(0), told.at(-1)?.id ?? ''])]

/** Radius of a point in px. */
const RADIUS = 7

const pointMark = {
  type: 'point',
  shape: 'circle',
  filled: true,
  opacity: 1,
  fill: { expr: `datum.rank === ${LARGEST} ? '${colour.signal}' : '${colour.mute}'` },
  stroke: colour.paper,
  strokeWidth: 1,
  size: Math.PI * RADIUS ** 2,
} as const

/** Ends of the axes and their lines, each ten times the one before. */
const axes = {
  wealth: { domain: [1000, 140_000], lines: [1000, 10_000, 100_000] },
  weight: { domain: [0.001, 0.5], lines: [0.001, 0.01, 0.1] },
}

/** Points by GDP per head and by the weight of the deficit: how rich a country is against how much the deficit weighs for it. */
export const scatter: Scene = {
  spec,
  steps: [{ id: 'scatter', params: { [STEP]: 'scatter' }, name: scatterName(), duration: duration.scene }],
}

function spec(frame: Frame) {
  const stage = stageOf(frame)
  const box = cloudBox(stage)
  const drawings = new Map([
    [
      'scatter',
      together(lines(stage, box), names(stage, box), gutter(stage), strip(stage, figures.smallestTogether(told.length))),
    ],
  ])
  return stageSpec(
    stage,
    [{ name: STEP, value: 'scatter' }],
    [ruleLayer(drawings), boxLayer(drawings), cloud(box), ruleLayer(drawings, 'mark'), textLayer(drawings)],
    gutterPlace(stage),
  )
}

/** The cloud's place: a line above it, three below. */
function cloudBox({ plot, text }: Stage): Box {
  return {
    left: plot.left + 46,
    right: plot.right,
    top: plot.top + text.label + 8,
    bottom: plot.bottom - 3 * (text.label + 4) - 6,
  }
}

function cloud({ left, right, top, bottom }: Box): Layer {
  const values = told.map((record): Point => ({ ...record, weight: figures.deficitShareOfGdp(record.id) }))
  return {
    name: 'record',
    data: { values },
    mark: { ...pointMark, invalid: 'show' },
    encoding: {
      x: {
        field: field<Point>('gdpPerCapita'),
        type: 'quantitative',
        scale: { type: 'log', domain: axes.wealth.domain, range: [left, right], nice: false },
      },
      y: {
        field: field<Point>('weight'),
        type: 'quantitative',
        scale: { type: 'log', domain: axes.weight.domain, range: [bottom, top], nice: false },
      },
      key: { field: field<Point>('id') },
    },
  }
}

/** Where a value lies on a logarithmic axis. */
function logarithmic([from = 1, to = 1]: readonly number[], start: number, end: number): (value: number) => number {
  return (value) => start + ((end - start) * Math.log(value / from)) / Math.log(to / from)
}

function maps({ left, right, top, bottom }: Box) {
  return { x: logarithmic(axes.wealth.domain, left, right), y: logarithmic(axes.weight.domain, bottom, top) }
}

/** Gridlines, each ten times the one before, and titles that say so. */
function lines(stage: Stage, box: Box): Drawing {
  const { x, y } = maps(box)
  const { plot, text } = stage
  const foot = box.bottom + text.label + 2
  return {
    rules: [
      ...axes.wealth.lines.map((value) => rule(`wealth-${value}`, [x(value), box.top, x(value), box.bottom], {})),
      ...axes.weight.lines.map((value) => rule(`weight-${value}`, [box.left, y(value), box.right, y(value)], {})),
    ],
    texts: [
      quiet(stage, 'weight', titles(stage).weight, plot.left, plot.top + text.label - 4),
      ...axes.weight.lines.map((value) =>
        quiet(stage, `weight-${value}`, percent(value), plot.left, y(value) + text.label * 0.33),
      ),
      ...axes.wealth.lines.map(
        (value): TextRow => ({
          ...quiet(stage, `wealth-${value}`, usd(value), x(value), foot),
          align: value === axes.wealth.lines[0] ? 'left' : 'center',
        }),
      ),
      { ...quiet(stage, 'wealth', titles(stage).wealth, box.right, foot + text.label + 4), align: 'right' },
    ],
  }
}

/** A narrow frame has room for fewer words. */
function titles({ small }: Stage) {
  if (small)
    return {
      weight: 'Deficit, share of GDP; each line is ten times the next',
      wealth: 'GDP per head; each line is ten times the last',
    }
  return {
    weight: 'Deficit as a share of the partner’s GDP, on a logarithmic axis: each line is ten times the one below',
    wealth: 'GDP per head, on a logarithmic axis: each line is ten times the one before',
  }
}

/** Names of the extremes first, then of the largest deficits, as far as there is room. */
function names(stage: Stage, box: Box): Drawing {
  const { x, y } = maps(box)
  const order = points.toSorted((a, b) => Number(extremes.includes(b.id)) - Number(extremes.includes(a.id)) || a.rank - b.rank)
  const marks = order.map(({ id, rank, name, gdpPerCapita, weight }): Labelled => {
    const label = quiet(stage, id, name, 0, 0)
    return {
      x: x(gdpPerCapita),
      y: y(weight),
      radius: RADIUS,
      label: rank === LARGEST ? { ...label, fill: colour.signal, weight: 600 } : label,
    }
  })
  return placeLabels(marks, { ...box, right: stage.right }, extremes)
}

/** Where countries without a GDP figure stand, below the axes, and what is said of them. */
function gutterPlace({ plot, text }: Stage): { x: number; y: number } {
  return { x: plot.left + RADIUS, y: plot.bottom - text.label * 0.33 }
}

function gutter(stage: Stage): Drawing {
  if (without.length === 0) return {}
  const words = `${without.map(({ name }) => name).join(', ')}: no 2023 figure`
  return { texts: [quiet(stage, 'gutter', words, gutterPlace(stage).x + RADIUS + 5, stage.plot.bottom)] }
}

function byWeight(position: number): string {
  return points.toSorted((a, b) => a.weight - b.weight).at(position)?.id ?? ''
}

function byWealth(position: number): string {
  return points.toSorted((a, b) => a.gdpPerCapita - b.gdpPerCapita).at(position)?.id ?? ''
}

function scatterName(): string {
  const [heaviest, lightest] = [points.find(({ id }) => id === byWeight(-1)), points.find(({ id }) => id === byWeight(0))]
  const ends =
    heaviest && lightest
      ? `from ${percent(lightest.weight)} in ${lightest.name} to ${percent(heaviest.weight)} in ${heaviest.name}`
      : ''
  const missing = `${without.map(({ name }) => name).join(', ')}: no 2023 figure`
  return `Points for ${count(points.length)} countries by GDP per head and by deficit as a share of GDP, both axes logarithmic: the share runs ${ends}. ${missing}.`
}
