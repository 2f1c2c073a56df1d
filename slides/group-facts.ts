import type { Fact } from 'countdown-story'
import * as figures from '../data/figures.ts'
import { billions, count, inWords, times } from '../data/format.ts'
import { records } from '../data/records.ts'

/** The line of facts for several countries together: where a country's own stands, and in the same columns. */
function factsOf(label: string, from: number, to: number): Fact[] {
  const some = records.filter(({ rank }) => rank <= from && rank >= to)
  const [sold, bought] = [figures.sold(some), figures.bought(some)]
  return [
    { label, value: `${count(some.length)}, from #${from} to #${to}` },
    { label: 'Exports to the U.S.', value: inWords(sold) },
    { label: 'Imports from the U.S.', value: inWords(bought) },
    { label: 'Exports to imports', value: times(figures.ratioOf(sold, bought)) },
    { label: 'Average deficit', value: billions(figures.sumOfDeficits(some) / some.length) },
  ]
}

/** Of all countries up to and including this rank. */
export const soFar = (rank: number, label = 'Countries so far'): Fact[] => factsOf(label, records.length, rank)

/** Of an act that is to come. */
export const toCome = (from: number, to: number): Fact[] => factsOf('Countries to come', from, to)
