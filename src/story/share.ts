import type { Act, RankedRecord, SlideMeta } from './deck.ts'

/** The part of the whole that some records are: their number, and amounts before, here and in all. */
export interface SharePart {
  count: number
  before: number
  here: number
  total: number
}

/** The records that the slides of an act tell, in that order. */
export function recordsIn({ id }: Act, slides: readonly Pick<SlideMeta, 'act' | 'record'>[]): RankedRecord[] {
  return slides.flatMap(({ act, record }) => (act.id === id && record ? [record] : []))
}

/** Measures some of all records; what was told before them has a higher rank than any of them. */
export function shareOf(
  records: readonly RankedRecord[],
  all: readonly RankedRecord[],
  value: (record: RankedRecord) => number,
): SharePart {
  const sum = (some: readonly RankedRecord[]) => some.reduce((total, record) => total + value(record), 0)
  const smallest = Math.max(...records.map(({ rank }) => rank))
  const before = all.filter(({ rank }) => rank > smallest)
  return { count: records.length, before: sum(before), here: sum(records), total: sum(all) }
}
