/** The head of a column, by its key. */
export function keyOf(table: HTMLTableElement, key: string): number {
  return headsOf(table).findIndex((head) => head.dataset.key === key)
}

/** Ids of the rows shown, from the first to the last. */
export function idsShown(table: HTMLTableElement): string[] {
  return rowsOf(table)
    .filter((row) => !row.hidden)
    .map((row) => row.dataset.id ?? '')
}

/** Id and name of every row, in the order of the alphabet. */
export function namesById(table: HTMLTableElement): [string, string][] {
  return rowsOf(table)
    .map((row): [string, string] => [row.dataset.id ?? '', row.querySelector('th')?.textContent ?? ''])
    .sort(([, a], [, b]) => compare(a, b))
}

/** What a column says, each text once, in the order of the alphabet. */
export function textsOf(table: HTMLTableElement, key: string): string[] {
  const column = keyOf(table, key)
  return [...new Set(rowsOf(table).map((row) => row.cells[column]?.textContent ?? ''))].sort(compare)
}

/** Hides the rows whose column says something else; an empty text shows all. */
export function filterRows(table: HTMLTableElement, key: string, text: string): void {
  const column = keyOf(table, key)
  for (const row of rowsOf(table)) row.hidden = text !== '' && row.cells[column]?.textContent !== text
}

function headsOf(table: HTMLTableElement): HTMLElement[] {
  return [...(table.tHead?.rows[0]?.cells ?? [])]
}

function rowsOf(table: HTMLTableElement): HTMLTableRowElement[] {
  return [...(table.tBodies[0]?.rows ?? [])]
}

function compare(a: string, b: string): number {
  return a.localeCompare(b, document.documentElement.lang)
}
