import type { Frame, Scene } from 'countdown-story'
import {
  type Box,
  boxLayer,
  colour,
  type Drawing,
  duration,
  field,
  type Labelled,
  type Layer,
  placeLabels,
  quiet,
  rule,
  ruleLayer,
  STEP,
  type Stage,
  stageOf,
  stageSpec,
  strong,
  type TextRow,
  textLayer,
  together,
} from 'countdown-story/charts'
import * as figures from '../data/figures.ts'
import { count, percent, usd } from '../data/format.ts'
import { type CountryRecord, recordOf, records } from '../data/records.ts'
import { clearLines } from './parts/clear-lines.ts'
import { strip } from './parts/tally.ts'

/** A look at the cloud: countries with this rank and worse, those that the headline speaks of, and those that the text does. */
interface Look {
  id: string
  told: number
  headline: readonly string[]
  text: readonly string[]
}

const looks: readonly Look[] = [
  { id: 'scatter', told: 11, headline: ['cambodia', 'saudi-arabia'], text: [] },
  { id: 'weights', told: 1, headline: ['china'], text: ['cambodia', 'vietnam'] },
]

/** Points by GDP per head and by the weight of the deficit. Only those that are spoken of have names. */
export const scatter: Scene = {
  spec,
  steps: looks.map((look) => ({ id: look.id, params: { [STEP]: look.id }, name: nameOf(look), duration: duration.scene })),
}

/** Ends of the axes and their lines, each ten times the one before. */
const wealth = { domain: [1000, 140_000], lines: [1000, 10_000, 100_000] } as const
const weight = { domain: [0.0006, 0.5], lines: [0.001, 0.01, 0.1] } as const
const RADIUS = 7

/** A country's point in px. */
interface Point extends Pick<CountryRecord, 'id' | 'name'> {
  step: string
  x: number
  y: number
  fill: string
}

function spec(frame: Frame) {
  const stage = stageOf(frame)
  const clouds = looks.map((look) => ({ look, points: pointsOf(stage, look) }))
  const drawings = new Map(clouds.map(({ look, points }) => [look.id, drawingOf(stage, look, points)]))
  return stageSpec(
    stage,
    [{ name: STEP, value: looks[0]?.id }],
    [
      ruleLayer(drawings),
      boxLayer(drawings),
      cloud(clouds.flatMap(({ points }) => points)),
      ruleLayer(drawings, 'mark'),
      textLayer(drawings),
    ],
  )
}

function cloud(values: Point[]): Layer {
  return {
    name: 'record',
    data: { values },
    transform: [{ filter: `datum.step === ${STEP}` }],
    mark: {
      ...{ type: 'point', shape: 'circle', filled: true, opacity: 1, fill: { expr: 'datum.fill' } },
      ...{ stroke: colour.paper, strokeWidth: 1, size: Math.PI * RADIUS ** 2 },
    },
    encoding: {
      x: { field: field<Point>('x'), type: 'quantitative', scale: null },
      y: { field: field<Point>('y'), type: 'quantitative', scale: null },
      key: { field: field<Point>('id') },
    },
  }
}

function toldBy({ told }: Look): readonly CountryRecord[] {
  return records.filter(({ rank }) => rank >= told)
}

function withoutGdp(look: Look): readonly CountryRecord[] {
  return toldBy(look).filter(({ gdp }) => gdp === null)
}

/** The cloud's place: a line above it, three below. */
function cloudBox({ plot, text }: Stage): Box {
  const bottom = plot.bottom - 3 * (text.label + 4) - 6
  return { left: plot.left + 46, right: plot.right, top: plot.top + text.label + 8, bottom }
}

/** Where a value lies on a logarithmic axis. */
function logarithmic([from, to]: readonly [number, number], start: number, end: number): (value: number) => number {
  return (value) => start + ((end - start) * Math.log(value / from)) / Math.log(to / from)
}

function maps({ left, right, top, bottom }: Box) {
  return { x: logarithmic(wealth.domain, left, right), y: logarithmic(weight.domain, bottom, top) }
}

