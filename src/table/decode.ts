/** A file's text, and what is worth saying of how it was read. */
export interface Decoded {
  text: string
  note?: string
}

/** Reads what spreadsheets and editors save: UTF-8, UTF-16, and Windows-1252 where it is plainly that. Undefined for anything else. */
export function decodeText(bytes: Uint8Array): Decoded | undefined {
  const wide = utf16Of(bytes)
  const text = read(bytes, wide ?? 'utf-8')
  if (wide) return text === undefined ? undefined : { text, note: 'read as UTF-16' }
  if (text !== undefined) return /\0/.test(text) ? undefined : { text }
  const western = read(bytes, 'windows-1252') ?? ''
  return isWestern(western) ? { text: western, note: 'read as Windows-1252, since it is no UTF-8' } : undefined
}

function read(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

/** By its mark, or by the empty half that most characters of a table have in it. */
function utf16Of(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  const sample = bytes.subarray(0, 2000)
  const empty = (half: 0 | 1) => sample.filter((byte, at) => at % 2 === half && byte === 0).length
  const isMost = (count: number) => sample.length > 4 && count > sample.length / 4
  if (isMost(empty(1)) && empty(0) === 0) return 'utf-16le'
  return isMost(empty(0)) && empty(1) === 0 ? 'utf-16be' : undefined
}

/** In the languages that Windows-1252 is for, accented letters stand among plain ones; another alphabet shows as nothing else. */
function isWestern(text: string): boolean {
  return !/[\u0080-\u009f\0]/.test(text) && !/[À-ÿŠšŽžŒœŸƒ¡-¿]{3}/.test(text.replace(/[«»°²³ª-]/g, ''))
}

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
