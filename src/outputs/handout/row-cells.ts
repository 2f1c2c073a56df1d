import type { Column } from '../../story/column.ts'
import type { RankedRecord } from '../../story/deck.ts'
import { escapeMarkup } from '../html-page.ts'
import type { Edition } from './edition.ts'

/** The cells of some columns for a record, each with what stands `under` its text. Neighbours without a figure are one cell that says so. */
export function renderCells(
  { missing, handout }: Edition,
  columns: readonly Column<RankedRecord>[],
  record: RankedRecord,
  under: (key: string) => string = () => '',
): string {
  const cells: { text: string | null; column: Column<RankedRecord>; span: number }[] = []
  for (const column of columns) {
    const text = column.text(record)
    const last = cells.at(-1)
    if (text === null && last?.text === null) last.span++
    else cells.push({ text, column, span: 1 })
  }
  return cells
    .map(({ text, column, span }) =>
      text === null
        ? empty(missing, span)
        : filled(column, escapeMarkup(text) + under(column.key), column.key === handout?.bars.column),
    )
    .join('')
}

function empty(missing: string, span: number): string {
  return `<td class="missing"${span > 1 ? ` colspan="${span}"` : ''}>${escapeMarkup(missing)}</td>`
}

/** The name heads its row; `isValue` marks what the bars show. */
function filled({ key, numeric }: Column<RankedRecord>, content: string, isValue: boolean): string {
  const classes = `class="${key}${numeric ? ' number' : ''}${isValue ? ' value' : ''}"`
  return key === 'name' ? `<th scope="row" ${classes}>${content}</th>` : `<td ${classes}>${content}</td>`
}
