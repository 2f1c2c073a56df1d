import { roundBetween } from '../round-between.ts'
import { type Claim, claim, type Table, type Told, timesOf } from './claim.ts'
import type { Fill } from './words/en.ts'

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
  const own = one.facts[at] ?? null
  const printed = telling.facts[at]
  const reads = table.factReads[at] ?? []
  const held = reads.filter((each) => each !== null)
  const others = held.length - 1
  if (own === null || !printed || others < 2) return []
  const read = reads[one.index] ?? 0
  const above = held.filter((each) => each > read).length
  const below = held.filter((each) => each < read).length
  const all = held.length === told.length ? words.all(count(held.length)) : words.withFigure(count(held.length))
  const fill = { all, label: words.label(printed.label), fact: printed.print(own) }
  const says = { fact: at, held: held.length }
  if (below === others) return [claim(table, one, 'factHighest', 7, says, fill)]
  if (above === others) return [claim(table, one, 'factLowest', 6.5, says, fill)]
  // Far better in something else than here.
  const factRank = above + 1
  const isFar = factRank <= 5 && one.rank - factRank > others / 3 && one.rank > 5
  const isHighest = one.index >= 4 && reads.slice(0, one.index).every((each) => each !== null && each < read)
  return [
    ...(isFar ? [claim(table, one, 'factRank', 4.5, { ...says, factRank }, { ...fill, factRank: count(factRank) })] : []),
    ...(isHighest
      ? [claim(table, one, 'factSoFar', 4, { fact: at, count: one.index }, { ...fill, count: count(one.index) })]
      : []),
  ]
}

/** What a record is beside the one told before it. */
export function aboutNeighbour(table: Table, one: Told): Claim[] {
  const before = table.told[one.index - 1]
  if (!before) return []
  const other = { other: before.name }
  if (one.value === before.value) return [claim(table, one, 'tie', 6.5, { rank: before.rank }, other)]
  const gap = Math.abs(one.value - before.value)
  const difference = { ...other, difference: table.telling.difference(gap) }
  const side = one.value > before.value ? 'above' : 'below'
  const claims =
    one.read === before.read
      ? []
      : [claim(table, one, side, 2.5, { rank: before.rank, gap }, difference), ...aboutStep(table, one, gap, difference)]
  const times = timesOf(table, one, before)
  if (times === undefined || times.value < 1.3) return claims
  const says = { rank: before.rank, times: times.value }
  return [...claims, claim(table, one, 'ratio', times.value >= 2 ? 7 : 4.5, says, { ...other, times: times.text })]
}

/** Two names of more characters have no room in a sentence with two amounts. */
const LONGEST = 44

/** How the step from the one told before compares with all steps so far, as they are printed. */
function aboutStep(table: Table, one: Told, gap: number, fill: Fill): Claim[] {
  const { told, rises, telling } = table
  const before = told[one.index - 1]
  if (!rises || !before || one.index < 4 || one.name.length + before.name.length > LONGEST) return []
  const read = (value: number) => telling.difference.rounded(value)
  const steps = told.slice(1, one.index).map((each, index) => read(each.value - (told[index]?.value ?? 0)))
  const says = { rank: before.rank, gap }
  if (steps.every((step) => step < read(gap))) return [claim(table, one, 'widest', 5, says, fill)]
  // As many digits as the gap has tell it apart from none.
  const others = steps.filter((step) => step > 0)
  const isClosest = others.length > 3 && others.every((step) => step > read(gap)) && read(gap) > 0
  return isClosest ? [claim(table, one, 'closest', 4.6, says, fill)] : []
}

/** How far the count has come since it began. */
export function aboutCourse(table: Table, one: Told): Claim[] {
  const { told, rises, telling } = table
  const [last] = told
  if (!last || one.index < 5 || one.rank === 1) return []
  const gap = one.value - last.value
  const beyond =
    rises && one.read > last.read && one.name.length + last.name.length <= LONGEST
      ? [claim(table, one, 'beyondLast', 2, { rank: last.rank, gap }, { other: last.name, difference: telling.difference(gap) })]
      : []
  const part = (['0.25', '0.5'] as const).find((each) => (one.index + 1) / told.length === Number(each))
  const partly = part && claim(table, one, 'told', 5.2, { part: Number(part) }, { part: table.words.parts[part] })
  return partly ? [...beyond, partly] : beyond
}

