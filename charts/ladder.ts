import type { Frame, Scene, SceneStep } from 'countdown-story'
import { colour, datum, duration, field, type Layer, rungsOf, STEP, type Stage, stageOf, stageSpec } from 'countdown-story/charts'
import { count } from '../data/format.ts'
import { type CountryRecord, records } from '../data/records.ts'
import { drawColumns, drawRows, ladderBox } from './ladder/labels.ts'
import { type LadderStep, ladderSteps, ranked, scales } from './ladder/steps.ts'
import { weightsLayer, weightsRight, withWeights } from './ladder/weights.ts'

/** Part of a slot that its column takes. */
const THICKNESS = 0.7
/** How many countries before the current one keep their names above their columns; those before them have theirs below. */
const REMEMBERED = 2

/** The ladder: ranked columns from zero, rising to the right, on an axis that fits the act; where it stands alone, rows. */
export const ladder: Scene = {
  spec,
  steps: ladderSteps.map((step): SceneStep => {
    const { id, name, kind } = step
    return { id, params: paramsOf(step), name, ...(kind === 'door' && { duration: duration.zoom }) }
  }),
}

function paramsOf({ id, told, current, scale, kind }: LadderStep) {
  const feet = kind === 'beat' ? 0 : records.length - told - REMEMBERED
  return { [STEP]: id, told, current, scale, feet, ...scales[scale] }
}

function spec(frame: Frame) {
  const stage = stageOf(frame)
  const params = { ...ladder.steps[0]?.params }
  if (!stage.alone) return columnsSpec(stage, params)
  const rungs = rungsOf(stage, ranked, scales, stage.plot.bottom - stage.text.label - 4)
  const drawings = new Map(ladderSteps.map((step) => [step.id, drawRows(stage, rungs, step)]))
  return stageSpec(stage, { ...params, ...rungs.params }, rungs.layers, { box: rungs.box, drawings })
}

/** A column for each country told, and where the low columns of the first ones leave room above them, what each deficit weighs. */
function columnsSpec(stage: Stage, params: object) {
  const box = ladderBox(stage)
  const drawings = new Map(ladderSteps.map((step) => [step.id, drawColumns(stage, step)]))
  return stageSpec(stage, { ...params }, [gridLayer(stage), columnLayer(), weightsLayer(stage, box)], {
    box,
    drawings,
    boxesOver: true,
    resolve: { scale: { x: 'independent' } },
  })
}

const y = (column: string) => ({
  field: column,
  type: 'quantitative' as const,
  scale: { domain: [0, { expr: 'high' }], nice: false },
})

/**
 * Gridlines right of the slide's text, and of the weights where these are shown; their values stand at their right ends, clear of all
 * columns.
 */
function gridLayer(stage: Stage): Layer {
  const box = ladderBox(stage)
  const values = scales.flatMap(({ high, gridline }, scale) =>
    Array.from({ length: Math.floor(high / gridline) }, (_, i) => {
      const value = (i + 1) * gridline
      return { scale, value, billions: value / 1e9, said: count(value / 1e9) }
    }),
  )
  const start = {
    expr: `${withWeights} && datum.billions > 20 ? ${weightsRight(stage) - box.left} : ${stage.plot.left - box.left}`,
  }
  const key = { field: 'billions' }
  return {
    data: { values },
    transform: [{ filter: 'datum.scale === scale' }],
    layer: [
      {
        name: 'grid',
        mark: { type: 'rule', stroke: colour.faint, x: start, x2: box.right - box.left },
        encoding: { y: y('value'), key },
      },
      {
        name: 'tick',
        mark: { type: 'text', align: 'right', baseline: 'middle', x: stage.right - stage.left },
        encoding: { y: y('value'), text: { field: 'said' }, key },
      },
    ],
  } as Layer
}

interface Slot extends CountryRecord {
  /** Edges of the column, in slots from the left. */
  left: number
  right: number
}

/** As many of the names stand below as are clear of one another. */
function columnLayer(): Layer {
  const slots = records.map((record): Slot => {
    const slot = records.length - record.rank
    return { ...record, left: slot + (1 - THICKNESS) / 2, right: slot + (1 + THICKNESS) / 2 }
  })
  const axis = {
    values: { expr: 'sequence(0.5, max(0, feet), 1)' },
    labelExpr: `${JSON.stringify(records.map(({ name }) => name))}[floor(datum.value)]`,
    labelOverlap: 'greedy',
    labelSeparation: 14,
    labelBound: true,
    labelPadding: 0,
    title: null,
    grid: false,
    orient: 'bottom',
    domain: true,
    domainColor: colour.mute,
    ticks: true,
    tickColor: colour.mute,
    tickSize: 5,
  }
  return {
    name: 'record',
    data: { values: slots },
    transform: [{ filter: `${datum<Slot>('rank')} >= told` }],
    mark: {
      type: 'rect',
      style: 'up',
      fill: { expr: `${datum<Slot>('id')} === current ? '${colour.signal}' : '${colour.mute}'` },
    },
    encoding: {
      x: { field: field<Slot>('left'), type: 'quantitative', scale: { domain: [0, { expr: 'slots' }], nice: false }, axis },
      x2: { field: field<Slot>('right') },
      y: y(field<Slot>('deficit')),
      y2: { datum: 0 },
      key: { field: field<Slot>('id') },
    },
  } as Layer
}
