import type { RankedRecord, Scene } from '../../story/deck.ts'
import type { Frame } from '../../story/mark.ts'
import { chartWords } from './chart-words.ts'
import { columnsLayer } from './columns.ts'
import { type Layer, stageSpec } from './drawing.ts'
import { fillsOf, withKey } from './groups.ts'
import { type LadderAct, type LadderScale, ladderScales, ladderSteps } from './ladder-steps.ts'
import type { Ranked } from './ranked.ts'
import { rungsOf } from './rungs.ts'
import { stageOf } from './stage.ts'
import { fittingTitle } from './text-width.ts'

/** More columns than this are no picture of the whole but a smear. */
const MOST_COLUMNS = 300
/** Height of the columns below the rows, in px. */
const STRIP = 34

/**
 * The ladder: the latest records as bars from zero, the newest on top, each act on a scale that fits it. Below them, where
 * there is room, all records as small columns, so that one sees how far the count has come.
 */
export function createLadder<Row extends RankedRecord>(ranked: Ranked<Row>, acts: readonly LadderAct[]): Scene {
  const scales = ladderScales(ranked, acts)
  const steps = ladderSteps(ranked, acts, scales).map((step) => {
    const { id, told, current, scale, name, duration } = step
    return { id, params: { told, current, scale, ...scales[scale] }, name, ...(duration && { duration }) }
  })
  return { spec: (frame) => spec(frame, ranked, scales, steps[0]?.params ?? {}), steps }
}

function spec<Row extends RankedRecord>(frame: Frame, ranked: Ranked<Row>, scales: readonly LadderScale[], first: object) {
  const [whole, key] = [stageOf(frame), fillsOf(ranked)?.key]
  const { stage } = withKey(whole, key)
  const { plot, text, bottom, alone } = stage
  const rungs = rungsOf(stage, ranked, scales, alone ? bottom - text.label - 6 : bottom - STRIP - 34)
  const { left, top } = rungs.box
  const below = { left: plot.left - left, right: plot.right - left, top: bottom - STRIP - 8 - top, bottom: bottom - 8 - top }
  const all = ranked.records.length <= MOST_COLUMNS && !alone ? [columnsLayer(ranked, below)] : []
  const { title, placing, lang } = ranked
  const words = fittingTitle(title, plot.right - left, text.label, (title) =>
    placing ? chartWords(lang).placed(title, placing) : title,
  )
  const titleLayer: Layer = {
    name: 'title',
    data: { values: [{}] },
    mark: { type: 'text', align: 'left', x: 0, y: -8, text: words },
    encoding: {},
  }
  return stageSpec(
    stage,
    { ...first, ...rungs.params },
    [...withKey(whole, key, rungs.box).layers, titleLayer, ...all, ...rungs.layers],
    {
      box: rungs.box,
      resolve: { scale: { x: 'independent', y: 'independent' } },
    },
  )
}
