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
import { total } from '../data/figures.ts'
import { drawFieldStep, fieldGrid } from './square-field/labels.ts'
import { locatorLayers } from './square-field/locator.ts'
import { type Grid, outline, type Piece, pieces, UNIT } from './square-field/squares.ts'
import { type FieldStep, fieldSteps } from './square-field/steps.ts'

/** The field: all deficits as squares of $1 billion that never change their size. */
export const squareField: Scene = {
  spec,
  steps: fieldSteps.map(
    ({ id, told, current, emphasis, name, duration }): SceneStep => ({
      id,
      params: { [STEP]: id, told, current, emphasis },
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
    { name: 'emphasis', value: first.emphasis },
  ]
  return stageSpec(stage, params, [
    ...(stage.alone ? [] : locatorLayers(stage)),
    frameLayer(grid),
    squares('square', grid, false),
    squares('record', grid, true),
    boxLayer(drawings),
    ruleLayer(drawings),
    textLayer(drawings),
  ])
}

/** The outline of the whole, whose area is the total at the scale of the squares. */
function frameLayer(grid: Grid): Layer {
  const corners = outline(grid, 0, total / UNIT).map(([x, y], order) => ({ x, y, order }))
  type Corner = (typeof corners)[number]
  return {
    name: 'frame',
    data: { values: corners },
    mark: { type: 'line', stroke: colour.mute, strokeWidth: 1.5 },
    encoding: { ...cellScales<Corner>(grid), order: { field: field<Corner>('order') } },
  }
}

/** The squares told so far; the current country's are the signal. */
function squares(name: 'record' | 'square', grid: Grid, main: boolean): Layer {
  const values = pieces(grid.columns).filter((piece) => (piece.key === piece.id) === main)
  const current = `${datum<Piece>('id')} === current`
  const small = `${datum<Piece>('rank')} > 10`
  return {
    name,
    data: { values },
    transform: [{ filter: `${datum<Piece>('rank')} >= told` }],
    mark: {
      type: 'rect',
      style: 'drop',
      fill: { expr: `${current} ? '${colour.signal}' : emphasis && ${small} ? '${colour.ink}' : '${colour.mute}'` },
      opacity: { expr: `emphasis && !(${current} || ${small}) ? 0.4 : 1` },
    },
    encoding: {
      ...cellScales<Piece>(grid),
      x2: { field: field<Piece>('x2') },
      y2: { field: field<Piece>('y2') },
      key: { field: field<Piece>('key') },
    },
  }
}

function cellScales<Row extends { x: number; y: number }>({ left, right, top, bottom, columns, rows }: Grid) {
  return {
    x: { field: field<Row>('x'), type: 'quantitative' as const, scale: { domain: [0, columns], range: [left, right] } },
    y: { field: field<Row>('y'), type: 'quantitative' as const, scale: { domain: [0, rows], range: [bottom, top] } },
  }
}
