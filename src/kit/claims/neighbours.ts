import { roundBetween } from '../round-between.ts'
import { type Claim, claim, type Table, type Told, timesOf } from './claim.ts'
import type { Fill } from './words/en.ts'

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
  return [
    ...claims,
    claim(
      table,
      one,
      'ratio',
      times.value >= 2 ? 7 : 4.5,
      { rank: before.rank, times: times.value },
      { ...other, times: times.text },
    ),
  ]
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
  return part === undefined
    ? beyond
    : [...beyond, claim(table, one, 'told', 5.2, { part: Number(part) }, { part: table.words.parts[part] })]
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
