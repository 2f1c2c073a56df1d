import type { Frame, Scene } from 'countdown-story'
import { boxLayer, duration, ruleLayer, STEP, stageOf, stageSpec, textLayer } from 'countdown-story/charts'
import { drawWaterfallColumns, stackedColumns } from './waterfall/columns.ts'
import { drawWaterfallRows, stackedRows } from './waterfall/rows.ts'
import { names } from './waterfall/steps.ts'

/** From the deficits, one stacked on the other, to what is left after surpluses elsewhere. */
export const waterfall: Scene = {
  spec,
  steps: [
    { id: 'total', params: { [STEP]: 'total' }, name: names.total, duration: duration.scene },
    { id: 'net', params: { [STEP]: 'net' }, name: names.net },
  ],
}

function spec(frame: Frame) {
  const stage = stageOf(frame)
  const draw = stage.alone ? drawWaterfallRows : drawWaterfallColumns
  const drawings = new Map(['total', 'net'].map((step) => [step, draw(stage, step === 'net')]))
  return stageSpec(
    stage,
    [{ name: STEP, value: 'total' }],
    [
      ruleLayer(drawings),
      boxLayer(drawings),
      stage.alone ? stackedRows(stage) : stackedColumns(stage),
      ruleLayer(drawings, 'mark'),
      textLayer(drawings),
    ],
  )
}
