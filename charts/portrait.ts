import type { Frame, Scene } from 'countdown-story'
import {
  colour,
  type Drawing,
  datum,
  field,
  type Layer,
  labelled,
  linear,
  logarithmic,
  onPaper,
  quiet,
  STEP,
  type Stage,
  stageOf,
  stageSpec,
  strong,
  textWidth,
  together,
} from 'countdown-story/charts'
import * as figures from '../data/figures.ts'
import { count, times, usd } from '../data/format.ts'
import { type CountryRecord, records } from '../data/records.ts'
import { strip } from './parts/tally.ts'
import { TICK, tickStrip } from './parts/tick-strip.ts'

/** The countries portrayed; the largest deficit of all has a chart of its own. */
const portrayed = records.filter(({ rank }) => rank <= 10 && rank >= 2)

/** Portraits of the largest but one: what a country sold and bought on a scale common to all, and its place among the ratios of all. */
export const portrait: Scene = {
  spec,
  steps: portrayed.map((record) => ({ id: record.id, params: { [STEP]: record.id, told: record.rank }, name: nameOf(record) })),
}

/** End of the one scale of all portraits, in dollars: Mexico's exports fit. Ends of the scale of ratios. */
const [MOST, RATIOS] = [480e9, [1, 40] as const]
/** Most that a bar is thick and a tick tall, in px. */
const [THICKEST, TALLEST] = [170, 64]

/** What a country sold or bought, and how many dollars it sold for each that it bought. */
interface Trade extends CountryRecord {
  ratio: number
}

const trades = records.map((record): Trade => ({ ...record, ratio: figures.dollarsSoldPerDollarBought(record.id).value }))
const isCurrent = `${datum<Trade>('id')} === ${STEP}`
const key = { field: field<Trade>('id') }

/** Two thick bars one below the other, each in the middle of its band, then the ratios of all. In px, from `top` of the frame on. */
function locationsIn({ plot, text }: Stage) {
  const line = text.label + 6
  const top = plot.top + line / 2
  const room = plot.bottom - plot.top - 6 * line - text.strong - 22
  const thickness = Math.min(THICKEST, (room - TICK) / 2)
  const tick = Math.min(TALLEST, room - 2 * thickness)
  return { top, line, thickness, tick, flows: 2 * (line + thickness), ratios: plot.bottom - line - top }
}

function spec(frame: Frame) {
  const stage = stageOf(frame)
  const { plot } = stage
  const drawings = new Map(portrayed.map((record) => [record.id, drawingOf(stage, record)]))
  const { top, ratios } = locationsIn(stage)
  const box = { ...plot, top, bottom: top + ratios }
  const resolve = { scale: { x: 'independent' } } as const
  return stageSpec(stage, { ...portrait.steps[0]?.params }, [flowsLayer(stage), ratiosLayer(stage)], {
    box,
    drawings,
    boxesOver: true,
    resolve,
  })
}

/** Exports and imports as bars from zero, and a bracket from the end of the one to the end of the other. */
function flowsLayer(stage: Stage): Layer {
  const { thickness, flows, ratios, line } = locationsIn(stage)
  const hundreds = [0, 100e9, 200e9, 300e9, 400e9]
  const print = (value: number) => count(value / 1e9)
  const axis = {
    ...labelled(hundreds, print),
    orient: 'bottom' as const,
    grid: false,
    labelFlush: true,
    title: null,
    offset: flows - ratios,
    labelPadding: line / 2 + stage.text.strong - stage.text.label * 0.8,
  }
  const x = (column: string) => ({
    field: column,
    type: 'quantitative' as const,
    scale: { domain: [0, MOST], nice: false },
    axis,
  })
  const y = { type: 'ordinal' as const, scale: { domain: ['exports', 'imports'], range: [0, flows] } }
  const imports = { ...y, datum: 'imports' }
  return {
    data: { values: trades },
    transform: [{ filter: isCurrent }, { calculate: `${datum<Trade>('exports')} - ${datum<Trade>('deficit')}`, as: 'from' }],
    layer: [
      {
        name: 'grid',
        data: { values: hundreds.slice(1).map((value) => ({ value })) },
        mark: { type: 'rule', stroke: colour.faint, y: line / 2, y2: flows - line / 2 },
        encoding: { x: x('value'), key: { field: 'value' } },
      },
      {
        name: 'flow',
        transform: [{ fold: ['exports', 'imports'], as: ['flow', 'dollars'] }],
        mark: { type: 'bar', style: 'right', height: thickness, fill: colour.mute },
        encoding: { x: x('dollars'), y: { ...y, field: 'flow' }, key: { field: 'flow' } },
      },
      {
        name: 'record',
        mark: { type: 'bar', height: 6, fill: colour.signal },
        encoding: { x: x('from'), x2: { field: field<Trade>('exports') }, y: imports, key },
      },
      {
        name: 'bracket',
        transform: [{ fold: ['from', 'exports'], as: ['end', 'dollars'] }],
        mark: { type: 'tick', opacity: 1, size: 18, thickness: 2, color: colour.signal },
        encoding: { x: x('dollars'), y: imports, key: { field: 'end' } },
      },
    ],
  }
}

