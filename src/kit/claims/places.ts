import type { Claim, Table, Told } from './claim.ts'
import { claim, timesOf } from './make.ts'

/** What may always be said: the place of a record, and how it stands. */
export function aboutPlace(table: Table, one: Told): Claim[] {
  const left = one.rank - 1
  return [
    claim(table, one, 'stands', 1.5, {}, {}),
    claim(table, one, 'next', 1.2, {}, {}),
    claim(table, one, 'place', 1, {}, {}),
    ...(one.text ? [claim(table, one, 'textFact', 2.2, {}, one.text)] : []),
    ...(left > 0 ? [claim(table, one, 'remain', left <= 10 ? 2.4 : 0.8, { left }, { count: table.count(left) })] : []),
  ]
}

/** The first and the last to be told have sentences of their own. */
export function aboutEnds(table: Table, one: Told): Claim[] {
  const before = table.told[one.index - 1]
  if (one.rank === 1) {
    const times = before && table.rises ? timesOf(table, one, before) : undefined
    if (!before || times === undefined || times.value < 1.3) return [claim(table, one, 'first', 100, {}, {})]
    return [
      claim(table, one, 'firstBy', 100, { rank: before.rank, times: times.value }, { other: before.name, times: times.text }),
    ]
  }
  return one.index === 0 ? [claim(table, one, 'opens', 100, {}, {})] : []
}
