import { ChoiceError } from '../table/choice.ts'
import type { Place } from '../util/diagnostic.ts'
import { courseOf, type RankColumn, strictCourse } from './find-rank.ts'
import type { NumberColumn } from './find-value.ts'

/** What is #1: an end of the values, or what stands first in the file. */
export type First = 'largest' | 'smallest' | 'file'

/** Times of which the shortest wins, and places of which the first does. */
const FASTEST = /\b(?:time|times|lap|finish|zeit|laufzeit|rundenzeit|tiempo|temps|tempo)\b|^(?:rank|place)$/i
const LOWEST = /^(?:lowest|coldest|fewest|cheapest|shortest|smallest|min(?:imum)?)\b|^(?:tiefst|kleinst|niedrigst|minim)/i
const TIME_UNITS = new Set(['s', 'ms', 'min', 'h'])

/**
 * Which end is #1: the file's own ranks decide; times sorted from the shortest are those of the fastest, and so with lows; else the largest.
 * Throws ChoiceError for times and lows in no order, and for years, of which both the first and the last may be meant.
 */
export function findDirection(value: NumberColumn, rank: RankColumn | undefined, place: Place): First {
  if (rank) return courseOf(value.numbers, rank.ranks)?.direction === 'rising' ? 'smallest' : 'largest'
  const course = strictCourse(value.numbers)
  const isTime = value.isDuration || FASTEST.test(value.label)
  const held = value.numbers.filter((number) => number !== null)
  // Of lows the lowest is meant, and of amounts that are all below zero perhaps the one farthest from it.
  const isLow = LOWEST.test(value.label) || (held.length > 2 && held.every((number) => number < 0))
  if ((isTime || isLow || TIME_UNITS.has(value.unit ?? '')) && course === 'rising') return 'smallest'
  const isOpen = value.isYear || isLow || (course === undefined && value.isDuration && FASTEST.test(value.label))
  if (held.length > 2 && isOpen) throw open(value, place)
  return 'largest'
}

function open({ header, isYear, isDuration }: NumberColumn, place: Place): ChoiceError {
  const [large, small] = isYear
    ? ['the latest', 'the earliest']
    : isDuration
      ? ['the longest', 'the shortest']
      : ['the highest', 'the lowest']
  return new ChoiceError({
    flag: 'first',
    question: `Which ${header} is #1?`,
    candidates: [
      { value: 'smallest', hint: small },
      { value: 'largest', hint: large },
      { value: 'file', hint: 'the order of the file' },
    ],
    place,
  })
}
