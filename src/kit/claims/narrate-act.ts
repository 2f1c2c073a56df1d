import type { RankedRecord } from '../../story/deck.ts'
import type { Narration, Table, Told } from './claim.ts'
import { tableOf } from './narrate-records.ts'

/**
 * What is said before a part of the countdown: what its records have in common or hold together, and how far the count has
 * come. No name that is still to be told is said.
 *
 * @param records in the order of telling
 * @param from the rank that is told first, and `to` the one that is told last
 */
export function narrateAct<Row extends RankedRecord>(
  records: readonly Row[],
  telling: Narration<Row>,
  from: number,
  to: number,
): { headline: string; body: string } {
  const table = tableOf(records, telling)
  const inside = table.told.filter(({ rank }) => rank <= from && rank >= to)
  const before = table.told.filter(({ rank }) => rank > from)
  return {
    headline: headlineOf(table, inside),
    body: [standOf(table, before), heldOf(table, inside, before)].filter((text) => text !== '').join(' '),
  }
}

/** The group that most of them are of, else how far they reach. */
function headlineOf({ words, count, telling }: Table, inside: readonly Told[]): string {
  const [low, high] = spanOf(inside)
  const many = count(inside.length)
  const isEnd = inside.at(-1)?.rank === 1
  const groups = [
    ...Map.groupBy(
      inside.filter(({ group }) => group !== null),
      ({ group }) => group ?? '',
    ),
  ]
  const [group = '', members = []] = groups.sort(([, a], [, b]) => b.length - a.length)[0] ?? []
  const isMost = members.length >= 3 && members.length * 2 > inside.length && members.length < inside.length
  if (isMost) return words.acts.group({ count: many, members: count(members.length), group }, isEnd)
  return words.acts.span({ count: many, span: telling.print.span(low?.value ?? 0, high?.value ?? 0, words.acts.to) }, isEnd)
}

/** Its first and its last where the values go from one to the other, else its least and its most. */
function spanOf(inside: readonly Told[]): [low: Told | undefined, high: Told | undefined] {
  const sorted = inside.toSorted((a, b) => a.value - b.value)
  const falls = sorted.toReversed().every(({ value }, index) => value === inside[index]?.value)
  return falls ? [inside[0], inside.at(-1)] : [sorted[0], sorted.at(-1)]
}

function standOf({ words }: Table, before: readonly Told[]): string {
  const last = before.at(-1)
  return last ? words.acts.stand({ name: last.name, amount: last.amount }) : ''
}

/** What they hold of the total, beside all before them. */
function heldOf(
  { telling, told, positive, total, words, count }: Table,
  inside: readonly Told[],
  before: readonly Told[],
): string {
  if (telling.adds !== true || !positive || before.length === 0) return ''
  const share = (some: readonly Told[]) => (some.reduce((sum, { value }) => sum + value, 0) / total) * 100
  // What prints as nothing is none the less something.
  if (share(before) < 0.05) return ''
  const printed = (value: number) => `${count(value < 10 ? Number(value.toFixed(1)) : Math.round(value))}\u00a0%`
  return words.acts.held({
    count: count(inside.length),
    share: printed(share(inside)),
    before: count(before.length),
    shareBefore: printed(share(before)),
    all: count(told.length),
  })
}
