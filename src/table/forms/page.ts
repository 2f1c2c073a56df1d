import { shown } from '../../util/diagnostic.ts'
import { type Candidate, ChoiceError } from '../choice.ts'
import type { GridCell } from '../grid.ts'

/** One of the tables of a file: a sheet of a workbook, a table of a page. */
export interface Page {
  /** As the author knows it. */
  name: string
  lines: readonly (readonly GridCell[])[]
  headed?: boolean
  /** What stands above it on the page. */
  title?: string
  /** Whether it is not shown. */
  hidden?: boolean
  /** What of it is not read. */
  notes?: readonly string[]
}

/** What is shown of a sheet, without the rows and columns of these numbers; what its author does not see is not told. */
export function shownOf(
  lines: Page['lines'],
  rows: ReadonlySet<number>,
  columns: ReadonlySet<number>,
): Pick<Page, 'lines' | 'notes'> {
  const shown = lines
    .filter(([first]) => !rows.has(first?.location.line ?? 0))
    .map((cells) => cells.filter(({ location }) => !columns.has(location.column)))
  const count = lines.length - shown.length + columns.size
  return { lines: shown, ...(count > 0 && { notes: [`rows and columns that the sheet does not show are not read: ${count}`] }) }
}

/**
 * The table that is meant. Throws ChoiceError where several may be, InputError with the names where the wanted one is not there.
 *
 * @param wanted name or number of the table, from 1
 * @param what the file is: `an Excel workbook`
 */
export function choosePage(pages: readonly Page[], file: string, what: string, wanted?: string): Page {
  const location = { file, line: 1, column: 1 }
  const candidates = pages.map(({ name, lines }): Candidate => ({ value: name, hint: `${lines.length} lines` }))
  const ask = (question: string) => new ChoiceError({ flag: 'sheet', question, candidates, location })
  if (wanted !== undefined) {
    const found = pages.find(({ name }) => name === wanted) ?? pages[Number(wanted) - 1]
    if (!found) throw ask(`--sheet: ${shown(wanted)} is none of its ${pages.length}.`)
    return found
  }
  const full = pages.filter(({ lines, hidden }) => hidden !== true && isTable(lines))
  const largest = [...full].sort((a, b) => b.lines.length - a.lines.length)
  const [first, second] = largest
  if (first && second && second.lines.length * 4 > first.lines.length)
    throw ask(`${what} with ${pages.length} tables: which one is meant?`)
  const found = first ?? pages[0] ?? { name: '', lines: [] }
  const notes = pages.length > 1 ? [`of its ${pages.length} tables, ${shown(found.name)} is read`] : []
  return { ...found, notes: [...notes, ...(found.notes ?? [])] }
}

/** Lines of two cells and more, with numbers in them. */
function isTable(lines: Page['lines']): boolean {
  const full = lines.filter((cells) => cells.filter(({ text }) => text.trim() !== '').length > 1)
  return full.length > 1 && full.some((cells) => cells.some(({ text }) => /\d/.test(text)))
}
