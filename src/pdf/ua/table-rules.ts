import type { Element } from '../elements.ts'
import type { PdfFile } from '../file.ts'
import { type Grid, tableAttribute } from '../table-grid.ts'
import type { PdfValue } from '../values.ts'
import { rule, type UaRule, unless } from './rule.ts'
import { kidsOf, ofType } from './structure-rules.ts'

/** Tables: their parts, that their cells make a grid, and that each cell finds its heads. */
export const TABLE_RULES: readonly UaRule[] = [
  once('7.2-11', 'THead'),
  once('7.2-12', 'TFoot'),
  once('7.2-39', 'Caption'),
  rule('7.2-13 7.2-14', 'a table with head or foot to have a body', ({ elements }) =>
    ofType(elements, 'Table').flatMap((table) => {
      const kids = kidsOf(table)
      return unless(kids.includes('TBody') || !(kids.includes('THead') || kids.includes('TFoot')), 'one without')
    }),
  ),
  rule('7.2-16', 'the caption of a table to come first or last', ({ elements }) =>
    ofType(elements, 'Table').flatMap((table) => unless(!kidsOf(table).slice(1, -1).includes('Caption'), 'one between others')),
  ),
  rule('7.2-15', 'cells that do not overlap', ({ grids }) =>
    grids.flatMap(({ overlaps }) => unless(overlaps === 0, `${overlaps} that do`)),
  ),
  rule('7.2-41 7.2-42 7.2-43', 'rows of as many columns, and columns of as many rows', ({ grids }) =>
    grids.flatMap(({ rows, elements, width }) => [
      ...unless(rows.length === elements.length, `${rows.length} rows for ${elements.length}`),
      ...rows.flatMap((row) =>
        unless(
          row.length === width && !Array.from(row).includes(undefined),
          `a row of ${row.filter(Boolean).length} columns, not ${width}`,
        ),
      ),
    ]),
  ),
  rule('7.5-1', 'cells to name heads that there are', (document) => {
    const names = new Set(ofType(document.elements, 'TH').map(({ entries }) => entries.get('ID') ?? null))
    return ofType(document.elements, 'TD').flatMap((cell) =>
      unless(
        headersOf(document.file, cell).every((name) => names.has(name)),
        'a cell that does not',
      ),
    )
  }),
  rule('7.5-2', 'each cell to have a head, by name or by the scope of the heads in its row and column', ({ file, grids }) =>
    grids.flatMap((grid) => withoutHead(file, grid)),
  ),
]

function once(test: string, type: string): UaRule {
  return rule(test, `a table to have one ${type} at most`, ({ elements }) =>
    ofType(elements, 'Table').flatMap((table) => {
      const count = kidsOf(table).filter((kid) => kid === type).length
      return unless(count <= 1, String(count))
    }),
  )
}

/** Cells without a head, in a table that has heads. */
function withoutHead(file: PdfFile, { rows }: Grid): string[] {
  const scopes = (cells: readonly (Element | undefined)[]) =>
    cells.map((cell) => (cell?.type === 'TH' ? file.name(tableAttribute(file, cell, 'Scope')) : undefined))
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
  return file.array(tableAttribute(file, cell, 'Headers')).map((name) => file.resolve(name))
}
