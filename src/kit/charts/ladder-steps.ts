import type { RankedRecord } from '../../story/deck.ts'
import { chartWords } from './chart-words.ts'
import type { Ranked } from './ranked.ts'
import { domainFor } from './scales.ts'
import { duration } from './theme.ts'

/** A part of the countdown that has a scale of its own. */
export interface LadderAct {
  /** Id of the slide on which the scale changes; the first act of a countdown can do without. */
  door?: string
  /** The ranks that it tells, from the larger number down to the smaller. */
  from: number
  to: number
}

/** A scale of the ladder: both ends of its axis, and the largest rank that is still shown on it. */
export interface LadderScale {
  low: number
  high: number
  since: number
}

/** A step of the ladder. */
export interface LadderStep {
  id: string
  /** The rank of the bar on top. */
  told: number
  /** Id of the record whose bar is the signal; empty at a door. */
  current: string
  /** Position of its scale among the scales. */
  scale: number
  name: string
  duration?: number
}

/** Where values fall, bars told before an act stay in it that are no longer than so many times its own. */
const STILL_FITS = 1.5
/** How many bars told before an act may still be seen in it; a scale makes room for them. */
const STILL_SEEN = 16

/**
 * The scales of the acts. Where values grow on the way to #1, each scale holds what was told before it too, so that the
 * earlier bars shrink at a door. Where they fall, earlier bars that would not fit are left behind. Dots have one scale throughout.
 */
export function ladderScales<Row extends RankedRecord>(
  { records, value, placing }: Ranked<Row>,
  acts: readonly LadderAct[],
): LadderScale[] {
  if (placing) return acts.map(() => ({ ...domainFor(placing, records.map(value)), since: records.length }))
  const [first, last] = [records[0], records.at(-1)]
  const grows = first !== undefined && last !== undefined && value(first) <= value(last)
  return acts.map(({ from, to }) => {
    const since = grows ? records.length : stillFitting({ records, value }, from, to)
    const seen = records.filter(({ rank }) => rank <= Math.min(since, from + STILL_SEEN) && rank >= to)
    return { ...domainFor(placing, seen.map(value)), since }
  })
}

/** The largest rank from which on no bar is much longer than those of an act. */
function stillFitting<Row extends RankedRecord>(
  { records, value }: Pick<Ranked<Row>, 'records' | 'value'>,
  from: number,
  to: number,
) {
  const size = (record: Row) => Math.abs(value(record))
  const longest = records.reduce(
    (most, record) => (record.rank <= from && record.rank >= to ? Math.max(most, size(record)) : most),
    0,
  )
  const tooLong = records.findLast((record) => record.rank > from && size(record) > longest * STILL_FITS)
  return tooLong ? tooLong.rank - 1 : records.length
}

/** One step a record, in the order of telling, and one for each door; `named` says what a step shows, for those who do not see it. */
export function ladderSteps<Row extends RankedRecord>(
  ranked: Ranked<Row>,
  acts: readonly LadderAct[],
  scales: readonly LadderScale[] = ladderScales(ranked, acts),
  named?: (text: string) => string,
): LadderStep[] {
  const { records, value, print, title, lang, placing } = ranked
  const words = chartWords(lang)
  const name = named ?? ((text: string) => (placing ? words.dots(words.placed(title, placing), text) : words.bars(title, text)))
  return acts.flatMap(({ door, from, to }, scale) => {
    const told = records.filter(({ rank }) => rank <= from && rank >= to)
    const before = records.find(({ rank }) => rank === from + 1)
    const steps = told.map((record): LadderStep => {
      const { id, rank } = record
      return { id, told: rank, current: id, scale, name: name(words.current(rank, record.name, print(value(record)))) }
    })
    if (door === undefined || before === undefined) return steps
    // Where earlier bars do not fit the new scale, the door still shows the old one.
    const shown = before.rank <= (scales[scale]?.since ?? 0) ? scale : scale - 1
    const text = words.soFar(before.rank, before.name, print(value(before)), records.length - from)
    return [{ id: door, told: before.rank, current: '', scale: shown, name: name(text), duration: duration.zoom }, ...steps]
  })
}
