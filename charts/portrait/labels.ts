import {
  type BoxRow,
  colour,
  type Drawing,
  fromZero,
  quiet,
  rule,
  type Stage,
  strong,
  type TextRow,
  textWidth,
  together,
} from 'countdown-story/charts'
import * as figures from '../../data/figures.ts'
import { count, usd } from '../../data/format.ts'
import type { CountryRecord } from '../../data/records.ts'
import { strip, stripScale } from '../parts/tally.ts'
import { type PortraitBox, portraitBox } from './box.ts'
import { doorStrip } from './door.ts'
import { type PortraitStep, passesHalf, scales, toldBy, zoom } from './steps.ts'

/** Labels, gridlines and the strip of a step; a door is the strip alone, large. */
export function drawPortraitStep(stage: Stage, step: PortraitStep): Drawing {
  const box = portraitBox(stage, step.scale)
  const told = toldBy(step)
  const dollars = figures.smallestTogether(told.length)
  const { record } = step
  if (!record) return doorStrip(stage, box, told)
  return together(
    grid(stage, box, step),
    flowLabels(stage, box, record),
    neighbourLabels(stage, box, told),
    strip(stage, dollars, record.deficit, passesHalf(step) ? `half, passed with #${record.rank}` : undefined),
  )
}

/**
 * The marks of all countries told: the current one is the gap between its bars, those before it are bars below,
 * and all others are their stretches of the strip.
 */
export function recordBoxes(stage: Stage, step: PortraitStep): BoxRow[] {
  const box = portraitBox(stage, step.scale)
  const told = toldBy(step)
  const around = step.record ? told.slice(-box.neighbours.length).reverse() : []
  return told.map((record) => {
    if (record === step.record) return gap(box, record)
    const row = box.neighbours[around.indexOf(record)]
    if (row) return { key: record.id, x: box.left, x2: box.x(record.deficit), y: row.top, y2: row.bottom, fill: colour.mute }
    return stretch(stage, box, record, step.record === undefined)
  })
}

function gap({ x, imports }: PortraitBox, record: CountryRecord): BoxRow {
  return {
    key: record.id,
    x: x(record.exports - record.deficit),
    x2: x(record.exports),
    y: imports.top,
    y2: imports.bottom,
    fill: colour.signal,
  }
}

function stretch(stage: Stage, box: PortraitBox, { id, deficit }: CountryRecord, large: boolean): BoxRow {
  const at = large ? fromZero(figures.total, box.left, box.right) : stripScale(stage)
  const { top, bottom } = large ? box.strip : { top: stage.strip.top, bottom: stage.strip.top + stage.strip.height }
  const end = figures.runningTotal(id)
  const separator = large ? 1 : 0
  const [from, to] = [at(end - deficit), at(end)]
  return { key: id, x: from, x2: Math.max(to - separator, (from + to) / 2), y: top, y2: bottom, fill: colour.mute }
}

/** Gridlines through both parts, with their values at the foot. */
function grid(stage: Stage, { x, right, exports, axis }: PortraitBox, { scale }: PortraitStep): Drawing {
  const values = Array.from({ length: Math.floor(scale.top / scale.gridline) }, (_, i) => (i + 1) * scale.gridline)
  const title = scale === scales.neighbours ? `Billion dollars, at 1/${count(zoom)} of the scale before` : 'Billion dollars'
  const foot = axis - stage.text.label - 4
  return {
    rules: [...values.map((value) => rule(`grid-${value / 1e9}`, [x(value), exports.top, x(value), foot], {}))],
    texts: [
      { ...quiet(stage, 'axis', title, right, stage.small ? stage.plot.bottom : exports.top - 9), align: 'right' },
      ...[0, ...values].map(
        (value): TextRow => ({
          ...quiet(stage, `grid-${value / 1e9}`, count(value / 1e9), x(value), axis),
          align: value === 0 ? 'left' : 'center',
        }),
      ),
    ],
  }
}

/** What the two bars and the gap between them are. */
function flowLabels(stage: Stage, box: PortraitBox, record: CountryRecord): Drawing {
  const { exports, imports, x } = box
  const [from, to] = [x(record.exports - record.deficit), x(record.exports)]
  const words = `Deficit ${usd(record.deficit)}`
  const fits = from + textWidth(words, stage.text.strong, 600) < box.right
  const deficit: TextRow = {
    ...quiet(stage, record.id, words, fits ? from : to, imports.bottom + stage.text.strong + 4),
    ...strong(stage, colour.signal),
  }
  return {
    texts: [
      ...flowLabel(stage, 'exports', 'Exports to the United States', record.exports, box.left, exports.top),
      ...flowLabel(stage, 'imports', 'Imports from the United States', record.imports, box.left, imports.top),
      fits ? deficit : { ...deficit, align: 'right' },
    ],
  }
}

function flowLabel(stage: Stage, key: string, words: string, dollars: number, x: number, top: number): TextRow[] {
  const y = top - 9
  const value = quiet(stage, `${key}-value`, usd(dollars), x + textWidth(words, stage.text.label) + 10, y)
  return [quiet(stage, key, words, x, y), { ...value, ...strong(stage) }]
}

/** The current country and those told before it, each with its deficit on the scale of the portrait. */
function neighbourLabels(stage: Stage, { neighbours, heading, x, left }: PortraitBox, told: readonly CountryRecord[]): Drawing {
  const shown = told.slice(-neighbours.length).reverse()
  const current = shown[0]
  const first = neighbours[0]
  return {
    boxes:
      current && first
        ? [{ key: 'this', x: left, x2: x(current.deficit), y: first.top, y2: first.bottom, fill: colour.signal }]
        : [],
    texts: [
      quiet(stage, 'heading', 'Deficits, largest so far', left, heading),
      ...shown.map(({ id, rank, name, deficit }, row): TextRow => {
        const { top, bottom } = neighbours[row] ?? { top: 0, bottom: 0 }
        const words = `#${rank} ${name} ${usd(deficit)}`
        const [at, y] = stage.small ? [left, top - 4] : [x(deficit) + 8, (top + bottom) / 2 + stage.text.label * 0.33]
        const label = quiet(stage, `rank-${id}`, words, at, y)
        return row === 0 ? { ...label, fill: colour.signal, weight: 600 } : label
      }),
    ],
  }
}
