import type { PaintedCell, PaintedRow, PaintedText, Piece } from '../painted.ts'
import { boxOf, colourOf, isSeen, px } from './boxes.ts'

type ReadBlock = (element: Element, around: { part: string }, pieces: Piece[]) => void

/** A table in as many pieces as it has columns on the slide, each with the heads; after it what is in its cells and no text. */
export function readTable(table: HTMLTableElement, part: string, pieces: Piece[], readBlock: ReadBlock): void {
  if (table.caption) readBlock(table.caption, { part }, pieces)
  const others: Piece[] = []
  const rows = [...table.rows].filter((row) => isSeen(row, getComputedStyle(row))).map((row) => readRow(row, others, readBlock))
  const heads = rows.filter(({ isHead }) => isHead)
  const caption = table.caption?.textContent?.trim() ?? ''
  for (const column of columnsOf(rows)) {
    const [first] = column
    const box = { ...(first?.box ?? boxOf(table)), y: Math.min(...rows.map((row) => row.box.y)) }
    const all = first?.isHead ? column : [...heads, ...column]
    pieces.push({ kind: 'table', part, box, rows: all, caption })
  }
  pieces.push(...others)
}

/** Rows that stand below each other. */
function columnsOf(rows: readonly PaintedRow[]): PaintedRow[][] {
  const columns: PaintedRow[][] = []
  for (const row of rows) {
    const before = columns.at(-1)?.at(-1)
    if (before && Math.abs(before.box.x - row.box.x) < 1) columns.at(-1)?.push(row)
    else columns.push([row])
  }
  return columns
}

function readRow(row: HTMLTableRowElement, others: Piece[], readBlock: ReadBlock): PaintedRow {
  const cells = [...row.cells].filter((cell) => getComputedStyle(cell).display !== 'none')
  return {
    box: boxOf(row),
    isHead: cells.every(({ tagName, scope }) => tagName === 'TH' && scope !== 'row'),
    cells: cells.map((cell) => readCell(cell, others, readBlock)),
  }
}

function readCell(cell: HTMLTableCellElement, others: Piece[], readBlock: ReadBlock): PaintedCell {
  const style = getComputedStyle(cell)
  const inside: Piece[] = []
  readBlock(cell, { part: 'cell' }, inside)
  others.push(...inside.filter(({ kind }) => kind === 'picture' || kind === 'table'))
  const texts = inside.filter((piece): piece is PaintedText => piece.kind === 'text')
  const below = px(style.borderBottomWidth) > 0 ? colourOf(style.borderBottomColor) : undefined
  const sides = { left: px(style.paddingLeft), right: px(style.paddingRight) }
  return { box: boxOf(cell), texts, ...sides, ...(below !== undefined && { below }) }
}
