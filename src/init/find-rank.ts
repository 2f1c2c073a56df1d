import { isMissing } from '../table/printed-number.ts'
import { extentOf } from '../util/extent.ts'
import type { Analysed } from './analyse-column.ts'
import { isId } from './find-name.ts'

/** A column of ranks, and the numbers in it. */
export interface RankColumn {
  column: Analysed
  ranks: readonly (number | null)[]
}

/** What ranks are headed in some languages; elsewhere their numbers tell. */
const NAMED =
  /^(?:#|№|nr\.?|n\.|no\.?|n[º°]|lfd\.? ?nr\.?|rank(?:ing)?|rang|rk\.?|platz(?:ierung)?|pl\.?|position|pos\.?|place|posición|puesto|posição|posizione|classement|plaats|plats|miejsce|miesto|sija|順位|排名|место|מקום|المركز)$/i

/** What heads nothing but ranks, so that some of a longer list may be missing; `No.` and `n` head other numbers, too. */
const EXPLICIT = /^(?:rank|rang|platz|pos|place|puesto|#)/i

/** Whether a column is named as ranks are. */
export function isCalledRank({ label }: Analysed): boolean {
  return NAMED.test(label)
}

const ORDINAL =
  /^(?:#|no\.?|nr\.?|t|=|№)?\s*(\d{1,5})\s*(?:\.?[ºª°]|\.\)|\.?=|\.|\)|t|st|nd|rd|th|er|e|ème|è)?(?:\s*[-–=]\s*\d+|\s*\(?[▲▼△▽↑↓+−-]\s*\d*\)?|\s+\(\d+\))?$/i

/** `2.`, `2=`, `T2`, `2nd`, `2 ▲1`: the number of a rank; undefined for what is none. */
export function rankOf(text: string): number | undefined {
  const [, digits] = ORDINAL.exec(text.trim()) ?? []
  return digits === undefined ? undefined : Number(digits)
}

/** Said in place of a rank of those who have none: retired, not started, disqualified, cut. */
const UNRANKED = /^(?:r|ret|rtd|dn[fsq]|dsq|dq|nc|wd|mc|cut|ak|ne)\.?$/i

/** `8–9` is a tie of several rows; in one row alone it stands for several that are not there. */
function isRange(text: string, cells: Analysed['cells']): boolean {
  return /^\d+\s*[-–]\s*\d+\.?$/.test(text) && cells.filter((cell) => cell.text === text).length === 1
}

/** The numbers of a column that may be ranks: whole, from about one to about the number of rows, few of them twice. */
export function ranksOf({ cells, numbers, unit, currency, label }: Analysed): readonly (number | null)[] | undefined {
  if (unit !== undefined && !/^(?:\.|=|st|nd|rd|th|º|t)$/i.test(unit)) return undefined
  const ranks = cells.map(({ text }, row) =>
    isMissing(text) || UNRANKED.test(text) || isRange(text, cells) ? null : (rankOf(text) ?? numbers?.[row]),
  )
  const held = ranks.filter((rank) => typeof rank === 'number')
  const [least, most] = extentOf(held)
  const isRank =
    currency === undefined &&
    held.length >= 2 &&
    !ranks.includes(undefined) &&
    held.every((rank) => Number.isInteger(rank)) &&
    new Set(held).size * 2 > held.length &&
    (most - least <= held.length * 1.2 + (least <= 1 ? 1 : 0) ? least <= 1 || NAMED.test(label) : EXPLICIT.test(label))
  return isRank && held.length >= ranks.length * 0.5 ? (ranks as (number | null)[]) : undefined
}

/**
 * The column of ranks: one that is called so and that a value follows or that is not just the count of the rows; else one
 * whose numbers are ranks and that another column follows.
 *
 * @param values columns that the ranks may go by
 */
export function findRank(columns: readonly Analysed[], values: readonly Analysed[]): RankColumn | undefined {
  const candidates = columns.flatMap((column): RankColumn[] => {
    const ranks = isId(column) ? undefined : ranksOf(column)
    return ranks ? [{ column, ranks }] : []
  })
  const others = (column: Analysed) => values.filter((value) => value !== column && ranksOf(value) === undefined)
  const isFollowed = ({ column, ranks }: RankColumn, course: typeof courseOf | typeof strictCourse = courseOf) =>
    others(column).some(({ numbers }) => numbers && course(numbers, ranks) !== undefined)
  const called = candidates.filter(({ column }) => isCalledRank(column))
  const isExplicit = ({ column }: RankColumn) => EXPLICIT.test(column.label)
  return (
    called.find((each) => isFollowed(each)) ??
    called.find((each) => isExplicit(each) && others(each.column).length > 0) ??
    candidates.find((each) => isOneToN(each.ranks) && !isFew(each) && isPlainCount(each.column) && isFollowed(each, strictCourse))
  )
}

/** Each whole number from 1 up once, or as ties have them. */
function isOneToN(ranks: readonly (number | null)[]): boolean {
  const held = ranks.filter((rank) => rank !== null).toSorted((a, b) => a - b)
  return held.every((rank, index) => rank === index + 1 || rank === held[index - 1])
}

/** So few with ties among them are small numbers like others. */
function isFew({ ranks }: RankColumn): boolean {
  return ranks.length < 6 && new Set(ranks).size < ranks.length
}

const isPlainCount = ({ digits, isDuration }: Analysed) => digits === 0 && !isDuration

/** A column that counts the rows, as programs write it: 0, 1, 2 … or 1, 2, 3 … in the order of the file. */
export function isRowNumber(column: Analysed): boolean {
  const { numbers = [] } = column
  const [start = null] = numbers
  const isStart = (start === 0 && numbers.length > 1) || (start === 1 && (numbers.length > 3 || isCalledRank(column)))
  return isStart && numbers.every((number, row) => number === start + row)
}

/** How a column of numbers goes along an order. */
export interface Course {
  direction: 'rising' | 'falling'
  /** Rows whose value breaks it. */
  breaks: readonly number[]
}

/** So large a part of the steps may go the other way in what is meant to be an order, as rounding and ties make them. */
const MOST_BROKEN = 0.1

/**
 * Whether the values rise or fall for the most part, in the order of the rows or of ranks; with fewer than three that means
 * nothing, and with equal values only neither.
 */
export function courseOf(numbers: readonly (number | null)[], ranks?: readonly (number | null)[]): Course | undefined {
  const held = numbers
    .map((value, row) => ({ value, row, rank: ranks ? ranks[row] : row }))
    .filter((each): each is { value: number; row: number; rank: number } => each.value !== null && typeof each.rank === 'number')
    .sort((a, b) => a.rank - b.rank)
  const steps = held.slice(1).map(({ value, row }, index) => ({ row, step: value - (held[index]?.value ?? value) }))
  const [up, down] = [steps.filter(({ step }) => step > 0), steps.filter(({ step }) => step < 0)]
  if (steps.length < 2 || up.length + down.length === 0) return undefined
  const [direction, breaks] = up.length > down.length ? (['rising', down] as const) : (['falling', up] as const)
  return breaks.length <= steps.length * MOST_BROKEN ? { direction, breaks: breaks.map(({ row }) => row) } : undefined
}

/** The course of values that never break it. */
export function strictCourse(
  numbers: readonly (number | null)[],
  ranks?: readonly (number | null)[],
): Course['direction'] | undefined {
  const course = courseOf(numbers, ranks)
  return course && course.breaks.length === 0 ? course.direction : undefined
}
