import * as figures from '../data/figures.ts'
import { billions, count, percent, usd } from '../data/format.ts'
import { type CountryRecord, records } from '../data/records.ts'
import type { Scene, SceneStep } from '../src/deck.ts'
import type { Frame } from '../src/motion/mark.ts'
import {
  boxLayer,
  type Drawing,
  type Layer,
  rule,
  ruleLayer,
  STEP,
  stageSpec,
  type TextRow,
  textLayer,
  together,
} from './drawing.ts'
import { field } from './field.ts'
import { quiet, strong } from './quiet.ts'
import { type Box, fromZero, type Stage, stageOf } from './stage.ts'
import { colour } from './theme.ts'

/** How many of the largest have a column of their own; all others share the first. */
const NAMED = 10

/** Columns: the many, the named ones, what surpluses take away, and what is left. */
const COLUMNS = NAMED + 3

/** Upper end of the axis in dollars, and distance of its lines. */
const [TOP, GRIDLINE] = [1400e9, 500e9]

/** From the deficits, stacked column by column, to what is left after surpluses elsewhere. */
export const waterfall: Scene = {
  spec,
  steps: [
    { id: 'total', params: { [STEP]: 'total' }, name: totalName() },
    { id: 'net', params: { [STEP]: 'net' }, name: netName() },
  ] satisfies SceneStep[],
}

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

function spec(frame: Frame) {
  const stage = stageOf(frame)
  const plot = plotOf(stage)
  const drawings = new Map<string, Drawing>([
    ['total', together(axis(plot), names(plot), sum(plot))],
    ['net', together(axis(plot), names(plot), sum(plot), net(plot))],
  ])
  return stageSpec(
    stage,
    [{ name: STEP, value: 'total' }],
    [ruleLayer(drawings), boxLayer(drawings), stretches(plot), ruleLayer(drawings, 'mark'), textLayer(drawings)],
  )
}

function plotOf(stage: Stage): Plot {
  const { left, right } = stage
  const [top, bottom] = [stage.plot.top + 16, stage.bottom - 16]
  return { stage, left, right, top, bottom, x: fromZero(COLUMNS, left, right), y: fromZero(TOP, bottom, top) }
}

function stretches({ left, right, top, bottom }: Plot): Layer {
  const values = records.map((record): Stretch => {
    const end = figures.runningTotal(record.id)
    const column = Math.max(0, NAMED + 1 - record.rank)
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
        scale: { domain: [0, COLUMNS], range: [left, right], nice: false },
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
          const column = NAMED + 1 - record.rank
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
  const words = ['surpluses', 'elsewhere', 'about', `$${count(figures.surplusesElsewhere / 1e9)} billion`]
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

function totalName(): string {
  const parts = `${count(figures.countryCount - NAMED)} countries in one column, then the ${count(NAMED)} largest one by one`
  return `Waterfall of the deficits, ${parts}: together ${billions(figures.total)}, of which the ${count(NAMED)} are ${percent(1 - figures.smallestTogether(figures.countryCount - NAMED) / figures.total)}.`
}

function netName(): string {
  return `Waterfall of the deficits: from ${billions(figures.total)}, surpluses elsewhere of about $${count(figures.surplusesElsewhere / 1e9)} billion are taken away, and ${usd(figures.overallDeficit)} are left.`
}
