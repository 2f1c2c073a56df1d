import { textWidth } from '../../motion/measure-text.ts'
import type { Run } from './text-body.ts'

/** One cell, as it is seen on a slide. */
export interface Cell {
  runs: readonly Run[]
  isHead: boolean
  align?: 'ctr' | 'end'
  /** How many columns it goes across. */
  span: number
}

/** Figures have the room that they need; names and words share what is left, and go on in a second line where that is too little. */
export function columnWidths(rows: readonly (readonly Cell[])[], size: number, width: number, fills: boolean): number[] {
  const count = Math.max(0, ...rows.map(spanOf))
  const whole = rows.filter((row) => row.length === count)
  const columns = Array.from({ length: count }, (_, at) => whole.flatMap((row) => row[at] ?? []))
  const natural = columns.map((cells) => Math.max(size, ...cells.map((cell) => widthOf(cell, size))))
  const isFixed = columns.map(
    (cells) => cells.some(({ align }) => align === 'end') || cells.every((cell) => widthOf(cell, size) < FIXED * size),
  )
  const sum = (widths: readonly number[]) => widths.reduce((total, one) => total + one, 0)
  const fixed = sum(natural.filter((_, at) => isFixed[at]))
  const loose = sum(natural) - fixed
  const room = width - fixed
  // A table of words alone, or one with too many figures, is made narrower as a whole.
  if (room < loose / 3 || loose === 0) return natural.map((one) => one * Math.min(1, width / sum(natural)))
  if (room > loose && !fills) return natural
  if (room > loose) return natural.map((one, at) => (isFixed[at] ? one : (one * room) / loose))
  const most = levelOf(
    natural.filter((_, at) => !isFixed[at]),
    room,
  )
  return natural.map((one, at) => (isFixed[at] ? one : Math.min(one, most)))
}

/** The width to which the widest are cut, so that all together have so much room. */
function levelOf(widths: readonly number[], room: number): number {
  let [left, level] = [room, 0]
  for (const [index, width] of widths.toSorted((a, b) => a - b).entries()) {
    level = left / (widths.length - index)
    left -= Math.min(width, level)
  }
  return level
}

/** Columns whose every cell is narrower than this, by the type size, are not worth a second line. */
const FIXED = 3

/** How many columns a row goes across. */
export function spanOf(row: readonly Cell[]): number {
  return row.reduce((sum, { span }) => sum + span, 0)
}

function widthOf(cell: Cell, size: number): number {
  return wordsOf(cell, size).reduce((sum, word) => sum + word, 0) + paddingBy(size)
}

/** Widths of its words in px, each but the first with the space before it. */
function wordsOf({ runs }: Cell, size: number): number[] {
  const weight = runs.some(({ bold }) => bold) ? 600 : 400
  const words = runs
    .map((run) => run.text)
    .join('')
    .split(/(?= )/)
  return words.map((word) => textWidth(word, size, '', weight) * 1.02)
}

/** Space beside what is in a cell. */
export function paddingBy(size: number): number {
  return size < 18 ? 6 : 16
}

/** How many lines the longest cell of a row needs. */
export function linesOf(row: readonly Cell[], columns: readonly number[], size: number): number {
  const room = (at: number) => (columns[at] ?? 1) - paddingBy(size) + 1
  return Math.max(1, ...row.map((cell, at) => (cell.span > 1 ? 1 : linesIn(wordsOf(cell, size), room(at)))))
}

/** Letters of headlines stand so much closer than their face has them, by their size. */
const CLOSER = 0.012

/**
 * How much of the width of a headline (px) stays free so that its lines are of as equal length as they can be, as browsers balance
 * text: the narrowest width that needs no more lines.
 */
export function freeOf(text: string, size: number, width: number): number {
  const words = text.split(/(?=[ \n])/).map((word) => textWidth(word, size, 'serif', 600) - word.length * size * CLOSER)
  const lines = linesIn(words, width)
  let [low, high] = [Math.max(...words), width]
  if (lines < 2 || low >= high) return 0
  while (high - low > 1) {
    const middle = (low + high) / 2
    if (linesIn(words, middle) > lines) low = middle
    else high = middle
  }
  // Letters of other programs may be a little wider.
  return Math.max(0, Math.floor(width - high * 1.01))
}

/** How many lines words of these widths (px) make; each but the first has the space before it, which is no wider than a line has room beyond its end. */
export function linesIn(words: readonly number[], width: number): number {
  let [lines, length] = [1, 0]
  for (const word of words) {
    length += word
    if (length <= width || length === word) continue
    lines++
    length = word
  }
  return lines
}
