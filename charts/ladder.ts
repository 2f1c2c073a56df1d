import { type CountryRecord, records } from '../data/records.ts'
import type { Scene, SceneStep } from '../src/deck.ts'
import type { Frame } from '../src/motion/mark.ts'
import { boxLayer, type Layer, ruleLayer, STEP, stageSpec, textLayer } from './drawing.ts'
import { datum, field } from './field.ts'
import { drawLadderStep } from './ladder-labels.ts'
import { type LadderStep, ladderSteps } from './ladder-steps.ts'
import { type Stage, stageOf } from './stage.ts'
import { colour } from './theme.ts'

/** The ladder: ranked columns from zero, rising to the right, on an axis that fits the act. */
export const ladder: Scene = {
  spec,
  steps: ladderSteps.map(
    (step): SceneStep => ({
      id: step.id,
      params: paramsOf(step),
      name: step.name,
      ...(step.duration && { duration: step.duration }),
    }),
  ),
}

/** Part of a slot that its column takes. */
const THICKNESS = 0.7

interface Slot extends CountryRecord {
  /** Edges of the column, in slots from the left. */
  left: number
  right: number
}

function paramsOf({ id, told, current, scale }: LadderStep) {
  return { [STEP]: id, told, current, slots: scale.slots, top: scale.top }
}

function spec(frame: Frame) {
  const stage = stageOf(frame)
  const drawings = new Map(ladderSteps.map((step) => [step.id, drawLadderStep(stage, step)]))
  const params = Object.entries(paramsOf(ladderSteps[0] as LadderStep)).map(([name, value]) => ({ name, value }))
  return stageSpec(stage, params, [
    ruleLayer(drawings),
    boxLayer(drawings),
    columns(stage),
    ruleLayer(drawings, 'mark'),
    textLayer(drawings),
  ])
}

function columns(stage: Stage): Layer {
  const values = records.map((record): Slot => {
    const slot = records.length - record.rank
    return { ...record, left: slot + (1 - THICKNESS) / 2, right: slot + (1 + THICKNESS) / 2 }
  })
  return {
    name: 'record',
    data: { values },
    transform: [{ filter: `${datum<Slot>('rank')} >= told` }],
    mark: {
      type: 'rect',
      style: 'up',
      fill: { expr: `${datum<Slot>('id')} === current ? '${colour.signal}' : '${colour.mute}'` },
    },
    encoding: {
      x: {
        field: field<Slot>('left'),
        type: 'quantitative',
        scale: { domain: [0, { expr: 'slots' }], range: [stage.left, stage.right], nice: false },
      },
      x2: { field: field<Slot>('right') },
      y: {
        field: field<Slot>('deficit'),
        type: 'quantitative',
        scale: { domain: [0, { expr: 'top' }], range: [stage.plot.bottom - 12, stage.plot.top + 24], nice: false },
      },
      y2: { datum: 0 },
      key: { field: field<Slot>('id') },
    },
  }
}
