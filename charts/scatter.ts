import type { Frame, Scene } from 'countdown-story'
import {
  colour,
  type Drawing,
  duration,
  field,
  type Labelled,
  type Layer,
  labelled,
  logarithmic,
  onPaper,
  placeLabels,
  quiet,
  STEP,
  type Stage,
  stageOf,
  stageSpec,
  strong,
  titleAbove,
  together,
} from 'countdown-story/charts'
import * as figures from '../data/figures.ts'
import { count, percent, usd } from '../data/format.ts'
import { type CountryRecord, recordOf } from '../data/records.ts'
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

/** Ends of the axes; their lines are each ten times the one before. */
const [WEALTH, WEIGHT] = [[1000, 140_000] as const, [0.0006, 0.5] as const]
const RADIUS = 7
/** Room for the labels of the upright axis, in px. */
const LABELS = 46

/** A country's point. */
interface Point extends Pick<CountryRecord, 'id' | 'name' | 'gdpPerCapita'> {
  step: string
  weight: number | null
  fill: string
}

function spec(frame: Frame) {
  const stage = stageOf(frame)
  const { plot, text, small } = stage
  const box = {
    left: plot.left + LABELS,
    right: plot.right,
    top: plot.top + text.label + 8,
    bottom: plot.bottom - 3 * (text.label + 4) - 6,
  }
  const by = small ? 'logarithmic, lines ten times apart' : 'on a logarithmic axis: each line is ten times the one before'
  const weightTitle = small ? 'Deficit as share of GDP' : 'Deficit as a share of the partner’s GDP'
  const cloud: Layer = {
    name: 'record',
    data: { values: looks.flatMap(pointsOf).filter(({ weight }) => weight !== null) },
    transform: [{ filter: `datum.step === ${STEP}` }],
    mark: { type: 'point', fill: { expr: 'datum.fill' }, stroke: colour.paper, strokeWidth: 1, size: Math.PI * RADIUS ** 2 },
    encoding: {
      x: {
        field: field<Point>('gdpPerCapita'),
        type: 'quantitative',
        scale: { type: 'log', domain: [...WEALTH], nice: false },
        axis: {
          ...labelled([1000, 10_000, 100_000], usd),
          grid: true,
          title: `GDP per head, ${by}`,
          titleAnchor: 'end',
          titlePadding: 6,
        },
      },
      y: {
        field: field<Point>('weight'),
        type: 'quantitative',
        scale: { type: 'log', domain: [...WEIGHT], nice: false },
        axis: {
          ...labelled([0.001, 0.01, 0.1], percent),
          grid: true,
          ...titleAbove(`${weightTitle}, ${by}`, { left: LABELS, up: 12 }),
        },
      },
      key: { field: field<Point>('id') },
    },
  }
  const drawings = new Map(looks.map((look) => [look.id, drawingOf(stage, box, look)]))
  return stageSpec(stage, { [STEP]: looks[0]?.id }, [cloud], { box, drawings })
}

function withoutGdp(look: Look): readonly CountryRecord[] {
  return figures.countriesTo(look.told).filter(({ gdp }) => gdp === null)
}

function pointsOf(look: Look): Point[] {
  return figures.countriesTo(look.told).map((record) => {
    const { id, name, gdpPerCapita } = record
    const fill = look.headline.includes(id) ? colour.signal : look.text.includes(id) ? colour.ink : colour.mute
    const weight = figures.deficitShareOfGdp(id)?.value ?? null
    return { step: look.id, id, name, gdpPerCapita, weight, fill }
  })
}

/** The names of those that are spoken of, what is said of those without GDP, and the running total. */
function drawingOf(stage: Stage, box: Stage['plot'], look: Look): Drawing {
  const [x, y] = [logarithmic(WEALTH, [box.left, box.right]), logarithmic(WEIGHT, [box.bottom, box.top])]
  const placed = pointsOf(look).flatMap(({ id, name, gdpPerCapita, weight }) =>
    gdpPerCapita === null || weight === null ? [] : [{ id, name, x: x(gdpPerCapita), y: y(weight), radius: RADIUS }],
  )
  const isSpokenOf = ({ id }: { id: string }) => look.headline.includes(id) || look.text.includes(id)
  const marks = placed.filter(isSpokenOf).map((point): Labelled => {
    const style = strong(stage, look.headline.includes(point.id) ? colour.signal : colour.ink)
    return { ...point, label: quiet(stage, point.id, point.name, 0, 0, style) }
  })
  const names = placeLabels(
    marks,
    { ...box, right: stage.right },
    placed.filter((point) => !isSpokenOf(point)),
  )
  const missing = withoutGdp(look).map(({ name }) => name)
  const aside = `${missing.join(', ')}: no 2023 figure`
  return together(
    onPaper(names),
    { texts: [quiet(stage, 'gutter', aside, stage.plot.left, stage.plot.bottom)] },
    look.told === 1 ? {} : strip(stage, figures.totalTo(look.told)),
  )
}

/** What the chart shows, in a sentence: the finding first. */
function nameOf(look: Look): string {
  const weights = [...look.headline, ...look.text].map((id) => {
    const share = figures.deficitShareOfGdp(id)
    return share === null ? '' : `${recordOf(id).name} ${percent(share)}`
  })
  const missing = withoutGdp(look).map(({ name }) => name)
  const points = figures.countriesTo(look.told).length - missing.length
  return `Points for ${count(points)} countries by GDP per head and by deficit as a share of GDP, both axes logarithmic: ${weights.join(', ')}. ${missing.join(', ')}: no 2023 figure.`
}
