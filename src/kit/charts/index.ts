/** What a deck may use for its charts, as `countdown-story/charts`: whole scenes of one value by rank, and the parts that charts are drawn with. */
export {
  type BoxRow,
  boxLayer,
  type Drawing,
  type Layer,
  type RuleRow,
  rule,
  ruleLayer,
  STEP,
  stageSpec,
  type TextRow,
  textLayer,
  together,
} from './drawing.ts'
export { datum, field } from './field.ts'
export { fittingText } from './fitting-label.ts'
export { createLadder } from './ladder.ts'
export type { LadderAct } from './ladder-steps.ts'
export { drawLens, type Lens, lensAt, through } from './lens.ts'
export { createMap, type MapStyle } from './map.ts'
export { createOverview } from './overview.ts'
export { boxOf, type Labelled, placeLabels } from './place-labels.ts'
export { quiet, strong } from './quiet.ts'
export { type RaceOptions, race } from './race.ts'
export type { Ranked } from './ranked.ts'
export { type Box, fromZero, type Stage, stageOf } from './stage.ts'
export { textWidth } from './text-width.ts'
export { colour, config, duration } from './theme.ts'
export { ticks } from './ticks.ts'
