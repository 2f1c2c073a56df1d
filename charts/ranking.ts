import type { Frame, Scene } from 'countdown-story'
import { colour, datum, duration, field, type Layer, type Stage, stageOf, stageSpec, textWidth } from 'countdown-story/charts'
import * as figures from '../data/figures.ts'
import { billions, count, percent, usd } from '../data/format.ts'
import { records } from '../data/records.ts'

const ranked = records.toReversed()
/** Rows of each of the two columns, and the largest deficit of each. */
const ROWS = Math.ceil(ranked.length / 2)
const [LONGEST, SECOND] = [ranked[0]?.deficit ?? 1, ranked[ROWS]?.deficit ?? 0]
/** Space between the columns, in px. */
const APART = 28
/** Space between a bar and its name on a phone, in px. */
const GAP = 5

/** All countries by rank, every one named, on one scale from zero. */
export const ranking: Scene = {
  spec,
  steps: [{ id: 'ranking', params: {}, name: rankingName(), duration: duration.scene }],
}

/** A country's bar, in dollars: that of the second column begins where the first one has ended. */
interface Bar {
  id: string
  rank: number
  name: string
  said: string
  row: number
  from: number
  to: number
  /** Where its value ends on a phone, which has names behind the bars. */
  end: number
}

function spec(frame: Frame) {
  const stage = stageOf(frame)
  const { plot, text, small } = stage
  const [names, values] = small ? [0, 0] : [widest(stage, 'name', 0, ROWS) + 8, widest(stage, 'said', ROWS) + 6]
  const head = small ? text.label + 4 : 0
  const box = { left: plot.left + names, right: plot.right - values, top: stage.top + head, bottom: stage.bottom - 2 }
  const { second, ends, domain } = small ? phoneColumns(stage) : columnsOf(stage, box.right - box.left)
  const data = { values: barsFrom(second, ends, small) }
  const x = (column: keyof Bar & string) => ({
    field: field<Bar>(column),
    type: 'quantitative' as const,
    scale: { domain: [0, domain], nice: false },
  })
  const y = { field: field<Bar>('row'), type: 'ordinal' as const, scale: { paddingInner: 0.28 } }
  const key = { field: field<Bar>('id') }
  const words = (column: 'name' | 'said', at: keyof Bar & string, align: 'left' | 'right', dx: number, style: object): Layer => ({
    name: column === 'name' ? 'name' : 'value',
    data,
    mark: { type: 'text', baseline: 'middle', align, dx, ...style },
    encoding: { x: x(at), y, text: { field: field<Bar>(column) }, key },
  })
  const bars: Layer = {
    name: 'record',
    data,
    // The four that hold more than half are darker.
    mark: {
      type: 'bar',
      style: 'right',
      fill: { expr: `${datum<Bar>('rank')} <= ${figures.countriesFromHalfCount} ? '${colour.ink}' : '${colour.mute}'` },
    },
    encoding: { x: x('from'), x2: { field: field<Bar>('to') }, y, key },
  }
  const title: Layer = {
    name: 'title',
    data: { values: [{}] },
    mark: { type: 'text', align: 'left', x: 0, y: -6, text: 'Deficit in billion dollars' },
  }
  const ink = { fill: colour.ink }
  const layers = small
    ? [words('name', 'to', 'left', GAP, ink), words('said', 'end', 'right', 0, {}), title]
    : [words('name', 'from', 'right', -8, ink), words('said', 'to', 'left', 6, {})]
  return stageSpec(stage, {}, [bars, ...layers], { box })
}

/** Where the second column begins, where the values of both end on a phone, and where the scale does; in dollars. */
interface Columns {
  second: number
  ends: readonly [number, number]
  domain: number
}

/** Names stand before the bars, values behind them; `width` is that of the plot in px. */
function columnsOf(stage: Stage, width: number): Columns {
  const between = widest(stage, 'said', 0, ROWS) + widest(stage, 'name', ROWS) + 14 + APART
  const second = LONGEST + (between * (LONGEST + SECOND)) / (width - between)
  return { second, ends: [LONGEST, second + SECOND], domain: second + SECOND }
}

/** Names stand behind the bars, which are as long as the first column leaves them; the second is as wide as its words. */
function phoneColumns(stage: Stage): Columns {
  const { plot, text } = stage
  const words = barsFrom(0, [0, 0], true).map(
    ({ name, said }) => textWidth(name, text.label, 400) + textWidth(said, text.label) + 3 * GAP,
  )
  const width = plot.right - plot.left
  const first = width - Math.max(...words.slice(ROWS)) - APART / 2
  const longest = Math.min(...ranked.slice(0, ROWS).map(({ deficit }, i) => ((first - (words[i] ?? 0)) * LONGEST) / deficit))
  const dollars = LONGEST / longest
  return { second: (first + APART / 2) * dollars, ends: [first * dollars, width * dollars], domain: width * dollars }
}

/** How wide the widest of some bars' words is, in px. */
function widest({ text, small }: Stage, words: 'name' | 'said', from: number, to?: number): number {
  const bars = barsFrom(0, [0, 0], small).slice(from, to)
  return Math.max(...bars.map((bar) => textWidth(bar[words], text.label)))
}

function barsFrom(second: number, ends: readonly [number, number], isShort = false): Bar[] {
  return ranked.map(({ id, rank, name, deficit }, index) => {
    const [from, end] = index < ROWS ? [0, ends[0]] : [second, ends[1]]
    const said = isShort ? (deficit / 1e9).toFixed(1) : usd(deficit)
    return { id, rank, name: `${rank} ${name}`, said, row: index % ROWS, from, to: from + deficit, end }
  })
}

function rankingName(): string {
  const [first, last] = [ranked[0], ranked.at(-1)]
  const ends = first && last ? `${first.name} with ${usd(first.deficit)} to ${last.name} with ${usd(last.deficit)}` : ''
  return `Bars of all ${count(ranked.length)} deficits by rank, on one scale from zero: from ${ends}; ${billions(figures.total)} together. The first ${count(figures.countriesFromHalfCount)} hold ${percent(figures.shareFromHalf)}.`
}