/** Without GDP a point stands aside, below the axes. */
function pointsOf(stage: Stage, look: Look): Point[] {
  const { x, y } = maps(cloudBox(stage))
  const aside = withoutGdp(look)
  return toldBy(look).map((record) => {
    const { id, name, gdpPerCapita } = record
    const share = figures.deficitShareOfGdp(id)?.value
    const fill = look.headline.includes(id) ? colour.signal : look.text.includes(id) ? colour.ink : colour.mute
    const at =
      gdpPerCapita === null || share === undefined
        ? {
            x: stage.plot.left + RADIUS + aside.indexOf(record) * (2 * RADIUS + 4),
            y: stage.plot.bottom - stage.text.label * 0.33,
          }
        : { x: x(gdpPerCapita), y: y(share) }
    return { step: look.id, id, name, fill, ...at }
  })
}

function drawingOf(stage: Stage, look: Look, points: readonly Point[]): Drawing {
  const box = cloudBox(stage)
  const total = toldBy(look).reduce((sum, { deficit }) => sum + deficit, 0)
  return clearLines(together(axes(stage, box), names(stage, box, look, points), aside(stage, look), strip(stage, total)))
}

/** Gridlines, each ten times the one before, and titles that say so; a narrow frame has room for fewer words. */
function axes(stage: Stage, box: Box): Drawing {
  const { x, y } = maps(box)
  const { plot, text, small } = stage
  const foot = box.bottom + text.label + 2
  const title = small
    ? ['Deficit as share of GDP', 'GDP per head', 'logarithmic, lines ten times apart']
    : ['Deficit as a share of the partner’s GDP', 'GDP per head', 'on a logarithmic axis: each line is ten times the one before']
  return {
    rules: [
      ...wealth.lines.map((value) => rule(`wealth-${value}`, [x(value), box.top, x(value), box.bottom], {})),
      ...weight.lines.map((value) => rule(`weight-${value}`, [box.left, y(value), box.right, y(value)], {})),
    ],
    texts: [
      quiet(stage, 'weight', `${title[0]}, ${title[2]}`, plot.left, plot.top + text.label - 4),
      ...weight.lines.map((value) => quiet(stage, `weight-${value}`, percent(value), plot.left, y(value) + text.label * 0.33)),
      ...wealth.lines.map(
        (value, i): TextRow => ({
          ...quiet(stage, `wealth-${value}`, usd(value), x(value), foot),
          align: i === 0 ? 'left' : 'center',
        }),
      ),
      { ...quiet(stage, 'wealth', `${title[1]}, ${title[2]}`, box.right, foot + text.label + 4), align: 'right' },
    ],
  }
}

/** The names of those that are spoken of. */
function names(stage: Stage, box: Box, { headline, text }: Look, points: readonly Point[]): Drawing {
  const spoken = points.filter(({ id }) => headline.includes(id) || text.includes(id))
  const marks = spoken.map(({ id, name, x, y }): Labelled => {
    const label = quiet(stage, id, name, 0, 0)
    return { x, y, radius: RADIUS, label: { ...label, ...strong(stage, headline.includes(id) ? colour.signal : colour.ink) } }
  })
  const others = points.filter((point) => !spoken.includes(point)).map(({ x, y }) => ({ x, y, radius: RADIUS }))
  return placeLabels(marks, { ...box, right: stage.right }, others)
}

function aside(stage: Stage, look: Look): Drawing {
  const without = withoutGdp(look)
  const left = stage.plot.left + without.length * (2 * RADIUS + 4) + 6
  return {
    texts: [quiet(stage, 'gutter', `${without.map(({ name }) => name).join(', ')}: no 2023 figure`, left, stage.plot.bottom)],
  }
}

/** What the chart shows, in a sentence: the finding first. */
function nameOf(look: Look): string {
  const weights = [...look.headline, ...look.text].map((id) => {
    const share = figures.deficitShareOfGdp(id)
    return share === null ? '' : `${recordOf(id).name} ${percent(share)}`
  })
  const missing = withoutGdp(look).map(({ name }) => name)
  const points = toldBy(look).length - missing.length
  return `Points for ${count(points)} countries by GDP per head and by deficit as a share of GDP, both axes logarithmic: ${weights.join(', ')}. ${missing.join(', ')}: no 2023 figure.`
}
