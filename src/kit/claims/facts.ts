import type { Claim, Table, Told } from './claim.ts'
import { claim } from './make.ts'

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
