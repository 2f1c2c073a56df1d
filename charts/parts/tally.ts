import {
  type BoxRow,
  colour,
  type Drawing,
  fromZero,
  quiet,
  type RuleRow,
  rule,
  type Stage,
  type TextRow,
} from 'countdown-story/charts'
import { countryCount, half, total } from '../../data/figures.ts'
import { billions, count, percent } from '../../data/format.ts'

/** The running total in words, worded alike on every chart so that its figures count. `soFar` in dollars. */
export function tallyText({ left, text, tally }: Stage, soFar: number, at: { x?: number; y?: number } = {}): TextRow {
  const words = `So far ${billions(soFar)}, ${percent(soFar / total)} of the total`
  return {
    key: 'tally',
    text: words,
    x: at.x ?? left,
    y: at.y ?? tally,
    align: 'left',
    fill: colour.ink,
    size: text.strong,
    weight: 600,
  }
}

/** Maps dollars onto the strip, which is as long as all deficits together. */
export function stripScale({ left, right }: Stage): (dollars: number) => number {
  return fromZero(total, left, right)
}

/**
 * The running total as a strip from zero to the sum of all deficits, with a mark at half: the opening question.
 * The share of the current country, `added`, is the signal. `answer` is said at the mark when half has been passed.
 */
export function strip(stage: Stage, soFar: number, added = 0, answer?: string): Drawing {
  const at = stripScale(stage)
  const { top, height } = stage.strip
  return {
    boxes: stripBoxes(at, { top, bottom: top + height }, soFar, added),
    marks: [halfMark(stage, at(half))],
    texts: [tallyText(stage, soFar), ...stripLabels(stage, at(half), answer)],
  }
}

/** The strip itself: all, what was told before, and the current country's share. */
export function stripBoxes(
  at: (dollars: number) => number,
  edges: { top: number; bottom: number },
  soFar: number,
  added: number,
): BoxRow[] {
  const box = (key: string, from: number, to: number, fill: BoxRow['fill']): BoxRow => {
    return { key, x: at(from), x2: at(to), y: edges.top, y2: edges.bottom, fill }
  }
  const told = [box('strip', 0, total, colour.faint), box('strip-so-far', 0, soFar - added, colour.mute)]
  return added > 0 ? [...told, box('strip-added', soFar - added, soFar, colour.signal)] : told
}

function halfMark({ alone, strip: { top, height } }: Stage, x: number): RuleRow {
  return rule('half', [x, alone ? top - 2 : top - 6, x, top + height], { stroke: colour.ink, width: 2 })
}

function stripLabels(stage: Stage, x: number, answer?: string): TextRow[] {
  const { right, small, stripLabels: y } = stage
  const middle: TextRow = { ...quiet(stage, 'half', answer ?? 'half', x, y), align: 'center' }
  const sum = small ? billions(total) : `${count(countryCount)} deficits: ${billions(total)}`
  const end: TextRow = { ...quiet(stage, 'total', sum, right, y), align: 'right' }
  return [answer === undefined ? middle : { ...middle, fill: colour.ink, weight: 600 }, end]
}
