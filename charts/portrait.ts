import type { Frame, Scene, SceneStep } from 'countdown-story'
import {
  boxLayer,
  colour,
  field,
  type Layer,
  ruleLayer,
  STEP,
  type Stage,
  stageOf,
  stageSpec,
  textLayer,
} from 'countdown-story/charts'
import { records } from '../data/records.ts'
import { portraitBox } from './portrait/box.ts'
import { drawPortraitStep, recordBoxes } from './portrait/labels.ts'
import { type PortraitStep, portraitSteps, scale } from './portrait/steps.ts'

/** Portraits of the largest but one: what a country sold and bought on a scale common to all, and its place in the running total. */
export const portrait: Scene = {
  spec,
  steps: portraitSteps.map(
    ({ id, name, duration }): SceneStep => ({
      id,
      params: { [STEP]: id },
      name,
      ...(duration && { duration }),
    }),
  ),
}

/** What a country sold or bought. */
interface Flow {
  id: string
  flow: 'exports' | 'imports'
  dollars: number
  top: number
  bottom: number
}

function spec(frame: Frame) {
  const stage = stageOf(frame)
  const drawings = new Map(portraitSteps.map((step) => [step.id, drawPortraitStep(stage, step)]))
  const boxes = new Map(portraitSteps.map((step) => [step.id, { boxes: recordBoxes(stage, step) }]))
  const first = portraitSteps[0] as PortraitStep
  const params = [{ name: STEP, value: first.id }]
  return stageSpec(stage, params, [
    ruleLayer(drawings),
    boxLayer(drawings),
    flows(stage),
    boxLayer(boxes, 'record'),
    ruleLayer(drawings, 'mark'),
    textLayer(drawings),
  ])
}

function flows(stage: Stage): Layer {
  const { left, right, exports, imports } = portraitBox(stage)
  const values = records.flatMap((record): Flow[] => [
    { id: record.id, flow: 'exports', dollars: record.exports, ...exports },
    { id: record.id, flow: 'imports', dollars: record.imports, ...imports },
  ])
  return {
    name: 'flow',
    data: { values },
    transform: [{ filter: `datum.id === ${STEP}` }],
    mark: { type: 'rect', style: 'right', fill: colour.mute },
    encoding: {
      x: {
        field: field<Flow>('dollars'),
        type: 'quantitative',
        scale: { domain: [0, scale.top], range: [left, right], nice: false },
      },
      x2: { datum: 0 },
      y: { field: field<Flow>('top'), type: 'quantitative', scale: null },
      y2: { field: field<Flow>('bottom') },
      key: { field: field<Flow>('flow') },
    },
  }
}
