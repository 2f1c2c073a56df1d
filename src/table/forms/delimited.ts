import { readCells, type TextCell } from '../cells.ts'
import { type Grid, unreadable } from '../grid.ts'

/** What may stand between cells, and what people call it. */
const DELIMITERS = { ',': 'commas', ';': 'semicolons', '\t': 'tabs', '|': 'bars', '^': 'carets', '~': 'tildes' } as const
type Delimiter = keyof typeof DELIMITERS

/** So many characters show which delimiter a file has. */
const SAMPLE = 20_000

/** Reads delimited text: comma, semicolon, tab or another mark between cells, or two spaces and more. */
export function readDelimited(text: string, file: string): Grid {
  const declared = /^\uFEFF?"?sep=(.)"?[ \t]*\r?\n/i.exec(text)
  // The line stays as a blank one, so that locations are right.
  // Consoles draw a box around a table.
  const body = (declared ? text.slice(declared[0].length - 1) : text).replaceAll(/[│║┃]/g, '|')
  const delimiter = delimiterOf(body, declared?.[1])
  if (delimiter === undefined) return spaced(body, file)
  const { cells, notes } = withQuotes(body, file, delimiter)
  if (cells.diagnostic) return unreadable([cells.diagnostic])
  return {
    format: `separated by ${DELIMITERS[delimiter]}`,
    commaIsFree: delimiter === ';',
    lines: apart(delimiter === '\t' ? unwrapped(cells.lines) : cells.lines),
    notes,
    diagnostics: cells.lines.flatMap(unusable),
  }
}

/** What stands below a cell that spans several. */
const OF_SPANNED =
  /^(?:(?:1[5-9]|20)\d\d|%|k?m[²2]?|sq ?(?:km|mi)|mi|ft|feet|met(?:er|re)s|miles|kg|lbs?|°?[CF]|rank|total|men|women)$/i

/** What is copied from a page breaks lines within cells of its head: lines that are too short are one where they have the usual width together. */
function unwrapped(lines: readonly (readonly TextCell[])[]): readonly (readonly TextCell[])[] {
  const { width } = usualWidth(lines)
  const to = lines.findIndex(({ length }) => length === width)
  const from = lines.slice(0, to).findLastIndex(({ length }) => length < 2) + 1
  const [first = [], ...parts] = lines.slice(from, Math.max(from, to))
  const head = parts.reduce((joined, cells) => {
    const [last, next] = [joined.at(-1), cells[0]]
    return last && next
      ? [...joined.slice(0, -1), { ...last, text: `${last.text.trimEnd()} ${next.text.trimStart()}` }, ...cells.slice(1)]
      : joined
  }, first)
  if (head.length !== width) return lines
  return [...lines.slice(0, from), spannedIn(first, parts, lines[to]) ?? head, ...lines.slice(to)]
}

/** Units and years stand in cells of their own, below one that spans them: the one above numbers. */
function spannedIn(first: readonly TextCell[], parts: Grid['lines'], row: readonly TextCell[] = []): TextCell[] | undefined {
  const [own = [], ...more] = parts
  if (more.length > 0 || !own.every(({ text }) => OF_SPANNED.test(text.trim()))) return undefined
  const at = first.findIndex((_, at) => row.slice(at, at + own.length).every(({ text }) => /\d/.test(text)))
  return first.flatMap((cell, place) =>
    place === at ? own.map(({ text }) => ({ ...cell, text: `${cell.text} ${text}` })) : [cell],
  )
}

/** Eurostat writes several columns into the first one: `freq,unit,geo\TIME_PERIOD` above `A,PC,AT`. */
function apart(lines: Grid['lines']): Grid['lines'] {
  const joined = /^(\w{1,80}(?:,\w{1,80}){1,20})\\\w{1,80}$/.exec(lines[0]?.[0]?.text ?? '')?.[1]
  if (joined === undefined) return lines
  return lines.map(([first, ...rest], index) => {
    const parts = (index === 0 ? joined : (first?.text ?? '')).split(',')
    return [...parts.map((text) => ({ ...(first as TextCell), text })), ...rest]
  })
}

