import { readCells } from './cells.ts'

/**
 * A deck's data as files for download, by file name: the table as it stands but safe for spreadsheets, and the records as JSON.
 *
 * @param records those of columns that were added to the table stand among the others
 * @param name of both files, without extension
 * @param csv the table, comma-separated
 */
export function downloadsOf(name: string, csv: string, records: readonly object[]): Readonly<Record<string, string>> {
  return {
    [`${name}.csv`]: spreadsheetCsv(readCells(csv, `${name}.csv`).lines.map((cells) => cells.map(({ text }) => text))),
    [`${name}.json`]: `${JSON.stringify(records.map(plain), null, 2)}\n`,
  }
}

function plain({ more, ...record }: { more?: object }): object {
  return { ...record, ...more }
}

const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i
/** What begins a formula; spreadsheets of East Asia take the signs of full width too. */
const FORMULA = /^[=+\-@＝＋－＠\t\r\n]/
/** Where a spreadsheet that expects another separator ends a cell, since it takes a quotation mark inside a cell for itself. */
const SEPARATORS = /([;|\t\r\n]+)/
const LATER_FORMULA = /^[\s"]*[=+\-@＝＋－＠]/

/**
 * Writes lines of cells as comma-separated text (RFC 4180, line feeds) that spreadsheets open as data. A cell that they would
 * run as a formula gets an apostrophe in front, and so does what they would make a cell of; numbers stay numbers, without a plus
 * sign.
 */
export function spreadsheetCsv(lines: readonly (readonly string[])[]): string {
  return lines.map((cells) => `${cells.map((cell) => quoted(inert(cell))).join(',')}\n`).join('')
}

function inert(cell: string): string {
  if (NUMBER.test(cell)) return cell.replace(/^\+/, '')
  const [first = '', ...rest] = cell.split(SEPARATORS)
  const parts = rest.map((part) => (LATER_FORMULA.test(part) && !NUMBER.test(part.trim()) ? `'${part}` : part))
  return (FORMULA.test(cell) ? "'" : '') + first + parts.join('')
}

function quoted(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
}
