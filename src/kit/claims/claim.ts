import type { RankedRecord } from '../../story/deck.ts'
import type { Amount } from '../amount.ts'
import type { ClaimWords, Fill } from './words/en.ts'

/** What is needed to say something of the records of a table. */
export interface Narration<Row extends RankedRecord> {
  /** BCP 47; sentences are in German where it is that, else in English. */
  lang: string
  value(row: Row): number
  print: Amount
  /** Prints how far two values are from each other, for example in percentage points; as `print` does unless given. */
  difference?: Amount
  /** Whether the values add up to a whole, as inhabitants do and temperatures do not. */
  adds?: boolean
  /** Whether one value may be so many times another. */
  ratios?: boolean
  /** Whether the names are words, which stand in quotes. */
  quoted?: boolean
  /** What several records have in common. */
  group?: (row: Row) => string | null
  /** Further texts, and what they are. */
  texts?: readonly { label: string; value(row: Row): string | null }[]
  /** Further numbers, and what they are. */
  facts?: readonly Fact<Row>[]
}

/** A further number of a record. */
export interface Fact<Row> {
  label: string
  value(row: Row): number | null
  print: Amount
}

/** Which kind of sentence it is. */
export type Form = keyof ClaimWords['forms']

/** A sentence about a record that is true of the table, and what it says. */
export interface Claim {
  form: Form
  text: string
  /** The more, the better it is worth saying. */
  score: number
  /** The numbers it states, for whoever checks it; other records are named by their ranks. */
  says: Readonly<Record<string, number>>
}

/** A record in its place among all, with what sentences need of it. */
export interface Told {
  /** From 0, in the order of telling. */
  index: number
  rank: number
  name: string
  value: number
  /** The value that is read, which is the printed one. */
  read: number
  amount: string
  group: string | null
  facts: readonly (number | null)[]
  /** The first of its further texts, and what it is. */
  text: { label: string; fact: string } | undefined
}

/** All records in the order of telling, and what is said of them all. */
export interface Table {
  told: readonly Told[]
  /** Whether no value is below the one told before it. */
  rises: boolean
  /** Whether all values are above zero. */
  positive: boolean
  total: number
  /** What is read of each further number, by record. */
  factReads: readonly (readonly (number | null)[])[]
  words: ClaimWords
  count(value: number): string
  telling: Pick<Narration<never>, 'print' | 'adds' | 'ratios' | 'quoted'> & {
    difference: Amount
    facts: readonly { label: string; print: Amount }[]
  }
}

/** Makes the claim of a form about a record. */
export function claim(table: Table, one: Told, form: Form, score: number, says: Claim['says'], fill: Fill): Claim {
  const text = table.words.forms[form]({
    name: one.name,
    amount: one.amount,
    rank: String(one.rank),
    all: table.count(table.told.length),
    ...fill,
  })
  return { form, score, says, text }
}

/**
 * How many times another record's value a record's is, by the values as they are printed; undefined where the printed ones
 * would say otherwise, or where such a number means nothing.
 */
export function timesOf({ telling, count }: Table, one: Told, other: Told): { value: number; text: string } | undefined {
  if (telling.ratios !== true || !(one.read > 0 && other.read > 0)) return undefined
  const rounded = (ratio: number) => (ratio < 9.95 ? Number(ratio.toFixed(1)) : Math.round(ratio))
  const value = rounded(one.value / other.value)
  return value === rounded(one.read / other.read) ? { value, text: count(value) } : undefined
}
