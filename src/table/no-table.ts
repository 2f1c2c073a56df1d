/** What a file is by its first bytes, where it is nothing that holds a table of text. */
const SIGNATURES: readonly (readonly [bytes: string, what: string, fix: string])[] = [
  ['%PDF', 'a PDF document', 'copy the table out of it into a spreadsheet and save that as CSV'],
  ['\x89PNG', 'a PNG picture', 'type the table into a spreadsheet and save that as CSV'],
  ['\xff\xd8\xff', 'a JPEG picture', 'type the table into a spreadsheet and save that as CSV'],
  ['GIF8', 'a GIF picture', 'type the table into a spreadsheet and save that as CSV'],
  ['\xd0\xcf\x11\xe0', 'a workbook of Excel before 2007 (.xls)', 'save it as .xlsx or CSV'],
  ['PAR1', 'a Parquet file', 'export it as CSV'],
  ['SQLite format 3', 'an SQLite database', 'export the table as CSV'],
  ['\x1f\x8b', 'a file packed by gzip', 'unpack it first'],
  ['7z\xbc\xaf', 'a file packed by 7-Zip', 'unpack it first'],
  ['{\\rtf', 'a document of rich text', 'copy the table into a spreadsheet and save that as CSV'],
  ['BZh', 'a file packed by bzip2', 'unpack it first'],
]

/** Says of a file that can hold no table what it is and what to do; undefined for all others. */
export function whatElse(bytes: Uint8Array): string | undefined {
  const begin = Buffer.from(bytes.subarray(0, 16)).toString('latin1')
  const found = SIGNATURES.find(([signature]) => begin.startsWith(signature))
  return found && `found ${found[1]}, expected a table; ${found[2]}`
}

/** What a packed file holds that is no workbook, by a part that it has. */
const PACKED: readonly (readonly [part: string, what: string, fix: string])[] = [
  ['word/document.xml', 'a Word document', 'copy its table into a spreadsheet and save that'],
  ['ppt/presentation.xml', 'a PowerPoint file', 'copy its table into a spreadsheet and save that'],
  ['Index/Document.iwa', 'a Numbers, Pages or Keynote document', 'export it as CSV or XLSX'],
  ['xl/workbook.bin', 'a binary workbook of Excel (.xlsb)', 'save it as .xlsx or CSV'],
]

/** The same for a packed file, by the names of its parts. */
export function whatPacked(parts: readonly string[]): string {
  const found = PACKED.find(([part]) => parts.includes(part)) ?? ['', 'a packed file without a workbook', 'unpack it first']
  return `found ${found[1]}, expected a table; ${found[2]}`
}
