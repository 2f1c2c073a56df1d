import { half, total } from '../data/figures.ts'
import { billions, percent } from '../data/format.ts'
import { type BoxRow, type Drawing, type RuleRow, rule, type TextRow } from './drawing.ts'
import { fromZero, type Stage } from './stage.ts'
import { colour } from './theme.ts'

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
 * The share of the current country, `added`, is the signal.
 */
export function strip(stage: Stage, soFar: number, added = 0): Drawing {
  const at = stripScale(stage)
  const { top, height } = stage.strip
  const box = (key: string, from: number, to: number, fill: BoxRow['fill']): BoxRow => ({
    key,
    x: at(from),
    x2: at(to),
    y: top,
    y2: top + height,
    fill,
  })
  return {
    boxes: [
      box('strip', 0, total, colour.faint),
      box('strip-so-far', 0, soFar - added, colour.mute),
      box('strip-added', soFar - added, soFar, colour.signal),
    ],
    rules: [halfMark(stage, at(half))],
    texts: [tallyText(stage, soFar), ...stripLabels(stage, at(half))],
  }
}

function halfMark({ strip: { top, height } }: Stage, x: number): RuleRow {
  return rule('half', [x, top - 6, x, top + height], { stroke: colour.ink, width: 2 })
}

function stripLabels({ right, text, tally, portrait }: Stage, x: number): TextRow[] {
  const base = { y: tally, fill: colour.quiet, size: text.label, weight: 400 } as const
  const end: TextRow = { ...base, key: 'strip-total', text: `all: ${billions(total)}`, x: right, align: 'right' }
  if (portrait) return []
  return [{ ...base, key: 'half', text: 'half', x, align: 'center' }, end]
}
