import {
  type Box,
  colour,
  type Drawing,
  fromZero,
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
import { count, percent, usd } from '../../data/format.ts'
import { type CountryRecord, records } from '../../data/records.ts'
import { clearLines } from '../parts/clear-lines.ts'
import { strip } from '../parts/tally.ts'
import { dollarsOf, type LadderScale, type LadderStep, scales, toldBy, zoom } from './steps.ts'
import { weights, weightsBox } from './weights.ts'

/** Room, in px, that the values of the scale take right of the slide's text. */
const SCALE = 60

/** How many countries before the current one keep their names. */
const REMEMBERED = 2

/** The plot of the ladder and the two maps onto it. */
interface Plot extends Box {
  stage: Stage
  /** Dollars to px. */
  y: (dollars: number) => number
  /** Right edge of a country's column in px. */
  rightOf: (record: CountryRecord) => number
  /** Middle of a country's column in px. */
  middleOf: (record: CountryRecord) => number
}

/** The columns' place in a frame: their feet and the upper end of the axis. */
export function ladderBox({ left, right, plot }: Stage): Box {
  return { left, right, top: plot.top + 24, bottom: plot.bottom - 15 }
}

/** Gridlines, names and running total of a step. */
export function drawLadderStep(stage: Stage, step: LadderStep): Drawing {
  const plot = plotOf(stage, step.scale)
  const current = records.find(({ id }) => id === step.current)
  return clearLines(
    together(
      axis(plot, step),
      step.kind === 'beat' ? bracket(plot, step) : feet(plot, step),
      step.kind === 'door' ? lastName(plot, step) : names(plot, step),
      step.scale === scales.tens && step.kind === 'door' ? ghost(plot) : {},
      step.scale === scales.tens && current ? weights(stage, current) : {},
      strip(stage, dollarsOf(step), current?.deficit),
    ),
  )
}

function plotOf(stage: Stage, scale: LadderScale): Plot {
  const box = ladderBox(stage)
  const width = (box.right - box.left) / scale.slots
  const middleOf = ({ rank }: CountryRecord) => box.left + (records.length - rank + 0.5) * width
  return {
    ...box,
    stage,
    y: fromZero(scale.top, box.bottom, box.top),
    middleOf,
    rightOf: (record) => middleOf(record) + 0.35 * width,
  }
}

/** Gridlines with their values; those as high as the slide's text begin to the right of it. */
function axis({ stage, left, right, top, bottom, y }: Plot, { scale, kind }: LadderStep): Drawing {
  const hasWeights = scale === scales.tens && kind === 'country'
  const values = Array.from({ length: Math.floor(scale.top / scale.gridline) }, (_, i) => (i + 1) * scale.gridline)
  const start = (value: number) => {
    if (hasWeights && y(value) - stage.text.label < weightsBox(stage).bottom) return weightsBox(stage).right + 40
    return y(value) - stage.text.label < stage.aside.bottom ? stage.plot.left : left
  }
  const title =
    scale === scales.tens ? `Deficit in billion dollars, at 1/${count(zoom)} of the scale before` : 'Deficit in billion dollars'
  return {
    rules: [
      ...values.map((value) => rule(`grid-${value / 1e9}`, [start(value), y(value), right, y(value)], {})),
      rule('baseline', [left, bottom, right, bottom], { stroke: colour.mute }),
    ],
    texts: [
      quiet(stage, 'axis', title, stage.plot.left, hasWeights ? y(2 * scale.gridline) - 30 : top - 12),
      ...values.map((value) => quiet(stage, `grid-${value / 1e9}`, count(value / 1e9), start(value), y(value) - 4)),
    ],
  }
}

/** Names below the columns, as many as stand clear of one another; the last have theirs above. */
function feet({ stage, left, bottom, middleOf }: Plot, step: LadderStep): Drawing {
  const texts: TextRow[] = []
  let free = Number.POSITIVE_INFINITY
  for (const record of toldBy(step)
    .slice(0, -1 - REMEMBERED)
    .toReversed()) {
    const half = textWidth(record.name, stage.text.label) / 2
    const middle = middleOf(record)
    if (middle + half > free || middle - half < left) continue
    texts.push({ ...quiet(stage, `foot-${record.id}`, record.name, middle, bottom + stage.text.label), align: 'center' })
    free = middle - half - 14
  }
  const ticks = texts.map(({ key }) => records.find(({ id }) => key === `foot-${id}`)).flatMap((record) => record ?? [])
  return {
    texts,
    rules: ticks.map((record) =>
      rule(`tick-${record.id}`, [middleOf(record), bottom, middleOf(record), bottom + 5], { stroke: colour.mute }),
    ),
  }
}

/** The current country's name and value above its column, and the names before it in steps that lead up to it. */
function names({ stage, y, rightOf, middleOf }: Plot, step: LadderStep): Drawing {
  const texts: TextRow[] = []
  const rules: RuleRow[] = []
  let ceiling = Number.POSITIVE_INFINITY
  for (const record of toldBy(step).slice(-1 - REMEMBERED)) {
    const current = record.id === step.current
    const top = y(record.deficit)
    const base = Math.min(top - 8, ceiling - (current ? stage.text.label + 8 : stage.text.label + 3))
    const row = (current ? currentLabel : earlierLabel)(stage, record, rightOf(record), base)
    const isInWay = intrudes(stage, row)
    if (isInWay && !current) continue
    // Right of the current column there is room for its name.
    texts.push(isInWay ? { ...row, x: 2 * middleOf(record) - rightOf(record), align: 'left' } : row)
    if (base < top - 12) {
      rules.push(
        rule(`leader-${record.id}`, [middleOf(record), base + 4, middleOf(record), top - 3], {
          stroke: current ? colour.signal : colour.mute,
        }),
      )
    }
    ceiling = base
  }
  return { texts, rules }
}

/** At a door only the largest so far is named, right of its column. */
function lastName({ stage, y, rightOf }: Plot, step: LadderStep): Drawing {
  const last = toldBy(step).at(-1)
  if (!last) return {}
  return {
    texts: [
      quiet(stage, last.id, `${last.name} ${usd(last.deficit)}`, rightOf(last) + 8, y(last.deficit) + stage.text.label - 3),
    ],
  }
}

/** The name alone: the slide's number is its amount. */
function currentLabel(stage: Stage, { id, name }: CountryRecord, x: number, y: number): TextRow {
  return { key: id, text: name, x, y, align: 'right', ...strong(stage, colour.signal) }
}

function earlierLabel(stage: Stage, { id, name }: CountryRecord, x: number, y: number): TextRow {
  return { ...quiet(stage, id, name, x, y), align: 'right' }
}

/** Whether a label right-aligned at its place would run into the slide's text. */
function intrudes({ aside }: Stage, { text, x, y, size, weight }: TextRow): boolean {
  return x - textWidth(text, size, weight) < aside.right + SCALE && y - size < aside.bottom
}

/** All so far taken together, below their columns. */
function bracket({ stage, bottom, middleOf }: Plot, step: LadderStep): Drawing {
  const told = toldBy(step)
  const [first, last] = [told[0], told.at(-1)]
  if (!first || !last) return {}
  const [from, to, y] = [middleOf(first) - 16, middleOf(last) + 16, bottom + 12]
  const dollars = dollarsOf(step)
  const words = `${count(told.length)} countries together: ${percent(dollars / figures.total)} of the total`
  const gap = textWidth(words, stage.text.label, 600) / 2 + 12
  const middle = (from + to) / 2
  const style = { stroke: colour.ink, width: 1.5 }
  return {
    rules: [
      rule('bracket-from', [from, y - 6, from, y], style),
      rule('bracket-left', [from, y, middle - gap, y], style),
      rule('bracket-right', [middle + gap, y, to, y], style),
      rule('bracket-to', [to, y - 6, to, y], style),
    ],
    texts: [{ ...quiet(stage, 'bracket', words, middle, y + 5), align: 'center', fill: colour.ink, weight: 600 }],
  }
}

/** How tall the largest column so far was on the scale before: what the zoom took away. */
function ghost({ stage, bottom, top, middleOf, rightOf }: Plot): Drawing {
  const record = records.find(({ rank }) => rank === records.length + 1 - scales.handfuls.slots)
  if (!record) return {}
  const height = fromZero(scales.handfuls.top, bottom, top)(record.deficit)
  const [right, left] = [rightOf(record), 2 * middleOf(record) - rightOf(record)]
  const style = { stroke: colour.quiet, dash: [3, 3] }
  return {
    rules: [
      rule('ghost-left', [left, bottom, left, height], style),
      rule('ghost-top', [left, height, right, height], style),
      rule('ghost-right', [right, height, right, bottom], style),
    ],
    texts: [quiet(stage, 'ghost', `${record.name} on the scale before`, right + 8, height + stage.text.label - 3)],
  }
}
