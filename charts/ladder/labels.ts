import {
  type Box,
  boxOf,
  colour,
  type Drawing,
  linear,
  lines,
  onPaper,
  quiet,
  type RuleRow,
  type Rungs,
  rule,
  type Stage,
  strong,
  type TextRow,
  textWidth,
  together,
} from 'countdown-story/charts'
import * as figures from '../../data/figures.ts'
import { count, usd } from '../../data/format.ts'
import { type CountryRecord, records } from '../../data/records.ts'
import { strip } from '../parts/tally.ts'
import { HANDFULS, type LadderStep, ranked, scales, TENS, zoom } from './steps.ts'
import { weightsWords } from './weights.ts'

/** Room, in px, that the values of the scale take right of the columns. */
const SCALE = 30
/** What was on the scale before. */
const DASHED = { stroke: colour.quiet, dash: [3, 3] } as const

/** The columns' place in a frame: their feet and the upper end of the axis. */
export function ladderBox({ left, right, plot }: Stage): Box {
  return { left, right: right - SCALE, top: plot.top + 24, bottom: plot.bottom - 11 }
}

/** Places of columns on a step's scale, in px. */
function plotOf(stage: Stage, { scale }: LadderStep) {
  const box = ladderBox(stage)
  const { slots, high } = scales[scale]
  const slot = (box.right - box.left) / slots
  const middleOf = ({ rank }: CountryRecord) => box.left + (records.length - rank + 0.5) * slot
  const rightOf = (record: CountryRecord) => middleOf(record) + 0.35 * slot
  return { ...box, y: linear([0, high], [box.bottom, box.top]), middleOf, rightOf }
}

/** What is said of the scale, and at a pause of all so far. */
function titleOf({ scale }: LadderStep): string {
  return scale === TENS ? `${ranked.title}, at 1/${count(zoom)} of the scale before` : ranked.title
}

function togetherWords(step: LadderStep): string {
  return `${count(figures.countriesTo(step.told).length)} countries together`
}

/** Names, landmarks and running total of a step with columns. */
export function drawColumns(stage: Stage, step: LadderStep): Drawing {
  const { current, kind, scale } = step
  const record = records.find(({ id }) => id === current)
  const plot = plotOf(stage, step)
  const weighed = record && scale === TENS
  const title = quiet(stage, 'axis', titleOf(step), stage.plot.left, weighed ? plot.y(20e9) - 30 : plot.top - 12)
  return together(
    { texts: [title] },
    kind === 'beat' ? bracket(stage, step) : {},
    kind === 'door' ? lastName(stage, step) : names(stage, step),
    kind === 'door' && scale === TENS ? ghost(stage, step) : {},
    weighed ? weightsWords(stage, record) : {},
    strip(stage, figures.totalTo(step.told), record?.deficit),
  )
}

/** Unit and running total of a step with rows; a pause says what all so far come to, and the second door how long the largest bar was on the scale before. */
export function drawRows(stage: Stage, { box, first }: Rungs, step: LadderStep): Drawing {
  const { plot, text } = stage
  const record = records.find(({ id }) => id === step.current)
  const y = plot.top + text.label
  const title =
    step.kind === 'beat'
      ? quiet(stage, 'bracket', togetherWords(step), plot.left, y, { fill: colour.ink, weight: 600 })
      : quiet(stage, 'axis', titleOf(step), plot.left, y)
  const last = linear([0, scales[HANDFULS].high], [box.left, box.right])(figures.countriesTo(step.told).at(-1)?.deficit ?? 0)
  const { top, bottom } = first
  const ends = [box.left, top, last, top, last, bottom, box.left, bottom]
  const rules = step.kind === 'door' && step.scale === TENS ? lines('ghost', ends, DASHED) : []
  return together({ texts: [title], rules }, strip(stage, figures.totalTo(step.told), record?.deficit))
}

/** The current country's name above its column, its amount being the slide's number, and the names before it in steps that lead up to it. */
function names(stage: Stage, step: LadderStep): Drawing {
  const { y, rightOf, middleOf } = plotOf(stage, step)
  const { label } = stage.text
  const texts: TextRow[] = []
  const rules: RuleRow[] = []
  let ceiling = Number.POSITIVE_INFINITY
  for (const record of figures.countriesTo(step.told).slice(-3)) {
    const isCurrent = record.id === step.current
    const [top, stroke] = [y(record.deficit), isCurrent ? colour.signal : colour.mute]
    const base = Math.min(top - 8, ceiling - (isCurrent ? label + 8 : label + 3))
    const style = isCurrent ? strong(stage, colour.signal) : {}
    const row = quiet(stage, record.id, record.name, rightOf(record), base, { align: 'right', ...style })
    const isInWay = boxOf(row).left < stage.aside.right + 10 && base - row.size < stage.aside.bottom
    if (isInWay && !isCurrent) continue
    // Right of the current column there is room for its name.
    texts.push(isInWay ? { ...row, x: 2 * middleOf(record) - rightOf(record), align: 'left' } : row)
    const middle = middleOf(record)
    if (base < top - 12) rules.push(rule(`leader-${record.id}`, [middle, base + 4, middle, top - 3], { stroke }))
    ceiling = base
  }
  return { ...onPaper(texts), marks: rules }
}

/** At a door only the largest so far is named, right of its column. */
function lastName(stage: Stage, step: LadderStep): Drawing {
  const { y, rightOf } = plotOf(stage, step)
  const last = figures.countriesTo(step.told).at(-1)
  if (!last) return {}
  const words = `${last.name} ${usd(last.deficit)}`
  return onPaper([quiet(stage, last.id, words, rightOf(last) + 8, y(last.deficit) + stage.text.label - 3)])
}

/** All so far taken together, below their columns. */
function bracket(stage: Stage, step: LadderStep): Drawing {
  const { bottom, middleOf } = plotOf(stage, step)
  const told = figures.countriesTo(step.told)
  const [first, last] = [told[0], told.at(-1)]
  if (!first || !last) return {}
  const [from, to, y] = [middleOf(first) - 16, middleOf(last) + 16, bottom + 12]
  const words = togetherWords(step)
  const gap = textWidth(words, stage.text.label, 600) / 2 + 12
  const middle = (from + to) / 2
  const style = { stroke: colour.ink, width: 1.5 }
  const half = (key: string, end: number, inner: number) => lines(key, [end, y - 6, end, y, inner, y], style)
  return {
    rules: [...half('bracket-left', from, middle - gap), ...half('bracket-right', to, middle + gap)],
    texts: [quiet(stage, 'bracket', words, middle, y + 5, { align: 'center', fill: colour.ink, weight: 600 })],
  }
}

/** How tall the largest column so far was on the scale before: what the zoom took away. */
function ghost(stage: Stage, step: LadderStep): Drawing {
  const { bottom, top, middleOf, rightOf } = plotOf(stage, step)
  const record = figures.countriesTo(step.told).at(-1)
  if (!record) return {}
  const height = linear([0, scales[HANDFULS].high], [bottom, top])(record.deficit)
  const [right, left] = [rightOf(record), 2 * middleOf(record) - rightOf(record)]
  const ends = [left, bottom, left, height, right, height, right, bottom]
  const label = quiet(stage, 'ghost', `${record.name} on the scale before`, right + 8, height + stage.text.label - 3)
  return together(onPaper([label]), { rules: lines('ghost', ends, DASHED) })
}
