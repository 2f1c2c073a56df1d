import type { Frame, Scene } from 'countdown-story'
import {
  type Box,
  colour,
  type Drawing,
  datum,
  field,
  fittingText,
  type Labelled,
  placeLabels,
  quiet,
  rule,
  STEP,
  type Stage,
  stageOf,
  stageSpec,
  type TextRow,
  together,
} from 'countdown-story/charts'
import { celsius, mm } from '../data/format.ts'
import { recordOf, records } from '../data/records.ts'

/** Ends of both scales: °C across, mm upwards. */
const [WARMTH, RAIN] = [[5, 30] as const, [0, 200] as const]
/** Radius of a month, in px. */
const RADIUS = 8

/** A month as a point, in px. */
interface Point {
  id: string
  rank: number
  x: number
  y: number
  area: number
}

/** The months told so far by warmth and rain, joined in the order of the calendar. */
export const warmth: Scene = {
  spec,
  steps: [
    {
      id: 'warmth',
      params: { [STEP]: 'warmth' },
      name: `Months as points, warmer to the right and wetter upwards: from November with ${mm(recordOf('november').rain)} at ${celsius(recordOf('november').high)} the line falls to June with ${mm(recordOf('june').rain)} at ${celsius(recordOf('june').high)}.`,
      duration: 900,
    },
  ],
}

function spec(frame: Frame) {
  const stage = stageOf(frame)
  const box = boxOf(stage)
  const points = records
    .filter(({ rank }) => rank > 1)
    .map((month): Point => ({ id: month.id, rank: month.rank, ...place(box, month), area: Math.PI * RADIUS ** 2 }))
  const drawings = new Map([['warmth', together(scales(stage, box), year(box), names(stage, box, points))]])
  return stageSpec(
    stage,
    { [STEP]: 'warmth' },
    [
      {
        name: 'record',
        data: { values: points },
        mark: {
          type: 'circle',
          opacity: 1,
          fill: { expr: `${datum<Point>('rank')} <= 3 ? '${colour.signal}' : '${colour.mute}'` },
        },
        encoding: {
          x: { field: field<Point>('x'), type: 'quantitative', scale: null },
          y: { field: field<Point>('y'), type: 'quantitative', scale: null },
          size: { field: field<Point>('area'), type: 'quantitative', scale: null },
          key: { field: field<Point>('id') },
        },
      },
    ],
    { drawings },
  )
}

function boxOf({ plot, text, bottom }: Stage): Box {
  return { left: plot.left + 62, right: plot.right - 26, top: plot.top + text.label + 14, bottom: bottom - text.label * 2 - 12 }
}

function place({ left, right, top, bottom }: Box, { high, rain }: { high: number; rain: number }) {
  const share = (value: number, [from, to]: readonly [number, number]) => (value - from) / (to - from)
  return { x: left + (right - left) * share(high, WARMTH), y: bottom + (top - bottom) * share(rain, RAIN) }
}

function scales(stage: Stage, box: Box): Drawing {
  const rains = [0, 50, 100, 150, 200].map((rain) => ({ rain, y: place(box, { high: 0, rain }).y }))
  const highs = [5, 10, 15, 20, 25, 30].map((high) => ({ high, x: place(box, { high, rain: 0 }).x }))
  const below = box.bottom + stage.text.label + 4
  return {
    rules: rains.map(({ rain, y }) =>
      rule(`rain-${rain}`, [box.left, y, box.right, y], rain === 0 ? { stroke: colour.mute } : {}),
    ),
    texts: [
      ...rains.map(
        ({ rain, y }): TextRow => ({ ...quiet(stage, `rain-${rain}`, `${rain} mm`, box.left - 8, y + 5), align: 'right' }),
      ),
      ...highs.map(({ high, x }): TextRow => ({ ...quiet(stage, `high-${high}`, `${high} °C`, x, below), align: 'center' })),
      quiet(stage, 'axis', 'Rain of the month', stage.plot.left, stage.plot.top + stage.text.label),
      { ...quiet(stage, 'axis-high', 'Average high by day', box.right, below + stage.text.label + 4), align: 'right' },
    ],
  }
}

/** From month to month, as far as both are told. */
function year(box: Box): Drawing {
  const inOrder = records.filter(({ rank }) => rank > 1).sort((a, b) => a.place - b.place)
  const joined = inOrder.flatMap((month) => {
    const next = inOrder.find(({ place }) => place === (month.place + 1) % 12)
    return next ? [{ id: month.id, from: place(box, month), to: place(box, next) }] : []
  })
  return {
    rules: joined.map(({ id, from, to }) =>
      rule(`year-${id}`, [from.x, from.y, to.x, to.y], { stroke: colour.mute, width: 1.5 }),
    ),
  }
}

function names(stage: Stage, box: Box, points: readonly Point[]): Drawing {
  const wanted = points.map((point): Labelled => {
    const { name } = recordOf(point.id)
    const { x: _x, y: _y, align: _align, ...label } = quiet(stage, point.id, fittingText(name, 120, stage.text.label), 0, 0)
    return { x: point.x, y: point.y, radius: RADIUS, label: { ...label, fill: colour.ink } }
  })
  return { texts: placeLabels(wanted, { ...box, right: box.right + 26, top: box.top - 10 }) }
}
