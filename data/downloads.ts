import { readCells } from '../src/table/cells.ts'
import { spreadsheetCsv } from '../src/table/spreadsheet-csv.ts'
import { records } from './records.ts'
import csv from './trade-2023.csv'

/** Data files for download, by file name: the table as it stands here but safe for spreadsheets, and the records as JSON. */
export const downloads: Readonly<Record<string, string>> = {
  'trade-2023.csv': spreadsheetCsv(readCells(csv, 'data/trade-2023.csv').lines.map((cells) => cells.map(({ text }) => text))),
  'trade-2023.json': `${JSON.stringify(records, null, 2)}\n`,
}
