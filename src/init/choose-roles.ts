import { inShell } from '../table/choice.ts'
import { numberIn, readPrinted } from '../table/printed-number.ts'
import type { SourceCell } from '../table/source-table.ts'
import { type Diagnostic, InputError, type Location, shown } from '../util/diagnostic.ts'
import { suggest } from '../util/nearest.ts'
import { type Analysed, isNameless } from './analyse-column.ts'
import { type First, findDirection } from './find-direction.ts'
import { distinguishNames, findName, isId, tellsApart } from './find-name.ts'
import { findRank, isRowNumber, type RankColumn, ranksOf, strictCourse } from './find-rank.ts'
import { COORDINATE, canRank, findValue, isMeasure, isNumeric, isStamp, type NumberColumn } from './find-value.ts'

/** What the columns of a table are for. */
export interface Roles {
  name: Analysed
  value: NumberColumn
  /** The rank as the file gives it. */
  rank?: RankColumn
  /** What is #1. */
  first: First
  /** What several rows have in common. */
  group?: Analysed
  /** Further numbers and short texts, told as facts. */
  facts: readonly Analysed[]
  /** Columns that are kept in the table, but not told. */
  untold: readonly Analysed[]
}

const NAMES = {
  remark:
    /^(?:source|ref(?:erence)?s?\.?|quelle|url|link|(?:obs_?|conf_?|observation )?(?:flags?|status)(?:[ _]codes?)?$|footnotes?|(?:tele)?(?:phone|fon)|tel\.?$|fax|mobile$|e-?mail|website|homepage|iban)(?:\b|$)/i,
  group:
    /region|continent|category|type|group|genre|class|kind|sector|origin|league|family|kontinent|erdteil|gruppe|kategorie|sparte|branche|art\b|verband/i,
} as const

/** Whether something holds is no group that a sentence could speak of. */
const ANSWER = /^(?:|yes|no|ja|nein|true|false|wahr|falsch|oui|non|sí|✓|✔|✗|✘)$/i

/** A group has at most so many members of the list in one place, and a slide has room for so many facts. */
const [MOST_GROUPS, MOST_FACTS, LONGEST_FACT] = [12, 5, 40]

/**
 * Finds what each column is for; what the author says goes before. Throws InputError for a table that lacks names or numbers or
 * has no such column, ChoiceError where two answers are likely.
 */
export function chooseRoles(columns: readonly Analysed[], file: string, wanted: Overrides = {}): Roles {
  const location = { file, line: columns[0]?.location.line ?? 1, column: 1 }
  const column = (flag: 'name' | 'value' | 'rank' | 'group') => {
    const header = wanted[flag]
    return header === undefined || header === 'none' ? undefined : namedColumn(columns, flag, header, file)
  }
  const used = columns.filter(({ kind }) => kind !== 'empty')
  const value = column('value')
  const values = value ? [value] : used.filter(canRank)
  const rank = wantedRank(column('rank'), location) ?? (wanted.rank === 'none' ? undefined : findRank(used, values))
  const free = used.filter((each) => each !== rank?.column)
  const name = column('name') ?? findName(free.filter((each) => each !== value && !isRowNumber(each)))
  if (!name) throw new InputError([lacking(columns, 'a column of names', location)])
  const found =
    wantedValue(value) ??
    findValue(
      free.filter((each) => each !== name),
      rank,
      isNumeric(name) && strictCourse(name.numbers) !== undefined,
      location,
    )
  if (!found) throw new InputError([lacking(columns, 'a column of numbers to rank by', location)])
  if (!value && !rank) refuseOtherThan(found, used)
  const first = wanted.first ?? findDirection(found, rank, location)
  const rest = used.filter((each) => each !== rank?.column && each !== name && each !== found)
  return {
    name: distinguishNames(name, rest),
    value: found,
    first,
    ...(rank && !isOverruled(wanted, rank, found) && { rank }),
    ...others(rest, wanted, column('group')),
  }
}

/** An end that the author names goes before ranks that go the other way, and so does the order of the file. */
function isOverruled({ first }: Overrides, { ranks }: RankColumn, { numbers }: NumberColumn): boolean {
  if (first === undefined) return false
  return first === 'file' || strictCourse(numbers, ranks) !== (first === 'smallest' ? 'rising' : 'falling')
}

function others(
  rest: readonly Analysed[],
  wanted: Overrides,
  named: Analysed | undefined,
): Omit<Roles, 'name' | 'value' | 'rank' | 'first'> {
  const left = rest.filter((each) => !isRowNumber(each))
  const group = named ?? (wanted.group === 'none' ? undefined : chooseGroup(left))
  const told = left.filter((each) => each !== group && isFact(each)).sort((a, b) => Number(isNumeric(b)) - Number(isNumeric(a)))
  // Numbers come into the choice first, and stand last: the first place on a slide is the widest.
  const facts = fitting(told.slice(0, MOST_FACTS - (group ? 1 : 0))).sort((a, b) => Number(isNumeric(a)) - Number(isNumeric(b)))
  const untold = left.filter((each) => each !== group && !facts.includes(each))
  return { facts, untold, ...(group && { group }) }
}

/** So many characters of labels stand beside each other on a slide. */
const ROOM = 80

/** The first whose labels have room. */
function fitting(columns: readonly Analysed[]): Analysed[] {
  const room = (count: number) => columns.slice(0, count).reduce((sum, { label }) => sum + label.length, 0)
  return columns.filter((_, index) => room(index + 1) <= ROOM)
}

/** So large a part of the cells must begin as amounts do for a column to be meant as one. */
const MEANT = 0.6

