import type { Frame, Scene } from 'countdown-story'
import {
  type Box,
  boxLayer,
  colour,
  duration,
  field,
  type Layer,
  ruleLayer,
  STEP,
  stageOf,
  stageSpec,
  textLayer,
  together,
} from 'countdown-story/charts'
import * as figures from '../data/figures.ts'
import type { CountryRecord } from '../data/records.ts'
import { clearLines } from './parts/clear-lines.ts'
import { strip } from './parts/tally.ts'
import { axes, cloudBox, gutter, gutterPlace, lines, names, RADIUS } from './scatter/labels.ts'
import { LARGEST, scatterName, told } from './scatter/points.ts'

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

/** A country's point. Without GDP it stands aside. */
interface Point extends CountryRecord {
  /** Deficit as a share of GDP, a ratio of 1. */
  weight: number | null
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
      clearLines(
        together(lines(stage, box), names(stage, box), gutter(stage), strip(stage, figures.smallestTogether(told.length))),
      ),
    ],
  ])
  return stageSpec(
    stage,
    [{ name: STEP, value: 'scatter' }],
    [ruleLayer(drawings), boxLayer(drawings), cloud(box), ruleLayer(drawings, 'mark'), textLayer(drawings)],
    gutterPlace(stage),
  )
}

function cloud({ left, right, top, bottom }: Box): Layer {
  const values = told.map((record): Point => ({ ...record, weight: figures.deficitShareOfGdp(record.id)?.value ?? null }))
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
