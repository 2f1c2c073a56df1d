import { ChoiceError } from '../table/choice.ts'
import type { Location } from '../util/diagnostic.ts'
import { courseOf, type RankColumn, strictCourse } from './find-rank.ts'
import type { NumberColumn } from './find-value.ts'

/** What is #1: an end of the values, or what stands first in the file. */
export type First = 'largest' | 'smallest' | 'file'

/** Times of which the shortest wins, and places of which the first does. */
const FASTEST =
  /\b(?:time|times|lap|finish|zeit|laufzeit|rundenzeit|tiempo|temps|tempo|strokes|to par|schläge)\b|^(?:rank|place)$/i
const LOWEST =
  /^(?:lowest|coldest|fewest|cheapest|shortest|smallest|min(?:imum)?(?! (?:wage|age|salary)))\b|^(?:tiefst|kleinst|niedrigst|minim(?!um\b))/i
/** What is called so and nothing else is raced. */
const RACED =
  /^(?:(?:net|gun|finish(?:ing)?|race|lap|best|(?:\d+[ -]?)?k?m)[ -])?time$|^(?:(?:total |number of )?strokes|to par|schläge)$|^(?:ziel|lauf|runden|best|netto|brutto)?zeit$/i
const TIME_UNITS = new Set(['s', 'ms', 'min', 'h'])

/** Whether a column has times or lows, of which the smallest may be #1. */
export function isTimeOrLow({ label, isDuration }: NumberColumn): boolean {
  return isDuration || FASTEST.test(label) || LOWEST.test(label)
}

/**
 * Which end is #1: the file's own ranks decide; times sorted from the shortest are those of the fastest, and so with lows; else the largest.
 * Throws ChoiceError for times and lows in no order, and for years, of which both the first and the last may be meant.
 */
export function findDirection(value: NumberColumn, rank: RankColumn | undefined, location: Location): First {
  if (/\b(?:lower|less|fewer) is better\b|weniger ist besser/i.test(value.header)) return 'smallest'
  if (rank) return courseOf(value.numbers, rank.ranks)?.direction === 'rising' ? 'smallest' : 'largest'
  const course = strictCourse(value.numbers)
  const held = value.numbers.filter((number) => number !== null)
  // Of lows the lowest is meant, and of amounts that are all below zero perhaps the one farthest from it.
  const isLow = LOWEST.test(value.label) || (held.length > 2 && held.every((number) => number < 0))
  if ((isTimeOrLow(value) || isLow || TIME_UNITS.has(value.unit ?? '')) && course === 'rising') return 'smallest'
  const isOpen = value.isYear || isLow || (course === undefined && (value.isDuration ? FASTEST : RACED).test(value.label))
  if (held.length > 2 && isOpen) throw open(value, location)
  return 'largest'
}

function open({ header, isYear, isDuration }: NumberColumn, location: Location): ChoiceError {
  const [large, small] = isYear ? ['latest', 'earliest'] : isDuration ? ['longest', 'shortest'] : ['highest', 'lowest']
  return new ChoiceError({
    flag: 'first',
    question: `Which ${header} is #1?`,
    candidates: [
      { value: 'smallest', hint: `the ${small}` },
      { value: 'largest', hint: `the ${large}` },
      { value: 'file', hint: 'the order of the file' },
    ],
    location,
  })
}
