import type { Element } from './elements.ts'
import type { PdfFile } from './file.ts'
import type { PdfDictionary } from './values.ts'

/** The cells of a table by row and column; a cell is wherever it reaches. */
export interface Grid {
  rows: (Element | undefined)[][]
  /** The elements of the rows, and how wide the widest is. */
  elements: readonly Element[]
  width: number
  /** How often two cells have one place. */
  overlaps: number
}

/** Lays out the cells of a table. */
export function gridOf(file: PdfFile, table: Element): Grid {
  const rows = rowsOf(table)
  const grid: Grid = { rows: [], elements: rows, width: 0, overlaps: 0 }
  for (const [index, row] of rows.entries()) {
    grid.rows[index] ??= []
    for (const kid of row.kids) if (kid.kind === 'element') place(file, kid.element, index, grid)
  }
  grid.width = grid.rows.reduce((most, row) => Math.max(most, row.length), 0)
  return grid
}

/** The rows of a table, those in its head, body and foot too. */
function rowsOf({ kids }: Element): Element[] {
  return kids.flatMap((kid) => {
    if (kid.kind !== 'element') return []
    return kid.element.type === 'TR' ? [kid.element] : /^T(?:Head|Body|Foot)$/.test(kid.element.type) ? rowsOf(kid.element) : []
  })
}

/** Puts a cell into the first free column of its row. */
function place(file: PdfFile, cell: Element, row: number, grid: Grid): void {
  const [across, down] = [spanOf(file, cell, 'ColSpan'), spanOf(file, cell, 'RowSpan')]
  const free = Array.from(grid.rows[row] ?? []).indexOf(undefined)
  const column = free === -1 ? (grid.rows[row]?.length ?? 0) : free
  for (let y = row; y < row + down; y++) {
    const line = grid.rows[y] ?? []
    grid.rows[y] = line
    for (let x = column; x < column + across; x++) {
      if (line[x]) grid.overlaps++
      line[x] = cell
    }
  }
}

function spanOf(file: PdfFile, cell: Element, key: string): number {
  return Number(tableAttribute(file, cell, key) ?? 1)
}

/** An attribute that tables have. */
export function tableAttribute(file: PdfFile, { entries }: Element, key: string): ReturnType<PdfDictionary['get']> {
  const attributes = file.array(entries.get('A')).map((one) => file.dictionary(one))
  return attributes.find((one) => file.name(one.get('O')) === 'Table' && one.has(key))?.get(key)
}