/** Where quotes do not come in pairs they are marks like others, as in what is copied from a page. */
function withQuotes(text: string, file: string, delimiter: Delimiter) {
  const cells = readCells(text, file, delimiter, delimiter === '\t' ? true : 'spaced')
  const isBroken = cells.diagnostic !== undefined || cells.lines.some((line) => unusable(line).length > 0)
  if (!isBroken || delimiter !== '\t') return { cells, notes: [] }
  return { cells: readCells(text, file, delimiter, false), notes: ['quotes are taken as they stand'] }
}

/** The delimiter that the file names, else the one that splits most lines into equally many cells, two or more. */
function delimiterOf(text: string, declared: string | undefined): Delimiter | undefined {
  if (declared !== undefined && Object.hasOwn(DELIMITERS, declared)) return declared as Delimiter
  const sample = text.slice(0, SAMPLE)
  const scores = (Object.keys(DELIMITERS) as Delimiter[]).map((delimiter) => scoreOf(sample, delimiter))
  const best = preferred(scores.toSorted((one, other) => other.score - one.score))
  // A number of a column that is set apart by spaces may have a comma, its head has none.
  if ((best.score < CLEAR || !best.isFromTop) && isSpaced(sample)) return undefined
  return best.score > 0 ? best.delimiter : ','
}

/** How many cells most lines of several have, and how many lines that is. */
function usualWidth(lines: readonly (readonly TextCell[])[]): { width: number; count: number } {
  const wide = lines.map(({ length }) => length).filter((width) => width > 1)
  const [width = 0, alike = []] = [...Map.groupBy(wide, (width) => width)].sort(([, a], [, b]) => b.length - a.length)[0] ?? []
  return { width, count: alike.length }
}

/** So large a part of the lines must be of one width for spaces not to be looked at. */
const CLEAR = 0.6

const GAP = /\t| {2,}/

interface Score {
  delimiter: Delimiter
  score: number
  /** The first of the lines that are as wide as most. */
  first: readonly TextCell[]
  /** Whether the first line with spaces between its cells is split by it, too. */
  isFromTop: boolean
}

/** Commas stand within numbers and titles, too: what splits a head that has none goes before them. */
function preferred(scores: readonly Score[]): Score {
  const [best, ...others] = scores as [Score, ...Score[]]
  const isHead = ({ first }: Score) => first.length > 1 && first.every(({ text }) => !text.includes(',') && !/^\d/.test(text))
  return (best.delimiter === ',' && others.find((other) => other.score >= CLEAR && isHead(other))) || best
}

/** How many lines have the width that most lines have, which titles and notes do not; wider is better among equals. */
function scoreOf(sample: string, delimiter: Delimiter): Score {
  const { lines } = readCells(sample, '', delimiter)
  const { width, count } = usualWidth(lines)
  const score = (count / (lines.length || 1)) * (1 + Math.min(width, 50) / 1000)
  const top = lines.find(([cell, ...more]) => more.length > 0 || GAP.test(cell?.text.trim() ?? '')) ?? []
  return { delimiter, score, first: lines.find((cells) => cells.length === width) ?? [], isFromTop: top.length > 1 }
}

function isSpaced(sample: string): boolean {
  const lines = sample.split(/\r?\n|\r/).filter((line) => line.trim() !== '')
  return lines.length > 1 && lines.filter((line) => GAP.test(line.trim())).length > lines.length / 2
}

/** No terminal prints a longer line; a pattern that repeats as often would fill the stack. */
const LONGEST_LINE = 100_000

/** Columns that are set apart by spaces, as terminals print them. */
function spaced(text: string, file: string): Grid {
  const lines = text.split(/\r\n|\n|\r/).map((line, index): TextCell[] => {
    if (line.length > LONGEST_LINE) return [{ text: line, location: { file, line: index + 1, column: 1 } }]
    const found = [...line.matchAll(/\S+(?: \S+)*/g)]
    return found.map((match) => ({ text: match[0], location: { file, line: index + 1, column: match.index + 1 } }))
  })
  return { format: 'columns set apart by spaces', lines: lines.filter((cells) => cells.length > 0) }
}

/** A quoted cell that goes on after its quotes, and characters that were lost; white space and quotes elsewhere are no mistake here. */
function unusable(cells: readonly TextCell[]) {
  return cells.flatMap(({ text, fault, location }) =>
    fault !== undefined && (/^\s*"/.test(text) || text.includes('\uFFFD')) && text.trim() === text
      ? [{ location, message: fault }]
      : [],
  )
}
