import {
  type Box,
  colour,
  type Drawing,
  field,
  fromZero,
  type Layer,
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
import { NAMED, PLACES, placeOf, surpluses, TOP } from './steps.ts'

/** A country's stretch of the sum. Dollars, and edges of its row in rows from the top. */
interface Stretch extends CountryRecord {
  start: number
  end: number
  upper: number
  lower: number
}

/** Part of a row's height that its bar takes. */
const THICKNESS = 0.7

/** The waterfall where it stands alone: a row for each stretch of the sum, running to the right. */
export function stackedRows(stage: Stage): Layer {
  const { left, right, top, bottom } = boxOf(stage)
  const values = records.map((record): Stretch => {
    const end = figures.runningTotal(record.id)
    const row = placeOf(record.rank)
    return { ...record, start: end - record.deficit, end, upper: row + (1 - THICKNESS) / 2, lower: row + (1 + THICKNESS) / 2 }
  })
  return {
    name: 'record',
    data: { values },
    mark: { type: 'rect', style: 'right', fill: colour.mute },
    encoding: {
      x: { field: field<Stretch>('end'), type: 'quantitative', scale: { domain: [0, TOP], range: [left, right], nice: false } },
      x2: { field: field<Stretch>('start') },
      y: {
        field: field<Stretch>('upper'),
        type: 'quantitative',
        scale: { domain: [0, PLACES], range: [top, bottom], nice: false },
      },
      y2: { field: field<Stretch>('lower') },
      key: { field: field<Stretch>('id') },
    },
  }
}

/** Labels beside the stretches; with `leftOver`, what is taken away and what remains. */
export function drawWaterfallRows(stage: Stage, leftOver: boolean): Drawing {
  return together(names(stage), sum(stage), leftOver ? net(stage) : {})
}

/** A line above the rows for their sum, one below for what remains. */
function boxOf({ left, right, top, bottom, text }: Stage): Box {
  return { left, right, top: top + text.strong + 10, bottom: bottom - text.strong - 6 }
}

function maps(stage: Stage) {
  const { left, right, top, bottom } = boxOf(stage)
  return { x: fromZero(TOP, left, right), y: (row: number) => top + ((bottom - top) * row) / PLACES }
}

function names(stage: Stage): Drawing {
  const many = records.filter(({ rank }) => rank > NAMED)
  const together = figures.smallestTogether(many.length)
  const named = records.filter(({ rank }) => rank <= NAMED)
  return {
    texts: [
      beside(stage, 'many', `${count(many.length)} countries ${usd(together)}`, [0, together], 0),
      ...named.map(({ id, rank, name, deficit }) => {
        const end = figures.runningTotal(id)
        return beside(stage, id, `${name} ${usd(deficit)}`, [end - deficit, end], placeOf(rank))
      }),
    ],
  }
}

/** A label left of its stretch if there is room, or else right of it. */
function beside(stage: Stage, key: string, words: string, [start, end]: readonly [number, number], row: number): TextRow {
  const { x, y } = maps(stage)
  const level = y(row + 0.5) + stage.text.label * 0.33
  const fits = x(start) - 6 - textWidth(words, stage.text.label) >= stage.left
  return fits ? { ...quiet(stage, key, words, x(start) - 6, level), align: 'right' } : quiet(stage, key, words, x(end) + 6, level)
}

/** What all deficits come to. */
function sum(stage: Stage): Drawing {
  const { x, y } = maps(stage)
  const words = `${count(figures.countryCount)} deficits: ${billions(figures.total)}`
  return {
    rules: [rule('sum', [x(figures.total), y(0), x(figures.total), y(NAMED + 0.5)], { stroke: colour.ink, dash: [4, 4] })],
    texts: [{ ...quiet(stage, 'total', words, x(figures.total), y(0) - 6), ...strong(stage), align: 'right' }],
  }
}

/** Surpluses elsewhere are taken away: an empty frame where nothing is left. What remains is the net. */
function net(stage: Stage): Drawing {
  const { x, y } = maps(stage)
  const [low, high] = [x(figures.overallDeficit), x(figures.total)]
  const edges = (row: number) => [y(row + (1 - THICKNESS) / 2), y(row + (1 + THICKNESS) / 2)] as const
  const [upper, lower] = edges(NAMED + 1)
  const [netUpper, netLower] = edges(NAMED + 2)
  const style = { stroke: colour.quiet, dash: [3, 3] }
  const words = `Overall deficit ${usd(figures.overallDeficit)}`
  return {
    boxes: [{ key: 'net', x: x(0), x2: low, y: netUpper, y2: netLower, fill: colour.signal }],
    rules: [
      rule('surplus-left', [low, upper, low, netUpper], style),
      rule('surplus-right', [high, upper, high, lower], style),
      rule('surplus-foot', [low, lower, high, lower], style),
      rule('surplus-head', [low, upper, high, upper], style),
    ],
    texts: [
      beside(stage, 'surplus-0', `surpluses elsewhere ${surpluses}`, [figures.overallDeficit, figures.total], NAMED + 1),
      { ...quiet(stage, 'net', words, low, stage.bottom - 6), ...strong(stage, colour.signal), align: 'right' },
    ],
  }
}
