import { readCells } from './cells.ts'
import { spreadsheetCsv } from './spreadsheet-csv.ts'

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
