import { readCells, type TextCell } from '../table/cells.ts'
import { type Problem, shown } from '../util/diagnostic.ts'
import { type SourceTable, trimmed, unreadable } from './source-table.ts'

/** What may stand between cells, and what people call it. */
const DELIMITERS = { ',': 'commas', ';': 'semicolons', '\t': 'tabs', '|': 'bars' } as const
type Delimiter = keyof typeof DELIMITERS

/** So many characters show which delimiter a file has. */
const SAMPLE = 20_000

/** Reads delimited text whose first line names the columns. */
export function readCsv(text: string, file: string): SourceTable {
  const delimiter = delimiterOf(text)
  const { lines, problem } = readCells(text, file, delimiter)
  const [head, ...rest] = lines
  if (problem) return unreadable([problem])
  if (!head) {
    const message = 'found an empty file, expected a line with the names of the columns and a line for each row'
    return unreadable([{ place: { file, line: 1, column: 1 }, message }])
  }
  const columns = head.map(({ text, place }) => ({ header: trimmed(text), place }))
  const rows = rest.filter((cells) => cells.some(({ text }) => trimmed(text) !== ''))
  const problems = [...headless(head), ...rows.flatMap((cells) => faultOf(cells, head.length, delimiter))]
  return {
    format: `separated by ${DELIMITERS[delimiter]}`,
    commaIsFree: delimiter !== ',',
    columns,
    rows: rows.map((cells) => cells.map(({ text, place }) => ({ text: trimmed(text), place }))),
    problems: [...problems, ...lines.flatMap(unusable)],
  }
}

/** The delimiter that splits most lines into as many cells as the first one, two or more. */
function delimiterOf(text: string): Delimiter {
  const sample = text.slice(0, SAMPLE)
  const scores = (Object.keys(DELIMITERS) as Delimiter[]).map((delimiter) => {
    const [head = [], ...rest] = readCells(sample, '', delimiter).lines
    const alike = rest.filter((cells) => cells.length === head.length).length
    return { delimiter, score: head.length < 2 ? 0 : (alike + 1) / (rest.length + 1) + head.length / 1000 }
  })
  return scores.reduce((best, candidate) => (candidate.score > best.score ? candidate : best)).delimiter
}

/** A first line with a number is a row, unless the number is a year or the table is wide: then it may name a column. */
function headless(head: readonly TextCell[]): Problem[] {
  const number = head.find(
    ({ text }) => /^[+-]?[\d.,]*\d[\d.,]*$/.test(trimmed(text)) && !/^(?:1[5-9]|20)\d\d$/.test(trimmed(text)),
  )
  if (!number || head.length > 3) return []
  const message = `found ${shown(number.text)} as the name of a column; put a line with the columns' names first`
  return [{ place: number.place, message }]
}

function faultOf(cells: readonly TextCell[], width: number, delimiter: Delimiter): Problem[] {
  const [first] = cells
  if (!first || cells.length === width) return []
  const fix = cells.length > width ? `quote a cell that contains ${shown(delimiter)}` : 'no cell may be left out'
  const message = `found ${cells.length} ${cells.length === 1 ? 'cell' : 'cells'}, expected ${width} as in the first line; ${fix}`
  return [{ place: first.place, message }]
}

/** Quotes that do not fit and characters that were lost; white space around a cell is no mistake here. */
function unusable(cells: readonly TextCell[]): Problem[] {
  return cells.flatMap(({ text, fault, place }) =>
    fault === undefined || trimmed(text) !== text ? [] : [{ place, message: fault }],
  )
}
