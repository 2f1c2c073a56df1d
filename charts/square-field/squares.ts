import { type Box, colour, lines, type RuleRow } from 'countdown-story/charts'
import { total } from '../../data/figures.ts'
import { type CountryRecord, records } from '../../data/records.ts'

/** Dollars that one square stands for. */
export const UNIT = 1e9

/** A piece of a country's area in the field: a whole square, or what a neighbour left of one. Sizes in squares. */
export interface Piece {
  key: string
  id: string
  rank: number
  /** Squares before it in the sequence. */
  from: number
  x: number
  x2: number
  y: number
  y2: number
}

/** A grid of squares of $1 billion whose used part is exactly the total. */
export interface Grid extends Box {
  columns: number
  rows: number
  /** Side of a square with its gap, in px. */
  pitch: number
}

/** Half of the gap between squares, in squares. */
export const MARGIN = 0.055

/**
 * Finds the grid that fills a box best: few columns make large squares, a last row that is filled to more than `calm` of its width
 * a calm outline.
 */
export function gridIn({ left, right, top, bottom }: Box, calm: number): Grid {
  const squares = total / UNIT
  const fewest = Math.ceil(Math.sqrt((squares * (right - left)) / (bottom - top)))
  const candidates = Array.from({ length: 5 }, (_, i) => fewest + i)
  const columns = candidates.find((columns) => (squares / columns) % 1 > calm) ?? fewest
  const pitch = (right - left) / columns
  const rows = Math.ceil(squares / columns)
  return { left, right, top: bottom - rows * pitch, bottom, columns, rows, pitch }
}

/**
 * The pieces of countries in the order of telling, row by row from the bottom left, or from so many squares on. The last of a
 * country’s fullest pieces is its record’s mark, and so falls last.
 */
export function pieces(columns: number, some: readonly CountryRecord[] = records, start = 0): Piece[] {
  return some.flatMap((record) => {
    const end = start + record.deficit / UNIT
    const spans = spansBetween(start, end)
    start = end
    return piecesOf(record, spans, columns)
  })
}

function piecesOf({ id, rank }: CountryRecord, spans: [number, number][], columns: number): Piece[] {
  const widths = spans.map(([from, to]) => Math.round((to - from) * 1000))
  const main = widths.lastIndexOf(Math.max(...widths))
  return spans.map(([from, to], i) => {
    const cell = Math.floor(from + 1e-9)
    const column = cell % columns
    const row = Math.floor(cell / columns)
    const inside = (position: number) => column + Math.min(Math.max(position - cell, MARGIN), 1 - MARGIN)
    return {
      key: i === main ? id : `${id}-${i}`,
      id,
      rank,
      from,
      x: inside(from),
      x2: inside(to),
      y: row + MARGIN,
      y2: row + 1 - MARGIN,
    }
  })
}

/** Cuts a stretch of the sequence at whole squares. Slivers of rounding errors are left out. */
function spansBetween(start: number, end: number): [number, number][] {
  const spans: [number, number][] = []
  for (let from = start; end - from > 1e-6; ) {
    const to = Math.min(Math.floor(from + 1 + 1e-6), end)
    spans.push([from, to])
    from = to
  }
  return spans
}

/** The outline around the first `squares` squares, or around those after them, in squares. */
export function outline({ columns }: Pick<Grid, 'columns'>, from: number, to: number): [x: number, y: number][] {
  const [row, endRow] = [Math.floor(from / columns), Math.floor(to / columns)]
  const [column, endColumn] = [from - row * columns, to - endRow * columns]
  return [
    [column, row],
    [columns, row],
    [columns, endRow],
    [endColumn, endRow],
    [endColumn, endRow + 1],
    [0, endRow + 1],
    [0, row + 1],
    [column, row + 1],
    [column, row],
  ]
}

/** Upper edge of the rows that so many dollars fill or begin, in px. */
export function topOf({ bottom, pitch, columns }: Grid, dollars: number): number {
  return bottom - Math.ceil(dollars / UNIT / columns) * pitch
}

/** Level of so many dollars, as if they filled the width evenly, in px. */
export function levelOf({ bottom, pitch, columns }: Grid, dollars: number): number {
  return bottom - (dollars / UNIT / columns) * pitch
}

/** The outline of a stretch of the sequence, dashed. */
export function edges(grid: Grid, key: string, from: number, to: number): RuleRow[] {
  const { left, bottom, pitch } = grid
  const points = outline(grid, from / UNIT, to / UNIT).flatMap(([x, y]) => [left + x * pitch, bottom - y * pitch])
  return lines(key, points, { stroke: colour.ink, dash: [4, 4] })
}
