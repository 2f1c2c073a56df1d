const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i

/**
 * Writes lines of cells as comma-separated text (RFC 4180, line feeds) that spreadsheets open as data. A cell that they would
 * run as a formula gets an apostrophe in front; numbers stay numbers, without a plus sign.
 */
export function spreadsheetCsv(lines: readonly (readonly string[])[]): string {
  return lines.map((cells) => `${cells.map((cell) => quoted(inert(cell))).join(',')}\n`).join('')
}

function inert(cell: string): string {
  if (NUMBER.test(cell)) return cell.replace(/^\+/, '')
  return /^[=+\-@\t\r\n]/.test(cell) ? `'${cell}` : cell
}

function quoted(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
}
