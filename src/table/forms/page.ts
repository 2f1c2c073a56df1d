import { shown } from '../../util/diagnostic.ts'
import { type Candidate, ChoiceError } from '../choice.ts'
import { type GridCell, trimmed } from '../grid.ts'
import { isMissing, readPrinted } from '../printed-number.ts'

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
export function choosePage(given: readonly Page[], file: string, what: string, wanted?: string): Page {
  const named = given.filter(({ name }) => name === wanted)
  const pages = (named.length > 0 ? named : given).flatMap(apart)
  const location = { file, line: 1, column: 1 }
  const candidates = pages.map(({ name, lines }): Candidate => ({ value: name, hint: `${lines.length} lines` }))
  const ask = (question: string) => new ChoiceError({ flag: 'sheet', question, candidates, location })
  if (wanted !== undefined && !(named.length > 0 && pages.length > 1)) {
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

/**
 * The tables that stand side by side on a page with empty columns between them, each with names and numbers of its own. Where they have
 * the same lines, all of it may be one table, and is one of the answers.
 */
function apart(page: Page): Page[] {
  const full = page.lines.filter((cells) => new Set(cells.map(({ text }) => trimmed(text)).filter(Boolean)).size > 1)
  const isEmpty = (column: number) => full.every((cells) => trimmed(cells[column]?.text ?? '') === '')
  const width = Math.max(0, ...full.map(({ length }) => length))
  const gaps = [-1, ...Array.from({ length: width }, (_, column) => column).filter(isEmpty), width]
  const parts = gaps.slice(1).map((end, at) => partOf(page, (gaps[at] ?? 0) + 1, end))
  const tables = parts.filter(({ lines }) => isTable(lines))
  if (tables.length < 2) return [page]
  const places = tables.map(({ lines }) => lines.map(([cell]) => cell?.location.line).join())
  return new Set(places).size === 1 ? [...tables, partOf(page, 0, width)] : tables
}

/** Some columns of a page, under the name that stands above them or that of its cells. */
function partOf(page: Page, from: number, end: number): Page {
  const lines = page.lines
    .map((cells) => cells.slice(from, end))
    .filter((cells) => cells.some(({ text }) => trimmed(text) !== ''))
  const [title, ...more] = (lines[0] ?? []).filter(({ text }) => trimmed(text) !== '')
  const isNamed = title !== undefined && more.length === 0
  return { ...page, name: isNamed ? trimmed(title.text) : `${page.name} columns ${from + 1} to ${end}`.trim(), lines }
}

/** Whether one column is words for the most part, and another numbers, below the first line. */
function isTable([, ...lines]: Page['lines']): boolean {
  const width = Math.max(0, ...lines.map(({ length }) => length))
  const parts = Array.from({ length: width }, (_, column) => {
    const held = lines.map((cells) => trimmed(cells[column]?.text ?? '')).filter((text) => !isMissing(text))
    return held.filter((text) => readPrinted(text)).length / held.length
  })
  return parts.some((part) => part < 0.5) && parts.some((part) => part >= 0.5)
}