/** Round numbers that are passed by none of those told before. */
export function aboutMarks(table: Table, one: Told): Claim[] {
  const { print } = table.telling
  const before = table.told[one.index - 1]
  if (!before || !table.rises) return []
  // Where values rise, none that is told so far is above the last.
  const most = before.read
  const zero = most < 0 && one.read > 0 ? [claim(table, one, 'aboveZero', 9, {}, {})] : []
  const mark = roundBetween(most, one.read)
  if (mark === undefined || one.value < mark) return zero
  const printed = { mark: print.mark(mark) }
  if (before.amount === printed.mark) return zero
  const isReached = one.read === mark || one.amount === printed.mark
  return [...zero, claim(table, one, isReached ? 'reaches' : 'passes', 8, { mark }, printed)]
}

/** Multiples of the first that was told. */
const MULTIPLES = [2, 3, 4, 5, 10, 20, 50, 100, 1000]

/** A multiple of the first that was told that none before has reached. */
export function aboutBeginning(table: Table, one: Told): Claim[] {
  const [last] = table.told
  const before = table.told[one.index - 1]
  if (!last || !before || one.index < 3 || !table.rises || table.telling.ratios !== true || !(last.read > 0)) return []
  const reached = (each: Told, times: number) => each.read >= last.read * times && each.value >= last.value * times
  const times = MULTIPLES.findLast(
    (each) => reached(one, each) && before.read < last.read * each && before.value < last.value * each,
  )
  if (times === undefined) return []
  return [claim(table, one, 'timesLast', 5, { rank: last.rank, times }, { other: last.name, times: table.count(times) })]
}

const sum = (told: readonly Told[]) => told.reduce((total, { value }) => total + value, 0)

/** What a record is beside all of them: its share, the part of the total that is told, the average, the middle. */
export function aboutWhole(table: Table, one: Told): Claim[] {
  const wholes =
    table.telling.adds === true && table.positive
      ? [...aboutShare(table, one), ...aboutPart(table, one), ...aboutWeight(table, one)]
      : []
  return [...wholes, ...aboutAverage(table, one), ...aboutMiddle(table, one)]
}

function aboutShare(table: Table, one: Told): Claim[] {
  const share = (one.value / table.total) * 100
  // What is about the even share is no news.
  if (share < 3 || (share < 200 / table.told.length && one.rank > 3)) return []
  const value = share < 10 ? Number(share.toFixed(1)) : Math.round(share)
  return [claim(table, one, 'share', share >= 10 ? 5.5 : 2.8, { share: value }, { share: `${table.count(value)}\u00a0%` })]
}

const PARTS = ['0.25', '0.5', '0.75'] as const
/** A part is only passed where nobody could doubt it. */
const MARGIN = 0.001

function aboutPart(table: Table, one: Told): Claim[] {
  const before = sum(table.told.slice(0, one.index)) / table.total
  const after = before + one.value / table.total
  const part = PARTS.findLast((each) => before < Number(each) - MARGIN && after > Number(each) + MARGIN)
  return part === undefined || one.rank === 1
    ? []
    : [claim(table, one, 'passesShare', 8, { part: Number(part) }, { part: table.words.shares[part] })]
}

/** More than so many before it together. */
function aboutWeight(table: Table, one: Told): Claim[] {
  let count = 0
  let weight = 0
  for (const each of table.told.slice(0, one.index).reverse()) {
    weight += each.value
    if (weight * 1.01 >= one.value) break
    count++
  }
  return count < 2
    ? []
    : [claim(table, one, 'outweighs', 4.5 + Math.min(count, 20) / 10, { count }, { count: table.count(count) })]
}

function aboutAverage(table: Table, one: Told): Claim[] {
  const { told, rises, telling } = table
  const mean = telling.print.rounded(table.total / told.length)
  const before = told[one.index - 1]
  if (!rises || !before || told.length < 5 || before.read >= mean || one.read <= mean) return []
  const average = telling.print(mean)
  return average === one.amount || average === before.amount ? [] : [claim(table, one, 'average', 6.5, { mean }, { average })]
}

function aboutMiddle(table: Table, one: Told): Claim[] {
  const { length } = table.told
  if (length < 5 || length % 2 === 0 || one.rank !== (length + 1) / 2) return []
  return [claim(table, one, 'middle', 6, { count: one.index }, { count: table.count(one.index) })]
}
