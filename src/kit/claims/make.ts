import type { Claim, Form, Table, Told } from './claim.ts'
import type { Fill } from './words/words.ts'

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
