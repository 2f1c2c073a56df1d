import { type BoxRow, colour, type Drawing, linear, quiet, rule, type Stage, strong, type TextRow } from 'countdown-story/charts'
import { countryCount, half, total } from '../../data/figures.ts'
import { billions, count, percent } from '../../data/format.ts'

/** The running total in words, worded alike on every chart so that its figures count. `soFar` in dollars. */
export function tallyText(stage: Stage, soFar: number, x = stage.left, y = stage.tally): TextRow {
  return quiet(stage, 'tally', `So far ${billions(soFar)}, ${percent(soFar / total)} of the total`, x, y, strong(stage))
}

/**
 * The running total as a strip from zero to the sum of all deficits, with a mark at half: the opening question.
 * The share of the current country, `added`, is the signal. `answer` is said at the mark when half has been passed.
 */
export function strip(stage: Stage, soFar: number, added = 0, answer?: string): Drawing {
  const { left, right, small, alone, stripLabels } = stage
  const { top, height } = stage.strip
  const at = linear([0, total], [left, right])
  const box = (key: string, from: number, to: number, fill: BoxRow['fill']): BoxRow => {
    return { key, x: at(from), x2: at(to), y: top, y2: top + height, fill }
  }
  const told = [box('strip', 0, total, colour.faint), box('strip-so-far', 0, soFar - added, colour.mute)]
  const said = answer === undefined ? {} : ({ fill: colour.ink, weight: 600 } as const)
  const sum = small ? billions(total) : `${count(countryCount)} deficits: ${billions(total)}`
  return {
    boxes: added > 0 ? [...told, box('strip-added', soFar - added, soFar, colour.signal)] : told,
    marks: [rule('strip-half', [at(half), top - (alone ? 2 : 6), at(half), top + height], { stroke: colour.ink, width: 2 })],
    texts: [
      tallyText(stage, soFar),
      quiet(stage, 'strip-half', answer ?? 'half', at(half), stripLabels, { align: 'center', ...said }),
      quiet(stage, 'strip-total', sum, right, stripLabels, { align: 'right' }),
    ],
  }
}
