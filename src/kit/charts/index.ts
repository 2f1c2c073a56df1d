/** What a deck may use for its charts, as `countdown-story/charts`: whole scenes of one value by rank, and the parts that charts are drawn with. */
export {
  type BoxRow,
  boxOf,
  type Drawing,
  type Layer,
  lines,
  onPaper,
  px,
  quiet,
  type RuleRow,
  rule,
  STEP,
  stageSpec,
  strong,
  type TextRow,
  together,
} from './drawing.ts'
export { datum, field } from './field.ts'
export { createLadder } from './ladder.ts'
export type { LadderAct } from './ladder-steps.ts'
export { createMap, type MapStyle } from './map.ts'
export { createOverview } from './overview.ts'
export { type Labelled, placeLabels } from './place-labels.ts'
export { type RaceOptions, race } from './race.ts'
export type { Ranked } from './ranked.ts'
export { type Rungs, rungsOf } from './rungs.ts'
export { labelled, linear, logarithmic, ticks, titleAbove } from './scales.ts'
export { type Box, type Stage, stageOf } from './stage.ts'
export { fittingText, textWidth } from './text-width.ts'
export { colour, duration } from './theme.ts'