/** Refuses to rank by a column where another that is named as a measure is amounts for the most part, but cannot be read. */
function refuseOtherThan(found: Analysed, columns: readonly Analysed[]): void {
  const isOdd = ({ text }: SourceCell) => text !== '' && !readPrinted(text)
  const isMeant = ({ cells, missing }: Analysed) =>
    cells.filter(({ text }) => /^\D{0,4}\d/.test(text)).length > (cells.length - missing) * MEANT
  const unread = columns.filter((column) => column.kind === 'text' && isMeasure(column) && isMeant(column))
  const [odd] = unread.flatMap(({ header, cells }) => cells.filter(isOdd).map((cell) => ({ header, ...cell })))
  if (!odd || isMeasure(found)) return
  const message = `${odd.header}: found ${shown(odd.text)}, expected a number as this column seems to hold; write numbers, or rank by another with --value ${inShell(found.header)}`
  throw new InputError([{ location: odd.location, message }])
}

function wantedRank(column: Analysed | undefined, location: Location): RankColumn | undefined {
  if (!column) return undefined
  const ranks = ranksOf(column) ?? column.numbers
  if (ranks) return { column, ranks }
  const message = `--rank: found no ranks in ${shown(column.header)}, expected whole numbers from 1 up`
  throw new InputError([{ location: { ...location, ...column.location }, message }])
}

function wantedValue(column: Analysed | undefined): NumberColumn | undefined {
  if (!column || isNumeric(column)) return column
  const odd = column.cells.find(({ text }) => text !== '' && !/^[\d.,\s%]+$/.test(text)) ?? column.cells[0]
  const message = `--value: found ${shown(odd?.text ?? '')} in ${shown(column.header)}, expected numbers in most of its cells; name another column or correct them`
  throw new InputError([{ location: odd?.location ?? column.location, message }])
}

/** A text that a few rows share each time. */
function chooseGroup(columns: readonly Analysed[]): Analysed | undefined {
  const shared = columns.filter((column) => {
    const { header, numbers, kind, distinct, missing, cells } = column
    if (numbers || isNameless(column) || NAMES.remark.test(header) || !(kind === 'text' || kind === 'code')) return false
    if (distinct < 2 || distinct > MOST_GROUPS || distinct * 2 > cells.length - missing) return false
    return cells.every(({ text }) => text.length <= LONGEST_FACT) && !cells.every(({ text }) => ANSWER.test(text))
  })
  return shared.find(({ header }) => NAMES.group.test(header)) ?? shared[0]
}

function isFact(column: Analysed): boolean {
  const { header, kind, distinct, cells, missing } = column
  const isSilent = NAMES.remark.test(header) || COORDINATE.test(header) || isId(column) || isStamp(column)
  if (isSilent || kind === 'address' || kind === 'colour') return false
  // Flags beside numbers, as statistics have them, have no name.
  if (isNameless(column)) return false
  const isConstant = distinct === 1 && cells.length > 1 && missing === 0
  if (isConstant || missing * 2 > cells.length) return false
  return isNumeric(column) || (cells.every(({ text }) => text.length <= LONGEST_FACT) && (kind !== 'code' || tellsApart(column)))
}

/** The cell that keeps a column from being numbers is the most useful thing to name. */
function lacking(columns: readonly Analysed[], lacks: string, location: Location): Diagnostic {
  const long = columns.flatMap(({ header, cells }) =>
    cells.filter(({ text }) => isBeyond(text)).map((cell) => ({ header, cell })),
  )[0]
  if (long) {
    const message = `${long.header}: found ${shown(long.cell.text)}, expected numbers within ${Number.MAX_SAFE_INTEGER}, beyond which they are not exact; use a larger unit`
    return { location: long.cell.location, message }
  }
  const nearly = columns.find(
    ({ kind, cells }) => kind === 'text' && cells.some(({ text }) => /\d/.test(text)) && lacks.includes('numbers'),
  )
  const odd =
    nearly?.cells.find(({ text }) => text !== '' && !readPrinted(text)) ?? nearly?.cells.find(({ text }) => /\D/.test(text))
  const list = columns.map(({ header }) => header).join(', ')
  const hint =
    nearly && odd ? `; in ${shown(nearly.header)}, line ${odd.location.line} has ${shown(odd.text)}, which is no number` : ''
  return {
    location,
    message: `found the columns ${shown(list)}, expected at least a name and a number; the file lacks ${lacks}${hint}`,
  }
}

/** A number larger than numbers tell exactly. */
function isBeyond(text: string): boolean {
  const printed = readPrinted(text)
  return printed !== undefined && Math.abs(numberIn(printed, '.') ?? 0) > Number.MAX_SAFE_INTEGER
}

/** What the author decides instead of the machine; each is a flag of its name. */
export interface Overrides {
  name?: string
  value?: string
  /** A column, or `none`. */
  rank?: string
  first?: 'largest' | 'smallest' | 'file'
  /** How many records are told. */
  top?: number
  /** A column, or `none`. */
  group?: string
  title?: string
  unit?: string
  sheet?: string
  theme?: string
}

/** The column that a flag names. Throws InputError with the columns there are for any other. */
function namedColumn(columns: readonly Analysed[], flag: string, wanted: string, file: string): Analysed {
  const key = (text: string) => text.trim().toLowerCase()
  const found =
    columns.find(({ header }) => header === wanted) ??
    columns.find(({ header, label }) => [header, label].map(key).includes(key(wanted)))
  if (found) return found
  const headers = columns.map(({ header }) => header)
  const message = `--${flag}: found no column ${shown(wanted)}; ${suggest(wanted, headers)}`
  throw new InputError([{ location: { file, line: columns[0]?.location.line ?? 1 }, message }])
}
