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
  together,
} from 'countdown-story/charts'
import * as figures from '../../data/figures.ts'
import { billions, count, usd } from '../../data/format.ts'
import { type CountryRecord, records } from '../../data/records.ts'
import { GRIDLINE, NAMED, PLACES, placeOf, surpluses, TOP } from './steps.ts'

/** A country's stretch of the sum: it starts where the one before ends. Dollars. */
interface Stretch extends CountryRecord {
  start: number
  end: number
  /** Edges of its column, in columns from the left. */
  left: number
  right: number
}

/** The columns' place and the maps onto it. */
interface Plot extends Box {
  stage: Stage
  x: (column: number) => number
  y: (dollars: number) => number
}

/** Labels and levels; with `left over`, what is taken away and what remains. */
export function drawWaterfallColumns(stage: Stage, leftOver: boolean): Drawing {
  const plot = plotOf(stage)
  return together(axis(plot), names(plot), sum(plot), leftOver ? net(plot) : {})
}

function plotOf(stage: Stage): Plot {
  const { left, right } = stage
  const [top, bottom] = [stage.plot.top + 16, stage.bottom - 16]
  return { stage, left, right, top, bottom, x: fromZero(PLACES, left, right), y: fromZero(TOP, bottom, top) }
}

/** The waterfall behind a slide: each country's stretch of the sum in a column, rising to the right. */
export function stackedColumns(stage: Stage): Layer {
  const { left, right, top, bottom } = plotOf(stage)
  const values = records.map((record): Stretch => {
    const end = figures.runningTotal(record.id)
    const column = placeOf(record.rank)
    return { ...record, start: end - record.deficit, end, left: column + 0.12, right: column + 0.88 }
  })
  return {
    name: 'record',
    data: { values },
    mark: { type: 'rect', style: 'up', fill: colour.mute },
    encoding: {
      x: {
        field: field<Stretch>('left'),
        type: 'quantitative',
        scale: { domain: [0, PLACES], range: [left, right], nice: false },
      },
      x2: { field: field<Stretch>('right') },
      y: { field: field<Stretch>('end'), type: 'quantitative', scale: { domain: [0, TOP], range: [bottom, top], nice: false } },
      y2: { field: field<Stretch>('start') },
      key: { field: field<Stretch>('id') },
    },
  }
}

/** Lines that the levels are read from. */
function axis({ stage, left, right, bottom, y }: Plot): Drawing {
  const values = Array.from({ length: Math.floor(TOP / GRIDLINE) }, (_, i) => (i + 1) * GRIDLINE)
  const from = Math.max(left, stage.plot.left)
  const words = (value: number) => `${count(value / 1e9)}${value === values.at(-1) ? ' billion dollars' : ''}`
  return {
    rules: [
      ...values.map((value) => rule(`grid-${value / 1e9}`, [from, y(value), right, y(value)], {})),
      rule('baseline', [left, bottom, right, bottom], { stroke: colour.mute }),
    ],
    texts: values.map((value) => quiet(stage, `grid-${value / 1e9}`, words(value), from, y(value) - 5)),
  }
}

/** The named ones below their stretches, where nothing stands; the many above theirs. */
function names({ stage, x, y }: Plot): Drawing {
  const many = records.filter(({ rank }) => rank > NAMED)
  const together = figures.smallestTogether(many.length)
  const label = (key: string, words: string, column: number, level: number): TextRow => ({
    ...quiet(stage, key, words, x(column + 0.5), level),
    align: 'center',
  })
  const line = stage.text.label + 2
  return {
    texts: [
      label('many', `${count(many.length)} countries`, 0, y(together) - 8 - line),
      label('many-value', usd(together), 0, y(together) - 8),
      ...records
        .filter(({ rank }) => rank <= NAMED)
        .flatMap((record) => {
          const foot = y(figures.runningTotal(record.id) - record.deficit) + line
          const column = placeOf(record.rank)
          return [
            label(record.id, record.name, column, foot),
            label(`${record.id}-value`, usd(record.deficit), column, foot + line),
          ]
        }),
    ],
  }
}

/** What all deficits come to. */
function sum({ stage, right, x, y }: Plot): Drawing {
  const level = y(figures.total)
  const words = `${count(figures.countryCount)} deficits: ${billions(figures.total)}`
  return {
    rules: [rule('sum', [x(NAMED + 0.88), level, right, level], { stroke: colour.ink, dash: [4, 4] })],
    texts: [{ ...quiet(stage, 'total', words, right, level - 9), ...strong(stage), align: 'right' }],
  }
}

/** Surpluses elsewhere are taken away: an empty frame where nothing is left. What remains is the net. */
function net({ stage, bottom, x, y }: Plot): Drawing {
  const [from, to, start] = [x(NAMED + 1.08), x(NAMED + 1.92), x(NAMED + 2.12)]
  const [high, low] = [y(figures.total), y(figures.overallDeficit)]
  const line = stage.text.label + 2
  const [about = '', amount = ''] = [surpluses.slice(0, 5), surpluses.slice(6)]
  const words = ['surpluses', 'elsewhere', about, amount]
  const style = { stroke: colour.quiet, dash: [3, 3] }
  return {
    boxes: [{ key: 'net', x: start, x2: x(NAMED + 2.88), y: low, y2: bottom, fill: colour.signal }],
    rules: [
      rule('surplus-left', [from, high, from, low], style),
      rule('surplus-right', [to, high, to, low], style),
      rule('surplus-foot', [from, low, start, low], style),
    ],
    texts: [
      ...words.map((word, row): TextRow => {
        const inside = row < 2
        const level = inside ? (high + low) / 2 + line * (row - 0.5) + 5 : low + line * (row - 1)
        return { ...quiet(stage, `surplus-${row}`, word, inside ? (from + to) / 2 : (from + start) / 2, level), align: 'center' }
      }),
      {
        ...quiet(stage, 'net', `Overall deficit ${usd(figures.overallDeficit)}`, start - 12, (low + bottom) / 2),
        ...strong(stage, colour.signal),
        align: 'right',
      },
    ],
  }
}
