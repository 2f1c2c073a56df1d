import {
  type BoxRow,
  colour,
  type Drawing,
  quiet,
  type RuleRow,
  rule,
  type Stage,
  strong,
  type TextRow,
  textWidth,
  together,
} from 'countdown-story/charts'
import * as figures from '../../data/figures.ts'
import { billions, count, inWords, usd } from '../../data/format.ts'
import { below, edges, levelOf, topOf } from './places.ts'
import { type Grid, UNIT } from './squares.ts'
import { type FieldStep, few } from './steps.ts'

/** What some steps mark on the squares: the dollars missing to half, what came off, the few that make more than half. */
export function landmarks(stage: Stage, grid: Grid, { id }: FieldStep): Drawing {
  if (id === 'four') return missingToHalf(stage, grid)
  if (id === 'total') return wholeWorld(stage, grid)
  if (id === 'net') return takenOff(stage, grid)
  return id === 'ending' ? blocks(stage, grid) : {}
}

/** The place of the missing dollars, in outline. */
function missingToHalf(stage: Stage, grid: Grid): Drawing {
  const words = `${billions(figures.missingToHalf)} missing to half`
  const y = topOf(grid, figures.half) - 8
  return {
    rules: edges(grid, 'missing', figures.totalBeforeHalf, figures.half),
    texts: [{ ...quiet(stage, 'half', words, grid.right - 10, y), ...strong(stage), align: 'right' }],
  }
}

/** The level of the deficit with all countries, over the full frame. */
function wholeWorld(stage: Stage, grid: Grid): Drawing {
  const y = levelOf(grid, figures.overallDeficit)
  const words = `with the whole world: ${usd(figures.overallDeficit)}`
  const label: TextRow = {
    ...quiet(stage, 'net', words, (grid.left + grid.right) / 2, y + stage.text.label + 12),
    align: 'center',
  }
  return together(plate({ ...label, fill: colour.ink }), {
    marks: [rule('net', [grid.left, y, grid.right, y], { stroke: colour.ink, width: 2 })],
  })
}

/** An empty place where squares came off, and a hatched band: the net is rounded, and so is what came off. */
function takenOff(stage: Stage, grid: Grid): Drawing {
  const { overallDeficit, netError, total } = figures
  const [low, high] = [levelOf(grid, overallDeficit - netError), levelOf(grid, overallDeficit + netError)]
  const words = `surpluses elsewhere: roughly ${inWords(figures.surplusesInTens)}`
  const middle = (grid.left + grid.right) / 2
  const y = (grid.top + high) / 2 + stage.text.label / 3
  const pitch = 14
  const hatch = Array.from({ length: Math.floor((grid.right - grid.left) / pitch) }, (_, i) => grid.left + i * pitch)
  const stays = `${usd(overallDeficit)} stays, give or take ${inWords(netError)}`
  return {
    rules: edges(grid, 'off', overallDeficit, total),
    marks: hatch.map((x, i) => rule(`hatch-${i}`, [x, low, x + pitch, high], { stroke: colour.ink, width: 1.5 })),
    texts: [
      { ...quiet(stage, 'surplus', words, middle, y), align: 'center' },
      { ...quiet(stage, 'net', stays, grid.left, below(stage, grid)), ...strong(stage) },
    ],
  }
}

/** The few that make more than half, each with a seam and its name; the many below them. */
function blocks(stage: Stage, grid: Grid): Drawing {
  const middle = (grid.left + grid.right) / 2
  const label = (key: string, words: string, from: number, to: number): Drawing => {
    const y = (levelOf(grid, from) + levelOf(grid, to)) / 2 + stage.text.label / 3
    return plate({ ...quiet(stage, key, words, middle, y), align: 'center', fill: colour.ink, weight: 600 })
  }
  const rest = `${count(figures.countriesBeforeHalf)} countries ${billions(figures.totalBeforeHalf)}`
  return together(
    label('many', rest, 0, figures.totalBeforeHalf),
    ...few().map(({ id, name, deficit }) => {
      const end = figures.runningTotal(id)
      const seam = { marks: seamAt(grid, id, end - deficit) }
      return together(seam, label(id, `${name} ${usd(deficit)}`, end - deficit, end))
    }),
  )
}

/** A label on squares stands on paper. */
function plate(row: TextRow): Drawing {
  const half = textWidth(row.text, row.size, row.weight) / 2 + 8
  const box: BoxRow = {
    ...{ key: `plate-${row.key}`, x: row.x - half, x2: row.x + half },
    ...{ y: row.y - row.size * 0.82, y2: row.y + row.size * 0.3, fill: colour.paper },
  }
  return { boxes: [box], texts: [row] }
}

/** A gap between two stretches of the sequence. */
function seamAt({ left, right, bottom, pitch, columns }: Grid, key: string, dollars: number): RuleRow[] {
  const row = Math.floor(dollars / UNIT / columns)
  const x = left + (dollars / UNIT - row * columns) * pitch
  const [lower, upper] = [bottom - row * pitch, bottom - (row + 1) * pitch]
  const style = { stroke: colour.paper, width: 3 }
  return [
    rule(`seam-${key}-0`, [left, upper, x, upper], style),
    rule(`seam-${key}-1`, [x, upper, x, lower], style),
    rule(`seam-${key}-2`, [x, lower, right, lower], style),
  ]
}