/** Dollars sold for each dollar bought: a tick for each country. Those told are the records' marks. */
function ratiosLayer(stage: Stage): Layer {
  const { ratios, tick } = locationsIn(stage)
  return tickStrip({
    tick,
    ticks: trades.map(({ id, rank, ratio }) => ({ id, rank, value: ratio })),
    domain: RATIOS,
    range: [0, stage.plot.right - stage.plot.left],
    values: [1, 2, 5, 10, 20, 40],
    print: (value) => `$${count(value)}`,
    foot: ratios,
    bottom: ratios,
    groups: [
      { name: 'to_come', filter: 'datum.rank < told', color: colour.mute },
      { name: 'record__ratio', filter: 'datum.rank > told', color: colour.mute },
      { name: 'this', filter: 'datum.rank === told', color: colour.signal, grow: 3 },
    ],
  })
}

/** What the bars, the bracket between their ends and the ticks are; the amounts stand below the chart. */
function drawingOf(stage: Stage, { id, name, rank, exports, deficit }: CountryRecord): Drawing {
  const { plot, text, small } = stage
  const { left, right } = plot
  const { top, line, thickness, tick, flows, ratios } = locationsIn(stage)
  const [x, words] = [linear([0, MOST], [left, right]), 'the deficit']
  const fits = x(exports - deficit) + textWidth(words, text.strong, 600) < right
  const middle = logarithmic(RATIOS, [left, right])(figures.dollarsSoldPerDollarBought(id).value)
  const half = textWidth(name, text.strong, 600) / 2
  const heading = small
    ? 'Sold for each dollar bought, logarithmic'
    : `Dollars sold for each dollar bought, all ${count(figures.countryCount)}, on a logarithmic scale`
  const named = top + ratios - tick - 6
  const soFar = figures.runningTotal(id)
  const passes = soFar > figures.half && soFar - deficit <= figures.half
  const over = (flow: number) => top + (flow + 0.5) * (line + thickness) - thickness / 2 - 7
  return together(
    onPaper([
      quiet(stage, 'exports', 'Sold to the United States, in billion dollars', left, over(0)),
      quiet(stage, 'imports', 'Bought from the United States', left, over(1)),
    ]),
    {
      texts: [
        quiet(stage, id, words, x(fits ? exports - deficit : exports), top + flows + text.strong - line / 2, {
          ...strong(stage, colour.signal),
          align: fits ? 'left' : 'right',
        }),
        quiet(stage, 'heading', heading, left, named - text.strong - 2),
        quiet(stage, 'name', name, Math.max(left + half, Math.min(middle, right - half)), named, {
          ...strong(stage, colour.signal),
          align: 'center',
        }),
      ],
    },
    strip(stage, soFar, deficit, passes ? `half, passed with #${rank}` : undefined),
  )
}

function nameOf({ id, name, exports, imports, deficit }: CountryRecord): string {
  const flows = `${name} sold the United States ${usd(exports)} and bought ${usd(imports)}`
  const ratio = times(figures.dollarsSoldPerDollarBought(id))
  return `Two bars on one scale, exports and imports, with a bracket for the difference: ${flows}; the deficit is ${usd(deficit)}. A strip of all ${count(figures.countryCount)} shows that it sells ${ratio} what it buys.`
}
