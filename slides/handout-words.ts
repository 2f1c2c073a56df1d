import { billions, count } from '../data/format.ts'
import { recordOf, records } from '../data/records.ts'

/** The ids of the records from one rank down to another. */
export const countdown = (from: number, to: number): string[] =>
  records.filter(({ rank }) => rank <= from && rank >= to).map(({ id }) => id)

/** A country's deficit in words. */
export const deficit = (id: string): string => billions(recordOf(id).deficit)

/** A small count as a word. */
export const word = (value: number): string =>
  ['none', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'][value] ??
  count(value)
