import {
  type Box,
  colour,
  type Drawing,
  onPaper,
  quiet,
  rule,
  type Stage,
  strong,
  textWidth,
  together,
} from 'countdown-story/charts'
import * as figures from '../../data/figures.ts'
import { billions, count, inWords, usd } from '../../data/format.ts'
import { type CountryRecord, records } from '../../data/records.ts'
import { tallyText } from '../parts/tally.ts'
import { closeUp } from './close-up.ts'
import { drawRow } from './country-row.ts'
import { edges, type Grid, gridIn, levelOf, MARGIN, topOf, UNIT } from './squares.ts'
import { type FieldStep, few, isUnderLens, smallCount, tenToCome, uncovered } from './steps.ts'

/** The grid of squares in a frame, in the middle of its height where that stands alone, with room for text above and below. */
export function fieldGrid({ plot, text, alone, bottom }: Stage): Grid {
  if (!alone) return gridIn({ ...plot, top: plot.top + text.strong }, 0.9)
  const top = plot.top + text.label + text.strong + 16
  const grid = gridIn({ ...plot, top, bottom: bottom - text.strong - 18 }, 0.4)
  const spare = (grid.top - top) / 2
  return { ...grid, top: grid.top - spare, bottom: grid.bottom - spare }
}

/** Baselines of the lines below and above the frame; frames that stand alone keep a further line for the largest country. */
function linesOf({ alone, text }: Stage, { top, bottom }: Grid) {
  return { below: bottom + text.strong + 10, above: alone ? top - text.strong - 14 : top - 10 }
}

/** All that a step writes on and around the field. */
export function drawFieldStep(stage: Stage, grid: Grid, step: FieldStep): Drawing {
  const { id, look } = step
  const words = `${count(figures.countryCount)} deficits: ${billions(figures.total)}`
  const whole = quiet(stage, 'total', words, grid.right, linesOf(stage, grid).above, { align: 'right' })
  return together(
    { texts: look === 'moved' ? [] : [whole] },
    unit(stage, grid, step),
    soFar(stage, grid, step),
    levels(stage, grid, step),
    isUnderLens(step) ? closeUp(stage, grid, step.current) : {},
    current(stage, grid, step),
    drawRow(stage, grid, step),
    landmarks[id]?.(stage, grid) ?? {},
  )
}

/** What a square means: first in the frame itself, then beside it: below on the right, or above on the left. */
function unit(stage: Stage, grid: Grid, { id }: FieldStep): Drawing {
  if (id === 'question' || id === 'basis') return {}
  const { pitch } = grid
  const words = `= $${count(UNIT / 1e9)} billion`
  if (id === 'unit') {
    // The square itself is the first country's, which has come down ahead of the rest.
    const [x, top] = [grid.left + pitch / 2, grid.bottom - pitch]
    const leader = rule('leader-unit', [x, top - 18, x, top - 3], { stroke: colour.signal })
    return { rules: [leader], texts: [quiet(stage, 'unit', `1 square ${words}`, x - 1, top - 22, strong(stage, colour.signal))] }
  }
  const { above, below } = linesOf(stage, grid)
  const y = stage.alone ? above : below
  const left = stage.alone ? grid.left : grid.right - textWidth(words, stage.text.label) - pitch - 10
  const [middle, half] = [y - stage.text.label * 0.33, pitch / 2 - MARGIN * pitch]
  const x = left + pitch / 2
  const box = { key: 'unit', x: x - half, x2: x + half, y: middle - half, y2: middle + half, fill: colour.mute }
  return { boxes: [box], texts: [quiet(stage, 'unit', words, left + pitch + 10, y)] }
}

/** The running total, below the frame on the left. */
function soFar(stage: Stage, grid: Grid, { id, told, look, upTo }: FieldStep): Drawing {
  const dollars = figures.totalTo(told)
  if (dollars === 0 || look !== '' || upTo < figures.total || id === 'total' || told === records[0]?.rank) return {}
  return { texts: [tallyText(stage, dollars, grid.left, linesOf(stage, grid).below)] }
}

/** Lines for half of the total, and for what is left after surpluses elsewhere. */
function levels(stage: Stage, grid: Grid, step: FieldStep): Drawing {
  const { id, told } = step
  const net = `after surpluses elsewhere: about ${usd(figures.overallDeficit)}`
  if (id === 'basis') return level(stage, grid, 'net', net, figures.overallDeficit)
  if (told <= 2 || id === 'four' || isUnderLens(step)) return {}
  return level(stage, grid, 'half', `half: ${billions(figures.half)}`, figures.half, figures.totalTo(told))
}

/** A line over the squares; its words stand above them. */
function level(stage: Stage, grid: Grid, key: string, words: string, dollars: number, soFar = 0): Drawing {
  const y = levelOf(grid, dollars)
  const top = Math.min(y, topOf(grid, soFar))
  const x = grid.right - 10
  const style = soFar > dollars ? { stroke: colour.ink, width: 2 } : { stroke: colour.quiet, dash: [4, 4] }
  const leader = top < y ? [rule(`${key}-leader`, [x, top - 12, x, y], style)] : []
  return {
    marks: [rule(key, [grid.left, y, grid.right, y], style), ...leader],
    texts: [quiet(stage, key, words, x - 4, top - 8, { align: 'right' })],
  }
}

