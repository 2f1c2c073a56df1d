import type { Problem } from '../util/diagnostic.ts'
import { shown } from '../util/diagnostic.ts'
import type { Analysed } from './analyse-column.ts'
import { isMissing } from './numbers.ts'

/** A column of numbers. */
export type NumberColumn = Analysed & { numbers: readonly (number | null)[] }

/** What the columns of a table are for. */
export interface Roles {
  name: Analysed
  value: NumberColumn
  /** The rank as the file gives it. */
  rank?: NumberColumn
  /** Which end of the values is #1. */
  first: 'largest' | 'smallest'
  /** Ids for links of the file's own. */
  id?: Analysed
  /** What several rows have in common. */
  group?: Analysed
  /** ISO codes: kept in the data, for a map. */
  codes: readonly Analysed[]
  /** Further numbers and short texts, told as facts. */
  facts: readonly Analysed[]
  /** Columns that are kept in the table, but not told. */
  untold: readonly Analysed[]
}

const NAMES = {
  rank: /^(?:#|№|nr?\.?|no\.?|rank|ranking|rang|platz|position|pos\.?|place)$/i,
  name: /(?:^|[\s_])(?:name|title|label|team|player|company|product|month|who|what|titel|bezeichnung)(?:$|[\s_])/i,
  id: /^(?:id|slug|key|code|.*_id)$/i,
  iso: /iso|alpha|cca[23]|fips|code$|^a[23]$/i,
  place: /^(?:lat|latitude|lon|lng|long|longitude|x|y|z)$/i,
  value: /^(?:value|amount|total|score|count|number|size|wert|anzahl|betrag)$/i,
  group: /region|continent|category|type|group|genre|class|kind|sector|origin|league|family/i,
  duration: /\btime\b|duration|lap|seconds|minutes/i,
} as const

/** A group has at most so many members of the list in one place, and a slide has room for so many facts. */
const [MOST_GROUPS, MOST_FACTS, LONGEST_FACT] = [12, 5, 40]

/** Finds what each column is for, or says what is missing. */
export function chooseRoles(columns: readonly Analysed[], file: string): Roles | { problems: Problem[] } {
  const used = columns.filter((column) => column.distinct > 0 && !isRowNumber(column))
  const numeric = used.filter(isNumeric)
  const rank = numeric.find((column) => NAMES.rank.test(column.label) && isRank(column))
  const name = chooseName(used.filter((column) => column !== rank))
  const value = chooseValue(
    numeric.filter((column) => column !== rank && column !== name),
    rank,
    name !== undefined && isNumeric(name) && directionOf(name) !== undefined,
  )
  if (!name || !value) return { problems: [problemOf(columns, name, file)] }
  const rest = used.filter((column) => column !== rank && column !== name && column !== value)
  const codes = rest.filter(isIso)
  const id = rest.find((column) => NAMES.id.test(column.header) && isLinkId(column))
  const others = rest.filter((column) => column !== id && !codes.includes(column))
  const group = chooseGroup(others)
  const told = others
    .filter((column) => column !== group && isFact(column))
    .sort((a, b) => Number(isNumeric(b)) - Number(isNumeric(a)))
  // Numbers come into the choice first, and stand last: the first place on a slide is the widest.
  const facts = told.slice(0, MOST_FACTS - (group ? 1 : 0)).sort((a, b) => Number(isNumeric(a)) - Number(isNumeric(b)))
  const untold = others.filter((column) => column !== group && !facts.includes(column))
  return {
    name,
    value,
    first: firstOf(value, rank),
    codes,
    facts,
    untold,
    ...(rank && { rank }),
    ...(id && { id }),
    ...(group && { group }),
  }
}

/** Whether a column has numbers only. */
export function isNumeric(column: Analysed): column is NumberColumn {
  return column.numbers !== undefined
}

/** A column without a name that counts the rows, as some programs write it. */
function isRowNumber({ header, numbers }: Analysed): boolean {
  const start = numbers?.[0]
  return header === '' && (start === 0 || start === 1) && numbers?.every((number, row) => number === start + row) === true
}

/** Whole numbers from about one up to about the number of rows. */
function isRank({ numbers, missing }: NumberColumn): boolean {
  const held = numbers.filter((number) => number !== null)
  const distinct = new Set(held).size
  return missing === 0 && held.every((number) => Number.isInteger(number) && number >= 0) && distinct * 2 > held.length
}

/** The first text by which all rows can be told apart, else one by which most can, else a year by which they can, else the text that tells most of them apart. */
function chooseName(columns: readonly Analysed[]): Analysed | undefined {
  const texts = columns.filter((column) => !isNumeric(column) && !isIso(column))
  const telling = texts.filter(tellsApart)
  const called = ({ header }: Analysed) => NAMES.name.test(header)
  const plain = telling.filter(({ header }) => !NAMES.id.test(header))
  const each = plain.filter(({ distinct, cells }) => distinct === cells.length)
  return (
    plain.find(called) ??
    each[0] ??
    plain[0] ??
    telling[0] ??
    columns.find(
      (column) => isNumeric(column) && (called(column) || column.isYear) && column.missing === 0 && tellsApart(column),
    ) ??
    texts.find(called) ??
    texts.toSorted((a, b) => b.distinct - a.distinct)[0] ??
    columns.find(isIso)
  )
}

/** Whether most rows have something of their own in a column. */
function tellsApart({ distinct, cells }: Analysed): boolean {
  return distinct * 2 > cells.length
}

/** By which the file's own rank goes; else what is called a value, what the rows are sorted by unless it is their years, the first. */
function chooseValue(
  columns: readonly NumberColumn[],
  rank: NumberColumn | undefined,
  isByYear: boolean,
): NumberColumn | undefined {
  const candidates = columns.filter(({ header, isYear }) => !NAMES.place.test(header) && !NAMES.id.test(header) && !isYear)
  const byRank = rank && candidates.find((column) => directionOf(column, rank.numbers) !== undefined)
  return (
    byRank ??
    candidates.find(({ label }) => NAMES.value.test(label)) ??
    candidates.find((column) => !isByYear && directionOf(column) !== undefined) ??
    candidates.find((column) => tellsApart(column) || column.distinct > MOST_GROUPS) ??
    candidates[0] ??
    columns.find(({ isYear }) => isYear)
  )
}

/** Whether the values rise or fall all the way, in the order of the rows or of the ranks; with fewer than three that means nothing. */
function directionOf({ numbers }: NumberColumn, ranks?: readonly (number | null)[]): 'rising' | 'falling' | undefined {
  const held = numbers.flatMap((value, row) => (value === null ? [] : [{ value, rank: ranks?.[row] ?? row }]))
  held.sort((a, b) => a.rank - b.rank)
  const steps = held.slice(1).map(({ value }, index) => value - (held[index]?.value ?? value))
  if (steps.length < 2 || steps.every((step) => step === 0)) return undefined
  if (steps.every((step) => step >= 0)) return 'rising'
  return steps.every((step) => step <= 0) ? 'falling' : undefined
}

/** The given rank decides; a list of times sorted from the shortest is one of the fastest; else the largest is #1. */
function firstOf(value: NumberColumn, rank: NumberColumn | undefined): Roles['first'] {
  if (rank) return directionOf(value, rank.numbers) === 'rising' ? 'smallest' : 'largest'
  const isTime = NAMES.duration.test(value.label) || ['s', 'ms', 'min', 'h'].includes(value.unit ?? '')
  return isTime && directionOf(value) === 'rising' ? 'smallest' : 'largest'
}

function isIso({ header, cells, distinct }: Analysed): boolean {
  const texts = cells.map(({ text }) => text).filter((text) => !isMissing(text))
  const isCode = texts.every((text) => /^(?:[A-Z]{2,3}|\d{3})$/.test(text))
  return isCode && texts.length > 0 && NAMES.iso.test(header) && distinct * 2 > texts.length
}

function isLinkId({ cells, distinct }: Analysed): boolean {
  return distinct === cells.length && cells.every(({ text }) => /^[a-z][a-z0-9-]{1,59}$/.test(text))
}

/** A text that a few rows share each time. */
function chooseGroup(columns: readonly Analysed[]): Analysed | undefined {
  const shared = columns.filter(
    (column) =>
      !isNumeric(column) && column.distinct > 1 && column.distinct <= MOST_GROUPS && column.distinct * 2 <= column.cells.length,
  )
  const short = shared.filter(({ cells }) => cells.every(({ text }) => text.length <= LONGEST_FACT))
  return short.find(({ header }) => NAMES.group.test(header)) ?? short[0]
}

function isFact(column: Analysed): boolean {
  if (column.header === '' || NAMES.place.test(column.header) || NAMES.id.test(column.header)) return false
  if (isNumeric(column)) return true
  return column.cells.every(({ text }) => text.length <= LONGEST_FACT && !/^https?:/i.test(text))
}

/** The cell that keeps a column from being numbers is the most useful thing to name. */
function problemOf(columns: readonly Analysed[], name: Analysed | undefined, file: string): Problem {
  const nearly = columns.find(({ misfits }) => misfits.length > 0)
  const misfit = nearly?.misfits[0]
  if (nearly && misfit) {
    return {
      place: misfit.place,
      message: `${nearly.header}: found ${shown(misfit.text)}, expected a number as in the other rows; correct it, or leave the cell empty`,
    }
  }
  const long = columns.find(({ cells }) => cells.some(({ text }) => /^\d{16,}$/.test(text)))
  const cell = long?.cells.find(({ text }) => /^\d{16,}$/.test(text))
  if (name && long && cell) {
    return {
      place: cell.place,
      message: `${long.header}: found ${shown(cell.text)}, expected numbers within ${Number.MAX_SAFE_INTEGER}, beyond which they are not exact; use a larger unit`,
    }
  }
  const list = columns.map(({ header }) => header).join(', ')
  const lacks = name ? 'a column of numbers to rank by' : 'a column of names'
  return {
    place: { file, line: 1, column: 1 },
    message: `found the columns ${shown(list)}, expected at least a name and a number; the file lacks ${lacks}`,
  }
}
