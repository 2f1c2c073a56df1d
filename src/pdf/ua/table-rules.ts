import type { Element } from '../elements.ts'
import type { PdfFile } from '../file.ts'
import { type PdfDictionary, PdfName, type PdfValue } from '../values.ts'
import type { UaDocument } from './document.ts'
import { unless } from './document-rules.ts'
import type { UaRule } from './rule.ts'
import { kidsOf, ofType } from './structure-rules.ts'

/** Tables: their parts, that their cells make a grid, and that each cell finds its heads. */
export const TABLE_RULES: readonly UaRule[] = [
  ...(['THead', 'TFoot', 'Caption'] as const).map((type) => ({
    tests: [{ THead: '7.2-11', TFoot: '7.2-12', Caption: '7.2-39' }[type]],
    expected: `a table to have one ${type} at most`,
    find: ({ elements }: UaDocument) =>
      ofType(elements, 'Table').flatMap((table) => unless(count(kidsOf(table), type) <= 1, `${count(kidsOf(table), type)}`)),
  })),
  {
    tests: ['7.2-13', '7.2-14'],
    expected: 'a table with head or foot to have a body',
    find: ({ elements }) =>
      ofType(elements, 'Table').flatMap((table) => {
        const kids = kidsOf(table)
        return unless(kids.includes('TBody') || !(kids.includes('THead') || kids.includes('TFoot')), 'one without')
      }),
  },
  {
    tests: ['7.2-16'],
    expected: 'the caption of a table to come first or last',
    find: ({ elements }) =>
      ofType(elements, 'Table').flatMap((table) => unless(!kidsOf(table).slice(1, -1).includes('Caption'), 'one between others')),
  },
  {
    tests: ['7.2-15'],
    expected: 'cells that do not overlap',
    find: (document) => grids(document).flatMap(({ overlaps }) => unless(overlaps === 0, `${overlaps} that do`)),
  },
  {
    tests: ['7.2-41', '7.2-42', '7.2-43'],
    expected: 'rows of as many columns, and columns of as many rows',
    find: (document) =>
      grids(document).flatMap(({ rows, height, width }) => [
        ...unless(rows.length === height, `${rows.length} rows for ${height}`),
        ...rows.flatMap((row) =>
          unless(
            row.length === width && !Array.from(row).includes(undefined),
            `a row of ${row.filter(Boolean).length} columns, not ${width}`,
          ),
        ),
      ]),
  },
  {
    tests: ['7.5-1'],
    expected: 'cells to name heads that there are',
    find: (document) => {
      const names = new Set(ofType(document.elements, 'TH').map(({ entries }) => entries.get('ID') ?? null))
      return ofType(document.elements, 'TD').flatMap((cell) =>
        unless(
          headersOf(document.file, cell).every((name) => names.has(name)),
          'a cell that does not',
        ),
      )
    },
  },
  {
    tests: ['7.5-2'],
    expected: 'each cell to have a head, by name or by the scope of the heads in its row and column',
    find: (document) => grids(document).flatMap((grid) => withoutHead(document.file, grid)),
  },
]

function count(types: readonly string[], type: string): number {
  return types.filter((one) => one === type).length
}

/** The cells of a table by row and column; a cell is wherever it reaches. */
interface Grid {
  rows: (Element | undefined)[][]
  /** How many rows the table has, and how wide the first is. */
  height: number
  width: number
  overlaps: number
}

function grids({ file, elements }: UaDocument): Grid[] {
  return ofType(elements, 'Table').map((table) => gridOf(file, table))
}

function gridOf(file: PdfFile, table: Element): Grid {
  const rows = rowsOf(table)
  const grid: Grid = { rows: [], height: rows.length, width: 0, overlaps: 0 }
  for (const [index, row] of rows.entries()) {
    grid.rows[index] ??= []
    for (const kid of row.kids) if (kid.kind === 'element') place(file, kid.element, index, grid)
  }
  grid.width = grid.rows[0]?.length ?? 0
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
  const [across, down] = ['ColSpan', 'RowSpan'].map((key) => Number(attribute(file, cell, key) ?? 1)) as [number, number]
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

/** Cells without a head, in a table that has heads. */
function withoutHead(file: PdfFile, { rows }: Grid): string[] {
  const scopes = (cells: readonly (Element | undefined)[]) =>
    cells.map((cell) => (cell?.type === 'TH' ? nameOf(attribute(file, cell, 'Scope')) : undefined))
  if (!rows.flat().some((cell) => cell?.type === 'TH')) return []
  return rows.flatMap((row, y) =>
    row.flatMap((cell, x) => {
      if (cell?.type !== 'TD' || headersOf(file, cell).length > 0) return []
      const column = scopes(rows.slice(0, y).map((above) => above[x]))
      const heads = [...scopes(row).filter((scope) => scope !== 'Column'), ...column.filter((scope) => scope !== 'Row')]
      return unless(
        heads.some((scope) => scope !== undefined),
        'a cell without',
      )
    }),
  )
}

function headersOf(file: PdfFile, cell: Element): PdfValue[] {
  return file.array(attribute(file, cell, 'Headers')).map((name) => file.resolve(name))
}

function nameOf(value: unknown): string | undefined {
  return value instanceof PdfName ? value.name : undefined
}

/** An attribute that tables have. */
function attribute(file: PdfFile, { entries }: Element, key: string): ReturnType<PdfDictionary['get']> {
  const attributes = file.array(entries.get('A')).map((one) => file.dictionary(one))
  return attributes.find((one) => file.name(one.get('O')) === 'Table' && one.has(key))?.get(key)
}
