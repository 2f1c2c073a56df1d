import type { Frame, Scene, SceneStep } from 'countdown-story'
import {
  boxLayer,
  colour,
  datum,
  field,
  type Layer,
  ruleLayer,
  STEP,
  stageOf,
  stageSpec,
  textLayer,
} from 'countdown-story/charts'
import * as figures from '../data/figures.ts'
import { records } from '../data/records.ts'
import { drawFieldStep, fieldGrid } from './square-field/labels.ts'
import { type Grid, outline, type Piece, pieces, UNIT } from './square-field/squares.ts'
import { type FieldStep, few, fieldSteps, smallCount, uncovered } from './square-field/steps.ts'

/** The field: all deficits as squares of $1 billion that never change their size. */
export const squareField: Scene = {
  spec,
  steps: fieldSteps.map(
    ({ id, told, current, look, upTo, name, duration }): SceneStep => ({
      id,
      params: { [STEP]: id, told, current, look, upTo: upTo / UNIT },
      name,
      ...(duration && { duration }),
    }),
  ),
}

function spec(frame: Frame) {
  const stage = stageOf(frame)
  const grid = fieldGrid(stage)
  const drawings = new Map(fieldSteps.map((step) => [step.id, drawFieldStep(stage, grid, step)]))
  const first = fieldSteps[0] as FieldStep
  const params = [
    { name: STEP, value: first.id },
    { name: 'told', value: first.told },
    { name: 'current', value: first.current },
    { name: 'look', value: first.look },
    { name: 'upTo', value: first.upTo / UNIT },
  ]
  return stageSpec(stage, params, [
    frameLayer(grid),
    squares('square', grid, false),
    squares('record', grid, true),
    boxLayer(drawings),
    ruleLayer(drawings),
    ruleLayer(drawings, 'mark'),
    textLayer(drawings),
  ])
}

/** The outline of the whole, whose area is the total at the scale of the squares. */
function frameLayer(grid: Grid): Layer {
  const corners = outline(grid, 0, figures.total / UNIT).map(([x, y], order) => ({ x, y, order }))
  type Corner = (typeof corners)[number]
  return {
    name: 'frame',
    data: { values: corners },
    mark: { type: 'line', stroke: colour.mute, strokeWidth: 1.5 },
    encoding: { ...cellScales<Corner>(grid), order: { field: field<Corner>('order') } },
  }
}

/** A piece where it fell, or moved onto the largest country's. */
interface Standing extends Piece {
  moved: boolean
}

/** The small countries' pieces have two places; all others one. */
function standing({ columns }: Grid): Standing[] {
  const small = records.slice(0, smallCount())
  const onLargest = pieces(columns, small, figures.runningTotal(records.at(-2)?.id ?? '') / UNIT)
  return [
    ...pieces(columns).map((piece) => ({ ...piece, moved: false })),
    ...onLargest.map((piece) => ({ ...piece, moved: true })),
  ]
}

/** The squares told so far; the current country's are the signal. Where the small ones come to lie, the largest's are covered. */
function squares(name: 'record' | 'square', grid: Grid, main: boolean): Layer {
  const values = standing(grid).filter((piece) => (piece.key === piece.id) === main)
  const [rank, moved] = [datum<Standing>('rank'), datum<Standing>('moved')]
  const isSmall = `${rank} > ${records.length - smallCount()}`
  const covered = `${rank} === 1 && ${datum<Standing>('from')} < ${Math.floor((figures.total - uncovered()) / UNIT)}`
  const isFew = `${rank} <= ${few().length}`
  return {
    name,
    data: { values },
    transform: [
      { filter: `${rank} >= told && ${datum<Standing>('from')} < upTo` },
      { filter: `${isSmall} ? ${moved} === (look === 'moved') : look !== 'moved' || !(${covered})` },
    ],
    mark: {
      type: 'rect',
      style: 'drop',
      fill: {
        expr: `${datum<Standing>('id')} === current ? '${colour.signal}' : (look === 'moved' && ${isSmall}) || (look === 'few' && ${isFew}) ? '${colour.ink}' : '${colour.mute}'`,
      },
    },
    encoding: {
      ...cellScales<Standing>(grid),
      x2: { field: field<Standing>('x2') },
      y2: { field: field<Standing>('y2') },
      key: { field: field<Standing>('key') },
    },
  }
}

function cellScales<Row extends { x: number; y: number }>({ left, right, top, bottom, columns, rows }: Grid) {
  return {
    x: { field: field<Row>('x'), type: 'quantitative' as const, scale: { domain: [0, columns], range: [left, right] } },
    y: { field: field<Row>('y'), type: 'quantitative' as const, scale: { domain: [0, rows], range: [bottom, top] } },
  }
}
