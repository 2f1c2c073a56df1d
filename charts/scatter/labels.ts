import {
  type Box,
  colour,
  type Drawing,
  type Labelled,
  placeLabels,
  quiet,
  rule,
  type Stage,
  type TextRow,
} from 'countdown-story/charts'
import { percent, usd } from '../../data/format.ts'
import { extremes, LARGEST, points, without } from './points.ts'

/** Radius of a point in px. */
export const RADIUS = 7

/** Ends of the axes and their lines, each ten times the one before. */
export const axes = {
  wealth: { domain: [1000, 140_000], lines: [1000, 10_000, 100_000] },
  weight: { domain: [0.001, 0.5], lines: [0.001, 0.01, 0.1] },
}

/** The cloud's place: a line above it, three below. */
export function cloudBox({ plot, text }: Stage): Box {
  return {
    left: plot.left + 46,
    right: plot.right,
    top: plot.top + text.label + 8,
    bottom: plot.bottom - 3 * (text.label + 4) - 6,
  }
}

/** Where a value lies on a logarithmic axis. */
function logarithmic([from = 1, to = 1]: readonly number[], start: number, end: number): (value: number) => number {
  return (value) => start + ((end - start) * Math.log(value / from)) / Math.log(to / from)
}

function maps({ left, right, top, bottom }: Box) {
  return { x: logarithmic(axes.wealth.domain, left, right), y: logarithmic(axes.weight.domain, bottom, top) }
}

/** Gridlines, each ten times the one before, and titles that say so. */
export function lines(stage: Stage, box: Box): Drawing {
  const { x, y } = maps(box)
  const { plot, text } = stage
  const foot = box.bottom + text.label + 2
  return {
    rules: [
      ...axes.wealth.lines.map((value) => rule(`wealth-${value}`, [x(value), box.top, x(value), box.bottom], {})),
      ...axes.weight.lines.map((value) => rule(`weight-${value}`, [box.left, y(value), box.right, y(value)], {})),
    ],
    texts: [
      quiet(stage, 'weight', titles(stage).weight, plot.left, plot.top + text.label - 4),
      ...axes.weight.lines.map((value) =>
        quiet(stage, `weight-${value}`, percent(value), plot.left, y(value) + text.label * 0.33),
      ),
      ...axes.wealth.lines.map(
        (value): TextRow => ({
          ...quiet(stage, `wealth-${value}`, usd(value), x(value), foot),
          align: value === axes.wealth.lines[0] ? 'left' : 'center',
        }),
      ),
      { ...quiet(stage, 'wealth', titles(stage).wealth, box.right, foot + text.label + 4), align: 'right' },
    ],
  }
}

/** A narrow frame has room for fewer words. */
function titles({ small }: Stage) {
  if (small)
    return {
      weight: 'Deficit as share of GDP; logarithmic, lines ten times apart',
      wealth: 'GDP per head; logarithmic, lines ten times apart',
    }
  return {
    weight: 'Deficit as a share of the partner’s GDP, on a logarithmic axis: each line is ten times the one below',
    wealth: 'GDP per head, on a logarithmic axis: each line is ten times the one before',
  }
}

/** Names of the extremes first, then of the largest deficits, as far as there is room. */
export function names(stage: Stage, box: Box): Drawing {
  const { x, y } = maps(box)
  const order = points.toSorted((a, b) => Number(extremes.includes(b.id)) - Number(extremes.includes(a.id)) || a.rank - b.rank)
  const marks = order.map(({ id, rank, name, gdpPerCapita, weight }): Labelled => {
    const label = quiet(stage, id, name, 0, 0)
    return {
      x: x(gdpPerCapita),
      y: y(weight),
      radius: RADIUS,
      label: rank === LARGEST ? { ...label, fill: colour.signal, weight: 600 } : label,
    }
  })
  return placeLabels(marks, { ...box, right: stage.right }, extremes)
}

/** Where countries without a GDP figure stand, below the axes, and what is said of them. */
export function gutterPlace({ plot, text }: Stage): { x: number; y: number } {
  return { x: plot.left + RADIUS, y: plot.bottom - text.label * 0.33 }
}

/** Names the countries in the gutter. */
export function gutter(stage: Stage): Drawing {
  if (without.length === 0) return {}
  const words = `${without.map(({ name }) => name).join(', ')}: no 2023 figure`
  return { texts: [quiet(stage, 'gutter', words, gutterPlace(stage).x + RADIUS + 5, stage.plot.bottom)] }
}
