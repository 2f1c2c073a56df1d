import { type Claim, claim, type Table, type Told, timesOf } from './claim.ts'

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

/** What a record is in its group: the first that is told, the best, the only one, one of a run. */
export function aboutGroup(table: Table, one: Told): Claim[] {
  const { group } = one
  if (group === null) return []
  const alike = table.told.filter((other) => other.group === group)
  const fill = { group }
  const size = { size: alike.length }
  if (alike.length === 1) return [claim(table, one, 'groupOnly', 4.2, size, fill)]
  const run = runBefore(table.told, one) + 1
  return [
    ...(alike[0] === one ? [claim(table, one, 'groupEnters', 5, size, fill)] : []),
    ...(alike.at(-1) === one ? [claim(table, one, 'groupTop', 5, size, fill)] : []),
    ...(run >= 3 && table.told[one.index + 1]?.group !== group
      ? [claim(table, one, 'groupRun', 5.5, { run }, { ...fill, count: table.count(run) })]
      : []),
  ]
}

/** How many of the same group were told right before. */
function runBefore(told: readonly Told[], { index, group }: Told): number {
  const before = told.slice(0, index).reverse()
  const other = before.findIndex((each) => each.group !== group)
  return other === -1 ? before.length : other
}

/** How a record's further numbers stand out among all: at an end, against its rank, above all told before. */
export function aboutFacts(table: Table, one: Told): Claim[] {
  return table.telling.facts.flatMap((_, at) => aboutFact(table, one, at))
}

function aboutFact(table: Table, one: Told, at: number): Claim[] {
  const { telling, words, count, told } = table
  const own = one.facts[at]
  const printed = telling.facts[at]
  if (own === null || own === undefined || !printed) return []
  const { print } = printed
  const reads = table.factReads[at] ?? []
  const read = reads[one.index] ?? 0
  const held = reads.filter((each) => each !== null)
  const above = held.filter((each) => each > read).length
  const below = held.filter((each) => each < read).length
  const others = held.length - 1
  const all = held.length === told.length ? words.all(count(held.length)) : words.withFigure(count(held.length))
  const fill = { all, label: words.label(printed.label), fact: print(own) }
  const says = { fact: at, held: held.length }
  if (others < 2) return []
  if (below === others) return [claim(table, one, 'factHighest', 7, says, fill)]
  if (above === others) return [claim(table, one, 'factLowest', 6.5, says, fill)]
  return [...against(table, one, { above, others, says, fill }), ...soFar(table, one, at, reads, fill)]
}

/** Far better in something else than here. */
function against(
  table: Table,
  one: Told,
  { above, others, says, fill }: { above: number; others: number; says: Claim['says']; fill: Record<string, string> },
): Claim[] {
  const factRank = above + 1
  const isFar = factRank <= 5 && one.rank - factRank > others / 3 && one.rank > 5
  return isFar ? [claim(table, one, 'factRank', 4.5, { ...says, factRank }, { ...fill, factRank: table.count(factRank) })] : []
}

function soFar(table: Table, one: Told, at: number, reads: readonly (number | null)[], fill: Record<string, string>): Claim[] {
  const read = reads[one.index] ?? 0
  const isHighest = reads.every((each, index) => index >= one.index || (each !== null && each < read))
  if (one.index < 4 || !isHighest) return []
  return [claim(table, one, 'factSoFar', 4, { fact: at, count: one.index }, { ...fill, count: table.count(one.index) })]
}
