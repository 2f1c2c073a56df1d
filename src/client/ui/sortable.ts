import { make } from './dom.ts'

/** Makes every `table[data-sortable]` sortable by the heads of its columns. Cells sort by `data-value`, else by their text. */
export function makeTablesSortable(root: ParentNode): void {
  for (const table of root.querySelectorAll<HTMLTableElement>('table[data-sortable]')) {
    const heads = [...(table.tHead?.rows[0]?.cells ?? [])]
    heads.forEach((head, column) => {
      if (head.querySelector('button')) return
      const button = make('button', '', ...head.childNodes)
      button.type = 'button'
      button.addEventListener('click', () => sortTable(table, column))
      head.replaceChildren(button)
    })
  }
}

/**
 * Figures begin with the largest, words with A, and a head with `data-order="ascending"` with the smallest; the same column
 * again turns the order round. Cells without a figure stay last.
 */
function sortTable(table: HTMLTableElement, column: number): void {
  const heads = [...(table.tHead?.rows[0]?.cells ?? [])]
  const head = heads[column]
  const body = table.tBodies[0]
  if (!head || !body) return
  const before = head.ariaSort
  const rows = [...body.rows].map((row) => ({ row, value: sortValue(row, column) }))
  const numeric = rows.some(({ value }) => typeof value === 'number')
  const ascending = before ? before === 'descending' : !numeric || head.dataset.order === 'ascending'
  const { compare } = new Intl.Collator(document.documentElement.lang)
  rows.sort((a, b) => {
    if (a.value === undefined || b.value === undefined) return Number(a.value === undefined) - Number(b.value === undefined)
    const order = numeric ? Number(a.value) - Number(b.value) : compare(String(a.value), String(b.value))
    return ascending ? order : -order
  })
  body.append(...rows.map(({ row }) => row))
  for (const other of heads) other.ariaSort = null
  head.ariaSort = ascending ? 'ascending' : 'descending'
  balanceColumns([...body.rows])
}

/** Undefined where the source has no figure. */
function sortValue(row: HTMLTableRowElement, column: number): number | string | undefined {
  const cell = row.cells[column]
  if (!cell || cell.classList.contains('missing')) return undefined
  return cell.dataset.value === undefined ? (cell.textContent ?? '') : Number(cell.dataset.value)
}

/** A table that runs through two columns of the slide goes on in the second one where half its height is reached. */
function balanceColumns(rows: readonly HTMLTableRowElement[]): void {
  const opening = rows.find((row) => row.classList.contains('opens-column'))
  if (!opening) return
  opening.classList.remove('opens-column')
  const half = rows.reduce((sum, row) => sum + row.offsetHeight, 0) / 2
  let height = 0
  const next = rows.find((row) => {
    const opens = height + row.offsetHeight / 2 >= half
    height += row.offsetHeight
    return opens
  })
  next?.classList.add('opens-column')
}
