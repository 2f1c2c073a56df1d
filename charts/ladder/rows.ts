import {
  colour,
  type Drawing,
  datum,
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
import { count, percent, usd } from '../../data/format.ts'
import { type CountryRecord, records } from '../../data/records.ts'
import { clearLines } from '../parts/clear-lines.ts'
import { strip } from '../parts/tally.ts'
import { dollarsOf, type LadderStep, scales, toldBy, zoom } from './steps.ts'

/** A country's place in the list, in rows from the largest. */
interface Row extends CountryRecord {
  upper: number
  lower: number
}

/** The list of the latest countries in a frame, in px. */
interface List {
  left: number
  right: number
  top: number
  pitch: number
  /** How many rows there is room for. */
  rows: number
}

/** Parts of a row's height: where its bar begins, below the name, and where it ends. */
const BAR = { top: 0.6, bottom: 0.92 }

/** The ladder where it stands alone: the latest countries as bars from zero, the newest on top. Needs `told`, `current` and `top`. */
export function rows(stage: Stage): Layer {
  const { left, right, top, pitch, rows } = listOf(stage)
  const values = records.map((record): Row => ({ ...record, upper: record.rank + BAR.top, lower: record.rank + BAR.bottom }))
  return {
    name: 'record',
    data: { values },
    transform: [{ filter: `${datum<Row>('rank')} >= told && ${datum<Row>('rank')} < told + ${rows}` }],
    mark: {
      type: 'rect',
      style: 'right',
      fill: { expr: `${datum<Row>('id')} === current ? '${colour.signal}' : '${colour.mute}'` },
    },
    encoding: {
      x: {
        field: field<Row>('deficit'),
        type: 'quantitative',
        scale: { domain: [0, { expr: 'top' }], range: [left, right], nice: false },
      },
      x2: { datum: 0 },
      y: {
        field: field<Row>('upper'),
        type: 'quantitative',
        scale: {
          domain: [{ expr: 'told' }, { expr: `told + ${rows}` }],
          range: [top, top + pitch * rows],
          zero: false,
          nice: false,
        },
      },
      y2: { field: field<Row>('lower') },
      key: { field: field<Row>('id') },
    },
  }
}

/** Names, gridlines and running total of a step. */
export function drawLadderRows(stage: Stage, step: LadderStep): Drawing {
  const current = records.find(({ id }) => id === step.current)
  return clearLines(
    together(
      gridlines(stage, step),
      title(stage, step),
      names(stage, step),
      step.kind === 'door' && step.scale === scales.tens ? ghost(stage, step) : {},
      strip(stage, dollarsOf(step), current?.deficit),
    ),
  )
}

function listOf({ plot, text }: Stage): List {
  const top = plot.top + text.label + 8
  const bottom = plot.bottom - text.label - 4
  const rows = Math.floor((bottom - top) / (text.strong + 21))
  return { left: plot.left, right: plot.right, top, pitch: (bottom - top) / rows, rows }
}

function gridlines(stage: Stage, { scale }: LadderStep): Drawing {
  const { left, right, top, pitch, rows } = listOf(stage)
  const x = fromZero(scale.top, left, right)
  const bottom = top + pitch * rows
  const values = Array.from({ length: Math.floor(scale.top / scale.gridline) + 1 }, (_, i) => i * scale.gridline)
  return {
    rules: values.map((value) =>
      rule(`grid-${value / 1e9}`, [x(value), top, x(value), bottom], value === 0 ? { stroke: colour.mute } : {}),
    ),
    texts: values.map(
      (value): TextRow => ({
        ...quiet(stage, `grid-${value / 1e9}`, count(value / 1e9), x(value), bottom + stage.text.label + 1),
        align: value === 0 ? 'left' : 'center',
      }),
    ),
  }
}

/** The unit and the scale; a pause says what all so far come to. */
function title(stage: Stage, step: LadderStep): Drawing {
  const { plot, text } = stage
  const told = toldBy(step).length
  const dollars = dollarsOf(step)
  const y = plot.top + text.label
  if (step.kind === 'beat') {
    const words = `${count(told)} countries together: ${percent(dollars / figures.total)} of the total`
    return { texts: [{ ...quiet(stage, 'bracket', words, plot.left, y), fill: colour.ink, weight: 600 }] }
  }
  const words =
    step.scale === scales.tens
      ? `Deficit in billion dollars, at 1/${count(zoom)} of the scale before`
      : 'Deficit in billion dollars'
  return { texts: [quiet(stage, 'axis', words, plot.left, y)] }
}

function names(stage: Stage, step: LadderStep): Drawing {
  const { left, top, pitch, rows } = listOf(stage)
  const shown = toldBy(step).slice(-rows).toReversed()
  return {
    texts: shown.map((record, row): TextRow => {
      const label = quiet(stage, record.id, `${record.name} ${usd(record.deficit)}`, left + 5, top + (row + BAR.top) * pitch - 5)
      return record.id === step.current ? { ...label, ...strong(stage, colour.signal) } : label
    }),
  }
}

/** How long the largest bar so far was on the scale before: what the zoom took away. */
function ghost(stage: Stage, step: LadderStep): Drawing {
  const { left, right, top, pitch } = listOf(stage)
  const last = toldBy(step).at(-1)
  const end = fromZero(scales.handfuls.top, left, right)(last?.deficit ?? 0)
  const [upper, lower] = [top + BAR.top * pitch, top + BAR.bottom * pitch]
  const style = { stroke: colour.quiet, dash: [3, 3] }
  return {
    rules: [
      rule('ghost-upper', [left, upper, end, upper], style),
      rule('ghost-end', [end, upper, end, lower], style),
      rule('ghost-lower', [left, lower, end, lower], style),
    ],
  }
}
