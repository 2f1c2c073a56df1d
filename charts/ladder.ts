import type { Frame, Scene, SceneStep } from 'countdown-story'
import { boxLayer, ruleLayer, STEP, stageOf, stageSpec, textLayer } from 'countdown-story/charts'
import { drawLadderStep } from './ladder/column-labels.ts'
import { columns } from './ladder/columns.ts'
import { drawLadderRows, rows } from './ladder/rows.ts'
import { type LadderStep, ladderSteps } from './ladder/steps.ts'

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

function paramsOf({ id, told, current, scale }: LadderStep) {
  return { [STEP]: id, told, current, slots: scale.slots, top: scale.top }
}

function spec(frame: Frame) {
  const stage = stageOf(frame)
  const draw = stage.alone ? drawLadderRows : drawLadderStep
  const drawings = new Map(ladderSteps.map((step) => [step.id, draw(stage, step)]))
  const params = Object.entries(paramsOf(ladderSteps[0] as LadderStep)).map(([name, value]) => ({ name, value }))
  return stageSpec(stage, params, [
    ruleLayer(drawings),
    boxLayer(drawings),
    stage.alone ? rows(stage) : columns(stage),
    ruleLayer(drawings, 'mark'),
    textLayer(drawings),
  ])
}
