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
import { type CountryRecord, records } from '../../data/records.ts'
import { tallyText } from '../parts/tally.ts'
import { closeUp } from './close-up.ts'
import { landmarks } from './landmarks.ts'
import { below, edges, levelOf, topOf } from './places.ts'
import { type Grid, gridIn, MARGIN, UNIT } from './squares.ts'
import { type FieldStep, isUnderLens, smallCount, uncovered } from './steps.ts'

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
    step.look === 'moved' ? {} : { texts: [wholeLabel(stage, grid)] },
    unit(stage, grid, step),
    soFar(stage, grid, step),
    levels(stage, grid, step),
    isUnderLens(step) ? closeUp(stage, grid, step.current) : {},
    comparison(stage, grid, step),
    landmarks(stage, grid, step),
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
  // The square itself is the first country's, which has come down ahead of the rest.
  const x = grid.left + grid.pitch / 2
  const top = grid.bottom - grid.pitch
  return {
    rules: [rule('leader-unit', [x, top - 18, x, top - 3], { stroke: colour.signal })],
    texts: [{ ...label, ...strong(stage, colour.signal), text: `1 square ${words}`, x: x - 1, y: top - 22 }],
  }
}

function unitBox({ pitch }: Grid, left: number, middle: number, fill: BoxRow['fill']): BoxRow {
  const gap = MARGIN * pitch
  return { key: 'unit', x: left + gap, x2: left + pitch - gap, y: middle - pitch / 2 + gap, y2: middle + pitch / 2 - gap, fill }
}

/** The running total, below the frame on the left. */
function soFar(stage: Stage, grid: Grid, { id, told, look, upTo }: FieldStep): Drawing {
  const dollars = filled(told)
  if (dollars === 0 || look !== '' || upTo < figures.total || id === 'total' || told === records[0]?.rank) return {}
  return { texts: [tallyText(stage, dollars, { x: grid.left, y: below(stage, grid) })] }
}

function filled(told: number): number {
  return records.filter(({ rank }) => rank >= told).reduce((sum, { deficit }) => sum + deficit, 0)
}

/** Lines for half of the total, and for what is left after surpluses elsewhere. */
function levels(stage: Stage, grid: Grid, step: FieldStep): Drawing {
  const { id, told } = step
  if (id === 'basis')
    return level(stage, grid, 'net', `after surpluses elsewhere: about ${usd(figures.overallDeficit)}`, figures.overallDeficit)
  if (told <= 2 || id === 'four' || isUnderLens(step)) return {}
  return level(stage, grid, 'half', `half: ${billions(figures.half)}`, figures.half, filled(told))
}

/** A line over the squares; its words stand above them. */
function level(stage: Stage, grid: Grid, key: string, words: string, dollars: number, soFar = 0): Drawing {
  const y = levelOf(grid, dollars)
  const top = Math.min(y, topOf(grid, soFar))
  const x = grid.right - 10
  const label: TextRow = { ...quiet(stage, key, words, x - 4, top - 8), align: 'right' }
  const style = soFar > dollars ? { stroke: colour.ink, width: 2 } : { stroke: colour.quiet, dash: [4, 4] }
  return {
    marks: [
      rule(key, [grid.left, y, grid.right, y], style),
      ...(top < y ? [rule(`${key}-leader`, [x, top - 12, x, y], style)] : []),
    ],
    texts: [label],
  }
}

/** The empty place, the country that passes half or fills the frame, and the small ones that lie on the largest. */
function comparison(stage: Stage, grid: Grid, { id, current, told, look }: FieldStep): Drawing {
  if (id === 'before-china') return missingLargest(stage, grid)
  const record = records.find((one) => one.id === current)
  if (!record || told >= 35) return {}
  const y = told === 1 ? grid.top - 10 : topOf(grid, filled(told)) - 8
  const name: TextRow = { ...quiet(stage, current, record.name, grid.left, y), ...strong(stage, colour.signal) }
  return look === 'moved' ? together({ texts: [name] }, covered(stage, grid)) : { texts: [name] }
}

function missingLargest(stage: Stage, grid: Grid): Drawing {
  const { deficit } = records.at(-1) as CountryRecord
  const middle = (levelOf(grid, figures.total - deficit) + grid.top) / 2
  const words = `missing: ${usd(deficit)}`
  const label: TextRow = { ...quiet(stage, 'missing', words, (grid.left + grid.right) / 2, middle), align: 'center' }
  return { texts: [{ ...label, ...strong(stage) }] }
}

/** What lies on the largest, where it came from, and what it leaves uncovered. */
function covered(stage: Stage, grid: Grid): Drawing {
  const together = figures.smallestTogether(smallCount())
  const free: TextRow = {
    ...quiet(stage, 'uncovered', `uncovered: ${billions(uncovered())}`, grid.right, heading(stage, grid)),
    ...strong(stage, colour.signal),
    align: 'right',
  }
  const words = stage.small ? 'The smallest lay here' : `The ${count(smallCount())} smallest, which lay here`
  const y = (levelOf(grid, together) + grid.bottom) / 2 + stage.text.label / 3
  const label: TextRow = { ...quiet(stage, 'smallest', words, (grid.left + grid.right) / 2, y), align: 'center' }
  return { rules: edges(grid, 'from', 0, together), texts: [free, label] }
}