/** The country that passes half or fills the frame. */
function current(stage: Stage, grid: Grid, { current, told }: FieldStep): Drawing {
  const record = records.find(({ id }) => id === current)
  if (!record || told >= 35) return {}
  // Inside the frame the name stands clear of its line.
  const [x, y] = told === 1 ? [grid.left, grid.top - 10] : [grid.left + 6, topOf(grid, figures.totalTo(told)) - 8]
  return { texts: [quiet(stage, current, record.name, x, y, strong(stage, colour.signal))] }
}

/** What some steps mark on the squares. */
const landmarks: Readonly<Record<string, (stage: Stage, grid: Grid) => Drawing>> = {
  question: (_, grid) => area(grid, figures.half),
  basis: (_, grid) => area(grid, figures.overallDeficit),
  /** The place of the dollars missing to half, in outline. */
  four(stage, grid) {
    const words = `${billions(figures.missingToHalf)} missing to half`
    const at = { ...strong(stage), align: 'right' } as const
    return {
      rules: edges(grid, 'missing', figures.totalBeforeHalf, figures.half),
      texts: [quiet(stage, 'half', words, grid.right - 10, topOf(grid, figures.half) - 8, at)],
    }
  },
  ten(stage, grid) {
    const y = (levelOf(grid, figures.totalTo(11)) + levelOf(grid, figures.half)) / 2 + stage.text.label / 3
    return { texts: [centred(stage, grid, 'to-come', tenToCome(), y, strong(stage))] }
  },
  'before-china'(stage, grid) {
    const { deficit } = records.at(-1) as CountryRecord
    const y = (levelOf(grid, figures.total - deficit) + grid.top) / 2
    return { texts: [centred(stage, grid, 'missing', `missing: ${usd(deficit)}`, y, strong(stage))] }
  },
  /** What lies on the largest, where it came from, and what it leaves uncovered. */
  'thirty-three'(stage, grid) {
    const dollars = figures.smallestTogether(smallCount())
    const free = `uncovered: ${billions(uncovered())}`
    const words = stage.small ? 'The smallest lay here' : `The ${count(smallCount())} smallest, which lay here`
    const y = (levelOf(grid, dollars) + grid.bottom) / 2 + stage.text.label / 3
    const at = { ...strong(stage, colour.signal), align: 'right' } as const
    const above = quiet(stage, 'uncovered', free, grid.right, linesOf(stage, grid).above, at)
    return { rules: edges(grid, 'from', 0, dollars), texts: [above, centred(stage, grid, 'smallest', words, y)] }
  },
  /** The level of the deficit with all countries, over the full frame. */
  total(stage, grid) {
    const y = levelOf(grid, figures.overallDeficit)
    const words = `with the whole world: ${usd(figures.overallDeficit)}`
    const label = centred(stage, grid, 'net', words, y + stage.text.label + 12, { fill: colour.ink })
    return { ...onPaper([label], 8), marks: [rule('net', [grid.left, y, grid.right, y], { stroke: colour.ink, width: 2 })] }
  },
  /** An empty place where squares came off, and a hatched band: the net is rounded, and so is what came off. */
  net(stage, grid) {
    const { overallDeficit, netError, total } = figures
    const [low, high] = [levelOf(grid, overallDeficit - netError), levelOf(grid, overallDeficit + netError)]
    const off = `surpluses elsewhere: roughly ${inWords(figures.surplusesInTens)}`
    const stays = `${usd(overallDeficit)} stays, give or take ${inWords(netError)}`
    const pitch = 14
    const hatch = Array.from({ length: Math.floor((grid.right - grid.left) / pitch) }, (_, i) => grid.left + i * pitch)
    return {
      rules: edges(grid, 'off', overallDeficit, total),
      marks: hatch.map((x, i) => rule(`hatch-${i}`, [x, low, x + pitch, high], { stroke: colour.ink, width: 1.5 })),
      texts: [
        centred(stage, grid, 'surplus', off, (grid.top + high) / 2 + stage.text.label / 3),
        quiet(stage, 'net', stays, grid.left, linesOf(stage, grid).below, strong(stage)),
      ],
    }
  },
  /** The few that make more than half, each with its name, by turns left and right; the many below them. */
  ending(stage, grid) {
    const label = (key: string, words: string, from: number, to: number, part = 0.5) => {
      const y = (levelOf(grid, from) + levelOf(grid, to)) / 2 + stage.text.label / 3
      const x = grid.left + (grid.right - grid.left) * part
      return centred(stage, grid, key, words, y, { fill: colour.ink, weight: 600, x })
    }
    const rest = `${count(figures.countriesBeforeHalf)} countries ${billions(figures.totalBeforeHalf)}`
    const blocks = few().map((record) => ({ ...record, end: figures.runningTotal(record.id) }))
    const names = blocks.map(({ id, name, deficit, end }, i) =>
      label(id, `${name} ${usd(deficit)}`, end - deficit, end, i % 2 === 0 ? 0.27 : 0.73),
    )
    return onPaper([label('many', rest, 0, figures.totalBeforeHalf), ...names], 8)
  },
}

function centred(stage: Stage, { left, right }: Box, key: string, words: string, y: number, style = {}) {
  return quiet(stage, key, words, (left + right) / 2, y, { align: 'center', ...style })
}

/** So many dollars of the empty frame, as an area. */
function area(grid: Grid, dollars: number): Drawing {
  const { left, right, bottom } = grid
  return { boxes: [{ key: 'area', x: left + 1, x2: right - 1, y: levelOf(grid, dollars), y2: bottom - 1, fill: colour.faint }] }
}
