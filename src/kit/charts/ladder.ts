import type { RankedRecord, Scene } from '../../story/deck.ts'
import type { Frame } from '../../story/mark.ts'
import { stageSpec } from './drawing.ts'
import { fillsOf, withKey } from './groups.ts'
import { ladderBox } from './ladder-box.ts'
import { columnsLayer } from './ladder-columns.ts'
import { gridLayers } from './ladder-grid.ts'
import { rungLayers, rungsOf } from './ladder-rungs.ts'
import { type LadderAct, type LadderScale, type LadderStep, ladderScales, ladderSteps } from './ladder-steps.ts'
import type { Ranked } from './ranked.ts'
import { stageOf } from './stage.ts'

/** More columns than this are no picture of the whole but a smear. */
const MOST_COLUMNS = 300

/**
 * The ladder: the latest records as bars from zero, the newest on top, each act on a scale that fits it. Below them, where
 * there is room, all records as small columns, so that one sees how far the count has come.
 */
export function createLadder<Row extends RankedRecord>(ranked: Ranked<Row>, acts: readonly LadderAct[]): Scene {
  const scales = ladderScales(ranked, acts)
  const steps = ladderSteps(ranked, acts, scales).map((step) => {
    const { id, name, duration } = step
    return { id, params: paramsOf(step, scales), name, ...(duration && { duration }) }
  })
  return { spec: (frame) => spec(frame, ranked, scales, steps[0]?.params ?? {}), steps }
}

function paramsOf({ told, current, scale }: LadderStep, scales: readonly LadderScale[]) {
  return { told, current, scale, ...scales[scale] }
}

function spec<Row extends RankedRecord>(frame: Frame, ranked: Ranked<Row>, scales: readonly LadderScale[], first: object) {
  const fills = fillsOf(ranked)
  const { stage, layers } = withKey(stageOf(frame), fills?.key)
  const { records, value, print, placing } = ranked
  const names = records.map(({ name }) => name)
  const widest = records
    .map((record) => print(value(record)))
    .reduce((most, said) => (said.length > most.length ? said : most), '')
  const box = ladderBox(stage, names, widest)
  const params = Object.entries({ ...first, rungs: rungsOf(ranked, box) }).map(([name, initial]) => ({ name, value: initial }))
  const all = records.length <= MOST_COLUMNS && !stage.alone ? [columnsLayer(ranked, box.below)] : []
  return stageSpec(stage, params, [
    ...layers,
    ...gridLayers(stage, box, ranked, scales),
    ...all,
    ...rungLayers(stage, box, { placing, isColoured: fills !== undefined }),
  ])
}
