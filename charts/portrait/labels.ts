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
import { count } from '../../data/format.ts'
import { type CountryRecord, records } from '../../data/records.ts'
import { clearLines } from '../parts/clear-lines.ts'
import { strip } from '../parts/tally.ts'
import { type PortraitBox, portraitBox, ratioScale } from './box.ts'
import { doorStrip } from './door.ts'
import { type PortraitStep, passesHalf, scale, toldBy } from './steps.ts'

/** Labels, gridlines and the strip of a step; a door is the strip alone, large. */
export function drawPortraitStep(stage: Stage, step: PortraitStep): Drawing {
  const box = portraitBox(stage)
  const told = toldBy(step)
  const { record } = step
  if (!record) return doorStrip(stage, box, told)
  return clearLines(
    together(
      grid(stage, box),
      flowLabels(stage, box, record),
      ratios(stage, box, record, told),
      strip(
        stage,
        figures.smallestTogether(told.length),
        record.deficit,
        passesHalf(step) ? `half, passed with #${record.rank}` : undefined,
      ),
    ),
  )
}

/** The marks of all countries told: the current one is the bracket between its bars' ends, the others are ticks of the ratios; at a door, stretches of the strip. */
export function recordBoxes(stage: Stage, step: PortraitStep): BoxRow[] {
  const box = portraitBox(stage)
  return toldBy(step).map((record) => {
    if (record === step.record) return difference(box, record)
    return step.record ? tick(box, record, colour.mute) : stretch(box, record)
  })
}

/** From the end of the imports to the end of the exports. */
function difference({ x, imports }: PortraitBox, { id, exports, deficit }: CountryRecord): BoxRow {
  const middle = (imports.top + imports.bottom) / 2
  return { key: id, x: x(exports - deficit), x2: x(exports), y: middle - 3, y2: middle + 3, fill: colour.signal }
}

function tick({ ratioX, ratios: { top, bottom } }: PortraitBox, { id }: CountryRecord, fill: BoxRow['fill'], grow = 0): BoxRow {
  const middle = ratioX(figures.dollarsSoldPerDollarBought(id).value)
  return { key: id, x: middle - 1.5 - grow / 3, x2: middle + 1.5 + grow / 3, y: top - grow, y2: bottom, fill }
}

function stretch({ left, right, strip }: PortraitBox, { id, deficit }: CountryRecord): BoxRow {
  const at = fromZero(figures.total, left, right)
  const end = figures.runningTotal(id)
  const [from, to] = [at(end - deficit), at(end)]
  return { key: id, x: from, x2: Math.max(to - 1, (from + to) / 2), y: strip.top, y2: strip.bottom, fill: colour.mute }
}

/** Gridlines through the bars, with their values below. */
function grid(stage: Stage, { x, exports, imports, axis }: PortraitBox): Drawing {
  const values = Array.from({ length: Math.floor(scale.top / scale.gridline) }, (_, i) => (i + 1) * scale.gridline)
  const words = (value: number) => `${count(value / 1e9)}${value === values.at(-1) ? ' billion dollars' : ''}`
  return {
    rules: values.map((value) => rule(`grid-${value / 1e9}`, [x(value), exports.top, x(value), imports.bottom + 4], {})),
    texts: [0, ...values].map(
      (value): TextRow => ({
        ...quiet(stage, `grid-${value / 1e9}`, words(value), x(value), axis),
        align: value === 0 ? 'left' : 'center',
      }),
    ),
  }
}

/** What the two bars and the bracket between their ends are; their amounts stand below the chart. */
function flowLabels(stage: Stage, box: PortraitBox, { id, exports, deficit }: CountryRecord): Drawing {
  const { left, right, x, imports, bracket } = box
  const [from, to] = [x(exports - deficit), x(exports)]
  const words = 'the deficit'
  const fits = from + textWidth(words, stage.text.strong, 600) < right
  const middle = (imports.top + imports.bottom) / 2
  const style = { stroke: colour.signal, width: 2 }
  return {
    marks: [
      rule('bracket-from', [from, middle - 9, from, middle + 9], style),
      rule('bracket-to', [to, middle - 9, to, middle + 9], style),
    ],
    texts: [
      quiet(stage, 'exports', 'Sold to the United States', left, box.exports.top - 7),
      quiet(stage, 'imports', 'Bought from the United States', left, imports.top - 7),
      {
        ...quiet(stage, id, words, fits ? from : to, bracket),
        ...strong(stage, colour.signal),
        align: fits ? 'left' : 'right',
      },
    ],
  }
}

/** Dollars sold for each dollar bought: a tick for each country, the current one named. */
function ratios(stage: Stage, box: PortraitBox, record: CountryRecord, told: readonly CountryRecord[]): Drawing {
  const { left, right, ratioX, heading, named, foot } = box
  const words = stage.small
    ? 'Sold for each dollar bought, logarithmic'
    : `Dollars sold for each dollar bought, all ${count(figures.countryCount)}, on a logarithmic scale`
  const middle = ratioX(figures.dollarsSoldPerDollarBought(record.id).value)
  const half = textWidth(record.name, stage.text.strong, 600) / 2
  return {
    boxes: [
      ...records.filter((other) => !told.includes(other)).map((other) => tick(box, other, colour.mute)),
      { ...tick(box, record, colour.signal, 3), key: 'this' },
    ],
    rules: [rule('ratios', [left, box.ratios.bottom, right, box.ratios.bottom], { stroke: colour.mute })],
    texts: [
      quiet(stage, 'heading', words, left, heading),
      {
        ...quiet(stage, 'name', record.name, Math.max(left + half, Math.min(middle, right - half)), named),
        ...strong(stage, colour.signal),
        align: 'center',
      },
      ...ratioScale.values.map(
        (value): TextRow => ({
          ...quiet(stage, `ratio-${value}`, `$${count(value)}`, ratioX(value), foot),
          align: value === ratioScale.from ? 'left' : value === ratioScale.to ? 'right' : 'center',
        }),
      ),
    ],
  }
}
