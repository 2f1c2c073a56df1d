import {
  type BoxRow,
  colour,
  type Drawing,
  quiet,
  rule,
  type Stage,
  strong,
  type TextRow,
  textWidth,
  together,
} from 'countdown-story/charts'
import * as figures from '../../data/figures.ts'
import { billions, count, usd } from '../../data/format.ts'
import { records } from '../../data/records.ts'
import { tallyText } from '../parts/tally.ts'
import { type Grid, gridIn, MARGIN, pieces, UNIT } from './squares.ts'
import { type FieldStep, smallCount } from './steps.ts'

/** The grid of squares in a frame, with room for text above and below. */
export function fieldGrid({ plot, text, alone, bottom }: Stage): Grid {
  if (alone) {
    const box = { ...plot, top: plot.top + text.label + text.strong + 16, bottom: bottom - text.strong - 18 }
    const grid = gridIn(box)
    return { ...grid, top: box.top, bottom: grid.bottom - grid.top + box.top }
  }
  return gridIn({ ...plot, top: plot.top + text.strong, bottom: plot.bottom })
}

/** All that a step writes on and around the field. */
export function drawFieldStep(stage: Stage, grid: Grid, step: FieldStep): Drawing {
  return together(
    { texts: [wholeLabel(stage, grid)] },
    unit(stage, grid, step),
    soFar(stage, grid, step),
    levels(stage, grid, step),
    newest(stage, grid, step),
    comparison(stage, grid, step),
  )
}

/** What the frame is, above its upper right corner. */
function wholeLabel(stage: Stage, grid: Grid): TextRow {
  const words = `${count(figures.countryCount)} deficits: ${billions(figures.total)}`
  return { ...quiet(stage, 'total', words, grid.right, heading(stage, grid)), align: 'right' }
}

/** Baseline of the line above the frame; frames that stand alone keep a further line for the largest country. */
function heading({ alone, text }: Stage, { top }: Grid): number {
  return alone ? top - text.strong - 14 : top - 10
}

/** What a square means: first in the frame itself, then beside it: below on the right, or above on the left. */
function unit(stage: Stage, grid: Grid, { id }: FieldStep): Drawing {
  if (id === 'question' || id === 'basis') return {}
  const words = `= $${count(UNIT / 1e9)} billion`
  const y = stage.alone ? heading(stage, grid) : below(stage, grid)
  const left = stage.alone ? grid.left : grid.right - textWidth(words, stage.text.label) - grid.pitch - 10
  const label = quiet(stage, 'unit', words, left + grid.pitch + 10, y)
  if (id !== 'unit') return { boxes: [unitBox(grid, left, y - stage.text.label * 0.33, colour.mute)], texts: [label] }
  const x = grid.left + grid.pitch / 2
  const top = grid.bottom - grid.pitch
  return {
    boxes: [unitBox(grid, grid.left, grid.bottom - grid.pitch / 2, colour.signal)],
    rules: [rule('leader-unit', [x, top - 18, x, top - 3], { stroke: colour.signal })],
    texts: [{ ...label, ...strong(stage, colour.signal), text: `1 square ${words}`, x: x - 1, y: top - 22 }],
  }
}

function unitBox({ pitch }: Grid, left: number, middle: number, fill: BoxRow['fill']): BoxRow {
  const gap = MARGIN * pitch
  return { key: 'unit', x: left + gap, x2: left + pitch - gap, y: middle - pitch / 2 + gap, y2: middle + pitch / 2 - gap, fill }
}

/** The running total, below the frame on the left. */
function soFar(stage: Stage, grid: Grid, { told, emphasis }: FieldStep): Drawing {
  const dollars = records.filter(({ rank }) => rank >= told).reduce((sum, { deficit }) => sum + deficit, 0)
  if (dollars === 0 || emphasis) return {}
  return { texts: [tallyText(stage, dollars, { x: grid.left, y: below(stage, grid) })] }
}

function below({ text }: Stage, { bottom }: Grid): number {
  return bottom + text.strong + 10
}

/** Dashed lines for half of the total, and for what is left after surpluses elsewhere. */
function levels(stage: Stage, grid: Grid, { id, told }: FieldStep): Drawing {
  if (told === 1 || id === 'before-china') return {}
  if (id === 'basis')
    return level(stage, grid, 'net', `after surpluses elsewhere: about ${usd(figures.overallDeficit)}`, figures.overallDeficit)
  return level(stage, grid, 'half', `half: ${billions(figures.half)}`, figures.half)
}

function level(stage: Stage, grid: Grid, key: string, words: string, dollars: number): Drawing {
  const y = levelOf(grid, dollars)
  return {
    rules: [rule(key, [grid.left, y, grid.right, y], { stroke: colour.quiet, dash: [4, 4] })],
    texts: [{ ...quiet(stage, key, words, grid.right - 10, y - 8), align: 'right' }],
  }
}

/** Names the last three countries, each over its own squares; the newest is the lowest and the signal. */
function newest(stage: Stage, grid: Grid, { current, told }: FieldStep): Drawing {
  if (!current || told === 1) return {}
  const last = records
    .filter(({ rank }) => rank >= told)
    .slice(-3)
    .reverse()
  const mains = new Map(pieces(grid.columns).map((piece) => [piece.key, piece]))
  const top = grid.bottom - grid.pitch
  const rows = last.map(({ id, name, deficit }, i) => {
    const piece = mains.get(id)
    const x = grid.left + (piece ? (piece.x + piece.x2) / 2 : 0) * grid.pitch
    return {
      id,
      x,
      y: top - 22 - i * (stage.text.strong + 8),
      words: `${name} ${usd(deficit)}`,
      fill: i === 0 ? colour.signal : colour.quiet,
    }
  })
  return {
    rules: rows.map(({ id, x, y, fill }) => rule(`leader-${id}`, [x, y + 4, x, top - 3], { stroke: fill })),
    texts: rows.map(
      ({ id, x, y, words, fill }, i): TextRow => ({
        ...quiet(stage, id, words, x - 1, y),
        fill,
        ...(i === 0 && strong(stage, fill)),
      }),
    ),
  }
}

/** The empty place, the largest country above its squares, and the many small ones below theirs. */
function comparison(stage: Stage, grid: Grid, { id, told }: FieldStep): Drawing {
  const largest = records.at(-1)
  if (!largest || told > 2) return {}
  const above = grid.top - 10
  if (id === 'before-china') {
    const middle = (levelOf(grid, figures.total - largest.deficit) + grid.top) / 2
    const words = `missing: ${usd(largest.deficit)}`
    return {
      texts: [
        {
          ...quiet(stage, 'missing', words, (grid.left + grid.right) / 2, middle),
          align: 'center',
          ...strong(stage),
        },
      ],
    }
  }
  const words = `${largest.name} ${usd(largest.deficit)}`
  const name: TextRow = { ...quiet(stage, largest.id, words, grid.left, above), ...strong(stage, colour.signal) }
  return { texts: id === 'thirty-three' ? [name, smallOnes(stage, grid)] : [name] }
}

/** The many small ones, named below their squares. */
function smallOnes(stage: Stage, grid: Grid): TextRow {
  const words = `The ${count(smallCount())} smallest together ${billions(figures.smallestTogether(smallCount()))}`
  return { ...quiet(stage, 'smallest', words, grid.left, below(stage, grid)), ...strong(stage) }
}

function levelOf({ bottom, pitch, columns }: Grid, dollars: number): number {
  return bottom - (dollars / UNIT / columns) * pitch
}
