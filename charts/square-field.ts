import type { Frame, Scene, SceneStep } from 'countdown-story'
import { colour, datum, field, type Layer, STEP, stageOf, stageSpec } from 'countdown-story/charts'
import * as figures from '../data/figures.ts'
import { records } from '../data/records.ts'
import { rowLayer } from './square-field/country-row.ts'
import { drawFieldStep, fieldGrid } from './square-field/labels.ts'
import { type Grid, outline, type Piece, pieces, UNIT } from './square-field/squares.ts'
import { type FieldStep, few, fieldSteps, smallCount, uncovered } from './square-field/steps.ts'

/** The field: all deficits as squares of $1 billion that never change their size. */
export const squareField: Scene = {
  spec,
  steps: fieldSteps.map((step): SceneStep => {
    const { id, name, duration } = step
    return { id, params: paramsOf(step), name, ...(duration && { duration }) }
  }),
}

function paramsOf({ id, told, current, look, upTo }: FieldStep) {
  return { [STEP]: id, told, current, look, upTo: upTo / UNIT }
}

function spec(frame: Frame) {
  const stage = stageOf(frame)
  const grid = fieldGrid(stage)
  const drawings = new Map(fieldSteps.map((step) => [step.id, drawFieldStep(stage, grid, step)]))
  const layers = [frameLayer(grid), squares('square', grid), squares('record', grid), ...(stage.alone ? [] : [rowLayer(grid)])]
  return stageSpec(stage, { ...squareField.steps[0]?.params }, layers, { box: grid, drawings, boxesOver: true })
}

/** The outline of the whole, whose area is the total at the scale of the squares. */
function frameLayer(grid: Grid): Layer {
  const corners = outline(grid, 0, figures.total / UNIT).map(([x, y], order) => ({ x, y, order }))
  return {
    name: 'frame',
    data: { values: corners },
    mark: { type: 'line', stroke: colour.mute, strokeWidth: 1.5 },
    encoding: { ...inCells(grid), order: { field: 'order' } },
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
  const isMoved = (moved: boolean) => (piece: Piece) => ({ ...piece, moved })
  return [...pieces(columns).map(isMoved(false)), ...onLargest.map(isMoved(true))]
}

/**
 * The squares told so far; the current country's are the signal, the blocks of the few by turns in two darker greys. Where the small
 * ones come to lie, the largest's are covered.
 */
function squares(name: 'record' | 'square', grid: Grid): Layer {
  const values = standing(grid).filter((piece) => (piece.key === piece.id) === (name === 'record'))
  const [id, rank, moved, from] = [
    datum<Standing>('id'),
    datum<Standing>('rank'),
    datum<Standing>('moved'),
    datum<Standing>('from'),
  ]
  const isSmall = `${rank} > ${records.length - smallCount()}`
  const covered = `${rank} === 1 && ${from} < ${Math.floor((figures.total - uncovered()) / UNIT)}`
  const isDark = `(look === 'moved' && ${isSmall}) || (look === 'few' && ${rank} <= ${few().length} && ${rank} % 2)`
  const others = `look === 'few' && ${rank} <= ${few().length} ? '${colour.quiet}' : '${colour.mute}'`
  return {
    name,
    data: { values },
    transform: [
      { filter: `${rank} >= told && ${from} < upTo` },
      { filter: `${isSmall} ? ${moved} === (look === 'moved') : look !== 'moved' || !(${covered})` },
    ],
    mark: {
      type: 'rect',
      style: 'drop',
      fill: { expr: `${id} === current ? '${colour.signal}' : ${isDark} ? '${colour.ink}' : ${others}` },
    },
    encoding: {
      ...inCells(grid),
      x2: { field: field<Standing>('x2') },
      y2: { field: field<Standing>('y2') },
      key: { field: field<Standing>('key') },
    },
  }
}

function inCells({ columns, rows }: Grid) {
  const along = (column: 'x' | 'y', cells: number) => ({
    field: field<Piece>(column),
    type: 'quantitative' as const,
    scale: { domain: [0, cells], nice: false },
  })
  return { x: along('x', columns), y: along('y', rows) }
}
